import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../../testing/runInProcess'
import { storedExample } from '../../testing/testFolder'
import { tempFolder } from '../../testing/tempFolder'

type Answer = ReturnType<typeof JSON.parse>
const done = async (...argv: string[]): Promise<Answer> => {
  const { code, answer, out, err } = await runInProcess(argv)
  expect({ code, err }, out).toMatchObject({ code: 0 })
  return answer
}

test('a project is packed and unpacked, and a file that is no archive is refused', async () => {
  const { folder, project } = storedExample()
  project.close()
  const out = tempFolder()
  const { files } = await done('export', folder, 'archive', out)
  expect(files).toEqual(['Film.exeunt.zip'])
  const to = join(out, 'again.exeunt')
  expect(await done('unpack', join(out, 'Film.exeunt.zip'), to)).toMatchObject({ folder: to, title: 'Film' })
  expect(await done('query', to, 'shots')).toEqual(await done('query', folder, 'shots'))
  const refused = await runInProcess(['unpack', join(folder, 'project.db'), join(out, 'other')])
  expect(refused).toMatchObject({ code: 1, answer: { error: { code: 'NOT_AN_ARCHIVE' } } })
})
