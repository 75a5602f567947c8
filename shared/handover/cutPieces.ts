import { z } from 'zod'
import { secondsToFrames } from '../domain/time/frames'
import type { FrameRate } from '../model/frameRate'
import type { FrameCount, FrameIndex } from '../model/units'
import type { Media } from '../model/media'
import type { Film, FilmMarker, FilmShot } from './film'
import { aboutShots, shotPrefix, type HandoverWarning } from './handoverFiles'

/** How long the end still of a shot stands in a cut: not at all, for its last second, or for its second half. */
export const endStills = ['none', 'second', 'half'] as const
export type EndStills = (typeof endStills)[number]

/** The frame of a shot from which its end still stands, never before its middle; its length where it does not (domain.md 12.7). */
function endStillFrom(ends: EndStills, frames: FrameCount, fps: FrameRate): FrameIndex {
  if (ends === 'none') return Number(frames)
  const middle: FrameIndex = Math.ceil(frames / 2)
  return ends === 'half' ? middle : Math.max(middle, frames - secondsToFrames(1, fps))
}

/** How a cut is written, as it comes from outside. */
export const cutOptionsSchema = z.strictObject({
  /** Whether a shot of two stills and no clip shows the end one too, as a clip of its own. */
  ends: z.enum(endStills).default('none'),
})
export type CutOptions = z.infer<typeof cutOptionsSchema>

/** A clip of a cut: a shot, or the part of it that one of its stills stands for. Two parts lie in one row, counted in the shot's own frames. */
export interface CutPiece {
  readonly shot: FilmShot
  /** Its name among all clips: the shot's place, with a letter behind it for its end. */
  readonly key: string
  /** The picture or clip that stands for it, as a file of its own beside the list; null when there is none yet. */
  readonly media: { readonly path: string; readonly mediaId: string; readonly still: boolean } | null
  /** The first frame of the shot in it, and how many. */
  readonly from: FrameIndex
  readonly frames: FrameCount
  /** Counted in the frames of the shot. */
  readonly markers: readonly FilmMarker[]
}

/** A film as clips that follow each other. */
export function cutPieces(film: Film, { ends }: CutOptions, folder: string): CutPiece[] {
  return film.shots.flatMap((shot) => {
    const { clip, startStill, endStill, frames } = shot
    const two = !clip && startStill && endStill && startStill.id !== endStill.id
    const cut = two ? endStillFrom(ends, frames, film.timing.fps) : frames
    const [media, what] = clip ? [clip, 'clip'] : startStill ? [startStill, 'start'] : [endStill, 'end']
    const first = pieceOf(film, shot, folder, { key: '', media, what, from: 0, to: cut })
    return cut < frames
      ? [first, pieceOf(film, shot, folder, { key: 'b', media: endStill, what: 'end', from: cut, to: frames })]
      : [first]
  })
}

function pieceOf(
  film: Film,
  shot: FilmShot,
  folder: string,
  { key, media, what, from, to }: { key: string; media: Media | null; what: string; from: number; to: number },
): CutPiece {
  const path = media && `${folder}/${shotPrefix(film, shot)}_${what}.${media.ext}`
  return {
    shot,
    key: `${shot.place}${key}`,
    media: media && path ? { path, mediaId: media.id, still: what !== 'clip' } : null,
    from,
    frames: to - from,
    markers: shot.markers.filter(({ frame }) => frame >= from && frame < to),
  }
}

/** A warning that names the shots that no picture stands for. @param what they are in the cut */
export const aboutPictures = (pieces: readonly CutPiece[], what: string): HandoverWarning[] =>
  aboutShots(
    'NO_PICTURE',
    `Shots without a picture, which are ${what} in the cut`,
    pieces.filter(({ media }) => !media).map(({ shot }) => shot),
  )

/** The pictures of clips, as files beside the list. */
export const pictureFiles = (pieces: readonly CutPiece[]): { path: string; mediaId: string }[] =>
  pieces.flatMap(({ media }) => (media ? [{ path: media.path, mediaId: media.mediaId }] : []))
