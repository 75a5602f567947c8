import { canvasFont, textWidth } from '../../../common/canvasText'
import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsText } from '@shared/language/unitWords'
import { hasStale } from '../../../app/useFreshness'
import { clock } from '../../../lanes/paint/glyphs'
import { hatch } from '../../../lanes/paint/palette'
import { size } from '../timelineLayout'
import type { TimelinePaint } from './timelinePaint'

type Ctx = CanvasRenderingContext2D
interface Range {
  readonly first: number
  readonly last: number
}

const [numberFont, strong, plain] = [canvasFont(620, 12), canvasFont(620, 11), canvasFont(440, 11)]
const top = size.ruler + 4
const bottom = size.head - 5
const pictureTop = top + 20

/** The shots as blocks: number, length, stale mark, and as many pictures as there is room for (visual.md 15). */
export function paintShots(ctx: Ctx, scene: TimelinePaint, slots: Range): void {
  for (let i = slots.first; i <= slots.last; i++) paintShot(ctx, scene, i)
  paintCut(ctx, scene)
}

/** The handle of a cut that is moved or pointed at; what a shot gains is striped. */
function paintCut(ctx: Ctx, { cut, layout, palette, records }: TimelinePaint): void {
  if (!cut) return
  const { axis, pxPerFrame } = layout
  for (const [shotId, frames] of cut.lengths) {
    const slot = axis.slotOfShot.get(shotId)
    const gained = frames - (records.get('shots', shotId)?.durationFrames ?? frames)
    if (slot === undefined || gained <= 0) continue
    const width = gained * pxPerFrame
    // The first shot gains at its end, the one that takes at its start.
    const x = slot === cut.slot ? axis.leftOf(slot) + axis.widthOf(slot) - width : axis.leftOf(slot)
    ctx.fillStyle = hatch(ctx, palette.color.accent, null, 1.5, 6)
    ctx.globalAlpha = 0.6
    ctx.fillRect(x, top, width, bottom - top)
    ctx.globalAlpha = 1
    const text = `+${gained} f`
    ctx.font = strong
    const wide = textWidth(ctx, text, strong) + 10
    if (wide + 4 > width) continue
    ctx.fillStyle = palette.color['surface-1']
    ctx.beginPath()
    ctx.roundRect(x + (width - wide) / 2, bottom - 24, wide, 17, 3)
    ctx.fill()
    ctx.fillStyle = palette.color['text-1']
    ctx.textAlign = 'left'
    ctx.textBaseline = 'middle'
    ctx.fillText(text, x + (width - wide) / 2 + 5, bottom - 15)
  }
  ctx.fillStyle = palette.color.accent
  ctx.beginPath()
  ctx.roundRect(axis.leftOf(cut.slot) + axis.widthOf(cut.slot) - 2, top - 3, 4, bottom - top + 6, 2)
  ctx.fill()
}

function paintShot(ctx: Ctx, scene: TimelinePaint, index: number): void {
  const { layout, palette, records, thumbs } = scene
  const { color } = palette
  const { shot } = layout.axis.slots[index]!
  const x = layout.axis.leftOf(index) + 1
  const width = layout.axis.widthOf(index) - 2
  const chosen = shot.id === scene.shotId
  const stale = hasStale(records, shot.id)
  const would = scene.draftStale.has(shot.id)
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, top, width, bottom - top, 3)
  ctx.fillStyle = color['surface-3']
  ctx.fill()
  ctx.clip()
  if (chosen) {
    ctx.fillStyle = color['accent-wash-2']
    ctx.fillRect(x, top, width, bottom - top)
  }
  const marked = (stale || would) && width >= 34
  write(ctx, scene, index, { x: x + 6, right: x + width - (marked ? 20 : 4), chosen })
  if (marked) clock(ctx, x + width - 11, top + 10, 5, color.stale, would && !stale)
  if (width >= 24) {
    const gap = 14
    const both = width >= 96
    const room = width - 8
    const each = both ? (room - gap) / 2 : room
    picture(ctx, scene, thumbs.ofEnd(records, shot.id, 'start') ?? thumbs.of(records, shot.id), x + 4, each)
    if (both) {
      ctx.fillStyle = color['text-3']
      ctx.font = plain
      ctx.textAlign = 'center'
      ctx.fillText('→', x + width / 2, (pictureTop + bottom) / 2)
      picture(ctx, scene, thumbs.ofEnd(records, shot.id, 'end'), x + 4 + each + gap, each)
    }
  }
  ctx.restore()
  ctx.lineWidth = 1
  ctx.strokeStyle = chosen ? color.accent : color['line-3']
  ctx.beginPath()
  ctx.roundRect(x + 0.5, top + 0.5, Math.max(0, width - 1), bottom - top - 1, 3)
  ctx.stroke()
}

/** Number and length; of a shot that somebody would leave, who. */
function write(
  ctx: Ctx,
  { layout, palette, leaves, cut, records }: TimelinePaint,
  index: number,
  { x, right, chosen }: { x: number; right: number; chosen: boolean },
): void {
  const { color } = palette
  const { shot } = layout.axis.slots[index]!
  const row = leaves?.shotIds.includes(shot.id) ? layout.rows[leaves.row] : undefined
  const y = top + 11
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  ctx.font = numberFont
  ctx.fillStyle = chosen ? color['accent-strong'] : color['text-1']
  const numberWidth = textWidth(ctx, shot.number, numberFont)
  // Half a number is another number.
  if (x - 4 + numberWidth > right + 3) return
  ctx.fillText(shot.number, Math.min(x, right + 3 - numberWidth), y)
  let at = x + numberWidth + 6
  ctx.font = plain
  const say = (text: string, ink: string) => {
    const wide = textWidth(ctx, text, plain)
    if (at + wide > right) return
    ctx.fillStyle = ink
    ctx.fillText(text, at, y)
    at += wide + 8
  }
  const seconds = framesToSeconds(shot.durationFrames, layout.timing.fps)
  const retimed = cut?.lengths.has(shot.id) ?? false
  say(secondsText(seconds, retimed ? 2 : 1), retimed ? color['accent-strong'] : color['text-3'])
  if (retimed) {
    const was = records.get('shots', shot.id)?.durationFrames ?? shot.durationFrames
    say(`was ${secondsText(framesToSeconds(was, layout.timing.fps), 2)}`, color['text-3'])
  }
  if (row?.kind === 'asset') say(`without ${row.asset.name}`, color['accent-strong'])
}

function picture(ctx: Ctx, { palette }: TimelinePaint, image: HTMLImageElement | null, x: number, width: number): void {
  const height = Math.min(bottom - 4 - pictureTop, (width * 9) / 16)
  const y = pictureTop + (bottom - 4 - pictureTop - height) / 2
  const wide = Math.min(width, (height * 16) / 9)
  const left = x + (width - wide) / 2
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(left, y, wide, height, 2)
  ctx.clip()
  ctx.fillStyle = palette.color['surface-2']
  ctx.fillRect(left, y, wide, height)
  if (image) {
    const scale = Math.max(wide / image.naturalWidth, height / image.naturalHeight)
    const [w, h] = [image.naturalWidth * scale, image.naturalHeight * scale]
    ctx.imageSmoothingQuality = 'high'
    ctx.drawImage(image, left + (wide - w) / 2, y + (height - h) / 2, w, h)
  }
  ctx.restore()
}

/** At the size of a film: scenes with number, title and a picture, and a tick for each shot, taller where it is stale. */
export function paintScenes(ctx: Ctx, scene: TimelinePaint, slots: Range): void {
  const { layout, palette, records, thumbs } = scene
  const { axis } = layout
  const { color } = palette
  const ticks = bottom - 14
  for (const span of axis.scenes) {
    if (span.last < slots.first || span.first > slots.last) continue
    const x = axis.leftOf(span.first) + 1
    const width = axis.leftOf(span.last) + axis.widthOf(span.last) - x - 1
    ctx.save()
    ctx.beginPath()
    ctx.rect(x, top, Math.max(1, width), ticks - top - 2)
    ctx.fillStyle = color['surface-3']
    ctx.fill()
    ctx.clip()
    ctx.textBaseline = 'middle'
    ctx.textAlign = 'left'
    ctx.font = strong
    ctx.fillStyle = color['text-1']
    const { number, set, heading } = span.scene
    ctx.fillText(number, x + 4, top + 9)
    if (width >= 66) {
      const after = x + 10 + textWidth(ctx, number, strong)
      ctx.font = plain
      ctx.fillStyle = color['text-2']
      ctx.fillText(set || heading, after, top + 9)
    }
    const image = thumbs.of(records, axis.slots[span.first]!.shot.id)
    if (image && width >= 30) {
      const height = ticks - top - 22
      const wide = (height * 16) / 9
      for (let left = x + 2; left < x + width; left += 62) ctx.drawImage(image, left, top + 18, wide, height)
    }
    ctx.restore()
  }
  for (let i = slots.first; i <= slots.last; i++) {
    const stale = hasStale(records, axis.slots[i]!.shot.id)
    const height = stale ? 12 : 7
    ctx.fillStyle = stale ? color.stale : axis.slots[i]!.shot.id === scene.shotId ? color.accent : color['text-3']
    ctx.fillRect(axis.leftOf(i) + 0.5, bottom - height, Math.max(1, axis.widthOf(i) - 1), height)
  }
}
