import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/tempFolder'
import { hashFile, MediaStore } from './mediaStore'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const store = () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'media'))
  return { folder, media: new MediaStore(folder) }
}

describe('the media store', () => {
  test('keeps bytes under their hash, whole, and leaves nothing half-written', () => {
    const { folder, media } = store()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        const id = media.keepBytes(bytes, 'bin')
        expect(id).toBe(sha256(bytes))
        expect(media.pathOf({ id, ext: 'bin' })).toBe(join(folder, 'media', id.slice(0, 2), `${id}.bin`))
        expect(new Uint8Array(readFileSync(media.pathOf({ id, ext: 'bin' })))).toEqual(bytes)
        expect(readdirSync(media.temporaryFolder())).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('writes equal bytes once', () => {
    const { media } = store()
    const bytes = new Uint8Array([1, 2, 3])
    const id = media.keepBytes(bytes, 'bin')
    const { ino, mtimeMs } = statSync(media.pathOf({ id, ext: 'bin' }))
    expect(media.keepBytes(bytes, 'bin')).toBe(id)
    expect(statSync(media.pathOf({ id, ext: 'bin' }))).toMatchObject({ ino, mtimeMs })
    expect(media.size()).toBe(3)
  })

  test('takes over a finished file by its content, also one it has already', async () => {
    const { media } = store()
    const put = (name: string) => {
      const path = join(media.temporaryFolder(), name)
      writeFileSync(path, 'picture')
      return path
    }
    for (const name of ['a.part', 'b.part']) {
      const path = put(name)
      const id = await media.keepFile(path, 'png')
      expect(id).toBe(sha256(Buffer.from('picture')))
      expect(media.has({ id, ext: 'png' })).toBe(true)
      expect(existsSync(path)).toBe(false)
    }
    expect(media.size()).toBe(7)
  })

  test('mends a file that was damaged, when its own bytes come again', async () => {
    const { media } = store()
    const bytes = new Uint8Array([1, 2, 3])
    const id = media.keepBytes(bytes, 'bin')
    writeFileSync(media.pathOf({ id, ext: 'bin' }), 'xyz')
    const again = join(media.temporaryFolder(), 'again')
    writeFileSync(again, bytes)
    expect(await media.keepFile(again, 'bin')).toBe(id)
    expect(new Uint8Array(readFileSync(media.pathOf({ id, ext: 'bin' })))).toEqual(bytes)
    writeFileSync(media.pathOf({ id, ext: 'bin' }), 'x')
    media.keepBytes(bytes, 'bin')
    expect(new Uint8Array(readFileSync(media.pathOf({ id, ext: 'bin' })))).toEqual(bytes)
  })

  test('says what it has not, and refuses a file that is not there', async () => {
    const { media } = store()
    expect(media.has({ id: 'a'.repeat(64), ext: 'png' })).toBe(false)
    expect(media.size()).toBe(0)
    await expect(media.keepFile(join(media.temporaryFolder(), 'gone'), 'png')).rejects.toThrow('ENOENT')
    await expect(hashFile('/nowhere')).rejects.toThrow('ENOENT')
  })

  test('clears what an interrupted job left, and nothing else', () => {
    const { media } = store()
    const id = media.keepBytes(new Uint8Array([1]), 'bin')
    writeFileSync(join(media.temporaryFolder(), 'x.part'), 'half')
    media.clearTemporary()
    expect(readdirSync(media.temporaryFolder())).toEqual([])
    expect(media.has({ id, ext: 'bin' })).toBe(true)
  })

  test('that cannot write keeps nothing under the name', () => {
    const { folder, media } = store()
    const bytes = new Uint8Array([9])
    const id = sha256(bytes)
    // A file where the folder should be.
    writeFileSync(join(folder, 'media', id.slice(0, 2)), 'in the way')
    expect(() => media.keepBytes(bytes, 'bin')).toThrow()
    expect(media.has({ id, ext: 'bin' })).toBe(false)
  })

  test('never makes its folder anew: where it is gone, nothing is written', async () => {
    const { folder, media } = store()
    const part = join(media.temporaryFolder(), 'a.part')
    writeFileSync(part, 'picture')
    renameSync(folder, `${folder}.moved`)
    expect(() => media.temporaryFolder()).toThrow('the folder “media” of the project is not there')
    expect(() => media.keepBytes(new Uint8Array([1]), 'bin')).toThrow('“media”')
    await expect(media.keepFile(part, 'png')).rejects.toThrow()
    expect(existsSync(folder)).toBe(false)
    renameSync(`${folder}.moved`, folder)
    rmSync(join(folder, 'media'), { recursive: true })
    expect(() => media.thumbnailFolder()).toThrow('“media”')
    expect(readdirSync(folder)).toEqual([])
  })

  test('asks before it writes', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'media'))
    const media = new MediaStore(folder, () => {
      throw new Error('not now')
    })
    for (const write of [
      () => media.temporaryFolder(),
      () => media.thumbnailFolder(),
      () => media.keepBytes(new Uint8Array([1]), 'bin'),
      () => media.clearTemporary(),
    ])
      expect(write).toThrow('not now')
    expect(readdirSync(join(folder, 'media'))).toEqual([])
  })

  test.each(['x/../../../payload', '..', '', 'PNG', 'a.b', 'x'.repeat(9)])(
    'gives no path to a file with the ending %j',
    (ext) => {
      expect(() => store().media.pathOf({ id: 'a'.repeat(64), ext })).toThrow('no media file has the name')
    },
  )

  test.each(['', '../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), '/'.repeat(64)])(
    'gives no path to a file called %j',
    (id) => {
      expect(() => store().media.pathOf({ id, ext: 'png' })).toThrow('no media file has the name')
    },
  )

  test('follows no link: neither a file, nor a folder, nor what it writes into', () => {
    const { folder, media } = store()
    const outside = tempFolder()
    const secret = join(outside, 'secret')
    writeFileSync(secret, 'secret')
    const id = sha256(Buffer.from('secret'))
    const file = media.pathOf({ id, ext: 'png' })
    mkdirSync(join(file, '..'))
    symlinkSync(secret, file)
    expect(media.has({ id, ext: 'png' })).toBe(false)
    expect(() => media.pathToRead({ id, ext: 'png' })).toThrow('is a link to another place')
    rmSync(join(file, '..'), { recursive: true })
    writeFileSync(join(outside, `${id}.png`), 'secret')
    symlinkSync(outside, join(file, '..'))
    expect(media.has({ id, ext: 'png' })).toBe(false)
    expect(() => media.pathToRead({ id, ext: 'png' })).toThrow('is a link to another place')
    expect(() => media.keepBytes(Buffer.from('secret'), 'png')).toThrow('is a link to another place')
    symlinkSync(outside, join(folder, 'media', '.tmp-link'))
    rmSync(join(folder, 'media', '.tmp'), { recursive: true, force: true })
    renameSync(join(folder, 'media', '.tmp-link'), join(folder, 'media', '.tmp'))
    expect(() => media.temporaryFolder()).toThrow('is a link to another place')
    media.clearTemporary()
    expect(readdirSync(outside).sort()).toEqual([`${id}.png`, 'secret'])
  })

  test('reads no link as a file', async () => {
    const outside = join(tempFolder(), 'secret')
    writeFileSync(outside, 'secret')
    const link = join(tempFolder(), 'link')
    symlinkSync(outside, link)
    await expect(hashFile(link)).rejects.toThrow('ELOOP')
  })
})
