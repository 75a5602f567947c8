import type { CellRef } from '../../app/viewStore'
import { setView } from '../../app/viewStore'
import { recordsNow } from '../../app/projectStore'
import { hint } from '../../app/hint'
import type { MatrixLayout, Row } from './matrixLayout'

export interface Range { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** The rectangle between two cells, in rows and columns; null when one is not on screen (filtered, collapsed). */
export function rangeOf(layout: MatrixLayout, anchor: CellRef | null, active: CellRef | null): Range | null {
  if (!active) return null
  const from = anchor ?? active
  const rows = [layout.rowOfAsset.get(from.assetId), layout.rowOfAsset.get(active.assetId)]
  const columns = [layout.columnOfShot.get(from.shotId), layout.columnOfShot.get(active.shotId)]
  if (rows.includes(undefined) || columns.includes(undefined)) return null
  const [r1, r2] = rows as [number, number]
  const [c1, c2] = columns as [number, number]
  return { top: Math.min(r1, r2), bottom: Math.max(r1, r2), left: Math.min(c1, c2), right: Math.max(c1, c2) }
}

/** Every asset cell of a range; group rows between are passed over. */
export function cellsIn(layout: MatrixLayout, range: Range): CellRef[] {
  const cells: CellRef[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    const entry: Row = layout.rows[row]!
    if (entry.kind !== 'asset') continue
    for (let column = range.left; column <= range.right; column++) cells.push({ assetId: entry.asset.id, shotId: layout.columns[column]!.shot.id })
  }
  return cells
}

/** Makes a cell the active one; `extend` keeps the other corner of the range. The shot inspector follows. */
export function activate(cell: CellRef, anchor: CellRef | null = null): void {
  const shot = recordsNow().get('shots', cell.shotId)
  setView({ cell, anchor: anchor ?? cell, shotId: cell.shotId, assetId: null, ...(shot ? { sceneId: shot.sceneId } : {}) })
}

export function tellSelection(layout: MatrixLayout, range: Range | null): void {
  if (!range) return
  const count = cellsIn(layout, range).length
  hint(count > 1 ? `${count} cells selected` : '')
}
