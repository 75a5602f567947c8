import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tableNames } from '@shared/model/tableNames'
import { tableSchemas } from '@shared/model/tables'
import { runQuery } from '../../app/queries'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'
import type { OpenProject } from '../project'

const opened = () => openProject(olderProject('0020-at-a-table'), 'write')

function everyRecordIsValid(project: OpenProject): void {
  for (const table of tableNames)
    for (const record of project.records.all(table)) expect(tableSchemas[table].parse(record)).toEqual(record)
}

test('a project of format 20 opens with everybody themselves, carried by nobody, and whole', () => {
  const project = opened()
  everyRecordIsValid(project)
  const assignments = [...project.records.all('assignments')]
  expect(assignments.length).toBeGreaterThan(4)
  for (const one of assignments)
    expect(one).toMatchObject({ depicts: 'self', depictedOn: '', carriedBy: null, handedTo: null, handedAt: null })
  for (const one of project.records.all('blockings')) expect(one).toMatchObject({ shown: 'full', heldBy: null })
  for (const shot of project.records.all('shots')) expect(shot.endSize).toBeNull()
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  expect(existsSync(join(project.folder, 'project.db.v20.backup'))).toBe(true)
  project.close()
})

test('its steps undo and redo across the migration, all the way', () => {
  const project = opened()
  project.redo()
  everyRecordIsValid(project)
  let steps = 0
  while (project.undoLabels().undo !== null) {
    project.undo()
    everyRecordIsValid(project)
    steps++
  }
  expect(steps).toBeGreaterThan(15)
  expect(runQuery(project, 'shots', {})).toEqual([])
  while (project.undoLabels().redo !== null) project.redo()
  everyRecordIsValid(project)
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  project.close()
})

test('a merge of before is taken apart, its records as they are kept today', () => {
  const project = opened()
  const [merge] = project.records.all('merges')
  for (const { table, before } of merge!.entries)
    if (table === 'assignments' && before && 'id' in before) expect(before).toMatchObject({ depicts: 'self' })
  project.close()
})
