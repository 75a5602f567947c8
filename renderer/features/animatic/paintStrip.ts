import { canvasFont, textWidth } from '../../common/canvasText'
import { rateText } from '@shared/domain/time/frameRates'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { speechPieces } from '@shared/domain/time/speeches'
import { timingOf } from '@shared/domain/time/timingOf'
import type { ShotOnClock } from '@shared/domain/time/storyClock'
import { scenesInOrder } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import { recordsNow } from '../../app/projectStore'
import { hasStale } from '../../app/useFreshness'
import { useView } from '../../app/viewStore'
import { clock as staleMark } from '../../lanes/paint/glyphs'
import type { Palette } from '../../lanes/paint/palette'
import type { Thumbs } from '../../lanes/paint/thumbs'
import { rulerSteps } from '../../lanes/ruler'
import { stripHead } from '../../sound/stripView'
import { filmClock, player } from './animaticState'
import { strip } from './strip'

type Ctx = CanvasRenderingContext2D

export const rulerHeight = 24
const shotsHeight = 58
const dialogueHeight = 24
export const stripHeight = rulerHeight + shotsHeight + dialogueHeight

/** Ruler, shots and dialogue; the playhead over all of them. */
export function paintStrip(ctx: Ctx, width: number, palette: Palette, thumbs: Thumbs): void {
  const { color } = palette
  const place = strip.now()
  const clock = filmClock(recordsNow())
  ctx.fillStyle = color['surface-1']
  ctx.fillRect(0, 0, width, stripHeight)
  ctx.save()
  ctx.beginPath()
  ctx.rect(stripHead, 0, width - stripHead, stripHeight)
  ctx.clip()
  ctx.translate(stripHead - place.scrollX, 0)
  ctx.fillStyle = color['surface-2']
  ctx.fillRect(place.scrollX, 0, place.width, rulerHeight)
  paintRuler(ctx, palette)
  const last = (place.scrollX + place.width) / place.pxPerFrame
  for (const shot of clock.shotsFrom(Math.floor(place.scrollX / place.pxPerFrame))) {
    if (shot.start > last) break
    paintShot(ctx, palette, thumbs, shot)
    paintDialogue(ctx, palette, shot)
  }
  paintPlayhead(ctx, palette)
  ctx.restore()
  paintHeads(ctx, palette)
}

function paintHeads(ctx: Ctx, { color }: Palette): void {
  const records = recordsNow()
  const clock = filmClock(records)
  ctx.fillStyle = color['surface-2']
  ctx.fillRect(0, 0, stripHead, stripHeight)
  ctx.fillStyle = color['line-3']
  ctx.fillRect(stripHead - 1, 0, 1, stripHeight)
  ctx.fillStyle = color['line-2']
  for (const y of [rulerHeight, rulerHeight + shotsHeight]) ctx.fillRect(0, y - 1, stripHead, 1)
  const shots = [...records.all('shots')].length
  write(ctx, `Timecode · ${rateText(timingOf(records).fps)} fps`, 12, 12, color['text-3'], 440, 11)
  write(ctx, 'Shots', 12, rulerHeight + 20, color['text-1'], 620, 12)
  write(ctx, counted(shots, 'shot'), 12, rulerHeight + 38, color['text-3'], 440, 11)
  write(ctx, 'Dialogue', 12, rulerHeight + shotsHeight + 12, color['text-1'], 540, 12)
  const lines = [...clock.shotsFrom(0)].reduce(
    (sum, { shotId }) => sum + (records.get('shots', shotId)?.dialogue.length ?? 0),
    0,
  )
  ctx.textAlign = 'right'
  write(ctx, counted(lines, 'line'), stripHead - 10, rulerHeight + shotsHeight + 12, color['text-3'], 440, 11)
  ctx.textAlign = 'left'
}

function write(ctx: Ctx, text: string, x: number, y: number, ink: string, weight: number, size: number): void {
  ctx.font = canvasFont(weight, size)
  ctx.textBaseline = 'middle'
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}

function paintRuler(ctx: Ctx, { color }: Palette): void {
  const { pxPerFrame, scrollX, width } = strip.now()
  const records = recordsNow()
  const timing = timingOf(records)
  const { label, tick } = rulerSteps(timing.fps, pxPerFrame)
  const last = Math.min(filmClock(records).total, (scrollX + width) / pxPerFrame)
  ctx.textAlign = 'left'
  for (let frame = Math.floor(scrollX / pxPerFrame / label) * label; frame <= last; frame += tick) {
    const x = Math.round(frame * pxPerFrame)
    const named = frame % label === 0
    ctx.fillStyle = color[named ? 'line-3' : 'line-2']
    ctx.fillRect(x, named ? 8 : 17, 1, rulerHeight - (named ? 8 : 17))
    if (named) write(ctx, formatShortTimecode(frame, timing), x + 5, 12, color['text-3'], 440, 11)
  }
  ctx.fillStyle = color['line-2']
  ctx.fillRect(scrollX, rulerHeight - 1, width, 1)
  const { from, to } = player.range
  const all = from === 0 && to === filmClock(records).total
  if (all) return
  ctx.fillStyle = color['accent-wash-2']
  ctx.fillRect(from * pxPerFrame, 0, (to - from) * pxPerFrame, rulerHeight)
  ctx.fillStyle = color.accent
  for (const frame of [from, to]) ctx.fillRect(Math.round(frame * pxPerFrame) - 1, 0, 2, rulerHeight)
}

function paintShot(ctx: Ctx, { color }: Palette, thumbs: Thumbs, { shotId, start, frames }: ShotOnClock): void {
  const records = recordsNow()
  const shot = records.get('shots', shotId)
  if (!shot) return
  const { pxPerFrame } = strip.now()
  const [x, width] = [start * pxPerFrame + 1, frames * pxPerFrame - 2]
  const [top, height] = [rulerHeight + 4, shotsHeight - 8]
  const chosen = useView.getState().shotId === shotId
  if (width < 2) {
    // So narrow that they lie in one band: a film of a thousand shots has its place all the same.
    ctx.fillStyle = chosen ? color.accent : color['surface-3']
    ctx.fillRect(x - 1, top, Math.max(chosen ? 2 : 0, width + 2), height)
    return
  }
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, top, width, height, 3)
  ctx.fillStyle = color['surface-3']
  ctx.fill()
  ctx.clip()
  if (chosen) {
    ctx.fillStyle = color['accent-wash-2']
    ctx.fillRect(x, top, width, height)
  }
  if (width > 16) {
    const image = thumbs.ofEnd(records, shotId, 'start') ?? thumbs.of(records, shotId)
    const high = height - 22
    if (image) {
      const wide = (image.naturalWidth / Math.max(1, image.naturalHeight)) * high
      for (let left = x + 3; left < x + width - 3; left += wide + 2) ctx.drawImage(image, left, top + 19, wide, high)
    }
    write(ctx, shot.number, x + 6, top + 10, chosen ? color['accent-strong'] : color['text-1'], 620, 12)
    if (width > 44 && hasStale(records, shotId)) staleMark(ctx, x + width - 11, top + 10, 5, color.stale)
  }
  ctx.restore()
  ctx.lineWidth = 1
  ctx.strokeStyle = chosen ? color.accent : color['line-3']
  ctx.beginPath()
  ctx.roundRect(x + 0.5, top + 0.5, Math.max(0, width - 1), height - 1, 3)
  ctx.stroke()
}

/** What is said, when the subtitle of it shows. */
function paintDialogue(ctx: Ctx, { color }: Palette, { shotId, start, frames }: ShotOnClock): void {
  const shot = recordsNow().get('shots', shotId)
  const { pxPerFrame } = strip.now()
  const top = rulerHeight + shotsHeight + 2
  if (frames * pxPerFrame > 6) {
    ctx.fillStyle = color['line-2']
    ctx.fillRect(Math.round(start * pxPerFrame), top - 2, 1, dialogueHeight)
  }
  if (!shot) return
  for (const piece of speechPieces(shot.dialogue)) {
    const x = (start + piece.from * frames) * pxPerFrame + 1
    const width = (piece.to - piece.from) * frames * pxPerFrame - 2
    if (width < 2) {
      ctx.fillStyle = color['line-3']
      ctx.fillRect(x - 1, top, Math.max(1, width + 2), dialogueHeight - 4)
      continue
    }
    ctx.save()
    ctx.beginPath()
    ctx.roundRect(x, top, width, dialogueHeight - 4, 3)
    ctx.fillStyle = color['surface-3']
    ctx.fill()
    ctx.strokeStyle = color['line-3']
    ctx.stroke()
    ctx.clip()
    if (width > 30) {
      write(ctx, piece.speaker, x + 6, top + 10, color['text-1'], 620, 11)
      const after = x + 12 + textWidth(ctx, piece.speaker, canvasFont(620, 11))
      write(ctx, piece.text, after, top + 10, color['text-2'], 440, 11)
    }
    ctx.restore()
  }
}

function paintPlayhead(ctx: Ctx, { color }: Palette): void {
  const { pxPerFrame, scrollX, width } = strip.now()
  const x = Math.round(player.now.frame * pxPerFrame)
  ctx.fillStyle = color.playhead
  ctx.fillRect(x, 4, 1, stripHeight)
  const text = formatShortTimecode(player.now.frame, timingOf(recordsNow()))
  const wide = textWidth(ctx, text, canvasFont(620, 11)) + 12
  const left = Math.min(Math.max(x - wide / 2, scrollX), scrollX + width - wide)
  ctx.beginPath()
  ctx.roundRect(left, 4, wide, 16, 3)
  ctx.fill()
  write(ctx, text, left + 6, 12.5, color.bg, 620, 11)
}

/** The whole film: its scenes, what of it the strip shows, and the playhead. */
export function paintOverview(ctx: Ctx, width: number, { color }: Palette): void {
  const records = recordsNow()
  const clock = filmClock(records)
  const total = Math.max(1, clock.total)
  const room = width - stripHead
  const at = (frame: number) => stripHead + (frame / total) * room
  ctx.fillStyle = color['surface-2']
  ctx.fillRect(0, 0, width, 26)
  write(ctx, 'Whole film', 12, 13, color['text-3'], 440, 11)
  ctx.textAlign = 'right'
  write(ctx, formatShortTimecode(Number(clock.total), timingOf(records)), stripHead - 10, 13, color['text-3'], 440, 11)
  ctx.textAlign = 'left'
  for (const scene of scenesInOrder(records)) {
    const extent = clock.sceneExtent(scene.id)
    if (!extent?.frames) continue
    const [x, wide] = [at(extent.start), at(extent.start + extent.frames) - at(extent.start)]
    ctx.save()
    ctx.beginPath()
    ctx.rect(x + 0.5, 4, Math.max(1, wide - 1.5), 18)
    ctx.fillStyle = color['surface-3']
    ctx.fill()
    ctx.clip()
    if (wide > 18) {
      write(ctx, scene.number, x + 5, 13, color['text-1'], 620, 11)
      const after = x + 11 + textWidth(ctx, scene.number, canvasFont(620, 11))
      write(ctx, scene.set || scene.heading, after, 13, color['text-2'], 440, 11)
    }
    ctx.restore()
  }
  const { pxPerFrame, scrollX, width: seen } = strip.now()
  if (seen < total * pxPerFrame - 2) {
    const [from, to] = [scrollX / pxPerFrame, (scrollX + seen) / pxPerFrame]
    ctx.strokeStyle = color['text-2']
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.roundRect(at(from) + 0.5, 2.5, at(to) - at(from) - 1, 21, 3)
    ctx.stroke()
  }
  ctx.fillStyle = color.playhead
  ctx.fillRect(Math.round(at(player.now.frame)), 2, 1, 22)
}
