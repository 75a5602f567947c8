import type { CellIndex } from './cellIndex'
import type { Lanes } from './lanes'

/** An end of a bar: where somebody enters or leaves. */
export interface BarEnd {
  readonly row: number
  readonly slot: number
  readonly edge: 'enter' | 'exit'
  readonly assetId: string
  readonly instanceId: string
  /** Body pixels. */
  readonly x: number
}

/** How far around a bar's end it can be taken, in pixels. */
const hitArea = 10

/** An entrance on a cut that the bar runs over is none, and an exit likewise. */
function isRealEnd({ axis }: Lanes, cells: CellIndex, slot: number, assetId: string, edge: 'enter' | 'exit'): boolean {
  const { shot, firstOfScene, lastOfScene } = axis.slots[slot]!
  const cell = cells.cell(shot.id, assetId)
  if (!cell) return false
  if (edge === 'enter')
    return (
      cell.assignment.enterAt > 0 ||
      firstOfScene ||
      cells.cell(axis.slots[slot - 1]!.shot.id, assetId)?.assignment.exitAt !== 1
    )
  return (
    cell.assignment.exitAt < 1 ||
    lastOfScene ||
    cells.cell(axis.slots[slot + 1]!.shot.id, assetId)?.assignment.enterAt !== 0
  )
}

/**
 * The bar end within reach of a pixel of a row: 10 px around it; short bars keep their reach outside, so that the middle stays free
 * (visual.md 3). Where two ends compete the nearer wins.
 */
export function barEndAt(lanes: Lanes, cells: CellIndex, row: number, assetId: string, px: number): BarEnd | null {
  const { axis } = lanes
  let best: BarEnd | null = null
  let bestDistance = Infinity
  const near = axis.at(px)
  for (let slot = Math.max(0, near - 1); slot <= Math.min(axis.slots.length - 1, near + 1); slot++) {
    const cell = cells.cell(axis.slots[slot]!.shot.id, assetId)
    if (!cell) continue
    const { enterAt, exitAt } = cell.assignment
    const left = axis.leftOf(slot) + enterAt * axis.widthOf(slot)
    const right = axis.leftOf(slot) + exitAt * axis.widthOf(slot)
    const short = right - left < 20
    for (const [edge, x] of [
      ['enter', left],
      ['exit', right],
    ] as const) {
      if (!isRealEnd(lanes, cells, slot, assetId, edge)) continue
      const outside = edge === 'enter' ? x - px : px - x
      const reachIn = short ? 1 : hitArea / 2 + 1
      const reachOut = short ? hitArea : hitArea / 2
      if (outside > reachOut || outside < -reachIn || Math.abs(outside) >= bestDistance) continue
      bestDistance = Math.abs(outside)
      best = { row, slot, edge, assetId, instanceId: cell.instanceId, x }
    }
  }
  return best
}
