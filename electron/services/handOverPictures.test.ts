import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { imageOptionsSchema } from '@shared/handover/images'
import { dispatch } from '../commit/dispatch'
import { inProcessGenerators } from '../testing/inProcessGenerators'
import { pixelsOf } from '../testing/pixels'
import { pngBytes } from '../testing/png'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { handOver } from './handOver'

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
  const { files, missing } = await handOver(
    context,
    s.project,
    'frames',
    out,
    'film',
    { images },
    {
      onProgress: (_value, text) => told.push(text),
    },
  )
  const ending = form === 'jpeg' ? 'jpg' : form
  expect(files).toEqual([`002_2_end.${ending}`, `003_3_end.${ending}`])
  expect(readdirSync(out).sort()).toEqual(files)
  for (const file of files)
    expect(readFileSync(join(out, file)).toString('hex')).toMatch(new RegExp(`^${beginnings[form]}`))
  expect(told).toEqual(['Writing file 1 of 2', 'Writing file 2 of 2'])
  expect(missing).toContainEqual({ shotId: s.sample.roomShots[0]!.id, frame: 'end' })
})

test('a picture that cannot be read is named, and nothing is left of it', async () => {
  const { s, context } = await filmed()
  const [first] = [...s.project.media.files()]
  writeFileSync(s.project.media.pathOf(first!), 'scratched')
  const out = tempFolder()
  const images = imageOptionsSchema.parse({ frames: ['end'], form: 'jpeg' })
  const { files, warnings } = await handOver(context, s.project, 'frames', out, 'film', { images })
  expect(readdirSync(out).sort()).toEqual([...files])
  expect(warnings.map((one) => one.code)).toContain('MEDIA_MISSING')
})

test('it can be cancelled', async () => {
  const { s, context } = await filmed()
  const out = tempFolder()
  const images = imageOptionsSchema.parse({ form: 'png' })
  const work = handOver(context, s.project, 'frames', out, 'film', { images }, { signal: AbortSignal.abort() })
  await expect(work).rejects.toMatchObject({ code: 'EXPORT_CANCELLED' })
  expect(readdirSync(out)).toEqual([])
})

test('a prompt pack holds the marks of a still as a generator that takes them is sent them, with their number', async () => {
  const { s, context } = await filmed()
  const shotId = s.sample.roomShots[1]!.id
  const run = (name: string, input: unknown) => dispatch(s.project, name, input)
  run('profile.create', { id: 'service', kind: 'openai-images', model: 'm', takesMarks: true })
  run('project.update', { stage10GeneratorId: 'service' })
  const points = [
    [0.1, 0.5],
    [0.9, 0.5],
  ]
  run('mark.add', { shotId, frame: 'start', kind: 'pen', points, colour: 'red', width: 0.05 })
  const out = tempFolder()
  const { folder, files } = await handOver(context, s.project, 'prompts', out, { shotIds: [shotId] })
  const [marks, ...others] = files.filter((file) => /\/\d_marks\.png$/.test(file))
  expect(others).toEqual([])
  const index = /(\d)_marks/.exec(marks!)![1]
  expect(readFileSync(join(folder, dirname(marks!), 'prompt.txt'), 'utf8')).toContain(`Image #${index}: marks — `)
  const picture = await pixelsOf(readFileSync(join(folder, marks!)))
  const pixel = (x: number, y: number) => picture.at(Math.round(x * picture.width), Math.round(y * picture.height))
  expect(new Set(pixel(0.5, 0.1).slice(0, 3)).size).toBe(1)
  expect(new Set(pixel(0.5, 0.5).slice(0, 3)).size).toBeGreaterThan(1)
  const stills = JSON.parse(
    readFileSync(
      join(
        folder,
        files.find((file) => file.endsWith('.json'))!,
      ),
      'utf8',
    ),
  ) as {
    shots: { start: { passes: { references: { role: string; file: string }[] }[] } }[]
  }
  const sent = stills.shots[0]!.start.passes.flatMap(({ references }) => references)
  expect(marks).toMatch(new RegExp(`/${sent.find(({ role }) => role === 'marks')!.file}$`))
})
