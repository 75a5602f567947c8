import { continuityOf, type ContinuityNote } from '../domain/continuity/continuity'
import type { ContinuityCode } from '../domain/continuity/finding'
import { updateShot } from '../domain/structure/shotRules'
import type { CommandName } from '../ipc/inputSchemas'
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
    if (found.length !== 1)
      throw new Error(`expected one ${code}, found ${found.length}: ${found.map((n) => n.message).join(' ')}`)
    return found[0]!
  }
  return { p, place, shots, room, person, notes, one, first: shots[0]!, second: shots[1]! }
}

/**
 * Runs every way out of a note that needs no further choice, each from where the project stands; answers their labels.
 * @throws when one is refused or leaves the note, or when `fix` is not the first of them
 */
export function triedFixes(p: TestProject, note: ContinuityNote): string[] {
  const [first] = note.fixes
  if (note.fix?.command !== first?.command || note.fix?.input !== first?.input)
    throw new Error('the fix is not the first way out')
  for (const fix of note.fixes.filter((f) => !f.ask)) {
    const outcome = tryCommand(p.store, p.newId, fix.command as CommandName, fix.input)
    if ('refused' in outcome) throw new Error(`${fix.label} was refused: ${outcome.refused}`)
    p.store.apply(outcome.change)
    const left = continuityOf(p.store).some((n) => n.code === note.code && n.key === note.key)
    p.store.apply(invertChange(outcome.change))
    if (left) throw new Error(`${fix.label} leaves the note`)
  }
  return note.fixes.map((f) => f.label)
}

/** Continuity is not checked across the cut before that shot. */
export const timeJump = (p: TestProject, shot: Shot) =>
  p.run((draft) => updateShot(draft, { shotId: shot.id, timeJump: true }))
