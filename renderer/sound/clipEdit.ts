import { ownerStart, type ClipPart } from '@shared/domain/sound/soundingClips'
import type { ClipFields } from '@shared/domain/sound/clipRules'
import { soundLength } from '@shared/domain/sound/clipRules'
import { framesToSeconds, secondsInFrames } from '@shared/domain/time/frames'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { timingOf } from '@shared/domain/time/timingOf'
import { secondsText } from '@shared/language/unitWords'
import type { SoundClip } from '@shared/model/sound'
import type { FrameIndex, Seconds } from '@shared/model/units'
import { Refusal } from '@shared/records/refusal'
import { rehearse } from '../app/preview'
import { recordsNow } from '../app/projectStore'
import { soundClock, soundRows, type PlacedClip } from '@shared/domain/sound/soundRows'

/** Pulling one part of a clip to a frame of the film. */
export interface ClipPull {
  readonly clipId: string
  readonly part: ClipPart
  /** Where the start of a moved clip, its end, or the end of a fade would come to. */
  readonly frame: FrameIndex
  readonly snappedTo: string | null
}

/** What a pull would do. */
export interface ClipDraft {
  readonly clipId: string
  readonly fields: ClipFields
  /** The clip as it would be, and when it would begin in the film. */
  readonly clip: SoundClip
  readonly start: Seconds
  readonly frame: FrameIndex
  readonly snappedTo: string | null
  readonly sentence: string
  readonly refused: string | null
}

const clamped = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n))

/** Works out what a pull would do; a clip keeps a frame, and never goes beyond its sound. */
export function draftOfPull({ clipId, part, frame, snappedTo }: ClipPull): ClipDraft {
  const records = recordsNow()
  const placed = soundRows(records).clips.find((p) => p.clip.id === clipId)!
  const timing = timingOf(records)
  const at = framesToSeconds(frame, timing.fps)
  const fields = fieldsOf(placed, part, at, framesToSeconds(1, timing.fps))
  const outcome = rehearse('sound.update', { clipIds: [clipId], ...fields })
  const refused = outcome instanceof Refusal ? outcome.message : null
  const clip = { ...placed.clip, ...fields }
  const owner = ownerStart(records, soundClock(records), clip)
  const start = owner === null ? placed.start : framesToSeconds(owner, timing.fps) + clip.at
  return { clipId, fields, clip, start, frame, snappedTo, refused, sentence: refused ?? words(clip, start, part) }
}

function words(clip: SoundClip, start: Seconds, part: ClipPart): string {
  const timing = timingOf(recordsNow())
  const code = (seconds: Seconds) =>
    formatShortTimecode(Math.max(0, Math.round(secondsInFrames(seconds, timing.fps))), timing)
  const name = clip.name || 'The sound'
  switch (part) {
    case 'fadeIn':
      return `${name} fades in for ${secondsText(clip.fadeIn, 2)}`
    case 'fadeOut':
      return `${name} fades out for ${secondsText(clip.fadeOut, 2)}`
    case 'end':
      return `${name} ends at ${code(start + clip.length)}, ${secondsText(clip.length, 2)}`
    case 'start':
    case 'body':
      return `${name} begins at ${code(start)}${part === 'start' ? `, ${secondsText(clip.length, 2)}` : ''}`
  }
}

function fieldsOf({ clip, start, lane }: PlacedClip, part: ClipPart, at: Seconds, frame: Seconds): ClipFields {
  const records = recordsNow()
  const sound = records.must('sounds', clip.soundId)
  switch (part) {
    case 'body': {
      const begins = Math.max(0, at)
      const film = soundClock(records)
      const { fps } = timingOf(records)
      if (lane === 'track') return { at: clip.at + begins - start }
      // A line belongs to the shot it begins in.
      const shot = film.shotAt(Math.floor(secondsInFrames(begins, fps) + 1e-6))
      return shot
        ? { shotId: shot.shotId, at: begins - framesToSeconds(shot.start, fps) }
        : { at: clip.at + begins - start }
    }
    case 'start': {
      const by = clamped(at - start, Math.max(0 - clip.from, 0 - start), clip.length - frame)
      return { at: clip.at + by, from: clip.from + by, length: clip.length - by }
    }
    case 'end':
      return { length: clamped(at - start, Math.min(frame, clip.length), soundLength(sound) - clip.from) }
    case 'fadeIn':
      return { fadeIn: clamped(at - start, 0, clip.length) }
    case 'fadeOut':
      return { fadeOut: clamped(start + clip.length - at, 0, clip.length) }
  }
}

/** What a clip may snap to: cuts, the playhead, and the ends of the others. Frames of the film. */
export function snapFrames(clipId: string, playhead: FrameIndex): { frame: number; name: string }[] {
  const records = recordsNow()
  const { fps } = timingOf(records)
  const film = soundClock(records)
  const cuts = [...film.shotsFrom(0)].map(({ shotId, start }) => ({
    frame: start,
    name: `start of shot ${records.get('shots', shotId)?.number ?? ''}`,
  }))
  const others = soundRows(records).clips.flatMap(({ clip, start }) =>
    clip.id === clipId
      ? []
      : [
          { frame: secondsInFrames(start, fps), name: `start of ${clip.name}` },
          { frame: secondsInFrames(start + clip.length, fps), name: `end of ${clip.name}` },
        ],
  )
  return [...cuts, { frame: film.total, name: 'end of the film' }, { frame: playhead, name: 'playhead' }, ...others]
}

/** Moves a part of a clip by whole frames, as the mouse would. */
export function nudgedPull(clipId: string, part: ClipPart, frames: number): ClipDraft | null {
  const records = recordsNow()
  const placed = soundRows(records).clips.find((p) => p.clip.id === clipId)
  if (!placed) return null
  const { fps } = timingOf(records)
  const { clip, start } = placed
  const from = {
    body: start,
    start,
    end: start + clip.length,
    fadeIn: start + clip.fadeIn,
    fadeOut: start + clip.length - clip.fadeOut,
  }[part]
  return draftOfPull({ clipId, part, frame: secondsInFrames(from, fps) + frames, snappedTo: null })
}
