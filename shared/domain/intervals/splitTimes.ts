import { presenceOf, type Presence } from '../../model/assignment'
import { roundTo } from '../../model/numbers'
import type { FrameCount, Fraction } from '../../model/units'

/** Where a shot is cut, in whole frames from its start; both halves have at least one. */
export interface CutFrames {
  readonly first: FrameCount
  readonly second: FrameCount
}

/** An interval with the presence it means. */
export interface StayTimes {
  readonly enterAt: Fraction
  readonly exitAt: Fraction
  readonly presence: Presence
}

/** What lies in a shot of one asset. */
export interface AssetTimes {
  readonly interval: { readonly enterAt: Fraction; readonly exitAt: Fraction } | null
  /** Look changes inside the shot, in order. */
  readonly events: readonly Fraction[]
}

/** An event's place after a split: in a half, or in the cut between the two. */
export type TransformationPlace =
  { readonly half: 'first' | 'second'; readonly at: Fraction } | { readonly half: 'cut' }

export interface SplitTimes {
  readonly first: StayTimes | null
  readonly second: StayTimes | null
  readonly events: readonly TransformationPlace[]
  /** There was no room beside the cut: what was to happen just after it happens at it. */
  readonly atCut: boolean
}

const tolerance = 1e-9

/** Clears rounding dust; finer than any frame. */
const tidy = (value: number) => roundTo(value, 12)

/** A fraction that is neither 0 nor 1, however close. */
const inside = (value: number): Fraction => Math.min(Math.max(tidy(value), 1e-12), 1 - 1e-12)

/** The interval as a stay. One that rounding emptied keeps a sliver: it was there before. */
function stay(enterAt: Fraction, exitAt: Fraction): StayTimes {
  const sliver = 1e-9
  const end = enterAt < exitAt ? exitAt : enterAt + sliver < 1 ? enterAt + sliver : exitAt
  const start = enterAt < end ? enterAt : end - sliver
  return { enterAt: start, exitAt: end, presence: presenceOf(start, end)! }
}

/**
 * Cuts what one asset does in a shot (domain.md 7). Edges and events within half a frame of the cut move to one frame into the second
 * half. They never overtake: events and an entrance that lie less than a frame after the cut go along to the same place, where the
 * order of equal times is kept by ordinals; an exit that would be overtaken moves by the distance that its entrance (else the event
 * before it) moved, and stays short of the shot's end. When the second half is one frame long there is no room: an asset leaving near
 * the cut leaves at it, one entering enters at it, a crossing on it ends there if it entered before, events happen between the shots.
 */
export function splitTimes(times: AssetTimes, cut: CutFrames): SplitTimes {
  return cut.second >= 2 ? withRoom(times, cut) : withoutRoom(times, cut)
}

function withRoom({ interval, events }: AssetTimes, cut: CutFrames): SplitTimes {
  const frames = cut.first + cut.second
  const landing = cut.first + 1
  const near = (at: Fraction) => isNear(at * frames, cut)
  const enters = interval !== null && interval.enterAt > 0
  const exits = interval !== null && interval.exitAt < 1
  const moving = (enters && near(interval.enterAt)) || (exits && near(interval.exitAt)) || events.some(near)
  /** Entrances and events: in frames of the whole shot. */
  const moved = (at: Fraction) => {
    const place = at * frames
    return near(at) || (moving && place > cut.first && place < landing) ? landing : place
  }
  const places = events.map((at): TransformationPlace => place(moved(at), cut))
  if (!interval) return { first: null, second: null, events: places, atCut: false }
  const enter = enters ? moved(interval.enterAt) : 0
  const exit = exits
    ? exitPlace(
        interval.exitAt * frames,
        enter - interval.enterAt * frames,
        enter,
        events.map((at) => at * frames),
        cut,
      )
    : frames
  return { ...halves(enter, exit, { enters, exits }, cut), events: places, atCut: false }
}

/** Where an exit lands, in frames. @param distance by which its entrance moved */
function exitPlace(exit: number, distance: number, enter: number, events: readonly number[], cut: CutFrames): number {
  const landing = cut.first + 1
  const own = isNear(exit, cut) ? landing : exit
  let place = own
  if (distance > tolerance && own <= enter) place = exit + distance
  else if (own < landing) {
    const before = events.findLast((at) => at <= exit && isNear(at, cut))
    if (before !== undefined) place = exit + (landing - before)
  }
  const frames = cut.first + cut.second
  return place === exit || place < frames - tolerance ? place : (Math.max(enter, landing) + frames) / 2
}

function withoutRoom({ interval, events }: AssetTimes, cut: CutFrames): SplitTimes {
  const frames = cut.first + cut.second
  const near = (at: Fraction) => isNear(at * frames, cut)
  const places = events.map((at): TransformationPlace => (near(at) ? { half: 'cut' } : place(at * frames, cut)))
  const changes = places.some((p) => p.half === 'cut')
  if (!interval) return { first: null, second: null, events: places, atCut: changes }
  const enters = interval.enterAt > 0
  const exits = interval.exitAt < 1
  let enter = enters ? interval.enterAt * frames : 0
  let exit = exits ? interval.exitAt * frames : frames
  const entersThere = enters && isNear(enter, cut)
  const leavesThere = exits && isNear(exit, cut)
  const entersAfter = entersThere && enter >= cut.first - tolerance && exit > cut.first
  if (leavesThere && !entersAfter) exit = cut.first
  else if (entersThere) enter = cut.first
  return {
    ...halves(enter, exit, { enters, exits }, cut),
    events: places,
    atCut: changes || entersThere || leavesThere,
  }
}

function isNear(place: number, cut: CutFrames): boolean {
  return Math.abs(place - cut.first) <= 0.5 + tolerance
}

function place(at: number, cut: CutFrames): TransformationPlace {
  return at < cut.first
    ? { half: 'first', at: inside(at / cut.first) }
    : { half: 'second', at: inside((at - cut.first) / cut.second) }
}

/** An interval given in frames of the whole shot, cut in two. `enters` and `exits`: it has these edges inside the shot. */
function halves(
  enter: number,
  exit: number,
  edges: { enters: boolean; exits: boolean },
  cut: CutFrames,
): { first: StayTimes | null; second: StayTimes | null } {
  const inFirst = enter < cut.first
  const inSecond = exit > cut.first
  const first = inFirst
    ? stay(edges.enters ? inside(enter / cut.first) : 0, inSecond || exit >= cut.first ? 1 : inside(exit / cut.first))
    : null
  const second = inSecond
    ? stay(
        inFirst || enter <= cut.first ? 0 : inside((enter - cut.first) / cut.second),
        edges.exits ? inside((exit - cut.first) / cut.second) : 1,
      )
    : null
  return { first, second }
}

/** A stay of one of two shots in frames of both together (domain.md 7). */
export function joinedStay(
  first: StayTimes | undefined,
  second: StayTimes | undefined,
  cut: CutFrames,
): StayTimes | null {
  const one = first ?? second
  const other = second ?? first
  if (!one || !other) return null
  const enterAt = first && one.enterAt === 0 ? 0 : joinedAt(one.enterAt, first ? 'first' : 'second', cut)
  const exitAt = second && other.exitAt === 1 ? 1 : joinedAt(other.exitAt, second ? 'second' : 'first', cut)
  return stay(enterAt, exitAt)
}

/** A moment of one of two shots as a fraction of both together. */
export function joinedAt(at: Fraction, half: 'first' | 'second', cut: CutFrames): Fraction {
  return inside((half === 'first' ? at * cut.first : cut.first + at * cut.second) / (cut.first + cut.second))
}
