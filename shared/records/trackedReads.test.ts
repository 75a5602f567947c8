import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomCommand } from '../testing/randomCommands'
import { seededRandom } from '../testing/seededRandom'
import { liveIndexes } from '../testing/recordDump'
import { runCommand } from '../testing/runCommand'
import { exampleProject } from '../testing/exampleProject'
import { tableNames } from '../model/tableNames'
import { indexNames } from './indexes'
import { invertChange } from './change'
import type { ReadRecords, RecordStore } from './recordStore'
import { TrackedReads } from './trackedReads'

type Reading = (reads: ReadRecords) => unknown

/** Every way of reading, of everything there is and of something that is not there. */
function everyReading(store: RecordStore): Record<string, Reading> {
  const readings: Record<string, Reading> = {}
  for (const table of tableNames) {
    readings[`all ${table}`] = (reads) => [...reads.all(table)]
    readings[`how many ${table}`] = (reads) => reads.count(table)
    for (const id of [...[...store.all(table)].map((r) => r.id), 'nothing'])
      readings[`${table} ${id}`] = (reads) => reads.get(table, id)
  }
  const lists = liveIndexes(store)
  for (const index of indexNames)
    for (const key of [...Object.keys(lists[index]!), 'nothing']) {
      const list = store.list(index, key)
      readings[`${index} ${key}`] = (reads) => [...reads.list(index, key)]
      readings[`first of ${index} ${key}`] = (reads) => reads.first(index, key)
      readings[`size of ${index} ${key}`] = (reads) => reads.sizeOf(index, key)
      for (const [n, record] of list.entries()) {
        readings[`${index} ${key} at ${n}`] = (reads) => reads.nth(index, key, n)
        readings[`place in ${index} ${key} of ${record.id}`] = (reads) => reads.positionIn(index, key, record)
        for (const step of [1, -1] as const)
          readings[`${index} ${key} beside ${record.id} ${step}`] = (reads) => reads.beside(index, key, record, step)
      }
    }
  return readings
}

function tracked(store: RecordStore, reading: Reading) {
  const reads = new TrackedReads(store)
  const answer = reading(reads)
  return { answer, ...reads.finish() }
}

describe('tracked reads', () => {
  test('answer what the records answer, and note whatever could make the answer another one', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { store, newId } = exampleProject()
        const random = seededRandom(seed)
        for (let i = 0; i < 12; i++) {
          const { revision } = store
          const before = Object.entries(everyReading(store)).map(([what, reading]) => {
            expect(tracked(store, reading).answer, what).toEqual(reading(store))
            return { what, reading, ...tracked(store, reading) }
          })
          const { name, input } = randomCommand(store, random)
          const change = runCommand(store, newId, name, input)
          if (change && random() < 0.3) store.apply(invertChange(change))
          for (const { what, reading, answer, cells } of before) {
            if (cells.some((cell) => cell.version > revision)) continue
            const now = reading(store)
            if (Array.isArray(now)) for (const [n, one] of now.entries()) expect(one, what).toBe((answer as [])[n])
            else expect(now, what).toBe(answer)
          }
        }
      }),
      { numRuns: 4 },
    )
  })

  test('of a place in a list do not note what else is in the list', () => {
    const p = exampleProject()
    const { store, roomShots: shots } = p
    const reads = new TrackedReads(store)
    reads.beside('shotsOfScene', p.room.id, shots[0]!, 1)
    reads.positionIn('shotsOfScene', p.room.id, shots[0]!)
    reads.sizeOf('shotsOfScene', p.room.id)
    const { cells } = reads.finish()
    const edit = (shotId: string, fields: object) =>
      p.run((draft) => draft.update('shots', shotId, fields as { text: string }))
    const moved = () => cells.some((cell) => cell.version === store.revision)
    edit(shots[2]!.id, { text: 'Nobody speaks.' })
    expect(moved()).toBe(false)
    edit(shots[1]!.id, { text: 'Nobody speaks.' })
    expect(moved()).toBe(true)
    edit(shots[3]!.id, { orderKey: 'A' })
    expect(moved()).toBe(true)
  })

  test('a missing record is a refusal, and its coming is noted', () => {
    const { store } = exampleProject()
    const reads = new TrackedReads(store)
    expect(() => reads.must('shots', 'gone')).toThrow('shots gone is no longer in the project.')
    expect(reads.finish().cells).toEqual([store.recordCell('shots', 'gone')])
  })

  test('are over when they are over', () => {
    const { store, alice } = exampleProject()
    const reads = new TrackedReads(store)
    reads.finish()
    expect(() => reads.get('assets', alice.id)).toThrow('over')
    expect(() => reads.list('assetsInOrder')).toThrow('over')
    expect(() => reads.all('assets')).toThrow('over')
  })
})
