import { readFile } from 'node:fs/promises'
import { loadImage } from '@napi-rs/canvas'
import type { Image } from '@napi-rs/canvas'
import { GeneratorError } from '../contract'

/** Decoded pixels kept at 4 bytes each: about 256 MB. */
const MOST_PIXELS = 64_000_000

const kept = new Map<string, Image>()
let pixels = 0

/** A decoded picture, kept by hash; the longest unused ones are given up first. */
export async function cachedPicture(path: string, hash: string): Promise<Image> {
  const known = kept.get(hash)
  if (known) {
    kept.delete(hash)
    kept.set(hash, known)
    return known
  }
  const image = await readPicture(path)
  kept.set(hash, image)
  pixels += image.width * image.height
  for (const [oldest, old] of kept) {
    if (pixels <= MOST_PIXELS || oldest === hash) break
    kept.delete(oldest)
    pixels -= old.width * old.height
  }
  return image
}

/** Decodes a picture file. Throws GeneratorError (class config) when it is missing or broken. */
export async function readPicture(path: string): Promise<Image> {
  try {
    return await loadImage(await readFile(path))
  } catch {
    throw new GeneratorError('config', 'Not made: a picture of the project is missing or cannot be read.')
  }
}
