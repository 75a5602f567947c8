import { bundledFonts } from './bundledFonts'
import { FRAME_FONT } from './drawOp'
import type { DrawOp, Gradient, Paint, PathStep } from './drawOp'

interface GradientLike {
  addColorStop(offset: number, colour: string): void
}

/** What execute needs of a canvas 2D context; the window's and @napi-rs/canvas's both fit. `Image` is what drawImage takes. */
export interface CanvasLike<Image> {
  save(): void
  restore(): void
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void
  rect(x: number, y: number, width: number, height: number): void
  roundRect(x: number, y: number, width: number, height: number, radius: number): void
  ellipse(x: number, y: number, rx: number, ry: number, rotation: number, start: number, end: number): void
  clip(): void
  fill(): void
  stroke(): void
  fillText(text: string, x: number, y: number, maxWidth?: number): void
  drawImage(
    image: Image,
    sx: number,
    sy: number,
    sw: number,
    sh: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): GradientLike
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): GradientLike
  globalAlpha: number
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: string
  lineJoin: string
  font: string
  textAlign: string
  textBaseline: string
}

/** Families for the scripts that the font of frames lacks: those that come along, then as systems have them. */
const elsewhere = [
  ...bundledFonts.map(({ family }) => family),
  'Noto Sans CJK SC',
  'Microsoft YaHei',
  'PingFang SC',
  'Yu Gothic',
  'Hiragino Sans',
  'Malgun Gothic',
  'Apple SD Gothic Neo',
  'Noto Sans',
  'Noto Sans Arabic',
  'Noto Naskh Arabic',
  'Geeza Pro',
  'Noto Sans Hebrew',
  'Arial Hebrew',
  'Noto Sans Devanagari',
  'Kohinoor Devanagari',
  'Noto Sans Thai',
  'Thonburi',
  'Segoe UI',
  'Segoe UI Emoji',
  'DejaVu Sans',
]
/** The same as a canvas or a style sheet is told them, with what a system has last. */
export const moreFamilies = `${elsewhere.map((name) => `"${name}"`).join(', ')}, sans-serif`

/** The font of a text on a frame or a page, as a canvas is told it. */
export const fontOf = (size: number, weight: 400 | 600): string =>
  `${weight} ${size}px "${FRAME_FONT}", ${moreFamilies}`

/**
 * Draws the operations on a canvas, in its current transform. `pictureOf` gives the decoded picture of a media id;
 * an undefined one is left out (the window draws again once it has loaded).
 */
export function execute<Image>(
  ops: readonly DrawOp[],
  canvas: CanvasLike<Image>,
  pictureOf: (mediaId: string) => Image | undefined,
): void {
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  for (const op of ops) draw(op, canvas, pictureOf, canvas.globalAlpha)
}

function draw<Image>(
  op: DrawOp,
  canvas: CanvasLike<Image>,
  pictureOf: (mediaId: string) => Image | undefined,
  alpha: number,
): void {
  const own = alpha * (op.alpha ?? 1)
  canvas.globalAlpha = own
  switch (op.op) {
    case 'group':
      canvas.save()
      if (op.transform) canvas.transform(...op.transform)
      if (op.clip) {
        trace(op.clip, canvas)
        canvas.clip()
      }
      for (const inner of op.ops) draw(inner, canvas, pictureOf, own)
      canvas.restore()
      break
    case 'path':
      trace(op.path, canvas)
      paint(op, canvas)
      break
    case 'rect':
      canvas.beginPath()
      if (op.radius) canvas.roundRect(op.x, op.y, op.width, op.height, op.radius)
      else canvas.rect(op.x, op.y, op.width, op.height)
      paint(op, canvas)
      break
    case 'ellipse':
      canvas.beginPath()
      canvas.ellipse(op.x, op.y, op.rx, op.ry, op.rotation ?? 0, 0, Math.PI * 2)
      paint(op, canvas)
      break
    case 'text':
      canvas.font = fontOf(op.size, op.weight)
      canvas.textAlign = op.align
      canvas.textBaseline = 'alphabetic'
      canvas.fillStyle = styleOf(op.fill ?? '#000', canvas)
      if (op.maxWidth === undefined) canvas.fillText(op.text, op.x, op.y)
      else canvas.fillText(op.text, op.x, op.y, op.maxWidth)
      break
    case 'image': {
      const picture = pictureOf(op.mediaId)
      if (picture !== undefined) canvas.drawImage(picture, op.sx, op.sy, op.sw, op.sh, op.x, op.y, op.width, op.height)
      break
    }
  }
  canvas.globalAlpha = alpha
}

function trace<Image>(path: readonly PathStep[], canvas: CanvasLike<Image>): void {
  canvas.beginPath()
  for (const step of path) {
    switch (step[0]) {
      case 'M':
        canvas.moveTo(step[1], step[2])
        break
      case 'L':
        canvas.lineTo(step[1], step[2])
        break
      case 'Q':
        canvas.quadraticCurveTo(step[1], step[2], step[3], step[4])
        break
      case 'C':
        canvas.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6])
        break
      case 'Z':
        canvas.closePath()
        break
    }
  }
}

function paint<Image>(op: Paint, canvas: CanvasLike<Image>): void {
  if (op.fill !== undefined) {
    canvas.fillStyle = styleOf(op.fill, canvas)
    canvas.fill()
  }
  if (op.stroke !== undefined) {
    canvas.strokeStyle = op.stroke
    canvas.lineWidth = op.lineWidth ?? 1
    canvas.stroke()
  }
}

function styleOf<Image>(fill: string | Gradient, canvas: CanvasLike<Image>): unknown {
  if (typeof fill === 'string') return fill
  const radius = Math.hypot(fill.x1 - fill.x0, fill.y1 - fill.y0)
  const gradient =
    fill.kind === 'linear'
      ? canvas.createLinearGradient(fill.x0, fill.y0, fill.x1, fill.y1)
      : canvas.createRadialGradient(fill.x0, fill.y0, 0, fill.x0, fill.y0, radius)
  for (const [offset, colour] of fill.stops) gradient.addColorStop(offset, colour)
  return gradient
}
