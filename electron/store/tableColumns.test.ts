import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { tableNames } from '@shared/model/tableNames'
import { tableSchemas } from '@shared/model/tables'
import type { Change } from '@shared/records/change'
import { seededRandom } from '@shared/testing/seededRandom'
import { randomRecord } from '@shared/testing/randomRecord'
import { tempFolder } from '../testing/tempFolder'
import { ChangeWriter } from './applyChange'
import { tableColumns } from './tableColumns'
import { migrate } from './migrate'
import { readTable } from './readRecords'
import { openSqlite } from './sqlite'

/** An empty file of the current format in which ids may name nothing. */
function emptyDatabase() {
  const file = join(tempFolder(), 'project.db')
  const db = openSqlite(file)
  migrate(db, file)
  db.pragma('foreign_keys = OFF')
  return db
}

const change = (fields: Partial<Record<keyof Change, unknown>>) =>
  ({ added: {}, updated: {}, removed: {}, ...fields }) as Change

test('the tables are listed once each, as the schemas are', () => {
  expect([...tableNames].sort()).toEqual(Object.keys(tableSchemas).sort())
})

describe.each(tableNames)('the table of %s', (table) => {
  test('has the columns of the record type, in its order', () => {
    const db = emptyDatabase()
    const { sqlName, sqlColumns, fields } = tableColumns[table]
    const columns = db.pragma(`table_info("${sqlName}")`) as { name: string; notnull: number }[]
    expect(columns.map((c) => `"${c.name}"`).sort()).toEqual([...sqlColumns].sort())
    const optional = fields.filter(
      (field) =>
        (tableSchemas[table].shape as Record<string, { safeParse(v: unknown): { success: boolean } }>)[
          field
        ]!.safeParse(null).success,
    )
    const nullable = columns.filter((c) => c.notnull === 0 && c.name !== 'id').map((c) => `"${c.name}"`)
    expect(nullable.sort()).toEqual(optional.map((field) => sqlColumns[fields.indexOf(field)]).sort())
    db.close()
  })

  test('gives back every record as it was written, added and updated', () => {
    const db = emptyDatabase()
    const writer = new ChangeWriter(db)
    const random = seededRandom(7)
    for (let i = 0; i < 20; i++) {
      const record = randomRecord(table, random)
      writer.apply(change({ added: { [table]: { [record.id]: record } } }))
      expect(readTable(db, table)).toEqual([record])
      const { id: _own, ...after } = randomRecord(table, random)
      writer.apply(change({ updated: { [table]: { [record.id]: [{}, after] } } }))
      expect(readTable(db, table)).toEqual([{ id: record.id, ...after }])
      writer.apply(change({ removed: { [table]: { [record.id]: record } } }))
      expect(readTable(db, table)).toEqual([])
    }
    db.close()
  })
})

test.each([
  ['transformations', { kind: 'within_shot', at: 0 }],
  ['transformations', { kind: 'within_shot', at: null }],
  ['transformations', { kind: 'between_shots', at: 0.5 }],
  ['assignments', { presence: 'enters', enterAt: 0, exitAt: 1 }],
  ['assignments', { presence: 'enters', enterAt: 1, exitAt: 1 }],
  ['shots', { durationFrames: 0 }],
  ['assets', { type: 'vehicle' }],
  ['blockings', { scale: 0 }],
  ['project', { fps: 0 }],
] as const)('%s with %j is refused by the database itself', (table, fields) => {
  const db = emptyDatabase()
  const record = { ...randomRecord(table, seededRandom(1)), ...fields }
  expect(() => new ChangeWriter(db).apply(change({ added: { [table]: { [record.id]: record } } }))).toThrow(/CHECK/)
  db.close()
})
