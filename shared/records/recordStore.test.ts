import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableNames } from '../model/tableNames'
import { randomCommand } from '../testing/randomCommands'
import { seededRandom } from '../testing/seededRandom'
import { expectedIndexes, liveIndexes, recordDump } from '../testing/recordDump'
import { runCommand } from '../testing/runCommand'
import { exampleProject } from '../testing/exampleProject'
import { invertChange, type Change } from './change'
import { RecordStore } from './recordStore'

/** A project after some random commands and undos, and every change it went through. */
function lived(seed: number, commands = 60): { store: RecordStore; changes: Change[] } {
  const { store, newId } = exampleProject()
  const random = seededRandom(seed)
  const changes: Change[] = []
  for (let i = 0; i < commands; i++) {
    const { name, input } = randomCommand(store, random)
    const change = runCommand(store, newId, name, input)
    if (!change) continue
    changes.push(change)
    if (random() > 0.2) continue
    store.apply(invertChange(change))
    changes.push(invertChange(change))
  }
  return { store, changes }
}

describe('a record store', () => {
  test('keeps every list as a recomputation from the records would have it', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { store } = lived(seed)
        expect(liveIndexes(store)).toEqual(expectedIndexes(store))
      }),
      { numRuns: 25 },
    )
  })

  test('loaded from records in any order is the store that grew', () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, backwards) => {
        const { store } = lived(seed, 30)
        const loaded = new RecordStore()
        for (const table of tableNames)
          loaded.load(table, backwards ? [...store.all(table)].reverse() : store.all(table))
        expect(recordDump(loaded)).toEqual(recordDump(store))
        expect(liveIndexes(loaded)).toEqual(liveIndexes(store))
      }),
      { numRuns: 15 },
    )
  })

  test('never gives an ordinal twice, also not after the newest record went', () => {
    const store = new RecordStore()
    const template = { id: 't', name: 't', steps: [null], ordinal: 4 }
    store.apply({ added: { templates: { t: template } }, updated: {}, removed: {} })
    expect(store.nextOrdinal('templates')).toBe(5)
    store.apply({ added: {}, updated: {}, removed: { templates: { t: template } } })
    expect(store.nextOrdinal('templates')).toBe(5)
  })

  test('moves on the version of exactly the touched records and lists, and of an order only where it changed', () => {
    const { store, alice, bob, roomShots } = exampleProject()
    const [shot, other] = [roomShots[0]!, roomShots[1]!]
    const assignment = store.list('assignmentsOfShot', shot.id).at(-1)!
    const touched = {
      'all assets': store.tableCell('assets'),
      Bob: store.recordCell('assets', bob.id),
      'everybody called Bob': store.listCell('assetsByName', 'bob'),
      'everybody called Rob': store.listCell('assetsByName', 'rob'),
      'their order': store.orderCell('assetsByName', 'rob'),
      'the assets in order': store.listCell('assetsInOrder', ''),
      'all assignments': store.tableCell('assignments'),
      'the assignment': store.recordCell('assignments', assignment.id),
      'who is in the shot': store.listCell('assignmentsOfShot', shot.id),
      'the order of who is in the shot': store.orderCell('assignmentsOfShot', shot.id),
    }
    const others = {
      Alice: store.recordCell('assets', alice.id),
      'the order of the assets': store.orderCell('assetsInOrder', ''),
      'who is in the other shot': store.listCell('assignmentsOfShot', other.id),
      'all shots': store.tableCell('shots'),
    }
    store.apply({
      added: {},
      updated: { assets: { [bob.id]: [{ name: 'Bob' }, { name: 'Rob' }] } },
      removed: { assignments: { [assignment.id]: assignment } },
    })
    for (const [what, cell] of Object.entries(touched)) expect(cell.version, what).toBe(store.revision)
    for (const [what, cell] of Object.entries(others)) expect(cell.version, what).toBeLessThan(store.revision)
  })

  test('filled after somebody read it, is read anew', () => {
    const { store: full, alice } = exampleProject()
    const store = new RecordStore()
    const cells = [store.recordCell('assets', alice.id), store.listCell('assetsInOrder', ''), store.tableCell('assets')]
    store.load('assets', full.all('assets'))
    for (const cell of cells) expect(cell.version).toBe(store.revision)
  })

  test('takes no change while a draft is open', () => {
    const { store, alice } = exampleProject()
    store.openDraft()
    expect(() => store.apply({ added: {}, updated: {}, removed: { assets: { [alice.id]: alice } } })).toThrow('draft')
    expect(() => store.openDraft()).toThrow('draft')
    store.closeDraft()
    store.apply({ added: {}, updated: {}, removed: { assets: { [alice.id]: alice } } })
    expect(store.get('assets', alice.id)).toBeUndefined()
  })

  test('leaves lists that were handed out as they were', () => {
    const { store, roomShots } = exampleProject()
    const list = store.list('assignmentsOfShot', roomShots[0]!.id)
    const copy = [...list]
    store.apply({ added: {}, updated: {}, removed: { assignments: { [copy[0]!.id]: copy[0]! } } })
    expect(list).toEqual(copy)
    expect(store.list('assignmentsOfShot', roomShots[0]!.id)).toEqual(copy.slice(1))
  })

  test('an update of a record that is gone changes nothing', () => {
    const { store } = exampleProject()
    const before = recordDump(store)
    store.apply({ added: {}, updated: { assets: { gone: [{ name: 'a' }, { name: 'b' }] } }, removed: {} })
    expect(recordDump(store)).toEqual(before)
  })

  test('refuses what must be there and is not, by name', () => {
    expect(() => exampleProject().store.must('shots', 'gone')).toThrow('shots gone is no longer in the project.')
  })
})
