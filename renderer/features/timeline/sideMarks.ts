import { meantSides, type MeantSides } from '@shared/domain/blocking/meantSides'
import type { FrameSide } from '@shared/model/assignment'
import type { ReadRecords, RecordStore } from '@shared/records/recordStore'
import type { CellIndex } from '../../lanes/cellIndex'
import type { Lanes } from '../../lanes/lanes'

/** The arrow beside an entrance or exit inside a shot: it says from where or where to, and opens what can be set. */
export interface SideMark {
  readonly slot: number
  readonly edge: 'enter' | 'exit'
  readonly assetId: string
  /** Its middle, in body pixels. */
  readonly x: number
  readonly side: FrameSide
  /** The user or the script said so; else it follows from where they stand. */
  readonly given: boolean
}

/** How far the middle of an arrow is from its post, how wide it can be clicked, and the room it needs, in pixels. */
const [away, reach, room] = [14, 9, 25]

/** The sides of everybody in a shot by asset; undefined while nobody has worked them out. */
export type SidesOf = (shotId: string) => ReadonlyMap<string, MeantSides> | undefined

/** How long nothing new may come into sight, and how long arrows are then worked out before the next frame, in ms. */
const [restMs, sliceMs] = [60, 5]

/**
 * The sides for painting. Working out those of a crowded shot takes some milliseconds, so shots that come into sight get their arrows when the
 * scrolling rests, and one that was edited shows what it had until then.
 */
export class PaintedSides {
  private readonly missing = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param repaint asks for a picture when more is known */
  constructor(private readonly repaint: () => void) {}

  /** What is known now; what is not is worked out soon. */
  of(records: RecordStore): SidesOf {
    this.missing.clear()
    return (shotId) => {
      if (meantSides.isCurrent(records, shotId)) return meantSides(records, shotId)
      if (!this.missing.size) this.wait(records, restMs)
      this.missing.add(shotId)
      return meantSides.known(records, shotId)
    }
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private wait(records: RecordStore, ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.workOut(records), ms)
  }

  private workOut(records: RecordStore): void {
    const until = performance.now() + sliceMs
    for (const shotId of this.missing) {
      this.missing.delete(shotId)
      if (records.get('shots', shotId)) meantSides(records, shotId)
      if (performance.now() > until) break
    }
    if (this.missing.size) this.wait(records, 0)
    else this.repaint()
  }
}

/** The arrows of a lane within a stretch of slots. Where another bar is too near there is none. */
export function sideMarks(
  { axis, bar }: Lanes,
  cells: CellIndex,
  sidesOf: SidesOf,
  assetId: string,
  first: number,
  last: number,
): SideMark[] {
  if (!bar.labels) return []
  const marks: SideMark[] = []
  const place = (slot: number) => {
    const at = axis.slots[slot]
    const cell = at && cells.cell(at.shot.id, assetId)
    if (!cell) return null
    const [left, width] = [axis.leftOf(slot), axis.widthOf(slot)]
    return { left: left + cell.assignment.enterAt * width, right: left + cell.assignment.exitAt * width, cell }
  }
  for (let slot = first; slot <= last; slot++) {
    const here = place(slot)
    if (!here) continue
    const { enterAt, exitAt, enterFrom, exitTo } = here.cell.assignment
    const sides = sidesOf(axis.slots[slot]!.shot.id)?.get(assetId)
    if (!sides) continue
    const before = place(slot - 1)?.right ?? -Infinity
    const after = place(slot + 1)?.left ?? Infinity
    const near = marks.at(-1)
    const x = here.left - away
    if (enterAt > 0 && here.left - before >= room && here.left >= room && !(near && x - near.x < 2 * reach))
      marks.push({ slot, edge: 'enter', assetId, x, side: sides.enter, given: enterFrom !== null })
    if (exitAt < 1 && after - here.right >= room)
      marks.push({ slot, edge: 'exit', assetId, x: here.right + away, side: sides.exit, given: exitTo !== null })
  }
  return marks
}

/** The arrow at a pixel of a lane. */
export function sideMarkAt(
  lanes: Lanes,
  cells: CellIndex,
  records: ReadRecords,
  assetId: string,
  px: number,
): SideMark | null {
  const near = lanes.axis.at(px)
  const last = lanes.axis.slots.length - 1
  const sidesOf = (shotId: string) => meantSides(records, shotId)
  const marks = sideMarks(lanes, cells, sidesOf, assetId, Math.max(0, near - 2), Math.min(last, near + 2))
  return marks.find((mark) => Math.abs(mark.x - px) <= reach) ?? null
}
