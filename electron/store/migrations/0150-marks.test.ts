import { expect, test } from 'vitest'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'

test('a project of before has no marks, and its steps undo and redo', () => {
  const project = openProject(olderProject('0040-one-profile'), 'write')
  expect(project.records.count('marks')).toBe(0)
  project.undo()
  project.redo()
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  project.close()
})
