import type { CellIndex } from './cellIndex'
import { heightOf, indexAt, size, type MatrixLayout } from './matrixLayout'

export interface BarEnd {
  readonly row: number
  readonly column: number
  readonly edge: 'enter' | 'exit'
  readonly assetId: string
  readonly instanceId: string
  /** Body pixels. */
  readonly x: number
}

export type Hit =
  | {
      readonly kind: 'cell'
      readonly row: number
      readonly column: number
      readonly assetId: string
      readonly shotId: string
      readonly end: BarEnd | null
    }
  | { readonly kind: 'result'; readonly row: number; readonly column: number; readonly shotId: string }
  | { readonly kind: 'shot'; readonly column: number; readonly shotId: string }
  | { readonly kind: 'none' }

/** What lies under a point of the grid. `x`, `y` are pixels from the grid's top left corner; the scroll offsets are the body's. */
export function hitTest(
  layout: MatrixLayout,
  cells: CellIndex,
  x: number,
  y: number,
  scrollX: number,
  scrollY: number,
): Hit {
  const bodyX = x - size.rowHead + scrollX
  const column = indexAt(layout.lefts, bodyX)
  const shot = column >= 0 && bodyX < layout.lefts[column]! + size.cell ? layout.columns[column]!.shot : undefined
  if (x < size.rowHead) return { kind: 'none' }
  if (y < size.head) return shot && y >= size.sceneBand ? { kind: 'shot', column, shotId: shot.id } : { kind: 'none' }
  const bodyY = y - size.head + scrollY
  const row = indexAt(layout.tops, bodyY)
  const entry = layout.rows[row]
  if (!entry || bodyY >= layout.tops[row]! + heightOf(entry, layout.density)) return { kind: 'none' }
  if (entry.kind === 'asset') {
    const end = barEndAt(layout, cells, row, entry.asset.id, bodyX)
    if (end) {
      const at = layout.columns[end.column]!
      return { kind: 'cell', row, column: end.column, assetId: entry.asset.id, shotId: at.shot.id, end }
    }
    if (shot) return { kind: 'cell', row, column, assetId: entry.asset.id, shotId: shot.id, end: null }
  }
  if (entry.kind === 'result' && shot) return { kind: 'result', row, column, shotId: shot.id }
  return { kind: 'none' }
}

/**
 * The bar end within reach of a point: 10 px around it; short bars keep their reach outside, so that the middle stays free (visual.md).
 * Where two ends compete the nearer wins.
 */
function barEndAt(layout: MatrixLayout, cells: CellIndex, row: number, assetId: string, bodyX: number): BarEnd | null {
  let best: BarEnd | null = null
  let bestDistance = Infinity
  const near = indexAt(layout.lefts, bodyX)
  for (let column = Math.max(0, near - 1); column <= Math.min(layout.columns.length - 1, near + 1); column++) {
    const { shot, firstOfScene, lastOfScene } = layout.columns[column]!
    const cell = cells.cell(shot.id, assetId)
    if (!cell) continue
    const { enterAt, exitAt } = cell.assignment
    const left = layout.lefts[column]! + enterAt * size.cell
    const right = layout.lefts[column]! + exitAt * size.cell
    const short = right - left < 20
    const before = firstOfScene ? undefined : cells.cell(layout.columns[column - 1]!.shot.id, assetId)
    const after = lastOfScene ? undefined : cells.cell(layout.columns[column + 1]!.shot.id, assetId)
    const ends: [edge: 'enter' | 'exit', x: number, real: boolean][] = [
      ['enter', left, !(enterAt === 0 && before?.assignment.exitAt === 1)],
      ['exit', right, !(exitAt === 1 && after?.assignment.enterAt === 0)],
    ]
    for (const [edge, x, real] of ends) {
      if (!real) continue
      const outside = edge === 'enter' ? x - bodyX : bodyX - x
      const reachIn = short ? 1 : size.hit / 2 + 1
      const reachOut = short ? size.hit : size.hit / 2
      if (outside > reachOut || outside < -reachIn) continue
      if (Math.abs(outside) < bestDistance) {
        bestDistance = Math.abs(outside)
        best = { row, column, edge, assetId, instanceId: cell.instanceId, x }
      }
    }
  }
  return best
}
