import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { pictureKinds } from '@shared/model/fileKinds'
import { GeneratorError, type PassDoneEvent } from '../generatorContract'
import { oneAtATime } from './oneAtATime'
import { writeNewFile } from './writeFile'

/** Kinds that generators send and take; others are not looked at. */
const kinds = ['png', 'jpeg', 'webp'] as const
type Kind = (typeof kinds)[number]

/** Larger pictures are not decoded: at 4 bytes a pixel this is 400 MB. */
const mostPixels = 100_000_000
const longestSeconds = 30

const inTurn = oneAtATime()

/** What a picture begins with, without trusting its name. Sources: PNG 5.2, JFIF, RIFF container of WebP. */
function kindOf(bytes: Buffer): Kind | null {
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  return null
}

/**
 * Bytes that came from a generator become a file, once they are a whole picture of a known kind: the type by its beginning, the size, and every pixel decoded.
 * The bytes stay as they came.
 * @param from who sent it, for the sentence
 * @throws GeneratorError `config`: what comes is no picture that can be kept
 */
export function receivedPicture(
  bytes: Buffer,
  outFolder: string,
  from: string,
): Promise<Omit<PassDoneEvent, 'type' | 'id' | 'index'>> {
  const refused = (why: string) => new GeneratorError('config', `${from} sent back ${why}. Nothing was kept of it.`)
  return inTurn(async () => {
    const kind = kindOf(bytes)
    if (kind === null)
      throw refused(bytes.length === 0 ? 'an empty file' : 'something that is no PNG, JPEG or WebP picture')
    let size: { width: number; height: number }
    try {
      const metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
      if (metadata.format !== kind) throw refused('a picture of another kind than it says')
      size = { width: metadata.width, height: metadata.height }
    } catch (error) {
      if (error instanceof GeneratorError) throw error
      throw refused('a picture that is damaged')
    }
    if (size.width * size.height > mostPixels)
      throw refused(`a picture of ${size.width} × ${size.height} pixels, which is too large`)
    try {
      await sharp(bytes, { failOn: 'warning', limitInputPixels: mostPixels })
        .timeout({ seconds: longestSeconds })
        .raw()
        .toBuffer()
    } catch {
      throw refused('a picture that is damaged or not complete')
    }
    const { mime, endings } = pictureKinds[kind]
    const path = await writeNewFile(outFolder, endings[0], bytes)
    return { path, ...size, mime, ext: endings[0] }
  })
}

/** A picture as it is sent. */
export interface PictureToSend {
  readonly bytes: Buffer
  readonly mime: string
  readonly ext: string
}

/**
 * The bytes of a reference: those of the file where every service can read them as they stand, else an upright PNG of it. One that is larger than a service takes
 * is sent as a smaller WebP.
 * @throws GeneratorError `config` for a file that is gone or no picture
 */
export function pictureToSend(path: string, name: string, mostBytes = Infinity): Promise<PictureToSend> {
  return inTurn(async () => {
    let bytes: Buffer
    try {
      bytes = await readFile(path)
    } catch {
      throw new GeneratorError('config', `Not sent: the picture of ${name} is missing or cannot be read.`)
    }
    try {
      const { format, orientation = 1 } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
      const kind = kinds.find((known) => known === format)
      if (bytes.length > mostBytes) return await smaller(bytes, mostBytes)
      if (kind && orientation === 1) {
        const { mime, endings } = pictureKinds[kind]
        return { bytes, mime, ext: endings[0] }
      }
      const upright = await sharp(bytes, { limitInputPixels: mostPixels }).autoOrient().png().toBuffer()
      return { bytes: upright, mime: 'image/png', ext: 'png' }
    } catch {
      throw new GeneratorError('config', `Not sent: the picture of ${name} is damaged.`)
    }
  })
}

/** How large a picture is as it is seen. @throws GeneratorError `config` for a file that is gone or no picture */
export async function uprightSize(path: string, name: string): Promise<{ width: number; height: number }> {
  try {
    const { autoOrient } = await sharp(path, { limitInputPixels: mostPixels }).metadata()
    return autoOrient
  } catch {
    throw new GeneratorError('config', `Not sent: the picture of ${name} is missing or damaged.`)
  }
}

/** The same picture in no more bytes. @throws where it cannot be decoded */
async function smaller(bytes: Buffer, mostBytes: number): Promise<PictureToSend> {
  for (let side = 4096; ; side /= 2) {
    const picture = sharp(bytes, { limitInputPixels: mostPixels }).autoOrient()
    const small = await picture
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 95 })
      .toBuffer()
    if (small.length <= mostBytes || side < 256) return { bytes: small, mime: 'image/webp', ext: 'webp' }
  }
}
