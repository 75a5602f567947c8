import { expect, test } from 'vitest'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'

test('profiles of before are told nothing of where a pass may change its base plate, now and in the history', () => {
  const project = openProject(olderProject('0040-one-profile'), 'write')
  const kept = project.records.must('profiles', 'comfyui')
  expect(kept).toMatchObject({ boxForm: 'none', revision: 2 })
  project.undo()
  expect(project.records.must('profiles', 'comfyui')).toMatchObject({ boxForm: 'none', revision: 1 })
  project.undo()
  project.redo()
  project.redo()
  expect(project.records.must('profiles', 'comfyui')).toEqual(kept)
  expect(project.jobs.list()).toEqual([])
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  project.close()
})
