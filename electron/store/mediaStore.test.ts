import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../testing/tempFolder'
import { hashFile, MediaStore } from './mediaStore'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const store = () => {
  const folder = tempFolder()
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
    mkdirSync(join(folder, 'media'), { recursive: true })
    writeFileSync(join(folder, 'media', id.slice(0, 2)), 'in the way')
    expect(() => media.keepBytes(bytes, 'bin')).toThrow()
    expect(media.has({ id, ext: 'bin' })).toBe(false)
  })
})
