import type { FrameRate, Timing } from '../../model/frameRate'
import { Refusal } from '../../records/refusal'

/** The forms of a timeline that are read back. */
export type TimelineForm = 'otio' | 'fcpxml' | 'xmeml' | 'edl'

/** What a clip says of where it comes from. */
export interface ClipSource {
  readonly name: string
  /** The shot of ours it was made for, where the file kept that. */
  readonly shotId: string | null
  /** Name of its media file, without a folder. */
  readonly fileName: string | null
}

/** A piece of a track, in frames of the project from the track's start. */
export interface Piece extends ClipSource {
  readonly start: number
  readonly frames: number
  /** The first frame of the media that shows, counted from its first one. */
  readonly from: number
}

/** What is seen of an edited timeline, in order and without overlap. What lies in other tracks under it is not seen. */
export interface EditedCut {
  readonly form: TimelineForm
  readonly name: string
  readonly pieces: readonly Piece[]
  /** The shots that were exported, where the file kept that. */
  readonly range: readonly string[] | null
  /** What is in the file and is not read, in words. */
  readonly unread: readonly string[]
}

/** What a reader is told. */
export interface ReadTimelineOptions {
  readonly file: string
  readonly timing: Timing
}

/** Far longer than any film: more is no timeline but an attack on the memory. */
export const mostPieces = 50_000
export const deepestNesting = 16
/** Frames from the start of a timeline that are counted: 100 hours at 240 fps. */
const mostFrames = 100 * 3600 * 240

/** @throws Refusal TIMELINE_UNREADABLE */
export function unreadable(file: string, reason: string): never {
  throw new Refusal('TIMELINE_UNREADABLE', { file, reason })
}

/** A whole number of frames of the project from seconds as a fraction; the nearest one. */
export function framesOf(file: string, above: number, below: number, { num, den }: FrameRate): number {
  const frames = Math.round((above * num) / (below * den))
  if (!Number.isFinite(frames) || Math.abs(frames) > mostFrames) unreadable(file, 'a time in it is no time of a film')
  return frames
}

/** Lays tracks over each other, the last one on top: what is seen, in order. Pieces of one track follow one another. */
export function flattened(file: string, tracks: readonly (readonly Piece[])[]): Piece[] {
  let seen: Piece[] = []
  for (const track of tracks) {
    const above = track.filter((piece) => piece.frames > 0).sort((a, b) => a.start - b.start)
    seen = [...seen.flatMap((piece) => uncovered(piece, above)), ...above].sort((a, b) => a.start - b.start)
    if (seen.length > mostPieces) unreadable(file, `it has more than ${mostPieces} clips`)
  }
  return seen
}

/** What is left of a piece between those that lie over it. */
function uncovered(piece: Piece, above: readonly Piece[]): Piece[] {
  const end = piece.start + piece.frames
  const left: Piece[] = []
  let at = piece.start
  for (const over of above) {
    if (over.start + over.frames <= at) continue
    if (over.start >= end) break
    if (over.start > at) left.push(part(piece, at, over.start))
    at = Math.max(at, over.start + over.frames)
  }
  if (at < end) left.push(part(piece, at, end))
  return left
}

const part = (piece: Piece, start: number, end: number): Piece => ({
  ...piece,
  start,
  frames: end - start,
  from: piece.from + (start - piece.start),
})

/** The cut a piece of a track of its own makes: only what lies between two moments of it, moved to a place. */
export function window(pieces: readonly Piece[], from: number, frames: number, at: number): Piece[] {
  return pieces.flatMap((piece) => {
    const start = Math.max(piece.start, from)
    const end = Math.min(piece.start + piece.frames, from + frames)
    return end > start ? [{ ...part(piece, start, end), start: at + start - from }] : []
  })
}

/** The last part of an address or path, as it is called on disk. */
export function fileNameOf(address: string): string | null {
  const last = address.split(/[?#]/)[0]!.split(/[/\\]/).at(-1) ?? ''
  try {
    return decodeURIComponent(last) || null
  } catch {
    return last || null
  }
}

/** What was exported, as `rangeWord` wrote it; null for anything else. */
export function readRange(word: unknown): EditedCut['range'] {
  const ids = typeof word === 'string' && word.startsWith('shots ') ? word.split(' ').slice(1).filter(Boolean) : []
  return ids.length ? ids : null
}

/** "2 audio tracks", for what is not read; nothing for none. */
export const unreadWords = (count: number, one: string, many = `${one}s`): string[] =>
  count ? [`${count} ${count === 1 ? one : many}`] : []
