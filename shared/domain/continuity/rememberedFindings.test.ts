import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordStore } from '../../records/recordStore'
import { randomCommand } from '../../testing/randomCommands'
import { seededRandom } from '../../testing/seededRandom'
import { rebuilt } from '../../testing/rebuilt'
import { runCommand, tryCommand } from '../../testing/runCommand'
import { exampleProject } from '../../testing/exampleProject'
import { allFindings } from './continuity'

/** Every finding with its words and ways out. */
const told = (store: RecordStore) =>
  [...allFindings(store)].map(({ code, key, facts, shotIds, message, fixes }) => {
    const shots = shotIds.map((id) => store.must('shots', id))
    return { code, key, facts, words: message(shots), fixes: fixes(shots, store) }
  })

test('what is remembered is what a store without memory finds, after any commands and drafts', () => {
  let found = 0
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const p = exampleProject()
      const random = seededRandom(seed)
      for (let i = 0; i < 15; i++) {
        const { name, input } = randomCommand(p.store, random)
        if (random() < 0.3) tryCommand(p.store, p.newId, name, input)
        else runCommand(p.store, p.newId, name, input)
        const remembered = told(p.store)
        expect(remembered, name).toEqual(told(rebuilt(p.store)))
        found += remembered.length
      }
    }),
    { numRuns: 20 },
  )
  expect(found).toBeGreaterThan(500)
})
