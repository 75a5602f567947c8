import { tableNames } from '@shared/model/tableNames'
import type { TableName } from '@shared/model/tables'
import type { Change } from '@shared/records/change'
import { Refusal } from '@shared/records/refusal'
import { tableColumns, toSql } from './tableColumns'
import type { WriteDb } from './sqlite'

type Statement = ReturnType<WriteDb['prepare']>

/** Writes Changes to SQL. The caller holds the transaction. Statements are prepared once for each set of fields. @throws Refusal PROJECT_DAMAGED for a record that is not in the file */
export class ChangeWriter {
  private readonly statements = new Map<string, Statement>()

  constructor(private readonly db: WriteDb) {}

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql)
    if (!statement) this.statements.set(sql, (statement = this.db.prepare(sql)))
    return statement
  }

  /** Removals first, then updates, then additions, so that a unique pair can move from one record to another. */
  apply(change: Change): void {
    for (const table of tableNames) {
      const { sqlName } = tableColumns[table]
      for (const id of Object.keys(change.removed[table] ?? {}))
        oneRow(this.statement(`DELETE FROM "${sqlName}" WHERE id = ?`).run(id), table, id)
    }
    for (const table of tableNames) {
      for (const [id, [, after]] of Object.entries(change.updated[table] ?? {})) this.update(table, id, after)
    }
    for (const table of tableNames) {
      for (const record of Object.values(change.added[table] ?? {}))
        this.insert(table, record as Record<string, unknown>)
    }
  }

  private insert(table: TableName, record: Record<string, unknown>): void {
    const columns = tableColumns[table]
    const sql = `INSERT INTO "${columns.sqlName}" (${columns.sqlColumns.join(',')}) VALUES (${columns.fields.map(() => '?').join(',')})`
    this.statement(sql).run(columns.fields.map((field) => toSql(columns, field, record[field])))
  }

  private update(table: TableName, id: string, after: Readonly<Record<string, unknown>>): void {
    const columns = tableColumns[table]
    const fields = columns.fields.filter((field) => field in after)
    const sets = fields.map((field) => `${columns.sqlColumns[columns.fields.indexOf(field)]} = ?`)
    const values = fields.map((field) => toSql(columns, field, after[field]))
    oneRow(
      this.statement(`UPDATE "${columns.sqlName}" SET ${sets.join(',')} WHERE id = ?`).run([...values, id]),
      table,
      id,
    )
  }
}

/** A record that is in memory is in the file; where it is not found, its index is damaged. @throws Refusal PROJECT_DAMAGED */
function oneRow({ changes }: { changes: number }, table: TableName, id: string): void {
  if (changes !== 1) throw new Refusal('PROJECT_DAMAGED', { reason: `${table} ${id} is not found in it` })
}
