import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { handOver } from './handOver'

test('a list goes into the folder that is named, under the title, with its pictures beside it', async () => {
  const s = testSession()
  await s.queue.add(s.sample.roomShots[1]!.id, 'start', 'local')
  const out = tempFolder()
  const { folder, files, warnings } = await handOver(s.context, s.project, 'otio', out)
  expect([folder, files]).toEqual([out, ['Film.otio', 'Film_media/002_2_start.png']])
  expect(readdirSync(join(out, 'Film_media'))).toEqual(['002_2_start.png'])
  expect(readdirSync(out).sort()).toEqual(['Film.otio', 'Film_media'])
  // The sample's first take has a row but no file.
  expect(warnings.map((w) => w.code)).toEqual(['NO_PICTURE', 'MEDIA_MISSING'])
})

test('a file that is named is written as it is named, and what stood there is replaced', async () => {
  const s = testSession()
  const out = join(tempFolder(), 'new', 'Cut 1.premiere')
  const first = await handOver(s.context, s.project, 'xmeml', out)
  expect(first.files[0]).toBe('Cut 1.premiere')
  writeFileSync(out, 'old')
  await handOver(s.context, s.project, 'xmeml', out, { sceneId: s.sample.garden.id })
  expect(readFileSync(out, 'utf8')).toContain('<xmeml version="5">')
})

test('addresses of pictures lead to the folder they are in, whatever signs it has', async () => {
  const s = testSession()
  const out = join(tempFolder(), 'Ä # folder')
  await handOver(s.context, s.project, 'fcpxml', `${out}/`)
  const words = readFileSync(join(out, 'Film.fcpxml'), 'utf8')
  expect(words).toContain('/%C3%84%20%23%20folder/Film_media/001_1_start.png')
})

test('nothing is written into the project itself, nor where nothing can be written', async () => {
  const s = testSession()
  for (const place of [s.folder, join(s.folder, 'media'), join(s.folder, 'new', 'cut.edl')])
    await expect(handOver(s.context, s.project, 'edl', place)).rejects.toMatchObject({ code: 'EXPORT_INTO_PROJECT' })
  expect(existsSync(join(s.folder, 'new'))).toBe(false)
  const out = tempFolder()
  mkdirSync(join(out, 'cut.csv', 'x'), { recursive: true })
  writeFileSync(join(out, 'file'), '')
  const under = handOver(s.context, s.project, 'csv', join(out, 'file', 'cut.csv'))
  await expect(under).rejects.toMatchObject({ code: 'DISK' })
})
