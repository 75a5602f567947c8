import { expect, test } from 'vitest'
import { tableNames } from '../model/tableNames'
import type { TableName, Tables } from '../model/tables'
import { brokenReferences } from '../testing/brokenReferences'
import { expectedIndexes, invalidRecords, liveIndexes, recordText } from '../testing/recordDump'
import { exampleProject } from '../testing/exampleProject'
import { below, pick, seededRandom } from '../testing/seededRandom'
import { storeOfSound } from './brokenRecords'

type Maps = { readonly [T in TableName]: Map<string, Tables[T]> }

/** The sample's records as a file would hold them, to be spoilt. */
function sampleMaps() {
  const sample = exampleProject()
  const maps = Object.fromEntries(
    tableNames.map((table) => [table, new Map([...sample.store.all(table)].map((r) => [r.id, r]))]),
  ) as unknown as Maps
  return { sample, maps }
}

const sound = (maps: Maps) => storeOfSound((table) => [...maps[table].values()])

/** Changes one record of the maps. */
function spoil(maps: Maps, table: keyof Maps, id: string, fields: object): void {
  const map = maps[table] as Map<string, { id: string }>
  map.set(id, { ...map.get(id)!, ...fields })
}

test('a whole project is left as it is', () => {
  const { sample, maps } = sampleMaps()
  const { records, broken } = sound(maps)
  expect(broken).toEqual([])
  expect(recordText(records)).toBe(recordText(sample.store))
  expect(liveIndexes(records)).toEqual(expectedIndexes(sample.store))
})

test('a record that does not fit its schema goes, with what cannot be without it, each by name', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'scenes', sample.room.id, { intExt: 'UNDERWATER' })
  const { records, broken: found } = sound(maps)
  expect(found[0]).toMatchObject({ table: 'scenes', id: sample.room.id, problem: expect.stringMatching(/^intExt: /) })
  expect(found).toContainEqual({
    table: 'shots',
    id: sample.store.list('shotsOfScene', sample.room.id)[0]!.id,
    name: sample.store.list('shotsOfScene', sample.room.id)[0]!.number,
    problem: 'sceneId names a broken record of scenes',
  })
  expect(records.list('shotsOfScene', sample.room.id)).toEqual([])
  expect(brokenReferences(records)).toEqual([])
})

test('an asset whose default look is another’s takes one of its own and stays', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'assets', sample.alice.id, { defaultLookId: sample.bob.defaultLookId })
  const { records, broken } = sound(maps)
  expect(broken).toEqual([
    { table: 'assets', id: sample.alice.id, name: 'Alice', problem: 'defaultLookId names a look of another asset' },
  ])
  expect(records.must('looks', records.must('assets', sample.alice.id).defaultLookId).assetId).toBe(sample.alice.id)
})

test('a picture that is not there leaves its look without one', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'looks', sample.alice.defaultLookId, { mediaId: 'gone' })
  const { records, broken } = sound(maps)
  expect(broken).toEqual([
    { table: 'looks', id: sample.alice.defaultLookId, name: 'Default', problem: 'mediaId names no record of media' },
  ])
  expect(records.must('looks', sample.alice.defaultLookId).mediaId).toBeNull()
})

test('merges that lead in a circle are undone', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'assets', sample.alice.id, { mergedIntoId: sample.bob.id })
  spoil(maps, 'assets', sample.bob.id, { mergedIntoId: sample.alice.id })
  expect(sound(maps).broken.map((f) => [f.id, f.problem])).toEqual(
    [sample.alice.id, sample.bob.id].map((id) => [id, 'mergedIntoId leads in a circle']),
  )
})

test('a media row whose type is not that of its file is taken out, and one whose file name leads elsewhere', () => {
  const { maps } = sampleMaps()
  const [first, second] = [...maps.media.values()]
  spoil(maps, 'media', first!.id, { mime: 'text/html' })
  spoil(maps, 'media', second!.id, { ext: 'x/../../../payload' })
  const found = sound(maps).broken.filter((f) => f.table === 'media')
  expect(found.map((f) => f.id).sort()).toEqual([first!.id, second!.id].sort())
})

test('whatever records go missing or are changed, what is left holds together, and nothing goes without a word', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed)
    const { maps } = sampleMaps()
    const before = tableNames.map((table) => maps[table].size)
    let deleted = 0
    for (let i = 0; i < 1 + below(random, 6); i++) {
      const table = pick(
        random,
        tableNames.filter((t) => maps[t].size > 0),
      )
      const record = pick(random, [...maps[table].values()]) as unknown as Record<string, unknown> & { id: string }
      if (random() < 0.4) {
        maps[table].delete(record.id)
        deleted++
      } else {
        const field = pick(
          random,
          Object.keys(record).filter((f) => f !== 'id'),
        )
        spoil(maps, table, record.id, { [field]: pick(random, [null, 'nope', -1, 5, [], { a: 1 }]) })
      }
    }
    const { records, broken } = sound(maps)
    // Two places of one order key are no damage: they are told apart by id.
    const left = [...invalidRecords(records), ...brokenReferences(records).filter((line) => !line.startsWith('place '))]
    expect(left, `seed ${seed}`).toEqual([])
    expect(liveIndexes(records), `seed ${seed}`).toEqual(expectedIndexes(records))
    const gone = tableNames.reduce((sum, table, i) => sum + before[i]! - records.count(table), 0) - deleted
    expect(new Set(broken.map((f) => `${f.table} ${f.id}`)).size, `seed ${seed}`).toBeGreaterThanOrEqual(gone)
    const again = storeOfSound((table) => [...records.all(table)])
    expect(again.broken, `seed ${seed}`).toEqual([])
  }
})

test('of two records with one id the first one stays', () => {
  const { sample, maps } = sampleMaps()
  const { alice } = sample
  const { records, broken } = storeOfSound((table) => [
    ...maps[table].values(),
    ...(table === 'assets' ? [{ ...alice, name: 'Twin' }] : []),
  ])
  expect(broken).toEqual([{ table: 'assets', id: alice.id, name: 'Twin', problem: 'is there twice' }])
  expect(recordText(records)).toBe(recordText(sample.store))
  expect(liveIndexes(records)).toEqual(expectedIndexes(sample.store))
})
