import type { RecordStore } from '@shared/records/recordStore'
import type { Point } from '../../../common/point'
import type { BarSpan } from '../../../lanes/bars'
import type { LanePaint } from '../../../lanes/paint/lanePaint'
import type { Thumbs } from '../../../lanes/paint/thumbs'
import type { SidesOf } from '../sideMarks'
import type { TimelineLayout } from '../timelineLayout'

/** Everything one picture of the timeline is painted from. Pixels are CSS pixels. */
export interface TimelinePaint extends LanePaint {
  readonly records: RecordStore
  readonly sidesOf: SidesOf
  readonly layout: TimelineLayout
  readonly thumbs: Thumbs
  readonly width: number
  readonly height: number
  readonly scrollY: number
  readonly shotId: string | null
  /** The lane and the bar that the keys act on, and which of its ends. */
  readonly activeRow: number | null
  readonly activeBar: BarSpan | null
  readonly edge: 'enter' | 'exit'
  /** Bars that are chosen together, and the rectangle that chooses more, in body pixels. */
  readonly chosen: readonly { readonly row: number; readonly bar: BarSpan }[]
  readonly marquee: { readonly from: Point; readonly to: Point } | null
  readonly focused: boolean
  /** A frame of the clock. */
  readonly playhead: number
  /** What is played: first frame, and the one after the last; null = all of it. */
  readonly range: { readonly from: number; readonly to: number } | null
  readonly atCut: ReadonlyMap<string, unknown>
  /** Shots whose results the drag under way would turn stale. */
  readonly draftStale: ReadonlySet<string>
  /** The shot whose end is moved or pointed at, and the lengths shots would get. */
  readonly cut: { readonly slot: number; readonly lengths: ReadonlyMap<string, number> } | null
  /** Where a change of look would go, in body pixels. */
  readonly change: { readonly row: number; readonly x: number } | null
  /** The bar that an asset of the drawer would be where it is held, in body pixels. */
  readonly drop: { readonly row: number; readonly left: number; readonly right: number } | null
  /** The arrow of an entrance or exit under the pointer: x in body pixels. */
  readonly side: { readonly row: number; readonly x: number } | null
  /** Where dragged shots would go, in body pixels. */
  readonly dropX: number | null
  /** Shots that the asset of a lane would no longer be in. */
  readonly leaves: { readonly shotIds: readonly string[]; readonly row: number } | null
  /** Where the drag would put what it drags, in body pixels. */
  readonly dragX: number | null
}
