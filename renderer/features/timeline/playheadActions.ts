import { counted } from '@shared/language/unitWords'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { announce } from '../../app/toasts'
import { selectShot } from '../../app/viewStore'
import type { TimelineCanvas } from './timelineCanvas'
import { player, usePlayhead } from './timelineState'

/** Puts the playhead on a frame of the clock; the shot there is the chosen one. */
export function movePlayhead(canvas: TimelineCanvas, frame: number): void {
  const { clock, timing, pxPerFrame } = canvas.layout
  player.seek(frame)
  const at = player.now.frame
  const shot = clock.shotAt(Math.min(at, clock.total - 1))
  if (shot) selectShot(shot.shotId)
  hint(formatShortTimecode(at, timing))
  const x = at * pxPerFrame
  canvas.revealStretch({ left: x, right: x + 1 })
}

/** Steps the playhead by frames, and says where it is. What played stands. */
export function stepPlayhead(canvas: TimelineCanvas, frames: number): void {
  player.stop()
  movePlayhead(canvas, usePlayhead.getState().frame + frames)
  announce(formatShortTimecode(usePlayhead.getState().frame, canvas.layout.timing))
}

/** To the next cut, or back to the one before. */
export function toCut(canvas: TimelineCanvas, way: 1 | -1): void {
  const { clock } = canvas.layout
  const { frame } = usePlayhead.getState()
  const cuts = [...[...clock.shotsFrom(0)].map((shot) => shot.start), clock.total]
  const next = way === 1 ? cuts.find((cut) => cut > frame) : cuts.findLast((cut) => cut < frame)
  if (next !== undefined) movePlayhead(canvas, next)
}

/** Cuts the shot under the playhead in two; on a cut there is nothing to split. */
export async function splitAtPlayhead(canvas: TimelineCanvas): Promise<void> {
  if (useProject.getState().readOnly) return
  const { frame } = usePlayhead.getState()
  const shot = canvas.layout.clock.shotAt(frame)
  const inside = shot ? frame - shot.start : 0
  if (!shot || inside <= 0) {
    const text = 'Not split: the playhead stands on a cut. Move it into a shot.'
    hint(text)
    announce(text)
    return
  }
  if (await run('shot.split', { shotId: shot.shotId, at: inside / shot.frames }))
    announce(`Split after ${counted(inside, 'frame')}.`)
}

/** Begins or ends the range that plays at the playhead, and says so. */
export function markRange(canvas: TimelineCanvas, which: 'in' | 'out'): void {
  if (which === 'in') player.markIn()
  else player.markOut()
  const { inAt, outAt } = player.now
  const { timing } = canvas.layout
  const at = which === 'in' ? inAt : outAt
  const text = `${which === 'in' ? 'Plays from' : 'Plays up to'} ${formatShortTimecode(at ?? 0, timing)}.`
  hint(text)
  announce(text)
}

/** Plays everything again. */
export function clearRange(): void {
  player.markIn(null)
  player.markOut(null)
  hint('')
  announce('Plays all of it.')
}
