import { afterEach, describe, expect, test } from 'vitest'
import type { Project } from '@shared/model/project'
import { diffRecords } from '@shared/records/change'
import { storedProject } from '../testing/testFolder'
import { historyLimits } from './history'
import type { OpenProject } from './project'

/** One undo step that sets project fields; answers its number. */
function set(project: OpenProject, fields: Partial<Project>): string | null {
  const before = project.records.must('project', 'project')
  const change = {
    added: {},
    updated: { project: { project: diffRecords(before, { ...before, ...fields })! } },
    removed: {},
  }
  return project.commit(change, { command: 'project.update', label: 'change project settings', undoable: change })
}

describe('the history', () => {
  const limits = { ...historyLimits }
  afterEach(() => void Object.assign(historyLimits, limits))

  test('keeps 500 steps or 64 MB', () => {
    expect(historyLimits).toEqual({ steps: 500, bytes: 64 * 1024 * 1024 })
  })

  test('forgets the oldest steps beyond its limit and undoes the rest', () => {
    historyLimits.steps = 20
    const { project } = storedProject()
    for (let i = 0; i < 25; i++) set(project, { title: `Film ${i}` })
    expect(project.history()).toHaveLength(20)
    for (let i = 0; i < 20; i++) project.undo()
    expect(() => project.undo()).toThrow('There is nothing to undo.')
    expect(project.records.must('project', 'project').title).toBe('Film 4')
  })

  test('forgets the oldest steps beyond its size, never the newest', () => {
    historyLimits.bytes = 25_000
    const { project } = storedProject()
    for (let i = 0; i < 6; i++) set(project, { styleText: String(i).repeat(5000) })
    expect(project.history().map((s) => s.command)).toEqual(['project.update', 'project.update'])
    set(project, { styleText: 'x'.repeat(60_000) })
    expect(project.history()).toHaveLength(1)
    project.undo()
    expect(project.records.must('project', 'project').styleText).toBe('5'.repeat(5000))
  })

  test('drops what was undone when something else is done', () => {
    const { project } = storedProject()
    for (const title of ['A', 'B', 'C']) set(project, { title })
    project.undo()
    project.undo()
    expect(project.undoLabels()).toEqual({ undo: 'change project settings', redo: 'change project settings' })
    set(project, { title: 'D' })
    expect(project.undoLabels().redo).toBeNull()
    expect(() => project.redo()).toThrow('There is nothing to redo.')
    project.undo()
    expect(project.records.must('project', 'project').title).toBe('A')
    project.redo()
    expect(project.records.must('project', 'project').title).toBe('D')
  })

  test('lists the newest first, with what is undone', () => {
    const { project } = storedProject()
    for (const title of ['A', 'B']) set(project, { title })
    const empty = { added: {}, updated: {}, removed: {} }
    project.commit(empty, { command: 'other', label: 'something else', undoable: empty })
    project.undo()
    project.undo()
    expect(project.history().map(({ command, label, undone }) => [command, label, undone])).toEqual([
      ['other', 'something else', true],
      ['project.update', 'change project settings', true],
      ['project.update', 'change project settings', false],
    ])
  })

  test('goes on after the project was closed, undone steps too', () => {
    const stored = storedProject()
    set(stored.project, { title: 'A' })
    set(stored.project, { title: 'B' })
    stored.project.undo()
    const again = stored.reopen()
    expect(again.redo()).toMatchObject({ label: 'change project settings' })
    expect(again.records.must('project', 'project').title).toBe('B')
    again.undo()
    again.undo()
    expect(stored.reopen().records.must('project', 'project').title).toBe('Film')
  })

  test('never gives a step number twice', () => {
    const { project } = storedProject()
    const first = set(project, { title: 'A' })
    project.undo()
    const second = set(project, { title: 'B' })
    expect(Number(second)).toBeGreaterThan(Number(first))
  })
})
