import type { FrameDescription } from '../../drawing/frameDescription'
import type { Framing } from '../../model/cameraMove'
import type { FrameEnd } from '../../model/common'
import { localProfileId } from '../../model/profile'
import type { Take } from '../../model/result'
import type { FrameIndex, Seconds } from '../../model/units'
import type { ReadRecords } from '../../records/recordStore'
import { framingAt } from '../camera/cameraMoves'
import { chosenTake, existingShot, projectOf } from '../lookup'
import { framesToSeconds } from '../time/frames'
import { speechPieces } from '../time/speeches'
import type { StoryClock } from '../time/storyClock'
import { pictureOf } from '../blocking/pictureOf'
import { shotStatuses } from './freshness'
import { frameAt, isOn, lookAt, shotPlay, stillAt } from '../blocking/shotPlay'

/** What the film shows at one of its frames: everything that is needed to draw it, nothing that would have to be looked up. */
export interface FilmMoment {
  readonly shotId: string
  readonly number: string
  /** The frame of the clock, and that of the shot. */
  readonly frame: FrameIndex
  readonly inShot: FrameIndex
  /** The still that lies under everything, by its working copy; null = all of it is drawn. */
  readonly still: { readonly mediaId: string; readonly end: FrameEnd; readonly take: Take } | null
  /** What is drawn from the blocking: the whole picture, or over a still those who are not in it. Null = nothing. */
  readonly drawn: FrameDescription | null
  /** The chosen clip, where it shows instead of all of that: by its file, and the moment of it in seconds. */
  readonly clip: { readonly mediaId: string; readonly seconds: Seconds } | null
  /** The words on the card of a shot that shows nobody and nowhere; null = it has a picture. */
  readonly card: string | null
  /** The part of the picture that the camera frames. */
  readonly framing: Framing
  /** What is being said. */
  readonly subtitle: { readonly speaker: string; readonly text: string } | null
}

/**
 * What shows at a frame of a clock; null where the clock has no shot. The chosen stills show where they are true to the moment. Where somebody comes,
 * goes or changes between them, a still stays as long as it holds nobody who is gone or has changed, and who is missing in it is drawn over it;
 * else the blocking is drawn. A chosen clip that is fresh shows instead of all of it.
 * @param clips false: as if there were none
 */
export function filmMoment(
  store: ReadRecords,
  clock: StoryClock,
  frame: FrameIndex,
  { clips = true }: { readonly clips?: boolean } = {},
): FilmMoment | null {
  const here = clock.shotAt(frame)
  const shot = here && store.get('shots', here.shotId)
  if (!here || !shot) return null
  const inShot = frame - here.start
  const part = inShot / here.frames
  const subtitle = speechPieces(shot.dialogue).find(({ from, to }) => part >= from && part < to) ?? null
  return {
    shotId: shot.id,
    number: shot.number,
    frame,
    inShot,
    ...pictureAt(store, shot.id, inShot),
    clip: clips ? clipAt(store, shot.id, inShot) : null,
    framing: framingAt(store, shot.id, inShot, here.frames),
    subtitle: subtitle && { speaker: subtitle.speaker, text: subtitle.text },
  }
}

/** Does the film show the chosen clip of a shot? Only one that is fresh. */
export function playsClip(store: ReadRecords, shotId: string): boolean {
  const take = chosenTake(store, shotId, 'video')
  return take !== null && shotStatuses(store, shotId).video.status === 'fresh' && isVideo(store, take)
}
const isVideo = (store: ReadRecords, take: Take) => store.get('media', take.mediaId)?.kind === 'video'

/** The chosen clip at a frame of its shot: what it shows in the middle of it, so that rounded times of a file give the same picture. */
function clipAt(store: ReadRecords, shotId: string, inShot: FrameIndex): FilmMoment['clip'] {
  const take = playsClip(store, shotId) ? chosenTake(store, shotId, 'video') : null
  return take && { mediaId: take.mediaId, seconds: framesToSeconds(inShot + 0.5, projectOf(store).fps) }
}

function pictureAt(
  store: ReadRecords,
  shotId: string,
  inShot: FrameIndex,
): Pick<FilmMoment, 'still' | 'drawn' | 'card'> {
  const found = stillAt(store, shotId, inShot)
  const still = found && stillOf(store, found.take, found.end)
  if (still) return { still, drawn: null, card: null }
  const play = shotPlay(store, shotId)
  if (!play.cast.length && !play.locations.length)
    return { still: null, drawn: null, card: existingShot(store, shotId).text.trim() }
  const drawn = frameAt(store, shotId, inShot)
  const plate = drawn.seenThrough ? null : plateAt(store, shotId, inShot)
  if (!plate) return { still: null, drawn, card: null }
  const subjects = drawn.subjects.filter((s) => !plate.holds.has(s.assetId))
  return { still: plate.still, drawn: { ...drawn, subjects }, card: null }
}

const stillOf = (store: ReadRecords, take: Take, end: FrameEnd): FilmMoment['still'] => {
  const picture = pictureOf(store, take.mediaId)
  return picture && { mediaId: picture.mediaId, end, take }
}

/**
 * The still that everybody else is drawn over: the start still until one of its people goes or changes, the end still once all of its people are there
 * as they stay. What the compositor made is drawn alike, so there the blocking does it all.
 */
function plateAt(
  store: ReadRecords,
  shotId: string,
  frame: FrameIndex,
): { readonly still: NonNullable<FilmMoment['still']>; readonly holds: ReadonlySet<string> } | null {
  const { cast, locations, frames, walk } = shotPlay(store, shotId)
  const all = [...cast, ...locations.map(({ part }) => part)]
  for (const end of ['start', 'end'] as const) {
    const take = chosenTake(store, shotId, end === 'start' ? 'startFrame' : 'endFrame')
    const still = take && take.generatorId !== localProfileId ? stillOf(store, take, end) : null
    if (!still) continue
    const inStill = all.filter(({ enter, exit }) => (end === 'start' ? enter === 0 : exit >= frames))
    const isTrue = inStill.every((part) => {
      const { looks } = part
      const look = end === 'start' ? looks[0] : looks.at(-1)
      const stands = end === 'start' ? frame < part.exit - (part.exit < frames ? walk : 0) : isThere(part, frame, walk)
      return isOn(part, frame) && stands && lookAt(part, frame) === look
    })
    if (isTrue) return { still, holds: new Set(inStill.map(({ assetId }) => assetId)) }
  }
  return null
}

const isThere = ({ enter }: { readonly enter: FrameIndex }, frame: FrameIndex, walk: number) =>
  enter === 0 || frame >= enter + walk

/** The pictures that a moment is drawn from, so that they can be read beforehand. */
export const picturesOf = ({ still, drawn }: FilmMoment): string[] => [
  ...(still ? [still.mediaId] : []),
  ...(drawn && !still && drawn.location?.picture ? [drawn.location.picture.mediaId] : []),
  ...(drawn ? drawn.subjects.flatMap((s) => (s.picture ? [s.picture.mediaId] : [])) : []),
]
