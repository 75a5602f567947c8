import { canvasFont, textWidth } from '../../../common/canvasText'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { visibleRows } from '../../../lanes/lanes'
import { noteBadge } from '../../../lanes/paint/glyphs'
import { paintBars, paintDraft, paintHandle } from '../../../lanes/paint/paintBars'
import { rulerSteps } from '../../../lanes/ruler'
import { size } from '../timelineLayout'
import { paintSides } from './paintSides'
import { paintScenes, paintShots } from './paintShots'
import type { TimelinePaint } from './timelinePaint'

type Ctx = CanvasRenderingContext2D
interface Range {
  readonly first: number
  readonly last: number
}

/** Paints the whole visible timeline but the lane heads: cost follows what is visible, not the project. */
export function paintTimeline(ctx: Ctx, scene: TimelinePaint): void {
  const { layout, palette, width, height, scrollX, scrollY } = scene
  const slots = layout.axis.visible(scrollX, width - size.laneHead)
  const { still, scrolled } = visibleRows(layout, scrollY, height - size.head)
  const { frozen = 0 } = layout
  ctx.fillStyle = palette.color['surface-1']
  ctx.fillRect(0, 0, width, height)
  paintLanes(ctx, scene, scrolled, slots, { top: frozen, scrollY })
  if (still) {
    paintLanes(ctx, scene, still, slots, { top: 0, height: frozen, scrollY: 0 })
    ctx.fillStyle = palette.color['line-3']
    ctx.fillRect(size.laneHead, size.head + frozen - 1, width - size.laneHead, 1)
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(size.laneHead, 0, width - size.laneHead, height)
  ctx.clip()
  ctx.translate(size.laneHead - scrollX, 0)
  ctx.fillStyle = palette.color['surface-2']
  ctx.fillRect(scrollX, 0, width, size.head)
  paintRuler(ctx, scene)
  if (layout.slim) paintScenes(ctx, scene, slots)
  else paintShots(ctx, scene, slots)
  ctx.fillStyle = palette.color['line-3']
  ctx.fillRect(scrollX, size.head - 1, width, 1)
  if (scene.dropX !== null) {
    ctx.fillStyle = palette.color.accent
    ctx.fillRect(Math.round(scene.dropX) - 1, size.ruler, 3, height)
  }
  paintLines(ctx, scene)
  ctx.restore()
}

/** The lanes of a band below the heads: those that scroll, or those that stand still above them. */
function paintLanes(
  ctx: Ctx,
  scene: TimelinePaint,
  rows: Range,
  slots: Range,
  band: { readonly top: number; readonly height?: number; readonly scrollY: number },
): void {
  const { layout, width, height, scrollX } = scene
  const from = size.head + band.top
  ctx.save()
  ctx.beginPath()
  ctx.rect(size.laneHead, from, width - size.laneHead, band.height ?? height - from)
  ctx.clip()
  ctx.translate(size.laneHead - scrollX, size.head - band.scrollY)
  paintGround(ctx, scene, rows, slots)
  for (let row = rows.first; row <= rows.last; row++)
    if (layout.rows[row]!.kind === 'asset') {
      paintBars(ctx, scene, row, slots.first, slots.last)
      paintSides(ctx, scene, row, slots.first, slots.last)
    }
  paintNotes(ctx, scene, rows, slots)
  paintDraft(ctx, scene, slots.first, slots.last)
  paintChange(ctx, scene)
  paintDrop(ctx, scene)
  paintChosen(ctx, scene)
  paintActive(ctx, scene)
  paintHandle(ctx, scene)
  paintMarquee(ctx, scene)
  ctx.restore()
}

function paintGround(
  ctx: Ctx,
  { layout, palette, scrollX, width, shotId, activeRow }: TimelinePaint,
  rows: Range,
  slots: Range,
): void {
  const { color } = palette
  const { axis } = layout
  const chosen = shotId === null ? undefined : axis.slotOfShot.get(shotId)
  if (chosen !== undefined) {
    ctx.fillStyle = color['accent-wash']
    ctx.fillRect(axis.leftOf(chosen), 0, axis.widthOf(chosen), layout.height)
  }
  for (let row = rows.first; row <= rows.last; row++) {
    const [y, height] = [layout.tops[row]!, layout.heights[row]!]
    const { kind } = layout.rows[row]!
    if (kind === 'group') {
      ctx.fillStyle = color['surface-2']
      ctx.fillRect(scrollX, y, width, height)
    } else if (row === activeRow) {
      ctx.fillStyle = color['accent-wash']
      ctx.fillRect(scrollX, y, width, height)
    }
    ctx.fillStyle = kind === 'group' ? color['line-2'] : color['line-1']
    if (kind === 'group') ctx.fillRect(scrollX, y, width, 1)
    ctx.fillRect(scrollX, y + height - 1, width, 1)
  }
  if (layout.slim) {
    ctx.fillStyle = color.bg
    for (const { first } of layout.axis.scenes)
      if (first >= slots.first && first <= slots.last) ctx.fillRect(axis.leftOf(first) - 1, 0, 2, layout.height)
  } else
    for (let i = slots.first; i <= slots.last; i++) {
      const { firstOfScene } = axis.slots[i]!
      ctx.fillStyle = firstOfScene ? color['line-3'] : color['line-2']
      ctx.fillRect(Math.round(axis.leftOf(i)), 0, firstOfScene ? 2 : 1, layout.height)
    }
  ctx.fillStyle = color.bg
  ctx.fillRect(axis.width, 0, Math.max(0, scrollX + width - axis.width), layout.height)
}

/** Badges of the continuity notes, on the cuts they speak of. */
function paintNotes(ctx: Ctx, { layout, atCut, palette }: TimelinePaint, rows: Range, slots: Range): void {
  if (!atCut.size) return
  for (let row = rows.first; row <= rows.last; row++) {
    const entry = layout.rows[row]!
    if (entry.kind !== 'asset') continue
    for (let i = slots.first; i <= slots.last; i++)
      if (atCut.has(`${entry.asset.id}/${layout.axis.slots[i]!.shot.id}`))
        noteBadge(ctx, layout.axis.leftOf(i), layout.tops[row]! + layout.heights[row]! / 2, palette)
  }
}

/** A change of look where a drag would put it. */
function paintChange(ctx: Ctx, { change, layout, palette }: TimelinePaint): void {
  if (!change) return
  const half = layout.bar.diamond / Math.SQRT2
  const y = layout.tops[change.row]! + layout.heights[change.row]! / 2
  ctx.beginPath()
  ctx.moveTo(change.x, y - half)
  ctx.lineTo(change.x + half, y)
  ctx.lineTo(change.x, y + half)
  ctx.lineTo(change.x - half, y)
  ctx.closePath()
  ctx.fillStyle = palette.color.accent
  ctx.strokeStyle = palette.color['diamond-line']
  ctx.lineWidth = 3
  ctx.stroke()
  ctx.fill()
}

/** The bar that an asset of the drawer would become. */
function paintDrop(ctx: Ctx, { drop, layout, palette }: TimelinePaint): void {
  if (!drop) return
  const { height } = layout.bar
  const y = Math.round(layout.tops[drop.row]! + (layout.heights[drop.row]! - height) / 2)
  ctx.fillStyle = palette.color['accent-wash-2']
  ctx.fillRect(drop.left, y, drop.right - drop.left, height)
  ctx.strokeStyle = palette.color['accent-strong']
  ctx.lineWidth = 1
  ctx.setLineDash([3, 2])
  ctx.strokeRect(drop.left + 0.5, y + 0.5, Math.max(0, drop.right - drop.left - 1), height - 1)
  ctx.setLineDash([])
}

/** A line around each of several chosen bars, a pixel off (visual.md 14). */
function paintChosen(ctx: Ctx, { layout, palette, chosen, draft }: TimelinePaint): void {
  if (draft) return
  const { height } = layout.bar
  ctx.strokeStyle = palette.color['accent-strong']
  ctx.lineWidth = 2
  for (const { row, bar } of chosen) {
    const y = Math.round(layout.tops[row]! + (layout.heights[row]! - height) / 2)
    ctx.beginPath()
    ctx.roundRect(bar.left - 2, y - 2, bar.right - bar.left + 4, height + 4, 4)
    ctx.stroke()
  }
}

/** The rectangle that chooses bars. */
function paintMarquee(ctx: Ctx, { marquee, palette }: TimelinePaint): void {
  if (!marquee) return
  const { from, to } = marquee
  const box = [
    Math.min(from.x, to.x),
    Math.min(from.y, to.y),
    Math.abs(to.x - from.x),
    Math.abs(to.y - from.y),
  ] as const
  ctx.fillStyle = palette.color['accent-wash']
  ctx.fillRect(...box)
  ctx.strokeStyle = palette.color.accent
  ctx.lineWidth = 1
  ctx.strokeRect(box[0] + 0.5, box[1] + 0.5, box[2], box[3])
}

/** The ring around the bar that the keys act on, and its end. */
function paintActive(ctx: Ctx, { layout, palette, activeBar, activeRow, focused, edge, draft }: TimelinePaint): void {
  if (!activeBar || activeRow === null || draft) return
  const { height } = layout.bar
  const y = Math.round(layout.tops[activeRow]! + (layout.heights[activeRow]! - height) / 2)
  ctx.strokeStyle = focused ? palette.color.focus : palette.color['line-3']
  ctx.lineWidth = 2
  ctx.beginPath()
  ctx.roundRect(activeBar.left - 2, y - 2, activeBar.right - activeBar.left + 4, height + 4, 4)
  ctx.stroke()
  if (!focused || layout.slim) return
  ctx.fillStyle = palette.color.accent
  ctx.beginPath()
  ctx.roundRect((edge === 'enter' ? activeBar.left : activeBar.right) - 2, y - 4, 4, height + 8, 2)
  ctx.fill()
}

/** What is played, from the in to the out point: a band at the foot of the ruler between two flags. */
function paintRange(ctx: Ctx, { layout, palette, range }: TimelinePaint): void {
  if (!range) return
  const [from, to] = [range.from * layout.pxPerFrame, range.to * layout.pxPerFrame]
  ctx.fillStyle = palette.color['accent-wash-2']
  ctx.fillRect(from, 0, to - from, size.ruler - 1)
  ctx.fillStyle = palette.color.accent
  ctx.fillRect(from, size.ruler - 4, to - from, 3)
  for (const [x, way] of [
    [from, 1],
    [to, -1],
  ] as const) {
    ctx.beginPath()
    ctx.moveTo(x, 2)
    ctx.lineTo(x + way * 7, 2)
    ctx.lineTo(x + way * 2, 8)
    ctx.lineTo(x + way * 2, size.ruler - 1)
    ctx.lineTo(x, size.ruler - 1)
    ctx.closePath()
    ctx.fill()
  }
}

function paintRuler(ctx: Ctx, scene: TimelinePaint): void {
  const { layout, palette, scrollX, width } = scene
  const { pxPerFrame, timing, clock } = layout
  const { label, tick } = rulerSteps(timing.fps, pxPerFrame)
  const last = Math.min(clock.total, (scrollX + width) / pxPerFrame)
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  ctx.font = canvasFont(440, 11)
  for (let frame = Math.floor(scrollX / pxPerFrame / label) * label; frame <= last; frame += tick) {
    const x = Math.round(frame * pxPerFrame)
    const named = frame % label === 0
    ctx.fillStyle = palette.color[named ? 'line-3' : 'line-2']
    ctx.fillRect(x, named ? 8 : 17, 1, size.ruler - (named ? 8 : 17))
    if (!named) continue
    ctx.fillStyle = palette.color['text-3']
    ctx.fillText(formatShortTimecode(frame, timing), x + 5, 12)
  }
  ctx.fillStyle = palette.color['line-2']
  ctx.fillRect(scrollX, size.ruler - 1, width, 1)
  paintRange(ctx, scene)
}

/** The playhead, and where a drag stands, each with its timecode in the ruler. */
function paintLines(ctx: Ctx, scene: TimelinePaint): void {
  const { layout, palette, playhead, dragX, height } = scene
  if (!layout.axis.slots.length) return
  const x = Math.round(playhead * layout.pxPerFrame)
  ctx.fillStyle = palette.color.playhead
  ctx.fillRect(x, 4, 1, height)
  flag(ctx, scene, x, playhead, palette.color.playhead, palette.color.bg)
  if (dragX === null) return
  ctx.strokeStyle = palette.color.accent
  ctx.lineWidth = 1
  ctx.setLineDash([3, 3])
  ctx.beginPath()
  ctx.moveTo(Math.round(dragX) + 0.5, size.ruler)
  ctx.lineTo(Math.round(dragX) + 0.5, height)
  ctx.stroke()
  ctx.setLineDash([])
  flag(ctx, scene, dragX, Math.round(dragX / layout.pxPerFrame), palette.color.accent, palette.color['on-accent'])
}

function flag(
  ctx: Ctx,
  { layout, scrollX, width }: TimelinePaint,
  x: number,
  frame: number,
  ground: string,
  ink: string,
): void {
  const text = formatShortTimecode(frame, layout.timing)
  const font = canvasFont(620, 11)
  ctx.font = font
  const wide = textWidth(ctx, text, font) + 12
  const view = width - size.laneHead
  if (x < scrollX - wide || x > scrollX + view + wide) return
  const left = Math.min(Math.max(x - wide / 2, scrollX), scrollX + view - wide)
  ctx.fillStyle = ground
  ctx.beginPath()
  ctx.roundRect(left, 4, wide, 16, 3)
  ctx.fill()
  ctx.fillStyle = ink
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.fillText(text, left + 6, 12.5)
}
