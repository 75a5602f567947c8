import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { newProject } from '@shared/domain/structure/projectRules'
import { checkFolder } from './check'
import { tempFolder } from '../testing/tempFolder'
import { closedSample, refusalOf, spoil } from '../testing/spoilt'
import { storedExample } from '../testing/testFolder'
import { makeFolders } from '../store/makeFolders'
import { createProject, databaseFile, openProject } from '../store/openProject'
import { openCopy } from '../store/readOnlyCopy'
import { openSqlite } from '../store/sqlite'

const refusal = (work: () => unknown) => refusalOf(work)?.code ?? null

test('somebody else’s database of the same name is not taken for a project, nor written into', () => {
  const folder = tempFolder()
  const db = openSqlite(databaseFile(folder))
  db.exec('CREATE TABLE films (title TEXT)')
  db.close()
  const before = readFileSync(databaseFile(folder))
  for (const mode of ['read', 'write'] as const) expect(refusal(() => openProject(folder, mode))).toBe('NOT_A_PROJECT')
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
  const other = tempFolder()
  mkdirSync(databaseFile(other))
  for (const mode of ['read', 'write'] as const) expect(refusal(() => openProject(other, mode))).toBe('NOT_A_PROJECT')
})

test('a damaged file is told and left as it is; check reports it, and the lock is free again', async () => {
  const folder = closedSample()
  truncateSync(databaseFile(folder), 20_000)
  const before = readFileSync(databaseFile(folder))
  for (const mode of ['read', 'write', 'write'] as const)
    expect(refusal(() => openProject(folder, mode))).toBe('PROJECT_DAMAGED')
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
  expect(await checkFolder(folder)).toEqual({
    ok: false,
    integrity: 'database disk image is malformed',
    missingMedia: [],
    damagedMedia: [],
    invalidRecords: [],
    continuity: {},
  })
})

test('a field that cannot be read, and a record that names one that is not there, are told by check', async () => {
  const unreadable = closedSample()
  spoil(unreadable, `UPDATE shots SET dialogue = '{' WHERE rowid = 1`)
  expect(refusal(() => openProject(unreadable, 'read'))).toBe('PROJECT_DAMAGED')
  const told = await checkFolder(unreadable)
  expect([told.ok, told.integrity]).toEqual([false, 'ok'])
  expect(told.invalidRecords).toContainEqual(expect.stringMatching(/^shots \S+ “.+”: dialogue: /))
  const torn = closedSample()
  spoil(torn, 'DELETE FROM scene_asset_instances')
  const { ok, integrity, invalidRecords } = await checkFolder(torn)
  expect([ok, integrity]).toEqual([false, 'ok'])
  expect(invalidRecords).toContainEqual(
    expect.stringMatching(/^assignments \S+: sceneAssetInstanceId names no record of sceneAssetInstances$/),
  )
})

test('a copy for reading holds what only the log has yet', () => {
  const { folder, project, sample } = storedExample()
  const change = {
    added: {},
    updated: { assets: { [sample.alice.id]: [{ name: 'Alice' }, { name: 'Alison' }] as const } },
    removed: {},
  }
  project.commit(change, null)
  const copy = openCopy(databaseFile(folder))
  expect(copy.prepare('SELECT name FROM assets WHERE id = ?').pluck().get(sample.alice.id)).toBe('Alison')
  const place = dirname(copy.name)
  copy.close()
  expect(existsSync(place)).toBe(false)
})

test('a project that cannot be finished leaves nothing behind, and never takes another’s', () => {
  const wrong = {
    added: { project: { project: { ...newProject({ title: 'Film' }), aspectWidth: 0 } } },
    updated: {},
    removed: {},
  }
  const fresh = join(tempFolder(), 'deep', 'film.exeunt')
  expect(() => createProject(fresh, wrong)).toThrow(/aspectWidth/)
  expect(existsSync(fresh)).toBe(false)
  const empty = tempFolder()
  expect(() => createProject(empty, wrong)).toThrow(/aspectWidth/)
  expect(readdirSync(empty)).toEqual([])
  const taken = closedSample()
  expect(refusal(() => createProject(taken, wrong))).toBe('FOLDER_TAKEN')
  openProject(taken, 'read').close()
})

test('a folder that cannot be made is one sentence', () => {
  const file = join(tempFolder(), 'file')
  writeFileSync(file, 'x')
  expect(refusal(() => makeFolders(file))).toBe('DISK')
  expect(refusal(() => makeFolders(join(file, 'below')))).toBe('DISK')
})
