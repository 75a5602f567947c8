import { canvasFont, textWidth } from '../../../common/canvasText'
import { hasStale, statusOf } from '../../../app/useFreshness'
import type { SceneSpan } from '../../../lanes/axis'
import { narrowCell, size } from '../matrixLayout'
import { clock, ring } from '../../../lanes/paint/glyphs'
import type { MatrixPaint } from './matrixPaint'

type Ctx = CanvasRenderingContext2D

/** The frozen column heads: scene band, shot number with its mark, thumbnail. */
export function paintHead(ctx: Ctx, scene: MatrixPaint, first: number, last: number): void {
  const { palette, layout, scrollX, width } = scene
  const { color } = palette
  ctx.fillStyle = color['surface-2']
  ctx.fillRect(scene.layout.rowHead, 0, width - scene.layout.rowHead, size.head)
  ctx.save()
  ctx.beginPath()
  ctx.rect(scene.layout.rowHead, 0, width - scene.layout.rowHead, size.head)
  ctx.clip()
  ctx.translate(scene.layout.rowHead - scrollX, 0)
  for (let i = first; i <= last; i++) paintShotHead(ctx, scene, i)
  for (const band of layout.axis.scenes) if (band.last >= first && band.first <= last) paintSceneBand(ctx, scene, band)
  if (scene.dropColumn !== null) {
    ctx.fillStyle = color.accent
    ctx.fillRect(dropX(scene, scene.dropColumn), size.sceneBand, 2, size.head - size.sceneBand)
  }
  ctx.restore()
  ctx.fillStyle = color['line-3']
  ctx.fillRect(scene.layout.rowHead, size.head - 1, width - scene.layout.rowHead, 1)
}

/** Where the line stands that shows where dragged shots would go; body pixels. */
export function dropX({ layout: { axis, cell } }: MatrixPaint, column: number): number {
  return column < axis.slots.length && !axis.slots[column]!.firstOfScene
    ? axis.leftOf(column) - 1
    : column > 0
      ? axis.leftOf(column - 1) + cell - 1
      : 0
}

function paintSceneBand(ctx: Ctx, scene: MatrixPaint, band: SceneSpan): void {
  const { color } = scene.palette
  const left = scene.layout.axis.leftOf(band.first)
  const right = scene.layout.axis.leftOf(band.last) + scene.layout.cell
  if (band.first > 0) {
    ctx.fillStyle = color.bg
    ctx.fillRect(left - size.sceneGap, 0, size.sceneGap, size.head)
    ctx.fillStyle = color['line-3']
    ctx.fillRect(left, 4, 1, size.sceneBand - 6)
  }
  ctx.save()
  ctx.beginPath()
  // Behind the last scene there is room for all of its heading.
  const isLast = band.last === scene.layout.axis.slots.length - 1
  ctx.rect(left, 0, isLast ? scene.scrollX + scene.width : right - left, size.sceneBand)
  ctx.clip()
  if (band.scene.id === scene.sceneId) {
    ctx.fillStyle = color['accent-wash']
    ctx.fillRect(left, 0, right - left, size.sceneBand)
    ctx.fillStyle = color.accent
    ctx.fillRect(left, 0, right - left, 2)
  }
  let x = Math.max(left, scene.scrollX) + 6
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  const write = (text: string, font: string, fill: string, gap: number) => {
    if (!text) return
    ctx.font = font
    ctx.fillStyle = fill
    ctx.fillText(text, x, size.sceneBand / 2 + 1)
    x += textWidth(ctx, text, font) + gap
  }
  const { number, intExt, set, timeOfDay, heading } = band.scene
  write(number, canvasFont(620, 12), color['text-1'], 7)
  write(set ? `${intExt ? `${intExt}. ` : ''}${set}` : heading || 'No heading', canvasFont(620, 12), color['text-1'], 6)
  write(timeOfDay, canvasFont(440, 12), color['text-2'], 0)
  ctx.restore()
}

function paintShotHead(ctx: Ctx, scene: MatrixPaint, index: number): void {
  const { palette, layout, records, thumbs } = scene
  const { color } = palette
  const { shot } = layout.axis.slots[index]!
  const x = layout.axis.leftOf(index)
  const selected = scene.shotIds.has(shot.id)
  const chosen = selected || shot.id === scene.shotId
  if (chosen) {
    ctx.fillStyle = color['accent-wash']
    ctx.fillRect(x, size.sceneBand, scene.layout.cell, size.head - size.sceneBand)
  }
  if (selected) {
    ctx.fillStyle = color.accent
    ctx.fillRect(x, size.sceneBand, scene.layout.cell, 2)
  }
  const stale = hasStale(records, shot.id)
  const running = (['startFrame', 'endFrame'] as const).some((r) => statusOf(records, shot.id, r).status === 'running')
  const wouldStale = scene.draftStale.has(shot.id)
  const marked = stale || running || wouldStale
  const { cell } = layout
  const thumbWidth = Math.min(size.widestThumb, cell - 4)
  const thumb = { x: x + (cell - thumbWidth) / 2, y: size.sceneBand + size.numberBand + 3, width: thumbWidth }
  const hasThumb = cell >= narrowCell
  const y = size.sceneBand + size.numberBand / 2
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  const font = canvasFont(620, 12)
  ctx.font = font
  const { number } = shot
  const width = textWidth(ctx, number, font)
  // Without room for both the mark goes onto the picture; without room for the number every so-manieth is written, over those that are not.
  const beside = marked && width + 18 <= cell
  const slots = slotsForNumber(scene, width)
  const isWritten = slots === 1 || placeInScene(scene, index) % slots === 0
  const left = slots > 1 ? x + 1 : x + (cell - width - (beside ? 15 : 0)) / 2
  if (isWritten) {
    ctx.fillStyle = chosen ? color['accent-strong'] : color['text-1']
    ctx.fillText(number, left, y + 1)
  }
  if (hasThumb) paintThumb(ctx, scene, thumbs.of(records, shot.id), thumb, stale, chosen)
  if (!marked) return
  const mark = beside
    ? { x: left + width + 9, y }
    : { x: x + cell / 2, y: hasThumb ? thumb.y + size.thumbHeight / 2 : thumb.y + 6 }
  if (!beside) {
    ctx.fillStyle = color['surface-2']
    ctx.beginPath()
    ctx.arc(mark.x, mark.y, Math.min(8, cell / 2), 0, Math.PI * 2)
    ctx.fill()
  }
  const radius = Math.min(5, cell / 2 - 1)
  if (running) ring(ctx, mark.x, mark.y, radius, palette)
  else clock(ctx, mark.x, mark.y, radius, color.stale, wouldStale && !stale)
}

/** Of how many columns one bears its number, so that numbers never meet. */
function slotsForNumber({ layout: { cell } }: MatrixPaint, width: number): number {
  return width + 4 <= cell ? 1 : Math.ceil((width + 8) / cell)
}

/** A shot's place among those of its scene, from 0: the first one always bears its number. */
function placeInScene({ layout: { axis } }: MatrixPaint, index: number): number {
  const scene = axis.scenes.find((span) => span.first <= index && index <= span.last)!
  return index - scene.first
}

function paintThumb(
  ctx: Ctx,
  scene: MatrixPaint,
  image: HTMLImageElement | null,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  stale: boolean,
  chosen: boolean,
): void {
  const { color } = scene.palette
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, y, width, size.thumbHeight, 2)
  ctx.clip()
  ctx.fillStyle = color['surface-3']
  ctx.fillRect(x, y, width, size.thumbHeight)
  if (image) {
    const scale = Math.max(width / image.naturalWidth, size.thumbHeight / image.naturalHeight)
    const w = image.naturalWidth * scale
    const h = image.naturalHeight * scale
    ctx.imageSmoothingQuality = 'high'
    ctx.drawImage(image, x + (width - w) / 2, y + (size.thumbHeight - h) / 2, w, h)
  }
  ctx.restore()
  if (!stale && !chosen) return
  ctx.strokeStyle = stale ? color.stale : color.accent
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.roundRect(x + 0.5, y + 0.5, width - 1, size.thumbHeight - 1, 2)
  ctx.stroke()
}
