import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openProject } from '../store/openProject'
import { fakeGenerators } from '../testing/fakeGenerators'
import { tempFolder } from '../testing/tempFolder'
import { newId } from '../commit/newId'
import { afterMs, noKeys } from '../commit/context'
import { openSession } from './session'

test('a project whose first row was never written opens with settings of its own', () => {
  const folder = join(tempFolder(), 'Half.exeunt')
  openProject(folder, 'create').close()
  const session = openSession(
    { newId, now: () => 0, after: afterMs, generators: fakeGenerators(), keys: noKeys },
    folder,
  )
  onTestFinished(() => session.close())
  expect(session.project.records.get('project', 'project')?.title).toBe('Half')
})
