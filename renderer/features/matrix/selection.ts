import { create } from 'zustand'
import { counted } from '@shared/language/unitWords'
import type { CellRef } from '../../app/viewStore'
import { setView, useView } from '../../app/viewStore'
import { recordsNow } from '../../app/projectStore'
import { hint } from '../../app/hint'
import type { MatrixLayout } from './matrixLayout'

/** Cells kept in the selection beside the range, as `shotId/assetId`. */
export const usePicked = create<{ cells: ReadonlySet<string> }>(() => ({ cells: new Set() }))
const keyOf = (cell: CellRef) => `${cell.shotId}/${cell.assetId}`

export function clearPicked(): void {
  if (usePicked.getState().cells.size) usePicked.setState({ cells: new Set() })
}

/** Ctrl and click: one more cell, or one less. What was selected before stays; the cell becomes the active one. */
export function togglePicked(layout: MatrixLayout, cell: CellRef): void {
  const cells = new Set(selectedCells(layout).map(keyOf))
  const had = cells.delete(keyOf(cell))
  if (!had || !cells.size) {
    usePicked.setState({ cells })
    activate(cell)
    return
  }
  const [shotId, assetId] = [...cells].at(-1)!.split('/') as [string, string]
  usePicked.setState({ cells })
  activate({ shotId, assetId })
}

/** Every selected cell: the range and those kept beside it. */
export function selectedCells(layout: MatrixLayout): CellRef[] {
  const { anchor, cell } = useView.getState()
  const range = rangeOf(layout, anchor, cell)
  const inRange = range ? cellsIn(layout, range) : []
  const seen = new Set(inRange.map(keyOf))
  const others = [...usePicked.getState().cells]
    .filter((k) => !seen.has(k))
    .map((k) => k.split('/') as [string, string])
  return [...inRange, ...others.map(([shotId, assetId]) => ({ shotId, assetId }))].filter(
    (c) => layout.rowOfAsset.has(c.assetId) && layout.axis.slotOfShot.has(c.shotId),
  )
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The rectangle between two cells, in rows and columns; null when one is not on screen (filtered, collapsed). */
export function rangeOf(layout: MatrixLayout, anchor: CellRef | null, active: CellRef | null): Range | null {
  if (!active) return null
  const from = anchor ?? active
  const rows = [layout.rowOfAsset.get(from.assetId), layout.rowOfAsset.get(active.assetId)]
  const columns = [layout.axis.slotOfShot.get(from.shotId), layout.axis.slotOfShot.get(active.shotId)]
  if (rows.includes(undefined) || columns.includes(undefined)) return null
  const [r1, r2] = rows as [number, number]
  const [c1, c2] = columns as [number, number]
  return { top: Math.min(r1, r2), bottom: Math.max(r1, r2), left: Math.min(c1, c2), right: Math.max(c1, c2) }
}

/** Every asset cell of a range; group rows between are passed over. */
export function cellsIn(layout: MatrixLayout, range: Range): CellRef[] {
  const cells: CellRef[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    const entry = layout.rows[row]!
    if (entry.kind !== 'asset') continue
    for (let column = range.left; column <= range.right; column++)
      cells.push({ assetId: entry.asset.id, shotId: layout.axis.slots[column]!.shot.id })
  }
  return cells
}

/** Makes a cell the active one; `extend` keeps the other corner of the range. The shot inspector follows. */
export function activate(cell: CellRef, anchor: CellRef | null = null): void {
  const shot = recordsNow().get('shots', cell.shotId)
  setView({
    cell,
    anchor: anchor ?? cell,
    shotId: cell.shotId,
    assetId: null,
    ...(shot ? { sceneId: shot.sceneId } : {}),
  })
}

/** Selects a whole range; its first cell becomes the active one. */
export function selectRange(layout: MatrixLayout, { top, bottom, left, right }: Range): void {
  const cells = cellsIn(layout, { top, bottom, left, right })
  const [first, last] = [cells[0], cells.at(-1)]
  if (first && last) activate(first, last)
}

export function tellSelection(layout: MatrixLayout): void {
  const count = selectedCells(layout).length
  hint(count > 1 ? `${counted(count, 'cell')} selected` : '')
}
