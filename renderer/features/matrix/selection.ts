import { create } from 'zustand'
import { counted } from '@shared/language/unitWords'
import { selectCell, selectShots, useView, type CellRef } from '../../app/viewStore'
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
    selectCell(cell)
    return
  }
  const [shotId, assetId] = [...cells].at(-1)!.split('/') as [string, string]
  usePicked.setState({ cells })
  selectCell({ shotId, assetId })
}

/** Every selected cell: the range and those kept beside it. */
export function selectedCells(layout: MatrixLayout): CellRef[] {
  const { anchor, cell, selected } = useView.getState()
  if (selected !== 'cells') return []
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

/** Selects a whole range; its first cell becomes the active one. */
export function selectRange(layout: MatrixLayout, { top, bottom, left, right }: Range): void {
  const cells = cellsIn(layout, { top, bottom, left, right })
  const [first, last] = [cells[0], cells.at(-1)]
  if (first && last) selectCell(first, last)
}

export function tellSelection(layout: MatrixLayout): void {
  const count = selectedCells(layout).length
  hint(count > 1 ? `${counted(count, 'cell')} selected` : '')
}

/** A click on a column head: alone it selects one shot, with Shift all up to it, with Ctrl or Cmd one more or one less. */
export function clickColumn(
  layout: MatrixLayout,
  shotId: string,
  { shift, mod }: { shift: boolean; mod: boolean },
): void {
  const { shotId: active, shotIds, selected } = useView.getState()
  const { slots, slotOfShot } = layout.axis
  const had = selected === 'shots' ? shotIds : []
  clearPicked()
  if (mod && had.length) {
    const rest = had.filter((id) => id !== shotId)
    if (rest.length < had.length && rest.length) selectShots(rest, active === shotId ? rest[0]! : (active ?? rest[0]!))
    else selectShots([...rest, shotId], shotId)
  } else if (shift && had.length) {
    // The range goes on from the end that is further away.
    const places = had.flatMap((id) => slotOfShot.get(id) ?? [])
    const to = slotOfShot.get(shotId) ?? 0
    const now = slotOfShot.get(active ?? '') ?? to
    const from = now === Math.min(...places) ? Math.max(...places) : Math.min(...places)
    const [first, last] = [Math.min(from, to), Math.max(from, to)]
    selectShots(
      slots.slice(first, last + 1).map((slot) => slot.shot.id),
      shotId,
    )
  } else selectShots([shotId], shotId)
  hint('')
}
