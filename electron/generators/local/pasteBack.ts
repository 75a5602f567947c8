import type { PicturePart } from '@shared/domain/passes/editRegion'
import { clamp } from '@shared/model/numbers'
import sharp, { type Sharp } from 'sharp'
import { regionMap } from './maskPicture'

/** Shapes that differ by less are one; models draw in steps of some pixels. */
const sameShape = 0.03
/** How soft the seam is, of the longer side. */
const feather = 1 / 200
/** The blur of white comes out a little grey. */
const full = 1.02
/** Cells that changes are looked for in, along the longer side. */
const cellsAcross = 96
/** How far a cell is off, of 255, that shows something else than before. */
const strongChange = 32
/** When so much outside the region shows something else, it is another picture. */
const mostChanged = 0.5

interface Pasted {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/**
 * The picture of a pass with everything outside the region as it is in the base plate, in its size and every pixel the same; the seam lies softly inside the region
 * (domain.md 5.14). Without a mask the service went by words alone: what clearly changed and touches the boxes belongs to the region then.
 * @param base its path
 * @returns a PNG; null where the picture has another shape, shows another picture altogether, or what was added stands elsewhere, so that nothing can be pasted
 * @throws where one of them cannot be decoded
 */
export async function pasteBack(
  made: Buffer,
  base: string,
  region: readonly PicturePart[],
  wasMasked: boolean,
): Promise<Pasted | null> {
  const plate = await pixelsOf(sharp(base))
  const { width, height } = plate
  const shape = await sharp(made).metadata()
  const { width: madeWidth, height: madeHeight } = shape.autoOrient
  if (Math.abs(Math.log(madeWidth / madeHeight / (width / height))) > sameShape) return null
  const picture = await pixelsOf(sharp(made), { width, height })
  const map = regionMap(region, width, height)
  if (!wasMasked && !(await withChanges(map, plate, picture))) return null
  const soft = await softened(map, width, height)
  const out = Buffer.from(plate.data)
  for (let i = 0; i < map.length; i++) {
    const part = soft[i]!
    if (part === 0) continue
    for (let at = i * 3; at < i * 3 + 3; at++)
      out[at] = Math.round((plate.data[at]! * (255 - part) + picture.data[at]! * part) / 255)
  }
  const bytes = await sharp(out, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer()
  return { bytes, width, height }
}

interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** Upright, three bytes a pixel. */
async function pixelsOf(picture: Sharp, size?: { width: number; height: number }): Promise<Pixels> {
  const upright = picture.autoOrient().removeAlpha().toColourspace('srgb')
  const sized = size ? upright.resize(size.width, size.height, { fit: 'fill' }) : upright
  const { data, info } = await sized.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** How much of the new picture shows: all inside the region, nothing outside, and softly more from its edge inwards. Edges of the picture are no seams. */
async function softened(map: Buffer, width: number, height: number): Promise<Buffer> {
  const sigma = Math.max(1, Math.max(width, height) * feather)
  const blurred = await sharp(map, { raw: { width, height, channels: 1 } })
    .blur({ sigma, precision: 'float' })
    .extractChannel(0)
    .raw()
    .toBuffer()
  for (let i = 0; i < blurred.length; i++)
    blurred[i] = map[i] === 0 ? 0 : Math.min(255, Math.max(0, Math.round((2 * blurred[i]! - 255) * full)))
  return blurred
}

/**
 * Adds to the region what clearly changed and touches it. A shift of all colours is no change: it is what pasting takes away.
 * @returns false where most of the rest changed, or nothing where it was to
 */
async function withChanges(map: Buffer, plate: Pixels, picture: Pixels): Promise<boolean> {
  const { width, height } = plate
  const cell = Math.ceil(Math.max(width, height) / cellsAcross)
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)]
  const [before, after] = await Promise.all([plate, picture].map((one) => small(one, across, down)))
  const inside = (i: number) => {
    const [x, y] = [i % across, Math.floor(i / across)]
    return (
      map[Math.min(height - 1, y * cell + (cell >> 1)) * width + Math.min(width - 1, x * cell + (cell >> 1))] === 255
    )
  }
  const cells = Array.from({ length: across * down }, (_, i) => i)
  const outside = cells.filter((i) => !inside(i))
  const shift = [0, 1, 2].map((c) => shiftOf(outside.map((i) => after![i * 3 + c]! - before![i * 3 + c]!)))
  const isOther = (i: number) =>
    [0, 1, 2].some((c) => Math.abs(after![i * 3 + c]! - before![i * 3 + c]! - shift[c]!) > strongChange)
  const changed = new Set(outside.filter(isOther))
  if (changed.size > outside.length * mostChanged || !cells.some((i) => inside(i) && isOther(i))) return false
  const reached = cells.filter(inside)
  for (const i of reached)
    for (const next of neighbours(i, across, down))
      if (changed.delete(next)) {
        reached.push(next)
        fillCell(map, next % across, Math.floor(next / across), cell, width, height)
      }
  return true
}

const small = ({ data, width, height }: Pixels, across: number, down: number) =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .resize(across, down, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()

/** By how much most of it is off; more than a strong change is no shift of colours. */
function shiftOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return clamp(sorted[sorted.length >> 1] ?? 0, -strongChange, strongChange)
}

function neighbours(i: number, across: number, down: number): number[] {
  const [x, y] = [i % across, Math.floor(i / across)]
  return [-1, 0, 1].flatMap((dy) =>
    [-1, 0, 1].flatMap((dx) => {
      const [nx, ny] = [x + dx, y + dy]
      return (dx || dy) && nx >= 0 && ny >= 0 && nx < across && ny < down ? [ny * across + nx] : []
    }),
  )
}

/** A cell with half a cell around it: a change begins before its cell is full of it. */
function fillCell(map: Buffer, x: number, y: number, cell: number, width: number, height: number): void {
  const half = cell >> 1
  const [left, right] = [Math.max(0, x * cell - half), Math.min(width, (x + 1) * cell + half)]
  for (let row = Math.max(0, y * cell - half); row < Math.min(height, (y + 1) * cell + half); row++)
    map.fill(255, row * width + left, row * width + right)
}
