import { readFile } from 'node:fs/promises'
import { createCanvas, ImageData, loadImage } from '@napi-rs/canvas'
import type { Canvas, Image } from '@napi-rs/canvas'
import sharp from 'sharp'
import { GeneratorError } from '../generatorContract'

/** What can be drawn from. */
export type Drawable = Image | Canvas

/** Keeps decoded pictures up to a number of pixels (4 bytes each); the longest unused ones are given up first. */
class Kept<T extends { width: number; height: number }> {
  private readonly entries = new Map<string, T>()
  private pixels = 0

  constructor(private readonly most: number) {}

  get(key: string): T | undefined {
    const found = this.entries.get(key)
    if (found) {
      this.entries.delete(key)
      this.entries.set(key, found)
    }
    return found
  }

  put(key: string, value: T): T {
    const before = this.entries.get(key)
    if (before) this.pixels -= before.width * before.height
    this.entries.set(key, value)
    this.pixels += value.width * value.height
    for (const [oldest, old] of this.entries) {
      if (this.pixels <= this.most || oldest === key) break
      this.entries.delete(oldest)
      this.pixels -= old.width * old.height
    }
    return value
  }
}

/** About 200 MB and 120 MB. */
const decoded = new Kept<Image>(50_000_000)
const reduced = new Kept<Canvas>(30_000_000)

/** A decoded picture, kept by the hash of its file. */
export async function cachedPicture(path: string, hash: string): Promise<Image> {
  return decoded.get(hash) ?? decoded.put(hash, await readPicture(path))
}

/**
 * The picture in the size it is drawn in, made with care once: reducing it anew in every frame costs more than all the
 * rest. `factor` below 1 is how much smaller it is drawn.
 */
export function reducedPicture(picture: Image, hash: string, factor: number): Drawable {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const key = `${hash} ${width} ${height}`
  const known = reduced.get(key)
  if (known) return known
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return reduced.put(key, canvas)
}

/** A picture in a smaller size, and how large all of it is, in pixels. */
export interface ReadReduced {
  readonly drawable: Drawable
  readonly width: number
  readonly height: number
}

/**
 * As `reducedPicture`, but read in that size beside everything else, so that a picture is never held whole: for what shows a great many, once each.
 * `factor` 0.9 and more reads all of it. Throws what sharp does where it cannot be read.
 */
export function readReduced(path: string, hash: string, factor: number): Promise<ReadReduced> {
  const key = `${hash} ${factor}`
  let work = reading.get(key)
  if (!work) reading.set(key, (work = readNow(path, hash, factor).finally(() => reading.delete(key))))
  return work
}

/** What is being read, so that a picture that a page shows twice is read once. */
const reading = new Map<string, Promise<ReadReduced>>()

async function readNow(path: string, hash: string, factor: number): Promise<ReadReduced> {
  const { width, height } = (await sharp(path).metadata()).autoOrient
  const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * Math.min(1, factor)))) as [number, number]
  const isWhole = factor >= 0.9
  const key = isWhole ? `${hash} whole` : `${hash} ${w} ${h}`
  const known = reduced.get(key)
  if (known) return { drawable: known, width, height }
  const upright = sharp(path).autoOrient().toColourspace('srgb').ensureAlpha()
  const data = await (isWhole ? upright : upright.resize(w, h, { fit: 'fill' })).raw().toBuffer()
  const canvas = isWhole ? createCanvas(width, height) : createCanvas(w, h)
  const pixels = new ImageData(new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), canvas.width)
  canvas.getContext('2d').putImageData(pixels, 0, 0)
  return { drawable: reduced.put(key, canvas), width, height }
}

/** Decodes a picture file. Throws GeneratorError (class config) when it is missing or broken. */
export async function readPicture(path: string): Promise<Image> {
  try {
    return await loadImage(await readFile(path))
  } catch {
    throw new GeneratorError('config', 'Not made: a picture of the project is missing or cannot be read.')
  }
}
