import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { imageOptionsSchema } from '@shared/handover/images'
import { inProcessGenerators } from '../testing/inProcessGenerators'
import { pngBytes } from '../testing/png'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { exportImages } from './exportImages'

/** The example film with two stills, and what really copies them. */
async function filmed() {
  const s = testSession()
  for (const shot of s.sample.roomShots.slice(1, 3)) await s.queue.add(shot.id, 'end', 'local')
  // The fake generator's pictures are none.
  for (const file of s.project.media.files())
    writeFileSync(s.project.media.pathOf(file), pngBytes(16, 9, [200, 40, 40]))
  return { s, context: { ...s.context, generators: inProcessGenerators() } }
}

const beginnings = { png: '89504e47', jpeg: 'ffd8ff', webp: '52494646' }

test.each(['png', 'jpeg', 'webp'] as const)('stills are written as %s, whatever they are', async (form) => {
  const { s, context } = await filmed()
  const out = tempFolder()
  const told: string[] = []
  const images = imageOptionsSchema.parse({ frames: ['end'], form })
  const { files, missing } = await exportImages(context, s.project, out, 'film', images, {
    onProgress: (_value, text) => told.push(text),
  })
  const ending = form === 'jpeg' ? 'jpg' : form
  expect(files).toEqual([`002_2_end.${ending}`, `003_3_end.${ending}`])
  expect(readdirSync(out).sort()).toEqual(files)
  for (const file of files)
    expect(readFileSync(join(out, file)).toString('hex')).toMatch(new RegExp(`^${beginnings[form]}`))
  expect(told).toEqual(['Writing picture 1 of 2', 'Writing picture 2 of 2'])
  expect(missing).toContainEqual({ shotId: s.sample.roomShots[0]!.id, frame: 'end' })
})

test('a picture that cannot be read is named, and nothing is left of it', async () => {
  const { s, context } = await filmed()
  const [first] = [...s.project.media.files()]
  writeFileSync(s.project.media.pathOf(first!), 'scratched')
  const out = tempFolder()
  const images = imageOptionsSchema.parse({ frames: ['end'], form: 'jpeg' })
  const { files, warnings } = await exportImages(context, s.project, out, 'film', images)
  expect(readdirSync(out).sort()).toEqual([...files])
  expect(warnings.map((one) => one.code)).toContain('MEDIA_MISSING')
})

test('it can be cancelled', async () => {
  const { s, context } = await filmed()
  const out = tempFolder()
  const images = imageOptionsSchema.parse({ form: 'png' })
  const work = exportImages(context, s.project, out, 'film', images, { signal: AbortSignal.abort() })
  await expect(work).rejects.toMatchObject({ code: 'EXPORT_CANCELLED' })
  expect(readdirSync(out)).toEqual([])
})
