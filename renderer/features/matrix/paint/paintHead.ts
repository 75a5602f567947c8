import { hasStale, statusOf } from '../../../app/useFreshness'
import type { SceneSpan } from '../../../lanes/axis'
import { size } from '../matrixLayout'
import { clock, ring } from '../../../lanes/paint/glyphs'
import type { MatrixPaint } from './matrixPaint'

type Ctx = CanvasRenderingContext2D

/** The frozen column heads: scene band, shot number with its mark, thumbnail. */
export function paintHead(ctx: Ctx, scene: MatrixPaint, first: number, last: number): void {
  const { palette, layout, scrollX, width } = scene
  const { color } = palette
  ctx.fillStyle = color['surface-2']
  ctx.fillRect(size.rowHead, 0, width - size.rowHead, size.head)
  ctx.save()
  ctx.beginPath()
  ctx.rect(size.rowHead, 0, width - size.rowHead, size.head)
  ctx.clip()
  ctx.translate(size.rowHead - scrollX, 0)
  for (let i = first; i <= last; i++) paintShotHead(ctx, scene, i)
  for (const band of layout.axis.scenes) if (band.last >= first && band.first <= last) paintSceneBand(ctx, scene, band)
  if (scene.dropColumn !== null) {
    ctx.fillStyle = color.accent
    ctx.fillRect(dropX(scene, scene.dropColumn), size.sceneBand, 2, size.head - size.sceneBand)
  }
  ctx.restore()
  ctx.fillStyle = color['line-3']
  ctx.fillRect(size.rowHead, size.head - 1, width - size.rowHead, 1)
}

/** Where the line stands that shows where dragged shots would go; body pixels. */
export function dropX({ layout: { axis } }: MatrixPaint, column: number): number {
  return column < axis.slots.length && !axis.slots[column]!.firstOfScene
    ? axis.leftOf(column) - 1
    : column > 0
      ? axis.leftOf(column - 1) + size.cell - 1
      : 0
}

function paintSceneBand(ctx: Ctx, scene: MatrixPaint, band: SceneSpan): void {
  const { color } = scene.palette
  const left = scene.layout.axis.leftOf(band.first)
  const right = scene.layout.axis.leftOf(band.last) + size.cell
  if (band.first > 0) {
    ctx.fillStyle = color.bg
    ctx.fillRect(left - size.sceneGap, 0, size.sceneGap, size.head)
    ctx.fillStyle = color['line-3']
    ctx.fillRect(left, 4, 1, size.sceneBand - 6)
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, 0, right - left, size.sceneBand)
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
    x += ctx.measureText(text).width + gap
  }
  const { number, intExt, set, timeOfDay, heading } = band.scene
  write(number, '620 12px Inter', color['text-1'], 7)
  write(set ? `${intExt ? `${intExt}. ` : ''}${set}` : heading || 'No heading', '620 12px Inter', color['text-1'], 6)
  write(timeOfDay, '440 12px Inter', color['text-2'], 0)
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
    ctx.fillRect(x, size.sceneBand, size.cell, size.head - size.sceneBand)
  }
  if (selected) {
    ctx.fillStyle = color.accent
    ctx.fillRect(x, size.sceneBand, size.cell, 2)
  }
  const stale = hasStale(records, shot.id)
  const running = (['startFrame', 'endFrame'] as const).some((r) => statusOf(records, shot.id, r).status === 'running')
  const wouldStale = scene.draftStale.has(shot.id)
  const marked = stale || running || wouldStale
  const y = size.sceneBand + size.numberBand / 2
  ctx.font = '620 12px Inter'
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  let number = shot.number
  const room = size.cell - (marked ? 18 : 4)
  while (number.length > 1 && ctx.measureText(number).width > room) number = number.slice(0, -1)
  if (number !== shot.number) number = `${number.slice(0, -1)}…`
  const textWidth = ctx.measureText(number).width
  const total = textWidth + (marked ? 15 : 0)
  const left = x + (size.cell - total) / 2
  ctx.fillStyle = chosen ? color['accent-strong'] : color['text-1']
  ctx.fillText(number, left, y + 1)
  const mark = { x: left + textWidth + 9, y }
  if (running) ring(ctx, mark.x, mark.y, 5, palette)
  else if (stale || wouldStale) clock(ctx, mark.x, mark.y, 5, color.stale, wouldStale && !stale)
  paintThumb(
    ctx,
    scene,
    thumbs.of(records, shot.id),
    x + (size.cell - size.thumbWidth) / 2,
    size.sceneBand + size.numberBand + 3,
    stale,
    chosen,
  )
}

function paintThumb(
  ctx: Ctx,
  scene: MatrixPaint,
  image: HTMLImageElement | null,
  x: number,
  y: number,
  stale: boolean,
  chosen: boolean,
): void {
  const { color } = scene.palette
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, y, size.thumbWidth, size.thumbHeight, 2)
  ctx.clip()
  ctx.fillStyle = color['surface-3']
  ctx.fillRect(x, y, size.thumbWidth, size.thumbHeight)
  if (image) {
    const scale = Math.max(size.thumbWidth / image.naturalWidth, size.thumbHeight / image.naturalHeight)
    const w = image.naturalWidth * scale
    const h = image.naturalHeight * scale
    ctx.imageSmoothingQuality = 'high'
    ctx.drawImage(image, x + (size.thumbWidth - w) / 2, y + (size.thumbHeight - h) / 2, w, h)
  }
  ctx.restore()
  if (!stale && !chosen) return
  ctx.strokeStyle = stale ? color.stale : color.accent
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.roundRect(x + 0.5, y + 0.5, size.thumbWidth - 1, size.thumbHeight - 1, 2)
  ctx.stroke()
}
