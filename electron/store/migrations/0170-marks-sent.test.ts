import { expect, test } from 'vitest'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'

test('profiles of before are sent no marks, now, earlier and in the history, and a film of before has no logo', () => {
  const project = openProject(olderProject('0040-one-profile'), 'write')
  const kept = project.records.must('profiles', 'comfyui')
  expect(kept).toMatchObject({
    takesMarks: false,
    pollSeconds: null,
    revision: 2,
    earlier: [{ revision: 1, takesMarks: false }],
  })
  expect(project.records.must('project', 'project').logoId).toBeNull()
  project.undo()
  expect(project.records.must('profiles', 'comfyui')).toMatchObject({ takesMarks: false, revision: 1, earlier: [] })
  project.undo()
  project.redo()
  project.redo()
  expect(project.records.must('profiles', 'comfyui')).toEqual(kept)
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  project.close()
})
