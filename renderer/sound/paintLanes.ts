import { canvasFont, textWidth } from '../common/canvasText'
import { framesOver } from '@shared/domain/sound/clipRules'
import type { ClipPart } from '@shared/domain/sound/soundingClips'
import { framesToSeconds, secondsInFrames } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import type { SoundClip } from '@shared/model/sound'
import { recordsNow } from '../app/projectStore'
import { hatch, type Palette } from '../lanes/paint/palette'
import type { ClipDraft } from './clipEdit'
import { soundClock, soundRows } from '@shared/domain/sound/soundRows'
import { useSoundView } from './soundView'
import { stripHead, type StripPlace } from './stripView'
import { peaksPerSecond, waveOf } from './waves'

type Ctx = CanvasRenderingContext2D

export const rowHeight = 36
const clipHeight = 30

export interface LanesPaint {
  readonly palette: Palette
  readonly place: StripPlace
  /** The frame of the film at the left end of the strip's axis, and how many it shows. */
  readonly offset: number
  readonly frames: number
  readonly width: number
  readonly height: number
  /** A frame of the film. */
  readonly playhead: number
  readonly draft: ClipDraft | null
}

/** The lanes of sound: clips with their waves, fades and what goes over its shot. */
export function paintLanes(ctx: Ctx, scene: LanesPaint): void {
  const { palette, place, offset, frames, width, height, playhead, draft } = scene
  const { color } = palette
  const records = recordsNow()
  const { fps } = timingOf(records)
  const { clips } = soundRows(records)
  const px = (frame: number) => (frame - offset) * place.pxPerFrame
  ctx.fillStyle = color['surface-1']
  ctx.fillRect(0, 0, width, height)
  ctx.save()
  ctx.beginPath()
  ctx.rect(stripHead, 0, width - stripHead, height)
  ctx.clip()
  ctx.translate(stripHead - place.scrollX, 0)
  ctx.fillStyle = color['line-1']
  for (let y = rowHeight; y < height; y += rowHeight) ctx.fillRect(place.scrollX, y - 1, place.width, 1)
  const last = offset + (place.scrollX + place.width) / place.pxPerFrame
  ctx.fillStyle = color['line-2']
  for (const { start, frames: long } of soundClock(records).shotsFrom(
    Math.max(0, Math.floor(offset + place.scrollX / place.pxPerFrame)),
  )) {
    if (start > last) break
    if (long * place.pxPerFrame > 6) ctx.fillRect(Math.round(px(start)), 0, 1, height)
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, 0, frames * place.pxPerFrame, height)
  ctx.clip()
  for (const placed of clips) {
    const drawn = draft?.clipId === placed.clip.id ? { ...placed, clip: draft.clip, start: draft.start } : placed
    const x = px(secondsInFrames(drawn.start, fps))
    const wide = secondsInFrames(drawn.clip.length, fps) * place.pxPerFrame
    if (x + wide < place.scrollX || x > place.scrollX + place.width) continue
    paintClip(ctx, scene, drawn.clip, x, wide, drawn.row * rowHeight + 3)
  }
  ctx.restore()
  if (draft) {
    ctx.fillStyle = draft.snappedTo === null ? color['text-3'] : color.accent
    ctx.fillRect(Math.round(px(draft.frame)), 0, 1, height)
  }
  ctx.fillStyle = color.playhead
  ctx.fillRect(Math.round(px(playhead)), 0, 1, height)
  ctx.restore()
}

function paintClip(
  ctx: Ctx,
  { palette, place }: LanesPaint,
  clip: SoundClip,
  x: number,
  wide: number,
  y: number,
): void {
  const { color } = palette
  const records = recordsNow()
  const { fps } = timingOf(records)
  const chosen = useSoundView.getState().chosen.includes(clip.id)
  const width = Math.max(2, wide)
  ctx.save()
  ctx.globalAlpha = clip.muted ? 0.45 : 1
  ctx.beginPath()
  ctx.roundRect(x, y, width, clipHeight, 3)
  ctx.fillStyle = color['surface-3']
  ctx.fill()
  ctx.save()
  ctx.clip()
  if (chosen) {
    ctx.fillStyle = color['accent-wash-2']
    ctx.fillRect(x, y, width, clipHeight)
  }
  const perSecond = secondsInFrames(1, fps) * place.pxPerFrame
  paintWave(ctx, clip, x, width, y, perSecond, chosen ? color['accent-strong'] : color['text-3'], place)
  const over = framesOver(records, clip)
  if (over > 0) {
    const from = x + width - over * place.pxPerFrame
    ctx.fillStyle = hatch(ctx, color.stale, null, 1.5, 6)
    ctx.globalAlpha *= 0.7
    ctx.fillRect(from, y, width, clipHeight)
    ctx.globalAlpha = clip.muted ? 0.45 : 1
  }
  paintFades(ctx, clip, x, width, y, perSecond, color['surface-1'], color['text-2'])
  if (width >= 40) {
    const text = over > 0 ? `${clip.name} · ${over} f over` : clip.muted ? `${clip.name} · muted` : clip.name
    const font = canvasFont(540, 11)
    ctx.font = font
    const left = Math.max(x, place.scrollX) + 6
    const wideText = Math.min(textWidth(ctx, text, font), x + width - left - 6)
    ctx.fillStyle = color['surface-3']
    ctx.globalAlpha *= 0.85
    ctx.fillRect(left - 2, y + 2, wideText + 4, 14)
    ctx.globalAlpha = clip.muted ? 0.6 : 1
    ctx.fillStyle = over > 0 ? color.stale : color['text-1']
    ctx.textAlign = 'left'
    ctx.textBaseline = 'middle'
    ctx.save()
    ctx.beginPath()
    ctx.rect(left, y, Math.max(0, wideText), clipHeight)
    ctx.clip()
    ctx.fillText(text, left, y + 9.5)
    ctx.restore()
  }
  ctx.restore()
  ctx.lineWidth = chosen ? 1.5 : 1
  ctx.strokeStyle = chosen ? color.accent : color['line-3']
  ctx.beginPath()
  ctx.roundRect(x + 0.5, y + 0.5, Math.max(1, width - 1), clipHeight - 1, 3)
  ctx.stroke()
  if (chosen && width >= 40) {
    ctx.fillStyle = color['text-1']
    for (const at of [x + clip.fadeIn * perSecond, x + width - clip.fadeOut * perSecond]) {
      ctx.beginPath()
      ctx.rect(Math.min(x + width - 7, Math.max(x + 1, at - 3)), y + 1, 6, 6)
      ctx.fill()
    }
  }
  ctx.restore()
}

/** One line every two pixels, as loud as it gets there. */
function paintWave(
  ctx: Ctx,
  clip: SoundClip,
  x: number,
  width: number,
  y: number,
  perSecond: number,
  ink: string,
  place: StripPlace,
): void {
  const wave = waveOf(clip.soundId)
  if (!wave) return
  const gain = Math.min(2, 10 ** (clip.gainDb / 20))
  const middle = y + clipHeight / 2 + 3
  const most = clipHeight / 2 - 4
  ctx.fillStyle = ink
  const [left, right] = [Math.max(x, place.scrollX - 2), Math.min(x + width, place.scrollX + place.width + 2)]
  for (let at = x + Math.max(0, Math.floor((left - x) / 2) * 2); at < right; at += 2) {
    const from = (clip.from + (at - x) / perSecond) * peaksPerSecond
    const to = Math.max(from + 1, from + (2 / perSecond) * peaksPerSecond)
    let peak = 0
    for (let i = Math.floor(from); i < to && i < wave.length; i++) peak = Math.max(peak, wave[i]!)
    const half = Math.max(0.5, Math.min(most, (peak / 255) * gain * most))
    ctx.fillRect(at, middle - half, 1, half * 2)
  }
}

function paintFades(
  ctx: Ctx,
  { fadeIn, fadeOut }: SoundClip,
  x: number,
  width: number,
  y: number,
  perSecond: number,
  ground: string,
  ink: string,
): void {
  const corner = (at: number, far: number) => {
    ctx.beginPath()
    ctx.moveTo(at, y)
    ctx.lineTo(far, y)
    ctx.lineTo(at, y + clipHeight)
    ctx.closePath()
    ctx.globalAlpha *= 0.6
    ctx.fillStyle = ground
    ctx.fill()
    ctx.globalAlpha /= 0.6
    ctx.strokeStyle = ink
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.moveTo(at, y + clipHeight)
    ctx.lineTo(far, y)
    ctx.stroke()
  }
  if (fadeIn > 0) corner(x, x + fadeIn * perSecond)
  if (fadeOut > 0) corner(x + width, x + width - fadeOut * perSecond)
}

/** What of which clip lies at a point of the strip, right of the lane heads. */
export function clipAt(
  place: StripPlace,
  offset: number,
  x: number,
  y: number,
): { readonly clipId: string; readonly part: ClipPart } | null {
  const records = recordsNow()
  const { fps } = timingOf(records)
  const at = x + place.scrollX
  const row = Math.floor(y / rowHeight)
  const found = soundRows(records).clips.findLast(({ clip, start, row: own }) => {
    const left = (secondsInFrames(start, fps) - offset) * place.pxPerFrame
    const wide = Math.max(6, secondsInFrames(clip.length, fps) * place.pxPerFrame)
    return own === row && at >= left - 3 && at <= left + wide + 3
  })
  if (!found) return null
  const { clip, start } = found
  const left = (secondsInFrames(start, fps) - offset) * place.pxPerFrame
  const wide = secondsInFrames(clip.length, fps) * place.pxPerFrame
  const perSecond = place.pxPerFrame / framesToSeconds(1, fps)
  const inRow = y - row * rowHeight
  const near = (px: number, reach: number) => Math.abs(at - px) <= reach
  if (wide >= 40 && inRow <= 13 && useSoundView.getState().chosen.includes(clip.id)) {
    if (near(Math.max(left + 4, left + clip.fadeIn * perSecond), 7)) return { clipId: clip.id, part: 'fadeIn' }
    if (near(Math.min(left + wide - 4, left + wide - clip.fadeOut * perSecond), 7))
      return { clipId: clip.id, part: 'fadeOut' }
  }
  const reach = Math.min(6, wide / 4)
  if (at <= left + reach) return { clipId: clip.id, part: 'start' }
  if (at >= left + wide - reach) return { clipId: clip.id, part: 'end' }
  return { clipId: clip.id, part: 'body' }
}
