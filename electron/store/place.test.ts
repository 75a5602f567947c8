import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFolder } from '../services/check'
import { refusalOf } from '../testing/spoilt'
import { tempFolder } from '../testing/tempFolder'
import { storedExample } from '../testing/testFolder'
import type { OpenProject } from './project'
import { databaseFile, openProject } from './openProject'

/** Renames Alice as one undo step. */
function rename(project: OpenProject, id: string, to: string): void {
  const change = {
    added: {},
    updated: { assets: { [id]: [{ name: project.records.must('assets', id).name }, { name: to }] as const } },
    removed: {},
  }
  project.commit(change, { command: 'asset.update', label: 'edit asset', undoable: change })
}

/** A project with one edit that is only in its log yet, and everything that writes to it. */
function openSample() {
  const stored = storedExample()
  const { project, sample, folder } = stored
  const id = sample.alice.id
  rename(project, id, 'Alison')
  const writes: (() => unknown)[] = [
    () => rename(project, id, 'Alicia'),
    () => project.undo(),
    () => project.transaction(() => project.jobs.tidy()),
    () => project.view.write('x', 1),
    () => project.media.keepBytes(new Uint8Array([1, 2, 3]), 'bin'),
    () => project.media.temporaryFolder(),
  ]
  return {
    ...stored,
    id,
    writes,
    expectRefused: (code: string) => expect(writes.map((w) => refusalOf(w)?.code)).toEqual(writes.map(() => code)),
    parent: dirname(folder),
    name: basename(folder),
  }
}

const nameIn = (folder: string, id: string) => {
  const project = openProject(folder, 'read')
  const { name } = project.records.must('assets', id)
  project.close()
  return name
}

describe('a project folder that is moved while it is open', () => {
  test.each([
    ['renamed', (parent: string) => join(parent, 'Moved.exeunt')],
    [
      'put into another folder',
      (parent: string) => {
        mkdirSync(join(parent, 'elsewhere'))
        return join(parent, 'elsewhere', 'Other.exeunt')
      },
    ],
  ] as const)('(%s) takes no edit, is found, and has every edit that was made', async (_how, to) => {
    const { folder, project, parent, id, expectRefused } = openSample()
    const place = to(parent)
    renameSync(folder, place)
    expect(project.stand()?.code).toBe('PROJECT_MOVED')
    expect(project.stand()?.params['folder']).toBe(place)
    expectRefused('PROJECT_MOVED')
    expect(existsSync(folder)).toBe(false)
    project.close()
    expect(existsSync(folder)).toBe(false)
    expect(nameIn(place, id)).toBe('Alison')
    const again = openProject(place, 'write')
    again.undo()
    again.close()
    expect((await checkFolder(place)).invalidRecords).toEqual([])
  })

  test('(with the folder it is in) is found too', () => {
    const { folder, project, parent, name, id, expectRefused } = openSample()
    const place = join(tempFolder(), 'archive')
    renameSync(parent, place)
    mkdirSync(parent)
    expect(project.stand()?.params['folder']).toBe(join(place, name))
    expectRefused('PROJECT_MOVED')
    project.close()
    expect(existsSync(folder)).toBe(false)
    expect(nameIn(join(place, name), id)).toBe('Alison')
  })

  test('and put back is worked with again', () => {
    const { folder, project, id } = openSample()
    renameSync(folder, `${folder}.away`)
    expect(refusalOf(() => rename(project, id, 'X'))?.code).toBe('PROJECT_MOVED')
    renameSync(`${folder}.away`, folder)
    expect(project.stand()).toBeNull()
    rename(project, id, 'Alicia')
    expect(nameIn(folder, id)).toBe('Alicia')
  })

  test('with a copy put in its place: neither is written to', () => {
    const { folder, project, id, expectRefused } = openSample()
    const moved = `${folder}.original`
    renameSync(folder, moved)
    cpSync(moved, folder, { recursive: true })
    writeFileSync(join(folder, 'project.db-wal'), 'log of somebody else')
    const before = readFileSync(databaseFile(folder))
    expect(project.stand()?.params['folder']).toBe(moved)
    expectRefused('PROJECT_MOVED')
    project.close()
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
    expect(readFileSync(join(folder, 'project.db-wal'), 'utf8')).toBe('log of somebody else')
    expect(nameIn(moved, id)).toBe('Alison')
  })
})

describe('a project folder that is deleted while it is open', () => {
  test('takes no edit and is not made anew', () => {
    const { folder, project, expectRefused } = openSample()
    rmSync(folder, { recursive: true })
    expect(project.stand()?.code).toBe('PROJECT_GONE')
    expectRefused('PROJECT_GONE')
    project.close()
    expect(existsSync(folder)).toBe(false)
  })

  test('and replaced by a copy of it is not taken for it', () => {
    const { folder, project, expectRefused } = openSample()
    const copy = join(tempFolder(), 'copy')
    cpSync(folder, copy, { recursive: true })
    rmSync(folder, { recursive: true })
    renameSync(copy, folder)
    const before = readdirSync(folder)
    expectRefused('PROJECT_GONE')
    project.close()
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('a project file', () => {
  test('that is deleted while it is open takes no edit', () => {
    const { folder, project, expectRefused } = openSample()
    rmSync(databaseFile(folder))
    expectRefused('PROJECT_GONE')
    project.close()
    expect(existsSync(databaseFile(folder))).toBe(false)
  })

  test('that is replaced while it is open takes no edit; what was open is kept beside it, the new one is left alone', () => {
    const { folder, project, id, sample, expectRefused } = openSample()
    const other = storedExample()
    rename(other.project, other.sample.alice.id, 'Somebody')
    other.project.close()
    expect(other.sample.alice.id).toBe(sample.alice.id)
    const replacement = readFileSync(databaseFile(other.folder))
    renameSync(databaseFile(other.folder), databaseFile(folder))
    expect(project.stand()?.message).toContain('What was open is kept beside it as project.db.replaced.backup.')
    expectRefused('PROJECT_REPLACED')
    project.close()
    expect(readFileSync(databaseFile(folder)).equals(replacement)).toBe(true)
    expect(nameIn(folder, id)).toBe('Somebody')
    expect(readdirSync(folder).filter((name) => name.endsWith('.backup'))).toEqual(['project.db.replaced.backup'])
    // The kept copy is the project as it was open, in its place it opens.
    renameSync(databaseFile(folder), join(tempFolder(), 'away.db'))
    renameSync(join(folder, 'project.db.replaced.backup'), databaseFile(folder))
    expect(nameIn(folder, id)).toBe('Alison')
  })
})
