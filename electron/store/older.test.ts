import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '@shared/records/refusal'
import { olderProject } from '../testing/olderProject'
import { refusalOf, spoil } from '../testing/spoilt'
import { tempFolder } from '../testing/tempFolder'
import { currentVersion } from './migrations'
import { formatVersion } from './migrate'
import { databaseFile, openProject } from './openProject'
import { openReader } from './sqlite'

const older = () => olderProject('0010-boat-house')
const versionOf = (file: string) => {
  const db = openReader(file)
  const version = formatVersion(db)
  db.close()
  return version
}

test('an older project is not brought up to date by somebody who reads', () => {
  const folder = older()
  const before = readFileSync(databaseFile(folder))
  for (const mode of ['read', 'salvage'] as const)
    expect(refusalOf(() => openProject(folder, mode).close())?.code).toBe('PROJECT_OLDER')
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
})

test('one that cannot be written is shown from a copy that is brought up to date, and is left as it is', () => {
  const folder = older()
  const before = readFileSync(databaseFile(folder))
  const project = openProject(folder, 'read', new Refusal('READ_ONLY', { reason: 'the disk is full' }))
  expect(project.records.must('project', 'project').fps).toEqual({ num: 25, den: 1 })
  expect(refusalOf(() => project.view.write('x', 1))?.message).toBe('Read-only: the disk is full.')
  project.close()
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
})

test('a copy is kept before it is brought up to date, beside whatever has its name already', () => {
  const folder = older()
  const somebody = join(tempFolder(), '.bashrc')
  writeFileSync(somebody, 'mine')
  symlinkSync(somebody, `${databaseFile(folder)}.v10.backup`)
  openProject(folder, 'write').close()
  expect(readFileSync(somebody, 'utf8')).toBe('mine')
  expect(lstatSync(`${databaseFile(folder)}.v10-2.backup`).isFile()).toBe(true)
  expect([versionOf(`${databaseFile(folder)}.v10-2.backup`), versionOf(databaseFile(folder))]).toEqual([
    10,
    currentVersion,
  ])
})

test('rows of its history and view that cannot be read keep it from nothing', () => {
  const folder = older()
  spoil(
    folder,
    `UPDATE history SET change = 'nope' WHERE seq = (SELECT max(seq) FROM history WHERE undone = 0);
     UPDATE history SET change = '[]' WHERE undone = 1;
     INSERT OR REPLACE INTO view_state VALUES ('window', 'nope')`,
  )
  const project = openProject(folder, 'write')
  expect(project.inspect().problems.map((line) => line.split(':')[0]!.split(' ')[0])).toContain('history')
  expect(project.view.read()).not.toHaveProperty('window')
  expect(refusalOf(() => project.undo())?.code).toBe('STEP_DAMAGED')
  expect(refusalOf(() => project.redo())?.code).toBe('STEP_DAMAGED')
  project.close()
})

test('a damaged one is refused before anything is done to it', () => {
  const folder = older()
  spoil(folder, 'CREATE TRIGGER swallow BEFORE UPDATE ON assets BEGIN SELECT RAISE(IGNORE); END')
  const before = readFileSync(databaseFile(folder))
  expect(refusalOf(() => openProject(folder, 'write').close())?.params['reason']).toBe(
    'trigger swallow does not belong to a project',
  )
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
  expect(existsSync(`${databaseFile(folder)}.v10.backup`)).toBe(false)
})

test('one whose records do not fit is refused after it was brought up to date, with the copy of it beside', () => {
  const folder = older()
  spoil(folder, `UPDATE assets SET aliases = '5' WHERE rowid = 1`)
  expect(refusalOf(() => openProject(folder, 'write').close())?.message).toMatch(/assets \S+ “.+”: aliases: /)
  expect(versionOf(`${databaseFile(folder)}.v10.backup`)).toBe(10)
})
