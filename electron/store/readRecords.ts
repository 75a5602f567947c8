import { tableNames } from '@shared/model/tableNames'
import type { TableName } from '@shared/model/tables'
import { RecordStore } from '@shared/records/recordStore'
import { rowReader, tableColumns } from './columns'
import type { ReadDb } from './sqlite'

/** All rows of one table as records. */
export function readTable(db: ReadDb, table: TableName): { id: string }[] {
  const columns = tableColumns[table]
  const rows = db
    .prepare(`SELECT ${columns.sqlColumns.join(',')} FROM "${columns.sqlName}"`)
    .raw()
    .all() as unknown[][]
  const read = rowReader(columns)
  return rows.map(read)
}

/** The whole project into memory. */
export function readRecords(db: ReadDb): RecordStore {
  const store = new RecordStore()
  for (const table of tableNames) store.load(table, readTable(db, table))
  return store
}
