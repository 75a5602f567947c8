import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkFolder } from '../services/check'
import { tempFolder } from '../testing/tempFolder'
import { storedExample } from '../testing/testFolder'
import type { OpenProject } from './project'
import { databaseFile, openProject } from './openProject'

const told = /^The file project\.db was in use when it was copied/

function edit(project: OpenProject, title: string): void {
  const { title: before } = project.records.must('project', 'project')
  const change = { added: {}, updated: { project: { project: [{ title: before }, { title }] as const } }, removed: {} }
  project.commit(change, { command: 'project.update', label: 'change project settings', undoable: change })
}

/** A folder that holds the project file of another as it is now, with or without its log. */
function copied(folder: string, ...suffixes: string[]): string {
  const copy = tempFolder()
  mkdirSync(join(copy, 'media'))
  for (const suffix of ['', ...suffixes])
    copyFileSync(`${databaseFile(folder)}${suffix}`, `${databaseFile(copy)}${suffix}`)
  return copy
}

function titleAndNotes(folder: string, mode: 'read' | 'write' = 'read'): [string, readonly string[]] {
  const project = openProject(folder, mode)
  const answer = [project.records.must('project', 'project').title, project.notes] as [string, readonly string[]]
  project.close()
  return answer
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('the log of a project', () => {
  test('is folded in when nothing was written for a while: the file alone is the project', () => {
    const { folder, project } = storedExample()
    edit(project, 'One')
    expect(statSync(`${databaseFile(folder)}-wal`).size).toBeGreaterThan(0)
    vi.advanceTimersByTime(2000)
    expect(statSync(`${databaseFile(folder)}-wal`).size).toBe(0)
    expect(titleAndNotes(copied(folder))).toEqual(['One', []])
    edit(project, 'Two')
    project.view.write('x', 1)
    vi.advanceTimersByTime(1999)
    edit(project, 'Three')
    vi.advanceTimersByTime(1999)
    expect(statSync(`${databaseFile(folder)}-wal`).size).toBeGreaterThan(0)
    vi.advanceTimersByTime(1)
    expect(titleAndNotes(copied(folder))).toEqual(['Three', []])
  })

  test('that is needed and is not there is told on opening and by check, once', async () => {
    const { folder, project } = storedExample()
    vi.advanceTimersByTime(2000)
    edit(project, 'Only in the log')
    const alone = copied(folder)
    expect(titleAndNotes(alone)).toEqual(['Film', [expect.stringMatching(told)]])
    const report = await checkFolder(alone)
    expect([report.ok, report.invalidRecords]).toEqual([false, [expect.stringMatching(told)]])
    expect(titleAndNotes(alone, 'write')).toEqual(['Film', [expect.stringMatching(told)]])
    // It was told; from here on the file is the project.
    expect(titleAndNotes(alone, 'write')).toEqual(['Film', []])
    expect((await checkFolder(alone)).invalidRecords).toEqual([])
  })

  test('that came along is nothing to tell', () => {
    const { folder, project } = storedExample()
    vi.advanceTimersByTime(2000)
    edit(project, 'In the log')
    for (const mode of ['read', 'write'] as const)
      expect(titleAndNotes(copied(folder, '-wal'), mode)).toEqual(['In the log', []])
  })

  test('of a project that was closed is nothing to tell, whether it was edited or not', () => {
    const stored = storedExample()
    edit(stored.project, 'One')
    stored.reopen()
    stored.reopen().close()
    expect(existsSync(`${databaseFile(stored.folder)}-wal`)).toBe(false)
    expect(titleAndNotes(stored.folder, 'write')).toEqual(['One', []])
    expect(titleAndNotes(copied(stored.folder))).toEqual(['One', []])
  })

  test('stays while somebody reads, and keeps every edit', () => {
    const { folder, project } = storedExample()
    const reader = openProject(folder, 'read')
    edit(project, 'One')
    vi.advanceTimersByTime(2000)
    edit(project, 'Two')
    vi.advanceTimersByTime(2000)
    reader.close()
    project.close()
    expect(titleAndNotes(folder)).toEqual(['Two', []])
  })
})
