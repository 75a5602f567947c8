import { instanceOf } from '@shared/domain/lookup'
import { StoryClock, type ClockScope } from '@shared/domain/time/storyClock'
import { timingOf } from '@shared/domain/time/timingOf'
import type { Timing } from '@shared/model/frameRate'
import { cached } from '@shared/records/cached'
import type { ReadRecords } from '@shared/records/recordStore'
import { frameAxis, scaledAxis, slotsOf, type Axis, type Slot } from '../../lanes/axis'
import { assetRows, stackRows, type BarStyle, type LaneRow, type Lanes } from '../../lanes/lanes'

/** Sizes in CSS pixels, as visual.md gives them. */
export const size = {
  laneHead: 176,
  ruler: 24,
  shots: 84,
  head: 108,
  lane: 34,
  slimLane: 22,
  group: 20,
  add: 34,
} as const

/** Room behind the last shot, for the arrow of an exit there, in pixels. */
export const axisEnd = 24

/** Below so many pixels for a shot of middling length lanes are slim and scenes stand in the place of shots (visual.md 15). */
const roomForShots = 12

/** Lanes over time. */
export interface TimelineLayout extends Lanes {
  /** Null = the whole film. */
  readonly sceneId: string | null
  readonly clock: StoryClock
  readonly timing: Timing
  readonly pxPerFrame: number
  /** There is no room for shots: scenes stand above the lanes. */
  readonly slim: boolean
}

const bar: BarStyle = { height: 22, radius: 3, least: 2, postWidth: 3, postOver: 4, diamond: 11, labels: true }
const slimBar: BarStyle = { height: 11, radius: 2, least: 2, postWidth: 2, postOver: 2, diamond: 7, labels: false }

/** What the timeline is laid out from, whatever its zoom. */
export interface TimelineContents {
  /** Null = the whole film. */
  readonly sceneId: string | null
  readonly slots: readonly Slot[]
  /** A pixel a frame. */
  readonly axis: Axis
  readonly clock: StoryClock
  readonly timing: Timing
  readonly rows: readonly LaneRow[]
  /** The rows below each other, as they are and where there is no room for shots. */
  readonly stacked: Stack
  readonly slimStacked: Stack
  /** How many rows at the top stand still. */
  readonly still: number
}

type Stack = ReturnType<typeof stackRows>
const stack = (rows: readonly LaneRow[], lane: number): Stack => {
  const heights = { asset: lane, group: size.group, add: size.add, result: 0 }
  return stackRows(rows, (row) => heights[row.kind])
}

const filmClock = cached<StoryClock>((records, scope) => StoryClock.of(records, JSON.parse(scope) as ClockScope))

/**
 * Reads the shots of a scope, their clock and the lanes. Of one scene only who has a place in it has a lane; a filter looks among all assets,
 * so that somebody can be brought in.
 * @param sceneId null = the whole film
 */
export function contentsOf(
  records: ReadRecords,
  sceneId: string | null,
  filter: string,
  collapsed: Readonly<Record<string, boolean>>,
  pinned: readonly string[] = [],
): TimelineContents {
  const holds = (assetId: string) =>
    sceneId === null || filter.trim() !== '' || instanceOf(records, sceneId, assetId) !== undefined
  const lanes = assetRows(records, filter, collapsed, (asset) => holds(asset.id), pinned)
  const scrolled = lanes.findIndex((row) => row.kind === 'group' && row.type !== 'pinned')
  const rows: LaneRow[] = [...lanes, { kind: 'add' }]
  const slots = slotsOf(records, sceneId)
  const clock = filmClock(records, JSON.stringify(sceneId === null ? 'film' : { sceneId }))
  return {
    sceneId,
    slots,
    axis: frameAxis(slots, clock),
    clock,
    timing: timingOf(records),
    rows,
    stacked: stack(rows, size.lane),
    slimStacked: stack(rows, size.slimLane),
    still: scrolled < 0 ? lanes.length : scrolled,
  }
}

/** The zoom at which all of it fits so many pixels. */
export const fittingZoom = ({ clock }: TimelineContents, width: number): number =>
  Math.max(0.001, (width - axisEnd) / Math.max(1, clock.total))

/**
 * Puts lanes over time.
 * @param pxPerFrame the zoom
 * @param height the room for lanes, in pixels: pinned ones stand still where they leave more than a third of it
 */
export function layOut(
  { sceneId, slots, axis, clock, timing, stacked: roomy, slimStacked, still }: TimelineContents,
  pxPerFrame: number,
  height = Infinity,
): TimelineLayout {
  const slim = slots.length > 0 && (clock.total / slots.length) * pxPerFrame < roomForShots
  const stacked = slim ? slimStacked : roomy
  const pinnedHeight = stacked.tops[still] ?? stacked.height
  return {
    axis: scaledAxis(axis, pxPerFrame),
    ...stacked,
    frozen: pinnedHeight <= (height * 2) / 3 ? pinnedHeight : 0,
    bar: slim ? slimBar : bar,
    clock,
    timing,
    pxPerFrame,
    slim,
    sceneId,
  }
}
