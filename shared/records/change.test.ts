import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordDump } from '../testing/recordDump'
import { composeChanges, emptyChange } from '../testing/composeChanges'
import { invertChange, isEmptyChange, type Change } from './change'
import { propose, type Proposal } from './draft'
import { RecordStore } from './recordStore'

/** One write to one of two tables with few ids and few values, so that writes meet often. */
interface Op {
  table: 'dismissals' | 'neverMerges'
  id: string
  kind: 'put' | 'remove'
  a: string
  b: string
}
const letter = fc.constantFrom('x', 'y', 'z')
const opArbitrary: fc.Arbitrary<Op> = fc.record({
  table: fc.constantFrom('dismissals', 'neverMerges'),
  id: fc.constantFrom('1', '2', '3'),
  kind: fc.constantFrom('put', 'put', 'remove'),
  a: letter,
  b: letter,
})
const groupsArbitrary = fc.array(fc.array(opArbitrary, { maxLength: 6 }), { minLength: 1, maxLength: 6 })

function changeOf(store: RecordStore, ops: readonly Op[]): Change {
  const proposal = propose(
    store,
    () => 'unused',
    (draft) => {
      for (const { table, id, kind, a, b } of ops) {
        if (kind === 'remove') draft.remove(table, id)
        else if (table === 'dismissals') {
          if (draft.get(table, id)) draft.update(table, id, { code: a, reason: b })
          else draft.add(table, { id, code: a, key: 'k', facts: 'f', reason: b })
        } else if (draft.get(table, id)) draft.update(table, id, { aId: a, bId: b })
        else draft.add(table, { id, aId: a, bId: b })
      }
    },
  )
  return (proposal as Proposal).change
}

/** Plays groups of writes one after the other: each group's change and the records after it. */
function play(groups: readonly (readonly Op[])[]) {
  const store = new RecordStore()
  const states = [recordDump(store)]
  const changes = groups.map((ops) => {
    const change = changeOf(store, ops)
    store.apply(change)
    states.push(recordDump(store))
    return change
  })
  return { store, changes, states }
}

describe('a change', () => {
  test('and then its inverse restore equal records', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const { store, changes, states } = play(groups)
        for (let i = changes.length - 1; i >= 0; i--) {
          store.apply(invertChange(changes[i]!))
          expect(recordDump(store)).toEqual(states[i])
        }
      }),
    )
  })

  test('inverted twice is the change itself', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        for (const change of play(groups).changes) expect(invertChange(invertChange(change))).toEqual(change)
      }),
    )
  })

  test('composed of several does what they do one after the other', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const { changes, states } = play(groups)
        const store = new RecordStore()
        store.apply(changes.reduce(composeChanges, emptyChange))
        expect(recordDump(store)).toEqual(states.at(-1))
      }),
    )
  })

  test('composed of any two neighbours and inverted restores what was before both', () => {
    fc.assert(
      fc.property(groupsArbitrary, fc.array(opArbitrary, { maxLength: 6 }), (groups, more) => {
        const { changes, states } = play([...groups, more])
        const store = play(groups.slice(0, -1)).store
        const both = composeChanges(changes.at(-2)!, changes.at(-1)!)
        store.apply(both)
        expect(recordDump(store)).toEqual(states.at(-1))
        store.apply(invertChange(both))
        expect(recordDump(store)).toEqual(states.at(-3))
      }),
    )
  })

  test('composing does not touch its parts', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const { changes } = play(groups)
        const copies = structuredClone(changes)
        changes.reduce(composeChanges, emptyChange)
        expect(changes).toEqual(copies)
      }),
    )
  })

  test('names each record once, and no field that stayed', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const { changes } = play(groups)
        for (const change of [...changes, changes.reduce(composeChanges, emptyChange)]) {
          for (const table of ['dismissals', 'neverMerges'] as const) {
            const ids = [change.added[table], change.updated[table], change.removed[table]].flatMap((records) =>
              Object.keys(records ?? {}),
            )
            expect(new Set(ids).size).toBe(ids.length)
            for (const [before, after] of Object.values(change.updated[table] ?? {})) {
              expect(Object.keys(after).length).toBeGreaterThan(0)
              for (const field of Object.keys(after)) expect(after[field]).not.toEqual(before[field])
            }
          }
        }
      }),
    )
  })

  test('that takes everything back is empty', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        for (const change of play(groups).changes)
          expect(isEmptyChange(composeChanges(change, invertChange(change)))).toBe(true)
      }),
    )
  })
})
