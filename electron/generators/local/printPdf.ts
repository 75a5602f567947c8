import { rename, rm, writeFile } from 'node:fs/promises'
import { createCanvas, PDFDocument } from '@napi-rs/canvas'
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { DrawOp } from '@shared/drawing/drawOp'
import { execute, fontOf } from '@shared/drawing/execute'
import { drawList } from '@shared/drawing/drawList'
import { layOutPages, type PlacedPicture, type PrintPage } from '@shared/drawing/print/layOutPages'
import { pageOps } from '@shared/drawing/print/pageOps'
import type { Measure } from '@shared/drawing/print/wrapText'
import { GeneratorError } from '../generatorContract'
import type { GeneratorEvent, PrintRequest } from '../generatorContract'
import { registerFrameFont } from './frameFont'
import { readReduced } from './pictureCache'
import type { Drawable } from './pictureCache'

/** Characters that are looked for in the fonts of the system. */
const mostSigns = 4000

/** Prints a document as PDF to `out`, which is there once it is whole. The same request gives the same bytes on the same machine. */
export async function printPdf(
  request: PrintRequest,
  report: (event: GeneratorEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  registerFrameFont()
  const { id, document, dpi, jpeg, out } = request
  // Pictures are made smaller to so many pixels a point.
  const pixelsPerPoint = dpi / 72
  const pages = layOutPages(document, measure)
  const pdf = new PDFDocument({ title: document.title, creator: 'Exeunt', encodingQuality: jpeg })
  const unread = new Set<string>()
  /** What stands on a page, with the pictures it takes; none after the last one. */
  const prepare = async (page: PrintPage | undefined) => {
    const pictures = new Map<string, Drawable>()
    if (!page) return { ops: [], pictures }
    const printing = { request, pictures, unread }
    const placed = await Promise.all(page.pictures.map((one) => flattened(one, printing, pixelsPerPoint)))
    const ops = pageOps({ ...page, pictures: placed }, () => null, measure)
    return { ops: await inTheirSize(ops, printing, pixelsPerPoint), pictures }
  }
  let next = prepare(pages[0])
  for (const i of pages.keys()) {
    const { ops, pictures } = await next
    if (signal.aborted) throw new GeneratorError('refused', 'Cancelled.')
    // Pictures are read while the page before is written.
    next = prepare(pages[i + 1])
    next.catch(() => {})
    report({ type: 'progress', id, value: i / pages.length, text: `Page ${i + 1} of ${pages.length}` })
    // It is the same context; the package declares less of it here.
    const context = pdf.beginPage(document.width, document.height) as unknown as SKRSContext2D
    context.imageSmoothingQuality = 'high'
    execute(ops, context, (key) => pictures.get(key))
    pdf.endPage()
    // Between pages, so that a cancel is heard.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const part = `${out}.part`
  try {
    await writeFile(part, pdf.close())
    if (signal.aborted) throw new GeneratorError('refused', 'Cancelled.')
    await rename(part, out)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  report({
    type: 'printDone',
    id,
    pages: pages.length,
    lacking: lackingSigns(JSON.stringify(document.sections)),
    unread: unread.size,
  })
}

let measuring: SKRSContext2D | null = null

const measure: Measure = (text, size, weight) => {
  measuring ??= createCanvas(32, 32).getContext('2d')
  measuring.font = fontOf(size, weight)
  return measuring.measureText(text).width
}

interface Printing {
  readonly request: PrintRequest
  readonly pictures: Map<string, Drawable>
  readonly unread: Set<string>
}

/**
 * A still that is drawn becomes one picture of the size it is printed in. As parts its figures would be written without loss, each of them once for every
 * panel that it stands in: twenty times as much.
 */
async function flattened(placed: PlacedPicture, printing: Printing, pixelsPerPoint: number): Promise<PlacedPicture> {
  const { picture } = placed
  if (!('frame' in picture)) return placed
  const frame = printing.request.document.frames[picture.frame]
  if (!frame) return placed
  const scale = Math.min(placed.width / frame.width, placed.height / frame.height) * pixelsPerPoint
  const canvas = createCanvas(
    Math.max(1, Math.round(frame.width * scale)),
    Math.max(1, Math.round(frame.height * scale)),
  )
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(canvas.width / frame.width, canvas.height / frame.height)
  const ops = await inTheirSize(drawList(frame), printing, scale)
  execute(ops, context, (key) => printing.pictures.get(key))
  const mediaId = `drawn ${picture.frame} ${canvas.width}`
  printing.pictures.set(mediaId, canvas)
  const { over } = picture
  return { ...placed, picture: { mediaId, width: canvas.width, height: canvas.height, ...(over ? { over } : {}) } }
}

/** The same operations, their pictures replaced by copies of the size they are printed in; one that cannot be read is left out and counted. */
async function inTheirSize(ops: readonly DrawOp[], printing: Printing, scale: number): Promise<DrawOp[]> {
  const sized = ops.map(async (op): Promise<DrawOp | null> => {
    if (op.op === 'image') return inItsSize(op, printing, scale)
    if (op.op !== 'group') return op
    const [a, b, c, d] = op.transform ?? [1, 0, 0, 1]
    return { ...op, ops: await inTheirSize(op.ops, printing, scale * Math.sqrt(Math.abs(a * d - b * c))) }
  })
  return (await Promise.all(sized)).filter((op) => op !== null)
}

async function inItsSize(
  op: Extract<DrawOp, { op: 'image' }>,
  { request, pictures, unread }: Printing,
  scale: number,
): Promise<DrawOp | null> {
  if (pictures.has(op.mediaId)) return op
  const media = request.media[op.mediaId]
  const factor = Math.max(op.width / op.sw, op.height / op.sh) * scale
  const picture = media && (await readReduced(media.path, media.hash, factor).catch(() => null))
  if (!picture) {
    unread.add(op.mediaId)
    return null
  }
  const { drawable } = picture
  const key = `${op.mediaId} ${drawable.width} ${drawable.height}`
  pictures.set(key, drawable)
  const kx = drawable.width / picture.width
  const ky = drawable.height / picture.height
  return { ...op, mediaId: key, sx: op.sx * kx, sy: op.sy * ky, sw: op.sw * kx, sh: op.sh * ky }
}

/** The characters of a text that no font of this machine draws. */
function lackingSigns(text: string): string {
  const canvas = createCanvas(24, 24)
  const context = canvas.getContext('2d')
  const drawn = (sign: string) => {
    context.clearRect(0, 0, 24, 24)
    context.font = fontOf(16, 400)
    context.fillText(sign, 2, 18)
    return Buffer.from(context.getImageData(0, 0, 24, 24).data.buffer).toString('latin1')
  }
  // What is drawn of a character that is in no font at all.
  const box = drawn('\u{10fffd}')
  const signs = new Set([...text].filter((sign) => sign > '\u024f' && /[\p{L}\p{N}]/u.test(sign)))
  return [...signs]
    .slice(0, mostSigns)
    .filter((sign) => drawn(sign) === box)
    .join('')
}
