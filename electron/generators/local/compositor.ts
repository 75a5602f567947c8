import { createCanvas } from '@napi-rs/canvas'
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas'
import sharp from 'sharp'
import { drawList } from '@shared/drawing/drawList'
import type { DrawOp } from '@shared/drawing/drawOp'
import { execute } from '@shared/drawing/execute'
import { PAPER } from '@shared/drawing/drawingColours'
import { GeneratorError } from '../generatorContract'
import type { FrameRequest, Generator } from '../generatorContract'
import { registerFrameFont } from './frameFont'
import { oneAtATime } from './oneAtATime'
import { cachedPicture, readPicture, reducedPicture } from './pictureCache'
import type { Drawable } from './pictureCache'
import { writeNewFile } from './writeFile'

/** Drawn at more than this share of its size, a picture needs no smaller copy. */
const ALMOST_SAME = 0.9

const inTurn = oneAtATime()

/** Draws a frame on this machine: each pass over the pixels of the one before, so earlier passes never change. */
export const localCompositor: Generator = {
  makeFrame: (request, report, signal) =>
    inTurn(async () => {
      registerFrameFont()
      const canvas = emptyCanvas(request)
      const total = request.passes.length
      for (const [at, pass] of request.passes.entries()) {
        if (signal.aborted) throw new GeneratorError('refused', 'Cancelled.')
        report({
          type: 'progress',
          id: request.id,
          value: at / total,
          text: total > 1 ? `Pass ${at + 1} of ${total}` : 'Drawing',
        })
        if (pass.basePlate !== null) drawPlate(canvas, await readPicture(pass.basePlate))
        const ops = drawList(request.frame, { location: pass.location, assetIds: pass.assetIds })
        await drawOps(canvas, request, ops)
        const path = await writeNewFile(request.outFolder, 'png', await encodePng(canvas))
        report({
          type: 'passDone',
          id: request.id,
          index: pass.index,
          path,
          width: canvas.width,
          height: canvas.height,
          mime: 'image/png',
          ext: 'png',
        })
      }
      report({ type: 'progress', id: request.id, value: 1, text: 'Done' })
    }),
}

/** Kept from frame to frame: allocating one costs more than drawing on it. Requests run in turn. */
let lastCanvas: Canvas | null = null

/** A canvas of the frame's own size, which is the film's. */
function emptyCanvas({ frame: { width, height } }: FrameRequest): Canvas {
  if (lastCanvas?.width !== width || lastCanvas.height !== height) lastCanvas = createCanvas(width, height)
  const context = lastCanvas.getContext('2d')
  context.reset()
  context.fillStyle = PAPER
  context.fillRect(0, 0, width, height)
  return lastCanvas
}

/** Covers the canvas with a picture, centred. */
function drawPlate(canvas: Canvas, plate: Image): void {
  const scale = Math.max(canvas.width / plate.width, canvas.height / plate.height)
  const width = canvas.width / scale
  const height = canvas.height / scale
  canvas
    .getContext('2d')
    .drawImage(
      plate,
      (plate.width - width) / 2,
      (plate.height - height) / 2,
      width,
      height,
      0,
      0,
      canvas.width,
      canvas.height,
    )
}

/** Draws operations given in frame pixels onto the canvas. */
async function drawOps(canvas: Canvas, request: FrameRequest, ops: readonly DrawOp[]): Promise<void> {
  const pictures = new Map<string, Drawable>()
  const sized = await Promise.all(ops.map((op) => inItsSize(op, request, pictures)))
  const context: SKRSContext2D = canvas.getContext('2d')
  context.save()
  execute(sized, context, (key) => pictures.get(key))
  context.restore()
}

/** The same operation, its pictures replaced by copies of about the size they are drawn in; these are added to `pictures`. */
async function inItsSize(op: DrawOp, request: FrameRequest, pictures: Map<string, Drawable>): Promise<DrawOp> {
  if (op.op === 'group')
    return { ...op, ops: await Promise.all(op.ops.map((inner) => inItsSize(inner, request, pictures))) }
  if (op.op !== 'image') return op
  const media = request.media[op.mediaId]
  if (!media) throw new GeneratorError('config', 'Not made: a picture of the project is missing or cannot be read.')
  const picture = await cachedPicture(media.path, media.hash)
  const factor = Math.max(op.width / op.sw, op.height / op.sh)
  const drawable = factor < ALMOST_SAME ? reducedPicture(picture, media.hash, factor) : picture
  const key = `${op.mediaId} ${drawable.width} ${drawable.height}`
  pictures.set(key, drawable)
  const kx = drawable.width / picture.width
  const ky = drawable.height / picture.height
  return { ...op, mediaId: key, sx: op.sx * kx, sy: op.sy * ky, sw: op.sw * kx, sh: op.sh * ky }
}

/** Every composite is opaque, so the alpha channel is left out. Level 3: toolchain.md's measurement. */
async function encodePng(canvas: Canvas): Promise<Buffer> {
  return sharp(canvas.data(), { raw: { width: canvas.width, height: canvas.height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 3, adaptiveFiltering: false })
    .toBuffer()
}
