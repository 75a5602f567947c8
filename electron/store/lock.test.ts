import { once } from 'node:events'
import {
  appendFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { bundleProgram, startProgram } from '../testing/bundle'
import { closedSample, refusalOf } from '../testing/spoilt'
import { tempFolder } from '../testing/tempFolder'
import { storedExample } from '../testing/testFolder'
import type { OpenProject } from './project'
import { databaseFile, openProject } from './openProject'
import { openSqlite } from './sqlite'

let otherProcess = ''
beforeAll(async () => {
  otherProcess = await bundleProgram('testing/otherProcess')
}, 60_000)

/** Another process at the project: its first line, and what ends it. */
async function other(folder: string, mode: 'read' | 'write' | 'edit') {
  const child = startProgram(otherProcess, [folder, mode])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  return {
    line,
    async leave(how: 'close' | 'kill') {
      const gone = once(child, 'exit')
      if (how === 'close') child.stdin!.end()
      else child.kill('SIGKILL')
      await gone
    },
  }
}

const code = (work: () => unknown) => refusalOf(work)?.code ?? null
const opened = (folder: string) => code(() => openProject(folder, 'write').close())
const lockOf = (folder: string) => join(folder, 'lock.db')

function edit(project: OpenProject, title: string): void {
  const { title: before } = project.records.must('project', 'project')
  const change = { added: {}, updated: { project: { project: [{ title: before }, { title }] as const } }, removed: {} }
  project.commit(change, { command: 'project.update', label: 'change project settings', undoable: change })
}

describe('lock.db', () => {
  test('holds nothing, open or closed', () => {
    const { folder, project } = storedExample()
    expect(statSync(lockOf(folder)).size).toBe(0)
    project.close()
    expect(statSync(lockOf(folder)).size).toBe(0)
  })

  test.each([
    ['deleted', (file: string) => rmSync(file)],
    [
      'replaced',
      (file: string) => {
        writeFileSync(`${file}.new`, '')
        renameSync(`${file}.new`, file)
      },
    ],
  ])(
    '%s while the project is open: it is taken anew with the next write, and keeps others out',
    async (_how, spoilLock) => {
      const { folder, project } = storedExample()
      spoilLock(lockOf(folder))
      edit(project, 'One')
      expect((await other(folder, 'write')).line).toBe('PROJECT_IN_USE')
      edit(project, 'Two')
      project.close()
      expect(opened(folder)).toBeNull()
    },
  )

  test('deleted, and taken by another process before: the first one stops, and what both wrote is there', async () => {
    const { folder, project } = storedExample()
    edit(project, 'First')
    rmSync(lockOf(folder))
    const second = await other(folder, 'edit')
    expect(second.line).toBe('open 3')
    expect(project.stand()?.code).toBe('LOCK_LOST')
    for (const write of [() => edit(project, 'Lost'), () => project.undo(), () => project.media.temporaryFolder()])
      expect(code(write)).toBe('LOCK_LOST')
    await second.leave('close')
    // The lock is free again, but the file is not what is in memory.
    expect(project.stand()?.code).toBe('PROJECT_CHANGED')
    expect(code(() => edit(project, 'Lost'))).toBe('PROJECT_CHANGED')
    project.close()
    const again = openProject(folder, 'write')
    expect(again.records.must('project', 'project').title).toBe('Edited by another')
    again.undo()
    expect(again.records.must('project', 'project').title).toBe('First')
    again.close()
  })

  test.each([
    ['text', (file: string) => writeFileSync(file, 'this is no lock '.repeat(200))],
    [
      'noise',
      (file: string) => writeFileSync(file, Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))),
    ],
    [
      'a database of another kind',
      (file: string) => {
        const db = openSqlite(file)
        db.pragma('journal_mode = WAL')
        db.exec('CREATE TABLE x (y)')
        db.close()
      },
    ],
  ])('that holds %s is one all the same', async (_what, fill) => {
    const folder = closedSample()
    fill(lockOf(folder))
    const project = openProject(folder, 'write')
    edit(project, 'One')
    expect((await other(folder, 'write')).line).toBe('PROJECT_IN_USE')
    project.close()
    expect((await other(folder, 'read')).line).toBe('open 3')
  })

  test('that is damaged while another process holds it keeps others out', async () => {
    const folder = closedSample()
    const holder = await other(folder, 'write')
    appendFileSync(lockOf(folder), 'this is no lock '.repeat(600))
    expect(opened(folder)).toBe('PROJECT_IN_USE')
    await holder.leave('kill')
    expect(opened(folder)).toBeNull()
  })

  test('that is somebody’s file under another name is not emptied', () => {
    const folder = closedSample()
    const letter = join(folder, 'letter.txt')
    writeFileSync(letter, 'Dear Alice, '.repeat(100))
    rmSync(lockOf(folder))
    linkSync(letter, lockOf(folder))
    expect(opened(folder)).toBe('PROJECT_DAMAGED')
    expect(readFileSync(letter, 'utf8')).toBe('Dear Alice, '.repeat(100))
  })
})

describe('a foreign program', () => {
  /** Another connection to the file, as a database browser has one. */
  function browser(folder: string) {
    const db = openSqlite(databaseFile(folder))
    onTestFinished(() => void db.close())
    return db
  }

  test('that changes the file while it is open stops the editing, with nothing of it overwritten', () => {
    const { folder, project } = storedExample()
    edit(project, 'Ours')
    browser(folder).exec(`UPDATE project SET title = 'Theirs'`)
    expect(code(() => edit(project, 'Ours again'))).toBe('PROJECT_CHANGED')
    expect(project.stand()?.code).toBe('PROJECT_CHANGED')
    expect(code(() => project.undo())).toBe('PROJECT_CHANGED')
    project.close()
    const again = openProject(folder, 'write')
    expect(again.records.must('project', 'project').title).toBe('Theirs')
    again.close()
  })

  test('that only reads, or folds the log in, disturbs nobody', () => {
    const { folder, project } = storedExample()
    edit(project, 'One')
    const db = browser(folder)
    expect(db.prepare('SELECT title FROM project').pluck().get()).toBe('One')
    db.pragma('wal_checkpoint(PASSIVE)')
    edit(project, 'Two')
    expect(project.stand()).toBeNull()
    expect(db.prepare('SELECT title FROM project').pluck().get()).toBe('Two')
  })

  test('that holds a write: edits and openings are refused with a sentence, and work when it is done', () => {
    const { folder, project } = storedExample()
    const db = browser(folder)
    db.exec('BEGIN IMMEDIATE')
    const refused = refusalOf(() => edit(project, 'One'))
    expect(refused?.message).toBe(
      'Not saved: another program holds the file. Wait until it is done, or close it there. Nothing was half-written.',
    )
    db.exec('COMMIT')
    edit(project, 'One')
    expect(project.records.must('project', 'project').title).toBe('One')
  })

  test('with a long reading does not keep a project from being closed, nor from being opened again', () => {
    const { folder, project } = storedExample()
    const reader = openSqlite(databaseFile(folder))
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM shots').get()
    edit(project, 'One')
    project.close()
    const again = openProject(folder, 'write')
    expect(again.records.must('project', 'project').title).toBe('One')
    expect(again.notes).toEqual([])
    reader.close()
    again.close()
    expect(openProject(folder, 'read').notes).toEqual([])
  })
})

test('two processes at a folder that is known by two names keep each other out', async () => {
  const { folder } = storedExample()
  const alias = join(tempFolder(), 'alias.exeunt')
  symlinkSync(folder, alias)
  expect((await other(alias, 'write')).line).toBe('PROJECT_IN_USE')
  expect(opened(alias)).toBe('PROJECT_IN_USE')
})
