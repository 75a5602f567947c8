import { expect, test } from 'vitest'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'

test('profiles of before make no clips, stand on one machine and cost nothing by the second, now and in the history', () => {
  const folder = olderProject('0040-one-profile')
  const project = openProject(folder, 'write')
  const none = { clip: null, moreServers: [] }
  const kept = project.records.must('profiles', 'comfyui')
  expect(kept).toMatchObject({ ...none, revision: 2 })
  if (kept.price) expect(kept.price.perSecond).toBe(0)
  if (kept.nodeMap) expect(kept.nodeMap).toMatchObject({ length: null, mask: null })
  expect(project.records.must('project', 'project').askAbove).toBeNull()
  project.undo()
  expect(project.records.must('profiles', 'comfyui')).toMatchObject({ ...none, revision: 1 })
  project.undo()
  project.redo()
  project.redo()
  expect(project.records.must('profiles', 'comfyui')).toEqual(kept)
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  project.close()
})

test('files of before have no length', () => {
  const project = openProject(olderProject('0020-at-a-table'), 'write')
  for (const media of project.records.all('media')) expect(media.seconds).toBeNull()
  expect(project.inspect()).toMatchObject({ problems: [] })
  project.close()
})
