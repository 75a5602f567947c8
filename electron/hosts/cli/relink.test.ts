import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bundleProgram } from '../../testing/bundle'
import { pngBytes } from '../../testing/png'
import { runInProcess } from '../../testing/runInProcess'
import { tempFolder } from '../../testing/tempFolder'

/** Answers are looked into as they come. */
type Answer = ReturnType<typeof JSON.parse>
let generatorEntry = ''
beforeAll(async () => {
  generatorEntry = await bundleProgram('generatorProcess')
}, 60_000)

const run = async (...argv: string[]) => {
  const { code, answer, err } = await runInProcess(argv, generatorEntry)
  expect({ code, err }).toMatchObject({ code: 0 })
  return answer as Answer
}

const fileOf = (folder: string, id: string) => join(folder, 'media', id.slice(0, 2), `${id}.png`)

/** A film with a picture of Alice. */
async function filmWithAlice() {
  const folder = join(tempFolder(), 'film.exeunt')
  await run('new', folder)
  const assetId = (await run('do', folder, 'asset.create', JSON.stringify({ name: 'Alice', type: 'character' })))
    .created.assets[0] as string
  const pictures = tempFolder()
  const path = join(pictures, 'alice.png')
  writeFileSync(path, pngBytes(64, 128, [200, 30, 30]))
  const { mediaId } = (await run('media', 'add', folder, path, '--asset', assetId)) as { mediaId: string }
  return { folder, assetId, pictures, path, mediaId }
}

test(
  'missing files are found by what they hold, under any name and depth, and a link leads nowhere',
  { timeout: 120_000 },
  async () => {
    const { folder, pictures, path, mediaId } = await filmWithAlice()
    const bytes = readFileSync(path)
    const stored = fileOf(folder, mediaId)
    rmSync(stored)
    expect(await run('check', folder)).toMatchObject({ ok: false, missingMedia: [mediaId] })

    rmSync(path)
    const elsewhere = join(tempFolder(), 'secret.png')
    writeFileSync(elsewhere, bytes)
    symlinkSync(elsewhere, join(pictures, 'linked.png'))
    const missing = { mediaId, name: 'alice.png', kind: 'picture', uses: ['Alice'], ofLook: true, damaged: false }
    expect(await run('relink', folder, pictures)).toMatchObject({ found: 0, missing: [missing] })
    expect(existsSync(stored)).toBe(false)

    mkdirSync(join(pictures, 'old', 'backup'), { recursive: true })
    writeFileSync(join(pictures, 'old', 'backup', 'IMG 1.PNG'), bytes)
    expect(await run('relink', folder, pictures)).toEqual({ found: 1, missing: [] })
    expect(readFileSync(stored).equals(bytes)).toBe(true)
    expect(await run('check', folder)).toMatchObject({ ok: true })
  },
)

test(
  'a damaged file is mended by its own bytes; one that was changed since is named and never taken for it',
  { timeout: 120_000 },
  async () => {
    const { folder, pictures, path, mediaId } = await filmWithAlice()
    const bytes = readFileSync(path)
    writeFileSync(fileOf(folder, mediaId), 'half')
    writeFileSync(path, pngBytes(64, 128, [30, 200, 30]))
    expect(await run('relink', folder, pictures)).toMatchObject({
      found: 0,
      missing: [{ mediaId, damaged: true, changed: true, changedAt: path }],
    })
    writeFileSync(join(pictures, 'as it was.png'), bytes)
    expect(await run('relink', folder, pictures)).toEqual({ found: 1, missing: [] })
    expect(await run('check', folder)).toMatchObject({ ok: true })
  },
)

test('the copy to draw from is made again when only it is missing', { timeout: 120_000 }, async () => {
  const { folder, assetId, mediaId: first } = await filmWithAlice()
  const big = join(tempFolder(), 'big.png')
  writeFileSync(big, pngBytes(4200, 40, [10, 20, 30]))
  const { mediaId } = (await run('media', 'add', folder, big, '--asset', assetId)) as { mediaId: string }
  const kept = readdirSync(join(folder, 'media'), { recursive: true, encoding: 'utf8' }).map((name) =>
    basename(name, '.png'),
  )
  const workingId = kept.find((name) => name.length === 64 && name !== mediaId && name !== first)!
  rmSync(fileOf(folder, workingId))
  expect(await run('check', folder)).toMatchObject({ ok: false, missingMedia: [workingId] })
  expect(await run('relink', folder, tempFolder())).toEqual({ found: 1, missing: [] })
  expect(await run('check', folder)).toMatchObject({ ok: true })
})
