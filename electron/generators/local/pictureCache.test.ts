import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { tempFolder } from '../../testing/tempFolder'
import { readReduced } from './pictureCache'

test('a picture is read in the size it is printed in: upright, see-through where it is, and once however often it is asked for', async () => {
  const folder = tempFolder()
  // Red over blue, lying on its side as a camera writes it.
  const [red, blue] = [Buffer.from([220, 20, 20, 255]), Buffer.from([20, 20, 220, 0])]
  const pixels = Buffer.concat(Array.from({ length: 40 * 20 }, (_, i) => (i % 40 < 20 ? red : blue)))
  const bytes = await sharp(pixels, { raw: { width: 40, height: 20, channels: 4 } })
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer()
  const path = join(folder, 'a.png')
  writeFileSync(path, bytes)
  for (const [factor, width, height] of [
    [0.5, 10, 20],
    [0.95, 20, 40],
  ] as const) {
    const both = await Promise.all([readReduced(path, 'a', factor), readReduced(path, 'a', factor)])
    expect(both[0]).toMatchObject({ width: 20, height: 40 })
    const { drawable } = both[0]
    expect([drawable.width, drawable.height]).toEqual([width, height])
    expect(both[1].drawable).toBe(drawable)
    if (!('getContext' in drawable)) throw new Error('no canvas')
    const at = (y: number) => [...drawable.getContext('2d').getImageData(4, Math.round(y * height), 1, 1).data]
    expect(at(0.1)).toEqual([220, 20, 20, 255])
    expect(at(0.9)[3]).toBe(0)
  }
  await expect(readReduced(join(folder, 'gone.png'), 'gone', 0.5)).rejects.toThrow()
})
