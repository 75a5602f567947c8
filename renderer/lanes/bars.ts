import { isRealEnd } from './barEnds'
import type { CellIndex } from './cellIndex'
import type { Lanes } from './lanes'

/** A bar on an axis: the slots it covers and where it begins and ends, in body pixels. */
export interface BarSpan {
  readonly first: number
  readonly last: number
  readonly left: number
  readonly right: number
}

/** The bars of a lane that touch a stretch of slots, whole, in order. */
export function barsIn(lanes: Lanes, cells: CellIndex, assetId: string, from: number, to: number): BarSpan[] {
  const bars: BarSpan[] = []
  for (let slot = from; slot <= to; slot++) {
    const bar = barAt(lanes, cells, assetId, slot)
    if (!bar) continue
    bars.push(bar)
    slot = bar.last
  }
  return bars
}

/** The bar that covers a slot of a lane. */
export function barAt(lanes: Lanes, cells: CellIndex, assetId: string, slot: number): BarSpan | null {
  const { axis } = lanes
  const cell = (i: number) => cells.cell(axis.slots[i]!.shot.id, assetId)
  if (!axis.slots[slot] || !cell(slot)) return null
  let [first, last] = [slot, slot]
  while (!isRealEnd(lanes, cells, first, assetId, 'enter')) first--
  while (!isRealEnd(lanes, cells, last, assetId, 'exit')) last++
  return {
    first,
    last,
    left: axis.leftOf(first) + cell(first)!.assignment.enterAt * axis.widthOf(first),
    right: axis.leftOf(last) + cell(last)!.assignment.exitAt * axis.widthOf(last),
  }
}
