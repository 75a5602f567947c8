import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../testing/tempFolder'
import { listHistory } from './history'
import { readTable } from './readRecords'
import { isDevelopment, openReader, openSqlite, type ReadDb, type WriteDb } from './sqlite'

/** What the types refuse; compiling this file is the test, so it is never called. */
export function refusedByType(reader: ReadDb, writer: WriteDb, plain: { prepare: ReadDb['prepare'] }): void {
  // @ts-expect-error a reader runs nothing
  reader.prepare('DELETE FROM shots').run()
  // @ts-expect-error nor a script
  reader.exec('DELETE FROM shots')
  // @ts-expect-error nor a pragma that sets something
  reader.pragma('user_version = 20')
  // @ts-expect-error a reader is no writer
  const asWriter: WriteDb = reader
  // @ts-expect-error what only looks like a connection is no reader
  readTable(plain, 'shots')
  // A writer may read.
  listHistory(writer)
  writer.prepare('DELETE FROM shots').run()
  void asWriter
}

test('a reader reads and SQLite itself keeps it from writing', () => {
  const file = join(tempFolder(), 'project.db')
  const writer = openSqlite(file)
  writer.exec('CREATE TABLE shots (id TEXT) STRICT; INSERT INTO shots VALUES (1)')
  const reader = openReader(file)
  expect(reader.prepare('SELECT id FROM shots').pluck().all()).toEqual(['1'])
  expect(() => reader.prepare('DELETE FROM shots RETURNING id').all()).toThrow(/readonly/)
  expect(() => openReader(join(tempFolder(), 'nothing.db'))).toThrow(/unable to open/)
  reader.close()
  writer.close()
})

test('a binding from the environment is for Electron on a checkout only', () => {
  expect(isDevelopment(undefined, 'file:///work/out/main/cli.js')).toBe(false)
  expect(isDevelopment('45.0.0', 'file:///work/out/main/main.js')).toBe(true)
  expect(isDevelopment('45.0.0', 'file:///opt/Exeunt/resources/app.asar/out/main/main.js')).toBe(false)
})
