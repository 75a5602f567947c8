import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

test(
  'pictures go in, stills are made by the local compositor in its own process and come out as files',
  { timeout: 120_000 },
  async () => {
    const folder = join(tempFolder(), 'film.exeunt')
    await run('new', folder)
    const command = (name: string, input: unknown) => run('do', folder, name, JSON.stringify(input))
    const sceneId = (await command('scene.create', { heading: 'INT. ROOM - DAY' })).created.scenes[0]
    const shotId = (await command('shot.create', { sceneId, text: 'Alice waits.' })).created.shots[0] as string
    const assetId = (await command('asset.create', { name: 'Alice', type: 'character' })).created.assets[0] as string
    await command('assignment.set', { shotId, assetId, presence: 'enters', enterAt: 0.5 })

    const picture = pngBytes(64, 128, [200, 30, 30])
    const path = join(tempFolder(), 'alice.png')
    writeFileSync(path, picture)
    const added = await run('media', 'add', folder, path, '--asset', assetId)
    const mediaId = createHash('sha256').update(picture).digest('hex')
    expect(added).toMatchObject({ mediaId, undoStep: expect.any(String) })
    expect(await run('query', folder, 'manifest', '--shot', shotId, '--frame', 'end')).toMatchObject({
      entries: [{ index: 1, assetId, name: 'Alice', mediaId, pass: 1 }],
      text: 'REFERENCE IMAGES (attached alongside this prompt):\nImage #1: Alice (character)',
    })

    const notPicture = join(tempFolder(), 'notes.png')
    writeFileSync(notPicture, 'just text')
    expect(await runInProcess(['media', 'add', folder, notPicture, '--asset', assetId], generatorEntry)).toMatchObject({
      code: 1,
      answer: { error: { code: 'NOT_A_PICTURE' } },
    })

    expect(await run('generate', folder, '--stage', '10', '--all')).toMatchObject([
      { shotId, result: 'startFrame', outcome: 'made' },
      { shotId, result: 'endFrame', outcome: 'made' },
    ])
    expect(await run('generate', folder, '--stage', '10', '--all')).toMatchObject([
      { outcome: 'fresh' },
      { outcome: 'fresh' },
    ])
    await command('assignment.set', { shotId, assetId, presence: 'throughout' })
    expect(await run('generate', folder, '--stage', '10', '--stale')).toMatchObject([
      { result: 'startFrame', outcome: 'made' },
      { result: 'endFrame', outcome: 'fresh' },
    ])

    const out = join(tempFolder(), 'frames')
    expect(await run('export', folder, 'frames', out)).toEqual({
      folder: out,
      files: ['001_1_start.png', '001_1_end.png'],
      warnings: [],
      missing: [],
    })
    for (const file of readdirSync(out)) expect(readFileSync(join(out, file)).subarray(1, 4).toString()).toBe('PNG')
    expect((await runInProcess(['export', folder, 'hologram', out], generatorEntry)).answer).toMatchObject({
      error: { code: 'INVALID_INPUT', at: 'FORMAT' },
    })
    expect(await run('check', folder)).toEqual({
      ok: true,
      integrity: 'ok',
      missingMedia: [],
      damagedMedia: [],
      invalidRecords: [],
      continuity: expect.any(Object),
    })
  },
)

test('the stills of an upright film are as large as the film, in whole even pixels', { timeout: 120_000 }, async () => {
  const folder = join(tempFolder(), 'upright.exeunt')
  await run('new', folder, '--aspect', '9:16')
  const scene = await run('do', folder, 'scene.create', '{"heading":"INT. ROOM - DAY"}')
  const input = { sceneId: scene.created.scenes[0], text: 'Alice waits.' }
  const shot = await run('do', folder, 'shot.create', JSON.stringify(input))
  const asset = await run('do', folder, 'asset.create', '{"name":"Alice","type":"character"}')
  const member = { shotId: shot.created.shots[0], assetId: asset.created.assets[0], presence: 'throughout' }
  await run('do', folder, 'assignment.set', JSON.stringify(member))
  await run('generate', folder, '--stage', '10', '--all')
  const out = join(tempFolder(), 'frames')
  const { files } = await run('export', folder, 'frames', out)
  // A PNG says its width and height in the four bytes at 16 and at 20.
  for (const file of files) {
    const bytes = readFileSync(join(out, file))
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, 1920])
  }
  expect(files).toHaveLength(2)
})

test('a picture of a foreign kind, and one at which the generator dies, are told by name; nothing is kept', async () => {
  const folder = join(tempFolder(), 'film.exeunt')
  await run('new', folder)
  const input = JSON.stringify({ name: 'Alice', type: 'character' })
  const assetId = (await run('do', folder, 'asset.create', input)).created.assets[0] as string
  const heic = join(tempFolder(), 'IMG_1.heic')
  writeFileSync(heic, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x01meta', 'latin1'))
  expect((await runInProcess(['media', 'add', folder, heic, '--asset', assetId], generatorEntry)).answer).toEqual({
    error: {
      code: 'PICTURE_KIND',
      message: 'Not added: IMG_1.heic is an HEIC picture, which cannot be read here. Save it as JPEG or PNG.',
    },
  })
  const dying = join(tempFolder(), 'dying.mjs')
  writeFileSync(dying, `process.on('message', () => process.kill(process.pid, 'SIGKILL'))`)
  const picture = join(tempFolder(), 'alice.png')
  writeFileSync(picture, pngBytes(8, 8, [200, 30, 30]))
  expect((await runInProcess(['media', 'add', folder, picture, '--asset', assetId], dying)).answer).toMatchObject({
    error: { code: 'PICTURE_LOST', message: expect.stringContaining('alice.png') },
  })
  expect(await run('check', folder)).toMatchObject({ ok: true, missingMedia: [] })
})
