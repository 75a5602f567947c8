import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomCommand } from '../testing/randomCommands'
import { seededRandom } from '../testing/seededRandom'
import { liveIndexes, recordDump } from '../testing/recordDump'
import { tryCommand } from '../testing/runCommand'
import { exampleProject } from '../testing/exampleProject'
import { TestProject } from '../testing/testProject'
import { propose } from './draft'
import { Refusal } from './refusal'
import type { RecordStore } from './recordStore'

const everything = (store: RecordStore) => ({
  records: recordDump(store),
  lists: liveIndexes(store),
  ordinals: store.ordinals(),
  revision: store.revision,
})

describe('propose', () => {
  test('leaves records, lists, their orders and the ordinals as they were, whatever the rule does', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const project = exampleProject()
        const random = seededRandom(seed)
        for (let i = 0; i < 30; i++) {
          const before = everything(project.store)
          const { name, input } = randomCommand(project.store, random)
          const outcome = tryCommand(project.store, project.newId, name, input)
          expect(everything(project.store)).toEqual(before)
          if ('change' in outcome) project.store.apply(outcome.change)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('leaves the project alone when the rule throws half-way', () => {
    const project = exampleProject()
    const before = everything(project.store)
    expect(() =>
      propose(project.store, project.newId, (draft) => {
        draft.remove('assets', project.alice.id)
        draft.add('neverMerges', { id: 'n', aId: 'a', bId: 'b' })
        throw new TypeError('a bug')
      }),
    ).toThrow('a bug')
    expect(everything(project.store)).toEqual(before)
  })

  test('answers a refusal instead of throwing it', () => {
    const project = new TestProject()
    expect(propose(project.store, project.newId, (draft) => draft.must('shots', 'gone'))).toBeInstanceOf(Refusal)
  })

  test('lets the rule read its own writes, in order', () => {
    const project = new TestProject()
    const seen = project.run((draft) => {
      for (const [id, ordinal] of [
        ['b', 5],
        ['a', 2],
        ['c', 9],
      ] as const)
        draft.add('templates', { id, name: id, steps: [null], ordinal })
      draft.remove('templates', 'c')
      draft.update('templates', 'b', { ordinal: 1 })
      return { ids: draft.list('templatesInOrder').map((t) => t.id), next: draft.nextOrdinal('templates') }
    })
    expect(seen).toEqual({ ids: ['b', 'a'], next: 10 })
  })

  test('shows the project with the change in place to an impact preview', () => {
    const { store, newId, alice } = exampleProject()
    const outcome = propose(
      store,
      newId,
      (draft) => draft.update('assets', alice.id, { name: 'Alison' }),
      (after, change) => ({
        name: after.get('assets', alice.id)?.name,
        touched: Object.keys(change.updated.assets ?? {}),
      }),
    )
    expect(outcome).toMatchObject({ inspected: { name: 'Alison', touched: [alice.id] } })
    expect(store.get('assets', alice.id)?.name).toBe('Alice')
  })

  test('passes over undefined fields and equal values', () => {
    const { store, newId, alice } = exampleProject()
    const outcome = propose(store, newId, (draft) =>
      draft.update('assets', alice.id, { name: 'Alice', aliases: [], description: undefined }),
    )
    expect(outcome).toMatchObject({ change: { added: {}, updated: {}, removed: {} } })
  })
})
