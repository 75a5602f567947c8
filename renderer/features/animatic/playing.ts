import { formatShortTimecode } from '@shared/domain/time/timecode'
import { timingOf } from '@shared/domain/time/timingOf'
import { hint } from '../../app/hint'
import { recordsNow } from '../../app/projectStore'
import { announce } from '../../app/toasts'
import { selectShot } from '../../app/viewStore'
import { filmClock, player, useAnimatic } from './animaticState'

const timecode = (frame: number) => formatShortTimecode(frame, timingOf(recordsNow()))

/** Puts the playhead on a frame of the film; the shot there is the chosen one. */
export function movePlayhead(frame: number): void {
  player.seek(frame)
  chooseShotThere()
  hint(timecode(player.now.frame))
}

/** The shot under the playhead becomes the chosen one, unless the chosen ones are what is played. */
export function chooseShotThere(): void {
  if (useAnimatic.getState().scope === 'selection') return
  const clock = filmClock(recordsNow())
  const shot = clock.shotAt(Math.min(player.now.frame, clock.total - 1))
  if (shot) selectShot(shot.shotId)
}

/** Steps by frames, and says where it is. What played stands. */
export function step(frames: number): void {
  player.stop()
  movePlayhead(player.now.frame + frames)
  announce(timecode(player.now.frame))
}

/** To the next cut, or back to the one before. */
export function toCut(way: 1 | -1): void {
  const clock = filmClock(recordsNow())
  const { frame } = player.now
  const cuts = [...[...clock.shotsFrom(0)].map((shot) => shot.start), clock.total]
  const next = way === 1 ? cuts.find((cut) => cut > frame) : cuts.findLast((cut) => cut < frame)
  if (next !== undefined) movePlayhead(next)
}

/** Begins or ends what is played at the playhead, and says so. */
export function mark(which: 'in' | 'out'): void {
  if (which === 'in') player.markIn()
  else player.markOut()
  const { inAt, outAt } = player.now
  const text = `${which === 'in' ? 'Plays from' : 'Plays up to'} ${timecode((which === 'in' ? inAt : outAt) ?? 0)}.`
  hint(text)
  announce(text)
}

export function clearMarks(): void {
  player.markIn(null)
  player.markOut(null)
  hint('')
  announce('Plays all of it.')
}
