import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sentence } from '@shared/records/refusal'
import { dispatch } from '../commit/dispatch'
import { GeneratorError } from '../generators/generatorContract'
import { tempFolder } from '../testing/tempFolder'
import { spoil } from '../testing/spoilt'
import { testSession } from '../testing/testSession'
import { checkProject } from './check'
import { handOver } from './handOver'
import { addPictureToAsset } from './importPicture'
import { takePictureFiles } from './takePictureFiles'
import { Thumbnails } from './thumbnails'

function pictureFile(content = 'a picture'): string {
  const path = join(tempFolder(), 'alice.png')
  writeFileSync(path, content)
  return path
}

describe('media add', () => {
  test('keeps the file under its hash and makes it the look’s reference in one undo step', async () => {
    const s = testSession()
    const { alice } = s.sample
    const path = pictureFile()
    const answer = await addPictureToAsset(s.context, s.project, path, alice.id)
    const mediaId = createHash('sha256').update('a picture').digest('hex')
    expect(answer).toMatchObject({
      mediaId,
      lookId: alice.defaultLookId,
      note: '',
      undoStep: expect.any(String),
      updated: { looks: [alice.defaultLookId] },
    })
    expect(s.project.records.must('media', mediaId)).toMatchObject({
      mime: 'image/png',
      width: 10,
      height: 20,
      alpha: true,
      name: 'alice.png',
      bytes: 9,
      seconds: null,
      workingId: null,
    })
    expect(readFileSync(s.project.media.pathOf({ id: mediaId, ext: 'png' }), 'utf8')).toBe('a picture')
    expect([existsSync(path), readdirSync(s.project.media.temporaryFolder())]).toEqual([true, []])
    s.project.undo()
    expect(s.project.records.must('looks', alice.defaultLookId).mediaId).not.toBe(mediaId)
    // Undo takes the use, not the file.
    expect(s.project.records.get('media', mediaId)).toBeDefined()
  })

  test('of the same picture for another look keeps one file and one row', async () => {
    const s = testSession()
    const before = s.project.records.count('media')
    const lookId = dispatch(s.project, 'look.create', { assetId: s.sample.bob.id, name: 'Wet' }).created.looks![0]!
    await addPictureToAsset(s.context, s.project, pictureFile(), s.sample.alice.id)
    await addPictureToAsset(s.context, s.project, pictureFile(), s.sample.bob.id, lookId)
    expect(s.project.records.count('media')).toBe(before + 1)
    expect(s.project.records.must('looks', lookId).mediaId).toBe(
      s.project.records.must('looks', s.sample.alice.defaultLookId).mediaId,
    )
  })

  test('refuses what is no picture, no file, no asset or another asset’s look, and keeps nothing', async () => {
    const s = testSession()
    const before = s.project.records.count('media')
    const add = (path: string, assetId = s.sample.alice.id, lookId?: string) =>
      addPictureToAsset(s.context, s.project, path, assetId, lookId)
    s.context.generators.failures.push(new GeneratorError('config', 'It is a text file.'))
    await expect(add(pictureFile())).rejects.toThrow(
      'Not added: alice.png is not a picture that can be read. It is a text file.',
    )
    await expect(add('/nowhere/x.png')).rejects.toThrow('Not read: x.png. The file is not there.')
    await expect(add(pictureFile(), 'gone')).rejects.toThrow('The asset is no longer in the project.')
    await expect(add(pictureFile(), s.sample.alice.id, s.sample.bob.defaultLookId)).rejects.toThrow(
      'The look is no longer in the project.',
    )
    expect([s.project.records.count('media'), s.project.history()]).toEqual([before, []])
  })
})

describe('what keeps a picture out has its own sentence', () => {
  const refused = async (failure: GeneratorError) => {
    const s = testSession()
    s.context.generators.failures.push(failure)
    return addPictureToAsset(s.context, s.project, pictureFile(), s.sample.alice.id).then(
      () => null,
      (error: Error) => error.message,
    )
  }

  test('a kind that is known but not read, by its content or else by its name', async () => {
    const s = testSession()
    const add = (path: string) => addPictureToAsset(s.context, s.project, path, s.sample.alice.id)
    const heic = pictureFile('\0\0\0\x18ftypheic\0\0\0\0mif1heic')
    await expect(add(heic)).rejects.toThrow(
      'Not added: alice.png is an HEIC picture, which cannot be read here. Save it as JPEG or PNG.',
    )
    expect(s.context.generators.requests).toEqual([])
    const raw = join(tempFolder(), 'DSC_1.NEF')
    writeFileSync(raw, 'MM raw')
    s.context.generators.failures.push(new GeneratorError('refused', 'Pictures of this kind cannot be read.'))
    await expect(add(raw)).rejects.toThrow('Not added: DSC_1.NEF is a camera raw file, which cannot be read here.')
  })

  test('the program that reads pictures has died', async () => {
    expect(await refused(new GeneratorError('transient', sentence('GENERATOR_LOST')))).toBe(
      'Not added: the program that reads pictures stopped at alice.png. Try again, or save the picture anew as JPEG or PNG.',
    )
  })

  test('the disk is full, also in the other process', async () => {
    expect(await refused(new GeneratorError('config', 'Not made: …', undefined, 'full'))).toBe(
      'Not saved: the disk is full. Free some space on it. Nothing was half-written.',
    )
  })

  test('there is too little memory', async () => {
    expect(await refused(new GeneratorError('refused', 'Not made: …', undefined, 'memory'))).toMatch(
      /^Not added: alice\.png needs more memory than there is\./,
    )
  })
})

describe('check', () => {
  test('finds files that are missing or not what their name says, and nothing else', async () => {
    const s = testSession()
    const rows = [...s.project.records.all('media')].map((m) => m.id).sort()
    expect((await checkProject(s.project)).missingMedia.sort()).toEqual(rows)
    const { mediaId } = await addPictureToAsset(s.context, s.project, pictureFile(), s.sample.alice.id)
    expect(await checkProject(s.project)).toMatchObject({
      ok: false,
      integrity: 'ok',
      missingMedia: expect.not.arrayContaining([mediaId]),
      damagedMedia: [],
      invalidRecords: [],
    })
    writeFileSync(s.project.media.pathOf({ id: mediaId, ext: 'png' }), 'b picture')
    expect((await checkProject(s.project)).damagedMedia).toEqual([mediaId])
    rmSync(s.project.media.pathOf({ id: mediaId, ext: 'png' }))
    expect((await checkProject(s.project)).missingMedia).toContain(mediaId)
  })

  test('is fine with a project that is whole, and names records that are not', async () => {
    const s = testSession()
    for (const media of s.project.records.all('media')) {
      for (const look of s.project.records.list('looksOfMedia', media.id))
        dispatch(s.project, 'look.update', { lookId: look.id, mediaId: null })
      for (const take of s.project.records.list('takesOfMedia', media.id))
        s.project.commit({ added: {}, updated: {}, removed: { takes: { [take.id]: take } } }, null)
      s.project.commit({ added: {}, updated: {}, removed: { media: { [media.id]: media } } }, null)
    }
    expect(await checkProject(s.project)).toMatchObject({
      ok: true,
      integrity: 'ok',
      missingMedia: [],
      damagedMedia: [],
      invalidRecords: [],
    })
    spoil(s.folder, `UPDATE shots SET number = '' WHERE id = '${s.sample.roomShots[0]!.id}'`)
    const { ok, invalidRecords } = await checkProject(s.project)
    expect(ok).toBe(false)
    expect(invalidRecords[0]).toMatch(new RegExp(`^shots ${s.sample.roomShots[0]!.id}: number: `))
    // What hangs on it is told with it.
    expect(invalidRecords.slice(1).every((line) => line.endsWith('names a broken record of shots'))).toBe(true)
  })
})

describe('export of frames', () => {
  test('writes the chosen stills by story order and number, and tells which are missing', async () => {
    const s = testSession()
    const [first, second] = s.sample.roomShots
    dispatch(s.project, 'shot.update', { shotId: first!.id, number: '1/A b' })
    await s.queue.add(first!.id, 'end', 'local')
    await s.queue.add(second!.id, 'start', 'local')
    await s.queue.add(second!.id, 'start', 'local', { fromPass: 1 })
    const out = join(tempFolder(), 'new', 'frames')
    const { files, missing } = await handOver(s.context, s.project, 'frames', out)
    expect(files).toEqual(['001_1_A_b_end.png', '002_2_start.png'])
    expect(readdirSync(out).sort()).toEqual(files)
    // The sample's start take has a row but no file.
    expect(missing).toEqual(
      expect.arrayContaining([
        { shotId: first!.id, frame: 'start' },
        { shotId: second!.id, frame: 'end' },
      ]),
    )
    expect(missing).toHaveLength(s.project.records.count('shots') * 2 - 2)
  })
})

describe('thumbnails', () => {
  test('are made once, beside the project, and the picture itself serves while none can be made', async () => {
    const s = testSession()
    const { mediaId } = await addPictureToAsset(s.context, s.project, pictureFile(), s.sample.alice.id)
    const media = s.project.records.must('media', mediaId)
    const thumbnails = new Thumbnails(s.context)
    expect(thumbnails.existing(s.project, mediaId, 200)).toBeNull()
    s.context.generators.failures.push(new GeneratorError('transient', 'No.'))
    expect(await thumbnails.of(s.project, media, 200)).toEqual({
      path: s.project.media.pathOf(media),
      mime: 'image/png',
    })
    const both = await Promise.all([thumbnails.of(s.project, media, 200), thumbnails.of(s.project, media, 200)])
    expect(both[0]).toEqual({ path: thumbnails.existing(s.project, mediaId, 200), mime: 'image/webp' })
    expect(both[1]).toEqual(both[0])
    await thumbnails.of(s.project, media, 200)
    expect(s.context.generators.requests.filter((r) => r.type === 'thumbnail')).toHaveLength(2)
    expect((await checkProject(s.project)).damagedMedia).toEqual([])
  })
})

describe('many pictures at once', () => {
  const never = () => Promise.reject(new Error('not asked for'))

  test('are one step, each where it belongs; one that cannot be read is named and left out', async () => {
    const s = testSession()
    const { alice } = s.sample
    const missing = join(tempFolder(), 'gone.png')
    const answer = await takePictureFiles(
      s.context,
      s.project,
      [
        { path: pictureFile('one'), assetId: alice.id, lookName: 'Raincoat' },
        { path: missing, assetId: alice.id },
        { path: pictureFile('two'), name: 'Gnome', type: 'prop' },
      ],
      never,
    )
    expect([answer.added, answer.refused.length, answer.created.assets?.length]).toEqual([2, 1, 1])
    const names = () => s.project.records.list('assetsInOrder').map((a) => a.name)
    expect(names()).toContain('Gnome')
    s.project.undo()
    expect(names()).not.toContain('Gnome')
  })

  test('of one alone, what is wrong with it is the answer', async () => {
    const s = testSession()
    await expect(
      takePictureFiles(
        s.context,
        s.project,
        [{ path: join(tempFolder(), 'gone.png'), assetId: s.sample.alice.id }],
        never,
      ),
    ).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })
})
