import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { frameRateSchema } from '@shared/model/frameRate'
import { tableNames } from '@shared/model/tableNames'
import { tableSchemas } from '@shared/model/tables'
import { runQuery } from '../../app/queries'
import { olderProject } from '../../testing/olderProject'
import { openProject, type OpenProject } from '../openProject'
import { openReader } from '../sqlite'

const opened = () => openProject(olderProject('0010-boat-house'), 'write')
const settings = (project: OpenProject) => project.records.must('project', 'project')
const durations = (project: OpenProject) =>
  (runQuery(project, 'shots', {}) as { durationFrames: number }[]).map((shot) => shot.durationFrames)

test('an older project opens with its whole rate as a fraction, every record valid, and a backup beside', () => {
  const project = opened()
  expect(settings(project)).toMatchObject({
    title: 'The Boat House, second cut',
    fps: { num: 25, den: 1 },
    dropFrame: false,
  })
  for (const table of tableNames)
    for (const record of project.records.all(table)) expect(tableSchemas[table].parse(record)).toEqual(record)
  expect(runQuery(project, 'project', {})).toMatchObject({ fps: 25, fpsExact: { num: 25, den: 1 } })
  expect(project.integrity()).toBe('ok')
  expect(project.brokenReferences()).toEqual([])
  expect(existsSync(join(project.folder, 'project.db.v10.backup'))).toBe(true)
  project.close()
})

test('its results and dismissed notes are what they were', () => {
  const project = opened()
  const freshness = runQuery(project, 'freshness', {}) as Record<string, { status: string; causes: string[] }>[]
  const counts: Record<string, number> = {}
  for (const shot of freshness)
    for (const { status } of Object.values(shot)) if (status) counts[status] = (counts[status] ?? 0) + 1
  expect(counts).toEqual({ fresh: 25, stale: 1, missing: 22 })
  expect(freshness.flatMap((shot) => Object.values(shot).flatMap((result) => result.causes ?? []))).toEqual([
    'The duration is now 4.5 s (was 3.2 s).',
  ])
  const notes = runQuery(project, 'continuity', {}) as { code: string }[]
  expect(notes.map((note) => note.code)).not.toContain('SHORT_CROSSING')
  project.close()
})

test('its history undoes and redoes across the migration', () => {
  const project = opened()
  const before = durations(project)
  expect(project.redo().command).toBe('project.update')
  expect(settings(project).fps).toEqual({ num: 50, den: 1 })
  expect(durations(project).map((frames, i) => Math.round(frames / before[i]!))).toEqual(before.map(() => 2))
  const rates = []
  while (project.undoLabels().undo !== null) {
    project.undo()
    const { fps } = settings(project)
    rates.push(frameRateSchema.parse(fps).num)
    expect(tableSchemas.project.parse(settings(project))).toEqual(settings(project))
  }
  expect(rates).toEqual([25, 25, 25, 25, 25, 25, 30, 24, 24, 24])
  while (project.undoLabels().redo !== null) project.redo()
  expect(settings(project).fps).toEqual({ num: 50, den: 1 })
  project.undo()
  expect(durations(project)).toEqual(before)
  project.close()
})

test('the history keeps its count of bytes', () => {
  const project = opened()
  project.close()
  const db = openReader(join(project.folder, 'project.db'))
  expect(db.prepare('SELECT count(*) FROM history WHERE bytes <> length(change)').pluck().get()).toBe(0)
  expect(db.prepare('SELECT count(*) FROM history').pluck().get()).toBe(10)
  db.close()
})
