import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../testing/tempFolder'
import { runInProcess } from '../../testing/runInProcess'

const run = async (...argv: string[]) => {
  const { code, answer } = await runInProcess(argv)
  return {
    code,
    answer: answer as Record<string, unknown>[] & { error?: { code: string; message: string; at?: string } },
  }
}

async function film() {
  const folder = join(tempFolder(), 'film.exeunt')
  await run('new', folder)
  const file = (name: string, value: unknown) => {
    const path = join(folder, '..', name)
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
    return path
  }
  return { folder, file }
}

test('the list holds what is built in and what was added; a listed one can be added elsewhere; a removed one goes', async () => {
  const { folder, file } = await film()
  const ids = async () => (await run('generators', folder)).answer.map((g) => g['id'])
  expect(await ids()).toEqual(['local', 'open', 'strong'])
  const own = { id: 'at-home', kind: 'comfyui', baseUrl: 'http://127.0.0.1:8188' }
  expect(await run('generators', folder, 'add', file('own.json', own))).toMatchObject({
    code: 0,
    answer: { created: { profiles: ['at-home'] } },
  })
  const [listed] = (await run('generators', folder)).answer.slice(-1)
  expect(listed).toMatchObject({ ...own, name: 'ComfyUI', model: '', maxImages: 3, revision: 1, pricePerCall: null })
  const other = await film()
  await run('generators', other.folder, 'add', other.file('again.json', listed))
  expect((await run('generators', other.folder)).answer.at(-1)).toEqual(listed)
  expect(await run('generators', folder, 'remove', 'at-home')).toMatchObject({ code: 0 })
  expect(await ids()).toEqual(['local', 'open', 'strong'])
})

test('what is no profile is refused with its place', async () => {
  const { folder, file } = await film()
  const told = async (value: unknown) => {
    const { code, answer } = await run('generators', folder, 'add', file('bad.json', value))
    return { code, ...answer.error }
  }
  expect(await told('{')).toMatchObject({ code: 'INVALID_INPUT', at: 'FILE' })
  expect(await told({ kind: 'nothing', baseUrl: 'https://a.example' })).toMatchObject({ at: 'kind' })
  expect(await told({ kind: 'comfyui', key: 'secret' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await told({ kind: 'comfyui', baseUrl: 'https://a:b@c.example' })).toMatchObject({ code: 'PROFILE_ADDRESS' })
  expect(await run('generators', folder, 'add', join(folder, 'none.json'))).toMatchObject({
    code: 1,
    answer: { error: { code: 'FILE_UNREADABLE' } },
  })
  expect(await run('generators', folder, 'remove', 'none')).toMatchObject({
    code: 1,
    answer: { error: { code: 'NOT_FOUND', message: 'The generator is no longer in the project.' } },
  })
  expect((await run('generators', folder)).answer).toHaveLength(3)
})
