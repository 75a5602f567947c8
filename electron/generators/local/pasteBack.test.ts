import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../testing/tempFolder'
import { maskPicture, markupPicture } from './maskPicture'
import { pasteBack } from './pasteBack'

type Colour = [number, number, number]
const [width, height] = [320, 180]
/** The right half. */
const region = [{ x: 0.5, y: 0.25, width: 0.5, height: 0.75 }]

/** A picture with rectangles on a ground that is never the same in two places. */
async function picture(
  shift: number,
  boxes: [number, number, number, number, Colour][] = [],
  size = { width, height },
) {
  const { width: w, height: h } = size
  const raw = Buffer.alloc(w * h * 3)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const box = boxes.find(([l, t, r, b]) => x >= l * w && x < r * w && y >= t * h && y < b * h)
      raw.set(
        box ? box[4] : [60 + ((x * 7 + y * 3) % 40) + shift, 90 + shift, 120 - ((x + y) % 30) + shift],
        (y * w + x) * 3,
      )
    }
  return sharp(raw, { raw: { width: w, height: h, channels: 3 } })
    .png()
    .toBuffer()
}
function asFile(bytes: Buffer): string {
  const path = join(tempFolder(), 'base.png')
  writeFileSync(path, bytes)
  return path
}
async function pixels(bytes: Buffer) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return {
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)],
    info,
  }
}

describe('what comes back of a pass', () => {
  test('is as its base plate outside the region, to the byte, and the new picture inside; the seam is soft and the edge of the picture is none', async () => {
    const base = await picture(0)
    const made = await picture(25, [[0.6, 0.4, 0.9, 1, [250, 10, 10]]])
    const pasted = await pasteBack(made, asFile(base), region, true)
    expect(pasted).toMatchObject({ width, height })
    const [now, before, after] = await Promise.all([pixels(pasted!.bytes), pixels(base), pixels(made)])
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) if (x < 160 || y < 45) expect(now.at(x, y)).toEqual(before.at(x, y))
    expect(now.at(240, 120)).toEqual([250, 10, 10])
    expect(now.at(319, 60)).toEqual(after.at(319, 60))
    const [seam] = now.at(161, 100)
    expect(seam).toBeGreaterThanOrEqual(before.at(161, 100)[0]!)
    expect(seam).toBeLessThan(after.at(161, 100)[0]!)
  })

  test('keeps the size of the base plate when the model draws larger', async () => {
    const base = await picture(0)
    const made = await picture(0, [[0.6, 0.4, 0.9, 1, [250, 10, 10]]], { width: 640, height: 362 })
    const pasted = await pasteBack(made, asFile(base), region, true)
    expect(pasted).toMatchObject({ width, height })
    expect((await pixels(pasted!.bytes)).at(240, 120)).toEqual([250, 10, 10])
  })

  test('of another shape cannot be pasted', async () => {
    const square = await picture(0, [], { width: 180, height: 180 })
    expect((await pasteBack(square, asFile(await picture(0)), region, true)) === null).toBe(true)
  })

  test('without a mask: what was drawn beyond the box and touches it stays whole, what changed elsewhere does not, and a shift of all colours goes', async () => {
    const base = await picture(0)
    const red: Colour = [250, 10, 10]
    const made = await picture(12, [
      [0.35, 0.4, 0.9, 1, red],
      [0.02, 0.1, 0.12, 0.3, [10, 250, 10]],
    ])
    const pasted = await pasteBack(made, asFile(base), region, false)
    const [now, before] = await Promise.all([pixels(pasted!.bytes), pixels(base)])
    expect(now.at(125, 120)).toEqual(red)
    expect(now.at(20, 36)).toEqual(before.at(20, 36))
    expect(now.at(40, 150)).toEqual(before.at(40, 150))
  })

  test('without a mask: another picture altogether, or one where nothing stands in the box, stays as it came', async () => {
    const base = asFile(await picture(0))
    const other = await picture(0, [[0, 0, 0.8, 1, [240, 240, 20]]])
    expect((await pasteBack(other, base, region, false)) === null).toBe(true)
    const elsewhere = await picture(0, [[0.05, 0.4, 0.3, 1, [240, 240, 20]]])
    expect((await pasteBack(elsewhere, base, region, false)) === null).toBe(true)
  })
})

describe('where may be drawn', () => {
  const raw = async (bytes: Buffer) => sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })

  test('is transparent and white in a mask, the rest opaque and black', async () => {
    const { data, info } = await raw(await maskPicture(region, width, height))
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)]
    expect([info.width, info.height]).toEqual([width, height])
    expect([at(159, 90), at(160, 44)]).toEqual([
      [0, 0, 0, 255],
      [0, 0, 0, 255],
    ])
    expect([at(160, 45), at(319, 179)]).toEqual([
      [255, 255, 255, 0],
      [255, 255, 255, 0],
    ])
  })

  test('is the whole picture for a pass that may draw anywhere', async () => {
    const { data } = await raw(await maskPicture(null, 4, 2))
    expect([...data].filter((_, i) => i % 4 === 3)).toEqual(Array(8).fill(0))
  })

  test('is framed in a markup, with nothing inside and outside', async () => {
    const { data, info } = await raw(await markupPicture(region, width, height))
    const alpha = (x: number, y: number) => data[(y * info.width + x) * 4 + 3]
    expect([alpha(160, 100), alpha(161, 100), alpha(240, 45), alpha(319, 178)]).toEqual([255, 255, 255, 255])
    expect([alpha(240, 100), alpha(100, 100)]).toEqual([0, 0])
  })
})
