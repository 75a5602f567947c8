import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommandName } from '../../ipc/inputSchemas'
import { invertChange } from '../../records/change'
import { randomCommand } from '../../testing/randomCommands'
import { seededRandom } from '../../testing/seededRandom'
import { runCommand, tryCommand } from '../../testing/runCommand'
import { exampleProject } from '../../testing/exampleProject'
import { wildProject } from '../../testing/wildProject'
import { neighbour, shotsInOrder } from '../lookup'
import { resolveLook } from '../looks/resolveLook'
import { continuityOf, continuityOfShot } from './continuity'
import { continuityCodes } from './finding'

/** A project after random commands of the whole contract: the sample, or one full of hard cases. */
function lived(seed: number, count = 60) {
  const random = seededRandom(seed)
  if (seed % 2) return wildProject(random)
  const project = exampleProject()
  for (let i = 0; i < count; i++) {
    const { name, input } = randomCommand(project.store, random)
    runCommand(project.store, project.newId, name, input)
  }
  return project
}
const seeds = fc.integer()

describe('the notes of any project', () => {
  test('offer only commands of the contract, each of which removes its note', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(seeds, (seed) => {
        const { store, newId } = lived(seed)
        for (const note of continuityOf(store)) {
          met.add(note.code)
          expect(note.fix, note.message).not.toBeNull()
          for (const fix of note.fixes.filter((f) => !f.ask)) {
            const outcome = tryCommand(store, newId, fix.command as CommandName, fix.input)
            if ('refused' in outcome) throw new Error(`${note.message} ${fix.label}: ${outcome.refused}`)
            store.apply(outcome.change)
            expect(
              continuityOf(store).filter((n) => n.code === note.code && n.key === note.key),
              `${note.message} ${fix.label}`,
            ).toEqual([])
            store.apply(invertChange(outcome.change))
          }
        }
      }),
      { numRuns: 70 },
    )
    expect(continuityCodes.filter((code) => !met.has(code))).toEqual([])
  })

  test('are those of its shots, each once, and a shot’s are found from the shot alone', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { store } = lived(seed)
        const name = (n: { code: string; key: string }) => `${n.code}/${n.key}`
        const whole = continuityOf(store)
        const shots = shotsInOrder(store)
        const single = shots.flatMap((shot) => continuityOfShot(store, shot.id))
        expect(new Set(whole.map(name)).size).toBe(whole.length)
        expect(new Set(single.map(name))).toEqual(new Set(whole.map(name)))
        for (const note of whole) {
          const parts = single.filter((n) => name(n) === name(note))
          expect([...new Set(parts.flatMap((n) => n.shotIds))].sort()).toEqual([...note.shotIds].sort())
          const order = note.shotIds.map((id) => shots.findIndex((s) => s.id === id))
          expect(order).toEqual(order.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 25 },
    )
  })

  test('need no check for a look that jumps at a cut: without an event in the cut it never does', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { store } = lived(seed)
        for (const shot of shotsInOrder(store)) {
          const next = neighbour(store, shot, 1)
          if (!next) continue
          for (const instance of store.list('instancesOfScene', shot.sceneId)) {
            const inCut = store
              .list('transformationsOfShot', shot.id)
              .some((e) => e.kind === 'between_shots' && e.sceneAssetInstanceId === instance.id)
            if (!inCut)
              expect(resolveLook(store, instance, { shotId: next.id, at: 'start' }).id).toBe(
                resolveLook(store, instance, { shotId: shot.id, at: 'end' }).id,
              )
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
