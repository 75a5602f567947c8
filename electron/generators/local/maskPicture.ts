import type { PicturePart } from '@shared/domain/passes/editRegion'
import sharp from 'sharp'

/** Colour and width (of the longer side) of the frames that are laid over a picture. */
const frameColour = [255, 0, 200, 255] as const
const frameWidth = 1 / 250

/** A part in whole pixels, as [left, top, right, bottom]; it covers every pixel that it touches. */
function pixelsOf(part: PicturePart, width: number, height: number): [number, number, number, number] {
  return [
    Math.floor(part.x * width),
    Math.floor(part.y * height),
    Math.min(width, Math.ceil((part.x + part.width) * width)),
    Math.min(height, Math.ceil((part.y + part.height) * height)),
  ]
}

/** 255 within the region, 0 elsewhere, a byte a pixel. */
export function regionMap(region: readonly PicturePart[], width: number, height: number): Buffer {
  const map = Buffer.alloc(width * height)
  for (const part of region) {
    const [left, top, right, bottom] = pixelsOf(part, width, height)
    for (let y = top; y < bottom; y++) map.fill(255, y * width + left, y * width + right)
  }
  return map
}

/**
 * Where may be drawn, as a PNG that every service reads: transparent and white there, opaque and black elsewhere (backends.md 2 goes by the alpha, nodes of ComfyUI by
 * either).
 * @param region null = everywhere
 */
export function maskPicture(region: readonly PicturePart[] | null, width: number, height: number): Promise<Buffer> {
  const map = region && regionMap(region, width, height)
  const pixels = Buffer.alloc(width * height * 4)
  for (let i = 0; i < width * height; i++)
    pixels.writeUInt32BE(map === null || map[i] === 255 ? 0xffffff00 : 0x000000ff, i * 4)
  return png(pixels, width, height)
}

/** The edges of the region as coloured frames on nothing, to be laid over the picture (backends.md 2). */
export function markupPicture(region: readonly PicturePart[], width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 4)
  const thick = Math.max(2, Math.round(Math.max(width, height) * frameWidth))
  for (const part of region) {
    const [left, top, right, bottom] = pixelsOf(part, width, height)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++)
        if (x < left + thick || x >= right - thick || y < top + thick || y >= bottom - thick)
          pixels.set(frameColour, (y * width + x) * 4)
  }
  return png(pixels, width, height)
}

const png = (pixels: Buffer, width: number, height: number) =>
  sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 9 })
    .toBuffer()
