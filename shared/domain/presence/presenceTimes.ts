import { presenceOf, type Presence } from '../../model/assignment'
import type { Project } from '../../model/project'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { projectOf } from '../lookup'

export interface Interval {
  readonly enterAt: number
  readonly exitAt: number
}

/** Times of a presence nobody gave times for yet (domain.md 1). */
const defaultTimes = { enterAt: 0.35, exitAt: 0.65, passes: [0.25, 0.75] } as const

const tolerance = 1e-9
/** Typed times are rounded: a frame less a millionth is a frame. */
const frameTolerance = 1e-6

/** Is somebody there for a frame at least (domain.md 1.4)? */
const lastsAFrame = ({ enterAt, exitAt }: Interval, frames: number): boolean =>
  (exitAt - enterAt) * frames >= 1 - frameTolerance

/** Do two moments of a shot lie in one place, in whole frames: less than half a frame apart (domain.md 1.4)? */
export const touches = (a: number, b: number, frames: number): boolean => Math.abs(a - b) * frames < 0.5

/**
 * The interval a user means by a presence with or without times (domain.md 1): missing times come from the last times
 * of that type, then the defaults, scaled to fit a given one. Without a presence the interval decides the type.
 * @throws InvalidInput when times contradict the presence
 */
export function intervalFor(
  project: Pick<Project, 'lastTimes'>,
  presence: Presence | undefined,
  enterAt: number | undefined,
  exitAt: number | undefined,
  current: Interval | undefined,
): Interval {
  const last = project.lastTimes
  if (presence === undefined) {
    const interval = { enterAt: enterAt ?? current?.enterAt ?? 0, exitAt: exitAt ?? current?.exitAt ?? 1 }
    if (!(interval.enterAt < interval.exitAt))
      throw new InvalidInput(exitAt === undefined ? 'enterAt' : 'exitAt', 'expected enterAt before exitAt')
    return interval
  }
  const fixed = (name: 'enterAt' | 'exitAt', value: number | undefined, expected: 0 | 1) => {
    if (value !== undefined && value !== expected) throw new InvalidInput(name, `expected ${expected} for ${presence}`)
  }
  const inside = (name: 'enterAt' | 'exitAt', value: number | undefined) => {
    if (value !== undefined && !(value > 0 && value < 1))
      throw new InvalidInput(name, `expected a number between 0 and 1 for ${presence}`)
  }
  switch (presence) {
    case 'throughout':
      fixed('enterAt', enterAt, 0)
      fixed('exitAt', exitAt, 1)
      return { enterAt: 0, exitAt: 1 }
    case 'enters':
      inside('enterAt', enterAt)
      fixed('exitAt', exitAt, 1)
      return { enterAt: enterAt ?? last.enterAt ?? defaultTimes.enterAt, exitAt: 1 }
    case 'exits':
      fixed('enterAt', enterAt, 0)
      inside('exitAt', exitAt)
      return { enterAt: 0, exitAt: exitAt ?? last.exitAt ?? defaultTimes.exitAt }
    case 'passes_through': {
      inside('enterAt', enterAt)
      inside('exitAt', exitAt)
      const [from, to] = last.passes ?? defaultTimes.passes
      if (enterAt !== undefined && exitAt !== undefined) {
        if (!(enterAt < exitAt)) throw new InvalidInput('exitAt', 'expected exitAt after enterAt')
        return { enterAt, exitAt }
      }
      if (enterAt !== undefined)
        return { enterAt, exitAt: enterAt < to ? to : enterAt + (1 - enterAt) * ((to - from) / (1 - from)) }
      if (exitAt !== undefined) return { enterAt: exitAt > from ? from : exitAt * (from / to), exitAt }
      return { enterAt: from, exitAt: to }
    }
  }
}

/** Which edges of an interval something is done to. */
export interface Edges {
  readonly enter: boolean
  readonly exit: boolean
}
export const bothEdges: Edges = { enter: true, exit: true }

/**
 * Keeps times nobody gave for this shot (last ones, defaults, a template's) a whole frame away from its cuts, so that a short shot still gets
 * the presence asked for (domain.md 1: scaled to fit). Without room the interval is answered as it is.
 * @param missing the edges that may move
 */
export function fitToFrames(interval: Interval, frames: number, missing: Edges): Interval {
  const frame = 1 / frames
  const inside = (value: number) =>
    value > 0 && value < 1 && frames > 1 ? Math.min(Math.max(value, frame), 1 - frame) : value
  let enterAt = missing.enter ? inside(interval.enterAt) : interval.enterAt
  let exitAt = missing.exit ? inside(interval.exitAt) : interval.exitAt
  if (exitAt - enterAt < frame - tolerance) {
    if (missing.enter && exitAt >= 2 * frame - tolerance) enterAt = exitAt - frame
    else if (missing.exit && enterAt <= 1 - 2 * frame + tolerance) exitAt = enterAt + frame
  }
  return enterAt < exitAt ? { enterAt, exitAt } : interval
}

/**
 * Edges less than one frame from a cut snap to it (domain.md 1).
 * @param frames duration of the shot in frames
 * @param edges those that a user sets; the others stay where a split, join or merge put them
 * @returns null when nothing would be left
 */
export function snapToCuts(interval: Interval, frames: number, edges = bothEdges): Interval | null {
  const frame = 1 / frames
  const near = (value: number, cut: number) => Math.abs(value - cut) < frame - tolerance
  let { enterAt, exitAt } = interval
  // In a one-frame shot both cuts are near; an entrance then counts as there from the start, an exit as there to the end.
  if (edges.enter) enterAt = near(enterAt, 0) ? 0 : near(enterAt, 1) ? 1 : enterAt
  if (edges.exit) exitAt = near(exitAt, 1) ? 1 : near(exitAt, 0) ? 0 : exitAt
  return enterAt < exitAt ? { enterAt, exitAt } : null
}

/** What a user's setting of these times comes to; null where it would be refused. */
export function settable(interval: Interval, frames: number, edges: Edges): Interval | null {
  const snapped = snapToCuts(interval, frames, edges)
  return snapped && lastsAFrame(snapped, frames) ? snapped : null
}

/** Snaps the edges a user sets, warns when that changes the presence, refuses an empty interval. */
export function snappedByUser(
  draft: Draft,
  interval: Interval,
  frames: number,
  asset: string,
  shot: string,
  edges = bothEdges,
): Interval & { presence: Presence } {
  const snapped = snapToCuts(interval, frames, edges)
  const isSet = edges.enter || edges.exit
  const isEmpty = !snapped || (isSet && !lastsAFrame(snapped, frames))
  if (isEmpty) throw new Refusal('EMPTY_INTERVAL', { asset, shot })
  const presence = presenceOf(snapped.enterAt, snapped.exitAt)!
  if (presence !== presenceOf(interval.enterAt, interval.exitAt))
    draft.warn('SNAPPED', { asset, presence: presenceWords[presence] })
  return { ...snapped, presence }
}

export const presenceWords: Record<Presence, string> = {
  throughout: 'throughout',
  enters: 'enters',
  exits: 'exits',
  passes_through: 'passes through',
}

/** Remembers the times a user gave, for the next assignment of that presence. */
export function rememberTimes(draft: Draft, presence: Presence, interval: Interval): void {
  const { lastTimes } = projectOf(draft)
  const { enterAt, exitAt } = interval
  if (presence === 'enters') draft.update('project', 'project', { lastTimes: { ...lastTimes, enterAt } })
  if (presence === 'exits') draft.update('project', 'project', { lastTimes: { ...lastTimes, exitAt } })
  if (presence === 'passes_through')
    draft.update('project', 'project', { lastTimes: { ...lastTimes, passes: [enterAt, exitAt] } })
}
