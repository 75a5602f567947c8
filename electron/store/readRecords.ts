import type { TableName } from '@shared/model/tables'
import { rowReader, selectedFields, tableColumns } from './tableColumns'
import type { ReadDb } from './sqlite'

type Row = Record<string, unknown>

/** All rows of one table as records; nothing says yet that they fit. */
export function readTable(db: ReadDb, table: TableName): { id: string }[] {
  const rows = db.prepare(selectOf(table)).all() as Row[]
  rows.forEach(rowReader(tableColumns[table]))
  return rows as unknown as { id: string }[]
}

/**
 * The rows of a damaged table that can be read: from its beginning up to the damage, and from its end down to it.
 * @returns the records, and SQLite's word on what stopped it
 */
export function readAround(db: ReadDb, table: TableName): { records: { id: string }[]; problem: string | null } {
  const read = rowReader(tableColumns[table])
  const records = new Map<string, { id: string }>()
  let problem: string | null = null
  for (const order of ['', ' ORDER BY rowid DESC']) {
    try {
      for (const row of db.prepare(selectOf(table) + order).iterate() as IterableIterator<Row>) {
        const record = read(row)
        records.set(record.id, record)
      }
      if (order === '') break
    } catch (error) {
      problem = (error as Error).message
    }
  }
  return { records: [...records.values()], problem }
}

const selectOf = (table: TableName) =>
  `SELECT ${selectedFields(tableColumns[table])} FROM "${tableColumns[table].sqlName}"`
