import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultKinds, type ResultKind } from '../../model/result'
import type { RecordStore } from '../../records/recordStore'
import { makeAllResults } from '../../testing/makeAllResults'
import { randomCommand } from '../../testing/randomCommands'
import { seededRandom } from '../../testing/seededRandom'
import { rebuilt } from '../../testing/rebuilt'
import { runCommand } from '../../testing/runCommand'
import { exampleProject } from '../../testing/exampleProject'
import { freshnessOf } from './freshness'
import { inputsDigest } from './compareInputs'
import { inputsOf } from './resultInputs'
import { shotsInOrder } from '../lookup'

describe('after any edit', () => {
  test('exactly the results whose inputs changed are stale, and a store without memory answers the same', () => {
    let stale = 0
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const p = exampleProject()
        makeAllResults(p)
        const random = seededRandom(seed)
        for (let i = 0; i < 3; i++) {
          const { name, input } = randomCommand(p.store, random)
          runCommand(p.store, p.newId, name, input)
          const memoryless = rebuilt(p.store)
          for (const shot of shotsInOrder(p.store)) {
            for (const result of resultKinds) {
              const { status, causes } = freshnessOf(p.store, shot.id, result)
              expect(freshnessOf(memoryless, shot.id, result)).toEqual({ status, causes, locked: expect.any(Boolean) })
              const made = storedDigest(p.store, shot.id, result)
              if (made === null) continue
              expect(status, `${result} of ${shot.number} after ${name}`).toBe(
                made === inputsDigest(inputsOf(memoryless, shot.id, result, 'local')) ? 'fresh' : 'stale',
              )
              if (status === 'stale') stale++
            }
          }
        }
      }),
      { numRuns: 25 },
    )
    expect(stale).toBeGreaterThan(50)
  })
})

/** The digest stored with the only version there is; null when there are several, none, or a word of the user's on it. */
function storedDigest(store: RecordStore, shotId: string, result: ResultKind): string | null {
  const made = result.endsWith('Prompt')
    ? store.list('promptVersionsOf', `${shotId}/${result.replace('Prompt', '')}`)
    : store.list('takesMadeFor', `${shotId}/${result}`)
  const one = made[0]
  return made.length === 1 &&
    one &&
    !store.get('resultMarks', one.id)?.accepted &&
    !store.get('takePlaces', one.id) &&
    !store.get('takeChoices', `${shotId}:${result}`)
    ? one.digest
    : null
}
