import { createCanvas } from '@napi-rs/canvas'
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas'
import sharp from 'sharp'
import { drawList } from '@shared/domain/drawList/drawList'
import type { DrawOp } from '@shared/domain/drawList/drawOp'
import { execute } from '@shared/domain/drawList/execute'
import { PAPER } from '@shared/domain/drawList/palette'
import { GeneratorError } from '../contract'
import type { FrameRequest, Generator } from '../contract'
import { registerFrameFont } from './frameFont'
import { oneAtATime } from './oneAtATime'
import { cachedPicture, readPicture } from './pictureCache'
import { writeNewFile } from './writeFile'

/** Width of a composite in pixels; its height follows the frame's aspect. */
export const COMPOSITE_WIDTH = 1920
/** Very tall frames are bounded by this height instead. */
const COMPOSITE_MOST_HEIGHT = 4096

const inTurn = oneAtATime()

/** Draws a frame on this machine: each pass over the pixels of the one before, so earlier passes never change. */
export const localCompositor: Generator = {
  makeFrame: (request, report, signal) => inTurn(async () => {
    registerFrameFont()
    const canvas = emptyCanvas(request)
    const total = request.passes.length
    for (const [at, pass] of request.passes.entries()) {
      if (signal.aborted) throw new GeneratorError('refused', 'Cancelled.')
      report({ type: 'progress', id: request.id, value: at / total, text: total > 1 ? `Pass ${at + 1} of ${total}` : 'Drawing' })
      if (pass.basePlate !== null) drawPlate(canvas, await readPicture(pass.basePlate))
      const ops = drawList(request.frame, { location: pass.location, assetIds: pass.assetIds })
      const pictures = await picturesOf(ops, request)
      drawOps(canvas, request, ops, pictures)
      const path = await writeNewFile(request.outFolder, 'png', await encodePng(canvas))
      report({ type: 'passDone', id: request.id, index: pass.index, path, width: canvas.width, height: canvas.height, mime: 'image/png', ext: 'png' })
    }
    report({ type: 'progress', id: request.id, value: 1, text: 'Done' })
  }),
}

function emptyCanvas(request: FrameRequest): Canvas {
  const { width, height } = request.frame
  const scale = Math.min(COMPOSITE_WIDTH / width, COMPOSITE_MOST_HEIGHT / height)
  const canvas = createCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  const context = canvas.getContext('2d')
  context.fillStyle = PAPER
  context.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

/** Covers the canvas with a picture, centred. */
function drawPlate(canvas: Canvas, plate: Image): void {
  const scale = Math.max(canvas.width / plate.width, canvas.height / plate.height)
  const width = canvas.width / scale
  const height = canvas.height / scale
  canvas.getContext('2d').drawImage(plate, (plate.width - width) / 2, (plate.height - height) / 2, width, height, 0, 0, canvas.width, canvas.height)
}

function drawOps(canvas: Canvas, request: FrameRequest, ops: readonly DrawOp[], pictures: ReadonlyMap<string, Image>): void {
  const context: SKRSContext2D = canvas.getContext('2d')
  context.save()
  context.scale(canvas.width / request.frame.width, canvas.height / request.frame.height)
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  execute(ops, context, (mediaId) => pictures.get(mediaId))
  context.restore()
}

async function picturesOf(ops: readonly DrawOp[], request: FrameRequest): Promise<Map<string, Image>> {
  const pictures = new Map<string, Image>()
  for (const mediaId of mediaOf(ops)) {
    const media = request.media[mediaId]
    if (!media) throw new GeneratorError('config', 'Not made: a picture of the project is missing or cannot be read.')
    pictures.set(mediaId, await cachedPicture(media.path, media.hash))
  }
  return pictures
}

function mediaOf(ops: readonly DrawOp[], found = new Set<string>()): Set<string> {
  for (const op of ops) {
    if (op.op === 'image') found.add(op.mediaId)
    else if (op.op === 'group') mediaOf(op.ops, found)
  }
  return found
}

/** Every composite is opaque, so the alpha channel is left out. Level 3: toolchain.md's measurement. */
async function encodePng(canvas: Canvas): Promise<Buffer> {
  return sharp(canvas.data(), { raw: { width: canvas.width, height: canvas.height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 3, adaptiveFiltering: false })
    .toBuffer()
}
