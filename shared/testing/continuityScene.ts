import { expect } from 'vitest'
import { continuityOf, type ContinuityNote } from '../domain/continuity/continuity'
import type { ContinuityCode } from '../domain/continuity/finding'
import { updateShot } from '../domain/shotRules'
import type { CommandName } from '../ipc/inputs'
import type { Shot } from '../model/shot'
import { invertChange } from '../records/change'
import { tryCommand } from './runCommand'
import { TestProject } from './testProject'

/** A scene of shots 1 to `count` of 4 s that all show a pictured room. */
export function bistroScene(count = 2) {
  const p = new TestProject()
  const place = p.scene('INT. BISTRO - EVENING')
  const shots = p.shots(place, count)
  const room = p.asset('location', 'Bistro', { picture: true })
  for (const shot of shots) p.put(shot, room)
  const person = (name: string) => p.asset('character', name, { picture: true })
  const notes = (code?: ContinuityCode) => continuityOf(p.store).filter((n) => code === undefined || n.code === code)
  const one = (code: ContinuityCode): ContinuityNote => {
    const found = notes(code)
    expect(found.map((n) => n.message)).toHaveLength(1)
    return found[0]!
  }
  return { p, place, shots, room, person, notes, one, first: shots[0]!, second: shots[1]! }
}

/** Every way out that needs no further choice is a command of the contract, and after it the note is gone. */
export function expectFixes(p: TestProject, note: ContinuityNote, labels: readonly string[]): void {
  expect(note.fixes.map((f) => f.label)).toEqual(labels)
  expect(note.fix).toEqual({ command: note.fixes[0]!.command, input: note.fixes[0]!.input })
  for (const fix of note.fixes.filter((f) => !f.ask)) {
    const outcome = tryCommand(p.store, p.newId, fix.command as CommandName, fix.input)
    if ('refused' in outcome) throw new Error(`${fix.label} was refused: ${outcome.refused}`)
    p.store.apply(outcome.change)
    expect(continuityOf(p.store).filter((n) => n.code === note.code && n.key === note.key), fix.label).toEqual([])
    p.store.apply(invertChange(outcome.change))
  }
}

/** Continuity is not checked across the cut before that shot. */
export const timeJump = (p: TestProject, shot: Shot) => p.run((draft) => updateShot(draft, { shotId: shot.id, timeJump: true }))
