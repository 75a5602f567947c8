import { drawList } from '@shared/drawing/drawList'
import type { DrawOp, GroupOp } from '@shared/drawing/drawOp'
import { execute } from '@shared/drawing/execute'
import type { FrameDescription, FrameSubject } from '@shared/drawing/frameDescription'
import { drawnPicture } from './drawingResources'
import type { Point } from '../common/point'
import { opBounds } from './opBounds'

/** Longest side of a bitmap, in its own pixels. */
const LONGEST = 4096

/** A drawing with where its upper left corner lies: frame pixels from the figure's feet, or from the frame's corner. */
export interface Bitmap {
  readonly canvas: HTMLCanvasElement
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Draws operations into a canvas of their own. `box` in frame pixels, `density` bitmap pixels per frame pixel. */
export function bitmapOf(
  ops: readonly DrawOp[],
  box: { left: number; top: number; width: number; height: number },
  density: number,
): Bitmap {
  const scale = Math.min(density, LONGEST / Math.max(box.width, box.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.ceil(box.width * scale))
  canvas.height = Math.max(1, Math.ceil(box.height * scale))
  const context = canvas.getContext('2d')!
  context.imageSmoothingQuality = 'high'
  context.setTransform(scale, 0, 0, scale, -box.left * scale, -box.top * scale)
  execute<CanvasImageSource>(ops, context, drawnPicture)
  return { canvas, left: box.left, top: box.top, width: canvas.width / scale, height: canvas.height / scale }
}

/** What a subject's drawing depends on, apart from where it stands: while this is equal its bitmap only moves. */
export function subjectKey(frame: FrameDescription, subject: FrameSubject, density: number): string {
  const { x: _x, y, depth: _depth, ...looks } = subject
  return JSON.stringify([
    looks,
    y > 1.15,
    density,
    frame.width,
    frame.height,
    frame.angle,
    frame.location?.timeOfDay,
    frame.location?.intExt,
    frame.setName,
    subject.picture ? drawnPicture(subject.picture.mediaId) !== undefined : null,
  ])
}

/** One subject by the shared drawing, its feet at the origin. Null when the drawing leaves it out. */
export function subjectBitmap(frame: FrameDescription, subject: FrameSubject, density: number): Bitmap | null {
  const alone = { ...frame, showNames: false, subjects: [subject] }
  const group = drawList(alone, { location: false, assetIds: [subject.assetId] }).find(
    (op): op is GroupOp => op.op === 'group' && op.part === 'subject',
  )
  if (!group?.transform) return null
  const [a, b, c, d] = group.transform
  const ops: GroupOp[] = [{ ...group, transform: [a, b, c, d, 0, 0] }]
  const bounds = opBounds(ops)
  if (!bounds) return null
  // A pixel more on each side, for soft edges.
  const { left, top, right, bottom } = bounds
  return bitmapOf(ops, { left: left - 1, top: top - 1, width: right - left + 2, height: bottom - top + 2 }, density)
}

/** Longest side of the mask that tells where a drawing can be seen. */
const MASK = 160
const masks = new WeakMap<Bitmap, ImageData>()

/** Can anything be seen at a point of the bitmap, given in frame pixels from its origin? */
export function isOpaqueAt(bitmap: Bitmap, at: Point): boolean {
  const mask = masks.get(bitmap) ?? maskOf(bitmap)
  const x = Math.floor(((at.x - bitmap.left) / bitmap.width) * mask.width)
  const y = Math.floor(((at.y - bitmap.top) / bitmap.height) * mask.height)
  return x >= 0 && y >= 0 && x < mask.width && y < mask.height && mask.data[(y * mask.width + x) * 4 + 3]! > 90
}

/** A small copy, read once: reading single pixels of a large canvas is slow. */
function maskOf(bitmap: Bitmap): ImageData {
  const scale = Math.min(1, MASK / Math.max(bitmap.canvas.width, bitmap.canvas.height))
  const small = document.createElement('canvas')
  small.width = Math.max(1, Math.round(bitmap.canvas.width * scale))
  small.height = Math.max(1, Math.round(bitmap.canvas.height * scale))
  const context = small.getContext('2d', { willReadFrequently: true })!
  context.drawImage(bitmap.canvas, 0, 0, small.width, small.height)
  const mask = context.getImageData(0, 0, small.width, small.height)
  masks.set(bitmap, mask)
  return mask
}
