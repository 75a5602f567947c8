import { expect, test } from 'vitest'
import { tableNames } from '../model/tableNames'
import { brokenReferences } from '../testing/brokenReferences'
import { invalidRecords } from '../testing/recordDump'
import { sampleProject } from '../testing/sampleProject'
import { below, pick, seededRandom } from '../testing/random'
import { takeOutBroken, type RecordMaps } from './brokenRecords'
import { RecordStore } from './recordStore'

function sampleMaps() {
  const sample = sampleProject()
  const maps = Object.fromEntries(
    tableNames.map((table) => [table, new Map([...sample.store.all(table)].map((r) => [r.id, r]))]),
  ) as unknown as RecordMaps
  return { sample, maps }
}

function storeOf(maps: RecordMaps): RecordStore {
  const store = new RecordStore()
  for (const table of tableNames) store.load(table, maps[table].values())
  return store
}

/** Changes one record of the maps. */
function spoil(maps: RecordMaps, table: keyof RecordMaps, id: string, fields: object): void {
  const map = maps[table] as Map<string, { id: string }>
  map.set(id, { ...map.get(id)!, ...fields })
}

test('a whole project is left as it is', () => {
  const { sample, maps } = sampleMaps()
  expect(takeOutBroken(maps)).toEqual([])
  for (const table of tableNames) expect([...maps[table].values()]).toEqual([...sample.store.all(table)])
})

test('a record that does not fit its schema goes, with what cannot be without it, each by name', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'scenes', sample.room.id, { intExt: 'UNDERWATER' })
  const found = takeOutBroken(maps)
  expect(found[0]).toMatchObject({ table: 'scenes', id: sample.room.id, problem: expect.stringMatching(/^intExt: /) })
  expect(found).toContainEqual({
    table: 'shots',
    id: sample.store.list('shotsOfScene', sample.room.id)[0]!.id,
    name: sample.store.list('shotsOfScene', sample.room.id)[0]!.number,
    problem: 'sceneId names a broken record of scenes',
  })
  expect([...maps.shots.values()].some((s) => s.sceneId === sample.room.id)).toBe(false)
  expect(brokenReferences(storeOf(maps))).toEqual([])
})

test('an asset whose default look is another’s takes one of its own and stays', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'assets', sample.alice.id, { defaultLookId: sample.bob.defaultLookId })
  expect(takeOutBroken(maps)).toEqual([
    { table: 'assets', id: sample.alice.id, name: 'Alice', problem: 'defaultLookId names a look of another asset' },
  ])
  expect(maps.looks.get(maps.assets.get(sample.alice.id)!.defaultLookId)!.assetId).toBe(sample.alice.id)
})

test('a picture that is not there leaves its look without one', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'looks', sample.alice.defaultLookId, { mediaId: 'gone' })
  expect(takeOutBroken(maps)).toEqual([
    { table: 'looks', id: sample.alice.defaultLookId, name: 'Default', problem: 'mediaId names no record of media' },
  ])
  expect(maps.looks.get(sample.alice.defaultLookId)!.mediaId).toBeNull()
})

test('merges that lead in a circle are undone', () => {
  const { sample, maps } = sampleMaps()
  spoil(maps, 'assets', sample.alice.id, { mergedIntoId: sample.bob.id })
  spoil(maps, 'assets', sample.bob.id, { mergedIntoId: sample.alice.id })
  expect(takeOutBroken(maps).map((f) => [f.id, f.problem])).toEqual(
    [sample.alice.id, sample.bob.id].map((id) => [id, 'mergedIntoId leads in a circle']),
  )
})

test('a media row whose type is not that of its file is taken out, and one whose file name leads elsewhere', () => {
  const { maps } = sampleMaps()
  const [first, second] = [...maps.media.values()]
  spoil(maps, 'media', first!.id, { mime: 'text/html' })
  spoil(maps, 'media', second!.id, { ext: 'x/../../../payload' })
  const found = takeOutBroken(maps).filter((f) => f.table === 'media')
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
    const found = takeOutBroken(maps)
    const store = storeOf(maps)
    // Two places of one order key are no damage; a missing order is shown by id.
    const left = [...invalidRecords(store), ...brokenReferences(store).filter((line) => !line.startsWith('place '))]
    expect(left, `seed ${seed}`).toEqual([])
    const gone = tableNames.reduce((sum, table, i) => sum + before[i]! - maps[table].size, 0) - deleted
    expect(new Set(found.map((f) => `${f.table} ${f.id}`)).size, `seed ${seed}`).toBeGreaterThanOrEqual(gone)
    expect(takeOutBroken(maps), `seed ${seed}`).toEqual([])
  }
})
