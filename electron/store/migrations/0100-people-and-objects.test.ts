import { expect, test } from 'vitest'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'

test('profiles of before know no limit of people or objects, now, earlier and in the history', () => {
  const folder = olderProject('0040-one-profile')
  const project = openProject(folder, 'write')
  const none = { maxHumans: null, maxObjects: null }
  const kept = project.records.must('profiles', 'comfyui')
  expect(kept).toMatchObject({ ...none, revision: 2, earlier: [{ revision: 1, newSubjectsPerPass: 2, ...none }] })
  project.undo()
  expect(project.records.must('profiles', 'comfyui')).toMatchObject({ ...none, revision: 1, earlier: [] })
  project.undo()
  expect(project.records.count('profiles')).toBe(0)
  project.redo()
  project.redo()
  expect(project.records.must('profiles', 'comfyui')).toEqual(kept)
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  project.close()
})
