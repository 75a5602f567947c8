import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../../testing/runInProcess'
import { tempFolder } from '../../testing/tempFolder'

type Answer = ReturnType<typeof JSON.parse>
const ran = async (expected: number, argv: string[]) => {
  const { code, answer, out, err } = await runInProcess(argv)
  expect({ code, err }, out).toMatchObject({ code: expected })
  return answer as Answer
}
const done = (...argv: string[]) => ran(0, argv)

test('snapshots: listed with what they lack, kept by name, and gone back to by number', async () => {
  const folder = join(tempFolder(), 'film.exeunt')
  await done('new', folder, '--title', 'Film')
  const command = (name: string, input: unknown) => done('do', folder, name, JSON.stringify(input))
  const sceneId = (await command('scene.create', { heading: 'INT. ROOM - DAY' })).created.scenes[0] as string
  for (const text of ['Alice waits.', 'Alice leaves.']) await command('shot.create', { sceneId, text })
  await command('asset.create', { name: 'Alice', type: 'character' })
  const { name } = await done('snapshots', folder, 'keep', 'first cut')
  await command('project.update', { title: 'Newer' })
  const list = await done('snapshots', folder)
  expect(list[0]).toMatchObject({ index: 1, name, reason: 'kept', label: 'first cut', shots: 2, assets: 1, ok: true })
  expect(list[0].lacks).toMatchObject({ count: 1, undone: 0 })
  expect(await done('snapshots', folder, 'check', '1')).toMatchObject({ title: 'Film', missingMedia: [] })
  expect(await done('snapshots', folder, '--restore', '1')).toMatchObject({ restored: name, takes: 0 })
  expect((await done('query', folder, 'project')).title).toBe('Film')
  expect((await ran(1, ['snapshots', folder, '--restore', '99'])).error.code).toBe('NOT_FOUND')
  const out = join(tempFolder(), 'Saved.exeunt')
  expect(await done('snapshots', folder, 'save', out)).toEqual({ problems: [], missingMedia: [] })
  expect((await done('query', out, 'project')).title).toBe('Film')
})
