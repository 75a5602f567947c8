import { open, readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import type { Metadata, Sharp } from 'sharp'
import { pictureKinds } from '@shared/model/fileKinds'
import { worldFaultOf } from '@shared/records/worldErrors'
import { GeneratorError } from '../generatorContract'
import type { GeneratorEvent, OriginalPicture, PictureRequest, WorkingPicture } from '../generatorContract'
import { cutOut } from './cutOut'
import { oneAtATime } from './oneAtATime'
import { withinLimits, type DecodingLimits } from './withinLimits'
import { writeNewFile } from './writeFile'

/** Longest side of a working copy, in pixels. */
export const WORKING_SIDE = 2048
/** Larger pictures are refused unread: at 4 bytes a pixel this is 600 MB. */
const MOST_PIXELS = 150_000_000
const MOST_BYTES = 300_000_000
const MOST_SVG_BYTES = 10_000_000
const SVG_DPI = 72
/** Drawings are rendered smaller: their filters can take seconds a megapixel. */
const SVG_SIDE = 1400
const LONGEST_SECONDS = 30
/** Beyond sharp's own limit, which does not reach every decoder; of drawings none at all. */
const LIMITS = { seconds: 45, bytes: 3_000_000_000 }
const SVG_LIMITS = { seconds: 10, bytes: 1_500_000_000 }
/** In so many bytes a drawing has said that it is one: where libvips looks for it, and more. */
const SVG_BEGINNING = 4096
/** Below this share of transparent pixels a picture is no cut-out, only one with soft edges or round corners. */
const LEAST_TRANSPARENT = 0.01

/** How a picture is stored, by sharp's name of its format; what is not listed is not taken in. AVIF is what it reads of HEIF. */
function storedFormat(name: string): { mime: string; ext: string } | null {
  const known = name === 'heif' ? 'avif' : name
  if (!Object.hasOwn(pictureKinds, known)) return null
  const { mime, endings } = pictureKinds[known as keyof typeof pictureKinds]
  return { mime, ext: endings[0] }
}

const inTurn = oneAtATime()

/** Measures a picture and makes its working copy: upright, sRGB, 8 bit, bounded, transparent margins cut off. */
export function makePicture(
  request: PictureRequest,
  report: (event: GeneratorEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  return inTurn(async () => {
    if (signal.aborted) throw new GeneratorError('refused', 'Cancelled.')
    const { input, limits } = await readInput(request.path)
    const metadata = await withinLimits(measure(input), limits)
    const format = storedFormat(metadata.format)
    if (!format) throw refused('Pictures of this kind cannot be read.')
    const turned = (metadata.orientation ?? 1) >= 5
    const original: OriginalPicture = {
      ...format,
      width: turned ? metadata.height : metadata.width,
      height: turned ? metadata.width : metadata.height,
      alpha: metadata.hasAlpha ?? false,
    }
    const note = (metadata.pages ?? 1) > 1 ? 'Only the first picture of the file is used.' : ''
    try {
      const { working, cut } = await withinLimits(workingCopy(input, metadata, request), limits)
      const told = [note, cut ? 'Its flat background is taken away.' : ''].filter(Boolean).join(' ')
      report({
        type: 'pictureDone',
        id: request.id,
        original: working ? original : { ...original, alpha: false },
        working,
        note: told,
      })
    } catch (error) {
      // sharp's errors carry no code; those of the disk do.
      if ((error as NodeJS.ErrnoException).code !== undefined || error instanceof GeneratorError) throw error
      throw decodingFailure(error)
    }
  })
}

/** Why a picture that could be measured could not be drawn; libvips tells it in words only. */
function decodingFailure(error: unknown): GeneratorError {
  const word = error instanceof Error ? error.message : ''
  if (/out of memory|cannot allocate|unable to allocate/i.test(word)) {
    const { reason, wayOut } = worldFaultOf('memory')
    return new GeneratorError('refused', `Not made: ${reason}. ${wayOut}`, undefined, 'memory')
  }
  return refused(word.startsWith('timeout') ? 'Drawing it takes too long.' : 'The file is damaged.')
}

function refused(reason: string): GeneratorError {
  return new GeneratorError('refused', reason)
}

async function readInput(path: string): Promise<{ input: Buffer; limits: DecodingLimits }> {
  const info = await stat(path)
  if (!info.isFile()) throw refused('It is not a file.')
  if (info.size === 0) throw refused('The file is empty.')
  if (info.size > MOST_BYTES)
    throw refused(`The file has ${Math.round(info.size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read.`)
  const beginning = await beginningOf(path)
  if (beginning[0] === 0x1f && beginning[1] === 0x8b) throw refused('Compressed drawings are not read.')
  const isSvg = looksLikeSvg(beginning)
  if (isSvg && info.size > MOST_SVG_BYTES)
    throw refused(`Drawings of more than ${MOST_SVG_BYTES / 1e6} MB are not read.`)
  // From memory, an SVG has no folder it could load other files from.
  return { input: await readFile(path), limits: isSvg ? SVG_LIMITS : LIMITS }
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SVG_BEGINNING), 0, SVG_BEGINNING, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function looksLikeSvg(beginning: Buffer): boolean {
  const text = beginning.toString(beginning[1] === 0 ? 'utf16le' : 'latin1')
  return /^[\s\u00ef\u00bb\u00bf\ufeff]*<(\?xml|!--|!doctype)/i.test(text) || /<(\w+:)?svg[\s>]/i.test(text)
}

async function measure(input: Buffer): Promise<Metadata> {
  let metadata: Metadata
  try {
    metadata = await sharp(input, { limitInputPixels: false }).metadata()
  } catch {
    throw refused('It is damaged, or no picture at all.')
  }
  const megapixels = (metadata.width * metadata.height) / 1e6
  if (metadata.format !== 'svg' && megapixels > MOST_PIXELS / 1e6) {
    throw refused(`The picture has ${Math.round(megapixels)} megapixels; at most ${MOST_PIXELS / 1e6} are read.`)
  }
  if (!(metadata.width > 0 && metadata.height > 0)) throw refused('The picture has no size.')
  return metadata
}

/** No copy when the original can be drawn from as it is. */
async function workingCopy(
  input: Buffer,
  metadata: Metadata,
  { outFolder, cutOut: wanted }: PictureRequest,
): Promise<{ working: WorkingPicture | null; cut: boolean }> {
  const decoded = await uprightPixels(input, metadata)
  const freed = wanted && decoded.channels === 3 ? freedPixels(decoded) : null
  const upright = freed ?? decoded
  const cut = freed !== null
  const alpha = upright.channels === 4
  if (!alpha && fitsAsIs(metadata)) return { working: null, cut }
  const asPng = alpha || metadata.format === 'png' || metadata.format === 'svg'
  const pixels = sharp(upright.data, {
    raw: { width: upright.width, height: upright.height, channels: upright.channels },
  })
  const encoded = asPng
    ? pixels.png({ compressionLevel: 6, adaptiveFiltering: true })
    : pixels.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
  const { mime, ext } = storedFormat(asPng ? 'png' : 'jpeg')!
  const path = await writeNewFile(outFolder, ext, await encoded.toBuffer())
  return { working: { path, mime, ext, width: upright.width, height: upright.height, alpha }, cut }
}

/** The figure without the flat ground it stands on, cropped to what can be seen; null where the ground is not flat. */
function freedPixels(pixels: Pixels): Pixels | null {
  const data = cutOut(pixels)
  const box = data && visibleBox({ ...pixels, data, channels: 4 })
  if (!data || !box) return null
  const rows = Array.from({ length: box.height }, (_, y) =>
    data.subarray(
      ((box.top + y) * pixels.width + box.left) * 4,
      ((box.top + y) * pixels.width + box.left + box.width) * 4,
    ),
  )
  return { data: Buffer.concat(rows), width: box.width, height: box.height, channels: 4 }
}

function fitsAsIs(metadata: Metadata): boolean {
  return (
    (metadata.format === 'jpeg' || metadata.format === 'png') &&
    metadata.space === 'srgb' &&
    metadata.depth === 'uchar' &&
    !metadata.hasProfile &&
    !metadata.hasAlpha &&
    (metadata.orientation ?? 1) === 1 &&
    (metadata.pages ?? 1) === 1 &&
    Math.max(metadata.width, metadata.height) <= WORKING_SIDE
  )
}

interface Pixels {
  data: Buffer
  width: number
  height: number
  channels: 3 | 4
}

/** Decodes everything (so damage shows), turns, converts and bounds. Four channels only where something shines through. */
async function uprightPixels(input: Buffer, metadata: Metadata): Promise<Pixels> {
  const decoded = opened(input, metadata)
    .autoOrient()
    .resize({ width: WORKING_SIDE, height: WORKING_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  if (!metadata.hasAlpha) return raw(decoded.removeAlpha(), 3)
  const pixels = await raw(decoded.ensureAlpha(), 4)
  const box = visibleBox(pixels)
  if (box === null) throw refused('The picture is wholly transparent.')
  const source = sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 4 } })
  if (box.transparent < LEAST_TRANSPARENT) return raw(source.flatten({ background: '#ffffff' }), 3)
  return raw(source.extract(box), 4)
}

function opened(input: Buffer, metadata: Metadata): Sharp {
  const options = { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true, pages: 1 } as const
  if (metadata.format !== 'svg') return sharp(input, options)
  // Drawn at the size it is needed in, whatever size it claims.
  const density = (SVG_DPI * SVG_SIDE) / Math.max(metadata.width, metadata.height)
  return sharp(input, { ...options, density: Math.min(2400, Math.max(1, density)) })
}

async function raw(pipeline: Sharp, channels: 3 | 4): Promise<Pixels> {
  const { data, info } = await pipeline
    .timeout({ seconds: LONGEST_SECONDS })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  if ((info.channels as number) !== channels) throw refused('Its colours cannot be read.')
  return { data, width: info.width, height: info.height, channels }
}

/** Alpha up to this is margin; soft edges of cut-outs fade through it. */
const FAINT = 8
const ALMOST_SOLID = 240

/** The box of all pixels that can be seen, so that cut-out figures stand on their feet; null without any. */
function visibleBox({
  data,
  width,
  height,
}: Pixels): { left: number; top: number; width: number; height: number; transparent: number } | null {
  let left = width
  let right = -1
  let top = height
  let bottom = -1
  let transparent = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alpha = data[(y * width + x) * 4 + 3]!
      if (alpha < ALMOST_SOLID) transparent++
      if (alpha <= FAINT) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  }
  return right < 0
    ? null
    : { left, top, width: right - left + 1, height: bottom - top + 1, transparent: transparent / (width * height) }
}
