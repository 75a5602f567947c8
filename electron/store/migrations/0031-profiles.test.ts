import { expect, test } from 'vitest'
import { doCommand } from '../../services/doCommand'
import { testContext } from '../../testing/fakeGenerators'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'

test('an older project has no remote generators, and keeps those it is given', async () => {
  const folder = olderProject('0010-boat-house')
  const project = openProject(folder, 'write')
  expect(project.records.count('profiles')).toBe(0)
  const workflow = { file: 'w.json', text: '{"9":{"class_type":"SaveImage","inputs":{}}}' }
  await doCommand(testContext(), project, 'profile.create', {
    kind: 'comfyui',
    workflow,
    extra: [{ name: 'a', value: 'b' }],
  })
  await doCommand(testContext(), project, 'profile.update', {
    id: 'comfyui',
    price: { perCall: 0, currency: 'EUR', asOf: '2026-11-29' },
  })
  await doCommand(testContext(), project, 'profile.update', { id: 'comfyui', newSubjectsPerPass: 1 })
  const kept = project.records.must('profiles', 'comfyui')
  expect(kept).toMatchObject({ revision: 2, workflow, earlier: [{ revision: 1, newSubjectsPerPass: 2 }] })
  project.close()
  const again = openProject(folder, 'write')
  expect(again.records.must('profiles', 'comfyui')).toEqual(kept)
  expect(again.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  again.undo()
  again.undo()
  again.undo()
  expect(again.records.count('profiles')).toBe(0)
  again.close()
})
