import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clipBytes } from '../../testing/clip'
import { pngBytes } from '../../testing/png'
import { tempFolder } from '../../testing/tempFolder'
import { readClipFile, receivedClip } from './receivedClip'

const keep = async (bytes: Buffer) =>
  receivedClip(bytes, tempFolder(), 'The service').catch((error: Error) => error.message)

describe('what a service sent back as a clip', () => {
  test.each(['mp4', 'webm'] as const)('is measured and kept as it came (%s)', async (ext) => {
    const bytes = await clipBytes({ ext, width: 1024, height: 576, seconds: 3.5 })
    const kept = await keep(bytes)
    expect(kept).toMatchObject({ width: 1024, height: 576, seconds: 3.5, mime: `video/${ext}`, ext })
    expect(readFileSync((kept as { path: string }).path).equals(bytes)).toBe(true)
  })

  test('is refused when it is something else, empty, or has no picture', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('<html>so sorry</html>'),
      pngBytes(20, 20, [1, 2, 3]),
      Buffer.alloc(5000, 7),
    ])
      expect(await keep(bytes)).toMatch(/^The service sent back .+ Nothing was kept of it\.$/)
  })

  test('is refused when it was cut off anywhere, or a part of its list is gone', async () => {
    for (const ext of ['mp4', 'webm'] as const) {
      const bytes = await clipBytes({ ext, seconds: 2 })
      for (const share of [0.03, 0.3, 0.6, 0.8])
        expect(await keep(bytes.subarray(0, Math.floor(bytes.length * share))), `${ext} cut at ${share}`).toEqual(
          expect.stringContaining('Nothing was kept'),
        )
    }
  })

  test('never hangs or crashes on damaged bytes', async () => {
    const bytes = await clipBytes({ seconds: 1 })
    for (let at = 0; at < bytes.length; at += 23) {
      const damaged = Buffer.from(bytes)
      damaged[at] = damaged[at]! ^ 0xff
      const kept = await keep(damaged)
      if (typeof kept !== 'string') expect(kept.seconds).toBeGreaterThan(0)
    }
  })
})

test('a file that lies somewhere is measured where it is', async () => {
  const path = join(tempFolder(), 'a clip.mov')
  writeFileSync(path, await clipBytes({ seconds: 1 }))
  expect(await readClipFile(path)).toMatchObject({ path, seconds: 1, ext: 'mp4' })
  writeFileSync(path, 'words')
  await expect(readClipFile(path)).rejects.toThrow(/^The file is something that is no MP4/)
  await expect(readClipFile(`${path}.gone`)).rejects.toThrow('The file is not there, or cannot be read.')
})
