import { longestShotFrames } from '../../model/shot'
import { longestSound, type Sound, type SoundClip } from '../../model/sound'
import type { Seconds } from '../../model/units'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { existingScene, existingShot, projectOf } from '../lookup'
import { framesToSeconds, secondsInFrames } from '../time/frames'

/** How long all of a sound is. */
export const soundLength = ({ samples, sampleRate }: Sound): Seconds => samples / sampleRate

/** The shortest piece that can be placed: what is shorter is a slip of the hand. */
const shortestClip = 0.02

/** What can be said of a clip; what is left out stays. */
export interface ClipFields {
  name?: string | undefined
  /** What it belongs to: at most one of the two; null for both is the film. */
  shotId?: string | null | undefined
  sceneId?: string | null | undefined
  at?: Seconds | undefined
  from?: Seconds | undefined
  length?: Seconds | undefined
  fadeIn?: Seconds | undefined
  fadeOut?: Seconds | undefined
  gainDb?: number | undefined
  muted?: boolean | undefined
}

/** `sound.place`: a sound, or a piece of it, at a place of the film (domain.md 13.2). @throws Refusal NOT_FOUND, NOT_THAT_LONG, BEFORE_FILM */
export function placeSound(draft: Draft, input: ClipFields & { soundId: string }): SoundClip {
  const sound = draft.get('sounds', input.soundId)
  if (!sound) throw new Refusal('NOT_FOUND', { what: 'The sound' })
  const from = input.from ?? 0
  const clip: SoundClip = {
    id: draft.newId(),
    soundId: sound.id,
    name: (draft.get('media', sound.id)?.name ?? '').slice(0, 200),
    shotId: null,
    sceneId: null,
    at: 0,
    from,
    length: Math.max(shortestClip, soundLength(sound) - from),
    fadeIn: 0,
    fadeOut: 0,
    gainDb: 0,
    muted: false,
    ordinal: draft.nextOrdinal('soundClips'),
  }
  return draft.add('soundClips', changed(draft, clip, sound, input))
}

/** `sound.update`: some clips otherwise, in one step. @throws Refusal NOT_FOUND, NOT_THAT_LONG, BEFORE_FILM */
export function updateClips(draft: Draft, { clipIds, ...fields }: ClipFields & { clipIds: readonly string[] }): void {
  for (const id of clipIds) {
    const clip = existingClip(draft, id)
    draft.update('soundClips', id, changed(draft, clip, draft.must('sounds', clip.soundId), fields))
  }
}

/** `sound.remove`: clips off the film; the sounds stay in the project and come back with undo. @throws Refusal NOT_FOUND */
export function removeClips(draft: Draft, { clipIds }: { clipIds: readonly string[] }): void {
  for (const id of new Set(clipIds)) draft.remove('soundClips', existingClip(draft, id).id)
}

/**
 * `sound.split`: a clip in two at a moment of it, in seconds from its start; together they sound as it did.
 * @throws Refusal NOT_FOUND, CLIP_TOO_SHORT
 */
export function splitClip(draft: Draft, { clipId, at }: { clipId: string; at: Seconds }): SoundClip {
  const clip = existingClip(draft, clipId)
  if (at < shortestClip || clip.length - at < shortestClip) throw new Refusal('CLIP_TOO_SHORT', { sound: clip.name })
  draft.update('soundClips', clip.id, { length: at, fadeIn: Math.min(clip.fadeIn, at), fadeOut: 0 })
  const length = clip.length - at
  return draft.add('soundClips', {
    ...clip,
    id: draft.newId(),
    at: clip.at + at,
    from: clip.from + at,
    length,
    fadeIn: 0,
    fadeOut: Math.min(clip.fadeOut, length),
    ordinal: draft.nextOrdinal('soundClips'),
  })
}

/**
 * `shot.fitSound`: the shot lasts as long as what sounds in it (domain.md 13.5): to the end of the last of its clips that is not muted, in whole frames.
 * @throws Refusal NO_SOUND_IN_SHOT, SHOT_TOO_LONG
 */
export function fitShotToSound(draft: Draft, { shotId }: { shotId: string }): void {
  const shot = existingShot(draft, shotId)
  const ends = draft.list('clipsOfShot', shot.id).flatMap((c) => (c.muted ? [] : [c.at + c.length]))
  const end = Math.max(0, ...ends)
  if (end <= 0) throw new Refusal('NO_SOUND_IN_SHOT', { shot: shot.number })
  const frames = Math.max(1, Math.ceil(secondsInFrames(end, projectOf(draft).fps) - 1e-6))
  if (frames > longestShotFrames) throw new Refusal('SHOT_TOO_LONG', { shot: shot.number })
  draft.update('shots', shot.id, { durationFrames: frames })
}

/** By how many frames a clip of a shot sounds on after it; 0 or less when it does not. */
export function framesOver(store: ReadRecords, clip: SoundClip): number {
  const shot = clip.shotId === null ? undefined : store.get('shots', clip.shotId)
  if (!shot) return 0
  const { fps } = projectOf(store)
  return Math.round(secondsInFrames(clip.at + clip.length - framesToSeconds(shot.durationFrames, fps), fps))
}

function existingClip(store: ReadRecords, id: string): SoundClip {
  const clip = store.get('soundClips', id)
  if (!clip) throw new Refusal('NOT_FOUND', { what: 'The sound' })
  return clip
}

function changed(store: ReadRecords, clip: SoundClip, sound: Sound, fields: ClipFields): SoundClip {
  const { shotId, sceneId, ...rest } = Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => value !== undefined && field in clip),
  ) as Partial<SoundClip>
  const owner =
    typeof shotId === 'string'
      ? { shotId: existingShot(store, shotId).id, sceneId: null }
      : typeof sceneId === 'string'
        ? { shotId: null, sceneId: existingScene(store, sceneId).id }
        : {
            ...(shotId === undefined ? {} : { shotId }),
            ...(sceneId === undefined ? {} : { sceneId }),
          }
  const next = { ...clip, ...rest, ...owner }
  const all = soundLength(sound)
  const left = all - next.from
  if (left < shortestClip - 1e-6 && all >= shortestClip) throw new Refusal('NOT_THAT_LONG', told(clip, all))
  // What a hand measured in pixels may lie a hair beyond the end.
  if (next.length > left + 1e-3) throw new Refusal('NOT_THAT_LONG', told(clip, all))
  if (next.shotId === null && next.sceneId === null && next.at < 0)
    throw new Refusal('BEFORE_FILM', { sound: clip.name })
  const length = Math.min(next.length, left, longestSound)
  // Fades never meet: the one that was set last keeps its length.
  const fadeIn = Math.min(next.fadeIn, length - (fields.fadeIn === undefined ? Math.min(next.fadeOut, length) : 0))
  return { ...next, length, fadeIn, fadeOut: Math.min(next.fadeOut, length - fadeIn) }
}

const told = (clip: SoundClip, all: Seconds) => ({ sound: clip.name, seconds: String(Math.round(all * 100) / 100) })
