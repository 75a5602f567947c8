import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../testing/tempFolder'
import { tableColumns } from './tableColumns'
import { formatVersion, migrate } from './migrate'
import { currentVersion, migrations } from './migrations'
import { openSqlite } from './sqlite'

test('migrations are numbered upwards in tens', () => {
  const versions = migrations.map((m) => m.version)
  expect(versions.every((v) => v > 0 && v % 10 === 0)).toBe(true)
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  expect(currentVersion).toBe(versions.at(-1))
})

test('an empty file becomes one of the current format, without a backup of nothing', () => {
  const file = join(tempFolder(), 'project.db')
  const db = openSqlite(file)
  migrate(db, file)
  expect(formatVersion(db)).toBe(currentVersion)
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  expect(tables).toEqual(
    expect.arrayContaining([...Object.values(tableColumns).map((c) => c.sqlName), 'history', 'jobs', 'view_state']),
  )
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(existsSync(`${file}.v0.backup`)).toBe(false)
  migrate(db, file)
  expect(formatVersion(db)).toBe(currentVersion)
  db.close()
})

test('a step that fails leaves the file at the version before it', () => {
  const file = join(tempFolder(), 'project.db')
  const db = openSqlite(file)
  db.exec('CREATE TABLE shots (id TEXT)')
  expect(() => migrate(db, file)).toThrow(/already exists/)
  expect(formatVersion(db)).toBe(0)
  expect(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()).toEqual(['shots'])
  db.close()
})
