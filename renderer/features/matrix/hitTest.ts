import { indexAt } from '../../lanes/axis'
import { barEndAt, type BarEnd } from '../../lanes/barEnds'
import type { CellIndex } from '../../lanes/cellIndex'
import { size, type MatrixLayout } from './matrixLayout'

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
  const bodyX = x - layout.rowHead + scrollX
  const column = layout.axis.at(bodyX)
  const shot =
    column >= 0 && bodyX < layout.axis.leftOf(column) + layout.cell ? layout.axis.slots[column]!.shot : undefined
  if (x < layout.rowHead) return { kind: 'none' }
  if (y < size.head) return shot && y >= size.sceneBand ? { kind: 'shot', column, shotId: shot.id } : { kind: 'none' }
  const bodyY = y - size.head + scrollY
  const row = indexAt(layout.tops, bodyY)
  const entry = layout.rows[row]
  if (!entry || bodyY >= layout.tops[row]! + layout.heights[row]!) return { kind: 'none' }
  if (entry.kind === 'asset') {
    const end = barEndAt(layout, cells, row, entry.asset.id, bodyX)
    if (end) {
      const at = layout.axis.slots[end.slot]!
      return { kind: 'cell', row, column: end.slot, assetId: entry.asset.id, shotId: at.shot.id, end }
    }
    if (shot) return { kind: 'cell', row, column, assetId: entry.asset.id, shotId: shot.id, end: null }
  }
  if (entry.kind === 'result' && shot) return { kind: 'result', row, column, shotId: shot.id }
  return { kind: 'none' }
}
