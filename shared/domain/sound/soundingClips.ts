import type { SoundClip } from '../../model/sound'
import type { FrameIndex, Seconds } from '../../model/units'
import type { ReadRecords } from '../../records/recordStore'
import { projectOf } from '../lookup'
import { framesToSeconds } from '../time/frames'
import { StoryClock } from '../time/storyClock'

/** A part of a clip that can be taken hold of. */
export type ClipPart = 'body' | 'start' | 'end' | 'fadeIn' | 'fadeOut'

/** A piece of a sound as it is heard: when on a clock, and from where in the sound. Seconds. */
export interface SoundingClip {
  readonly clipId: string
  readonly soundId: string
  /** When it begins on the clock, and how long it sounds. */
  readonly start: Seconds
  readonly length: Seconds
  /** Where in the sound it begins. */
  readonly from: Seconds
  /** How loud it is, from 0 on; 1 is as it was recorded. */
  readonly gain: number
  /** How loud it is from its start to its end, at moments of the clock, relative to `gain`; between two of them in a straight line. */
  readonly fades: readonly { readonly at: Seconds; readonly part: number }[]
}

/**
 * Which clips sound when on a clock (domain.md 13.3), in the order they begin: for playing and for a movie's mix alike. Clips lie on the film; a clock of
 * some shots only hears of them what sounds during those shots. Muted clips, unless they are asked for, and those of what is on no clock are left out.
 */
export function soundingClips(store: ReadRecords, clock: StoryClock, { withMuted = false } = {}): SoundingClip[] {
  const whole = StoryClock.of(store, 'film')
  const { fps } = projectOf(store)
  const seconds = (frame: FrameIndex) => framesToSeconds(frame, fps)
  const heard = [...store.all('soundClips')].flatMap((clip) => {
    const start = clip.muted && !withMuted ? null : clipStart(store, whole, clip)
    return start === null ? [] : [{ clip, start }]
  })
  const runs = runsOf(store, clock, whole)
  const pieces = runs.flatMap(({ at, from, to }) =>
    heard.flatMap((sounding) => piece(sounding, seconds(from), seconds(to), seconds(at))),
  )
  return pieces.sort((a, b) => a.start - b.start || (a.clipId < b.clipId ? -1 : 1))
}

/** When a clip begins on the clock of the film, in seconds; null when what it belongs to is not on it. */
export function clipStart(store: ReadRecords, film: StoryClock, clip: SoundClip): Seconds | null {
  const owner = ownerStart(store, film, clip)
  return owner === null ? null : framesToSeconds(owner, projectOf(store).fps) + clip.at
}

/** Where what a clip belongs to begins on the clock of the film. */
export function ownerStart(store: ReadRecords, film: StoryClock, clip: SoundClip): FrameIndex | null {
  if (clip.sceneId !== null) return film.sceneExtent(clip.sceneId)?.start ?? null
  if (clip.shotId === null) return 0
  const shot = store.get('shots', clip.shotId)
  return shot ? film.startOf(shot) : null
}

/** How loud a clip is at a moment of the clock, relative to its gain. */
export function fadeAt({ fades }: Pick<SoundingClip, 'fades'>, at: Seconds): number {
  const after = fades.findIndex((point) => point.at > at)
  if (after <= 0) return (after === 0 ? fades[0] : fades.at(-1))?.part ?? 1
  const [a, b] = [fades[after - 1]!, fades[after]!]
  return a.part + ((b.part - a.part) * (at - a.at)) / (b.at - a.at)
}

/** Stretches of a clock that lie together in the film too: where they begin on it, and from when to when they are in the film. */
function runsOf(store: ReadRecords, clock: StoryClock, film: StoryClock) {
  const runs: { at: FrameIndex; from: FrameIndex; to: FrameIndex }[] = []
  for (const { shotId, start, frames } of clock.shotsFrom(0)) {
    const shot = store.get('shots', shotId)
    const from = shot ? film.startOf(shot) : null
    if (from === null) continue
    const last = runs.at(-1)
    if (last && last.to === from && last.at + last.to - last.from === start) last.to = from + frames
    else runs.push({ at: start, from, to: from + frames })
  }
  return runs
}

/** What of a clip sounds in a stretch of the film that lies at a moment of another clock. */
function piece(
  { clip, start }: { clip: SoundClip; start: Seconds },
  from: Seconds,
  to: Seconds,
  at: Seconds,
): SoundingClip[] {
  const [begins, ends] = [Math.max(start, from), Math.min(start + clip.length, to)]
  if (ends - begins < 1e-6) return []
  const points = [
    { at: start, part: clip.fadeIn > 0 ? 0 : 1 },
    { at: start + clip.fadeIn, part: 1 },
    { at: start + clip.length - clip.fadeOut, part: 1 },
    { at: start + clip.length, part: clip.fadeOut > 0 ? 0 : 1 },
  ].filter((point, i, all) => i === 0 || point.at > all[i - 1]!.at)
  const inPiece = points.filter((point) => point.at > begins && point.at < ends)
  const fades = [begins, ...inPiece.map((point) => point.at), ends].map((moment) => ({
    at: at + moment - from,
    part: fadeAt({ fades: points }, moment),
  }))
  return [
    {
      clipId: clip.id,
      soundId: clip.soundId,
      start: at + begins - from,
      length: ends - begins,
      from: clip.from + begins - start,
      gain: 10 ** (clip.gainDb / 20),
      fades,
    },
  ]
}
