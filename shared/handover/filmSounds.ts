import type { Media } from '../model/media'
import type { Sound } from '../model/sound'
import type { FrameCount, FrameIndex, Seconds } from '../model/units'
import { soundLength } from '../domain/sound/clipRules'
import { soundingClips, type SoundingClip } from '../domain/sound/soundingClips'
import { soundRows } from '../domain/sound/soundRows'
import { framesToSeconds, secondsInFrames } from '../domain/time/frames'
import type { StoryClock } from '../domain/time/storyClock'
import { projectOf } from '../domain/lookup'
import type { ReadRecords } from '../records/recordStore'

/** A piece of a sound as a cutting room gets it: on whole frames, at most half a frame from where it is heard (domain.md 13.6). */
export interface FilmSound {
  readonly clipId: string
  readonly name: string
  readonly media: Media
  readonly sound: Sound
  /** From 0: the rows of the animatic that something of what is exported lies in. */
  readonly track: number
  readonly start: FrameIndex
  readonly frames: FrameCount
  /** Where in the sound its first frame begins, so that what sounds at a moment of the film still does. */
  readonly from: Seconds
  readonly gainDb: number
  readonly muted: boolean
  /** How loud it is from its start to its end, relative to its gain; seconds from its start, in straight lines between. */
  readonly fades: readonly { readonly at: Seconds; readonly part: number }[]
}

/** The sound of what is exported. */
export interface FilmSounds {
  readonly clips: readonly FilmSound[]
  readonly tracks: number
  /** Clips that are heard and that no whole frame is left for. */
  readonly tooShort: readonly SoundingClip[]
}

/** The sound of a clock, track by track and in time (domain.md 13.6). */
export function filmSounds(store: ReadRecords, clock: StoryClock): FilmSounds {
  const rows = new Map(soundRows(store).clips.map(({ clip, row }) => [clip.id, row]))
  const pieces = soundingClips(store, clock, { withMuted: true })
  const used = [...new Set(pieces.map(({ clipId }) => rows.get(clipId)!))].sort((a, b) => a - b)
  const clips: FilmSound[] = []
  const tooShort: SoundingClip[] = []
  for (const piece of pieces) {
    const clip = onFrames(store, clock, piece, used.indexOf(rows.get(piece.clipId)!))
    if (clip) clips.push(clip)
    else if (!store.must('soundClips', piece.clipId).muted) tooShort.push(piece)
  }
  return { clips: clips.sort((a, b) => a.track - b.track || a.start - b.start), tracks: used.length, tooShort }
}

function onFrames(store: ReadRecords, clock: StoryClock, piece: SoundingClip, track: number): FilmSound | null {
  const { fps } = projectOf(store)
  const clip = store.must('soundClips', piece.clipId)
  const sound = store.must('sounds', piece.soundId)
  const start = Math.round(secondsInFrames(piece.start, fps))
  const from = Math.max(0, piece.from + framesToSeconds(start, fps) - piece.start)
  const end = Math.min(clock.total, Math.round(secondsInFrames(piece.start + piece.length, fps)))
  const left = Math.floor(secondsInFrames(soundLength(sound) - from, fps) + 1e-6)
  const frames = Math.min(end - start, left)
  if (frames < 1) return null
  return {
    clipId: clip.id,
    name: clip.name,
    media: store.must('media', sound.id),
    sound,
    track,
    start,
    frames,
    from,
    gainDb: clip.gainDb,
    muted: clip.muted,
    fades: piece.fades.map(({ at, part }) => ({ at: at - piece.start, part })),
  }
}

/** How long a clip takes to come and to go, where the form has a word for that alone; `isWhole` says that this is all there is. */
export function fadesOf({ fades }: FilmSound): { fadeIn: Seconds; fadeOut: Seconds; isWhole: boolean } {
  const [first, second] = fades
  const [before, last] = fades.slice(-2)
  const fadeIn = first!.part === 0 && second!.part === 1 ? second!.at - first!.at : 0
  const fadeOut = last!.part === 0 && before!.part === 1 ? last!.at - before!.at : 0
  // A fade that the range cuts begins or ends half way.
  return { fadeIn, fadeOut, isWhole: (fadeIn > 0 || first!.part === 1) && (fadeOut > 0 || last!.part === 1) }
}
