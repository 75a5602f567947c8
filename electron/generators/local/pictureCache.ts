import { readFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Canvas, Image } from '@napi-rs/canvas'
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

/** Decodes a picture file. Throws GeneratorError (class config) when it is missing or broken. */
export async function readPicture(path: string): Promise<Image> {
  try {
    return await loadImage(await readFile(path))
  } catch {
    throw new GeneratorError('config', 'Not made: a picture of the project is missing or cannot be read.')
  }
}
