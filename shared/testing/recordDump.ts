import { tableNames } from '../model/tableNames'
import { tableSchemas, type TableName } from '../model/tables'
import type { Change } from '../records/change'
import { canonicalJson } from '../records/canonical'
import { indexes, indexNames } from '../records/indexes'
import type { ReadRecords, RecordStore } from '../records/recordStore'

/** All records by table and id, for comparing two projects; the order of a table means nothing. */
export function recordDump(store: Pick<ReadRecords, 'all'>): Record<string, unknown> {
  return Object.fromEntries(
    tableNames.map((table) => [
      table,
      Object.fromEntries(
        [...store.all(table)]
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map((r) => [r.id, JSON.parse(JSON.stringify(r)) as unknown]),
      ),
    ]),
  )
}

/** The same as one text, quick to compare; exact but for numbers, which count to 1e-6. */
export const recordText = (store: Pick<ReadRecords, 'all'>): string => canonicalJson(recordDump(store))

type Lists = Record<string, Record<string, string[]>>

/** Every list of every index, computed anew from the records: ids in order, by index and key. */
export function expectedIndexes(store: ReadRecords): Lists {
  return Object.fromEntries(
    indexNames.map((name) => {
      const { table, key, compare } = indexes[name] as unknown as {
        table: TableName
        key: (r: unknown) => string | null
        compare: (a: unknown, b: unknown) => number
      }
      const lists: Record<string, { id: string }[]> = {}
      for (const record of store.all(table)) {
        const at = key(record)
        if (at !== null) (lists[at] ??= []).push(record)
      }
      return [
        name,
        Object.fromEntries(Object.entries(lists).map(([at, list]) => [at, list.sort(compare).map((r) => r.id)])),
      ]
    }),
  )
}

/** The same lists as the store keeps them, with those that should be gone. */
export function liveIndexes(store: RecordStore): Lists {
  const { indexes: live } = store as unknown as { indexes: Record<string, { lists: Map<string, { id: string }[]> }> }
  return Object.fromEntries(
    Object.entries(live).map(([name, { lists }]) => [
      name,
      Object.fromEntries([...lists].map(([at, list]) => [at, list.map((r) => r.id)])),
    ]),
  )
}

/** Records that break their schema, as `table id: path message`. */
export function invalidRecords(store: ReadRecords): string[] {
  const out: string[] = []
  for (const table of tableNames) {
    for (const record of store.all(table)) {
      const parsed = tableSchemas[table].safeParse(record)
      if (!parsed.success)
        out.push(`${table} ${record.id}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`)
    }
  }
  return out
}

/** A whole project as one change, e.g. to store what was built in memory. */
export function asChange(store: Pick<ReadRecords, 'all'>): Change {
  const added = Object.fromEntries(
    tableNames.map((table) => [table, Object.fromEntries([...store.all(table)].map((r) => [r.id, r]))]),
  ) as Change['added']
  return { added, updated: {}, removed: {} }
}
