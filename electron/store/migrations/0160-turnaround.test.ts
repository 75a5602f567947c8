import { expect, test } from 'vitest'
import { olderProject } from '../../testing/olderProject'
import { openProject } from '../openProject'

test('the picture of a look of before is its front, also where undo and unmerge find it', () => {
  const project = openProject(olderProject('0020-at-a-table'), 'write')
  const further = { view: 'front', frontId: null, sideId: null, backId: null, expressionsId: null }
  const looks = [...project.records.all('looks')]
  expect(looks.length).toBeGreaterThan(0)
  for (const look of looks) expect(look).toMatchObject(further)
  for (let i = 0; i < 3; i++) project.undo()
  for (let i = 0; i < 3; i++) project.redo()
  expect([...project.records.all('looks')]).toEqual(looks)
  expect(project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
  project.close()
})
