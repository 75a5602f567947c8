import { recordsNow } from '../../app/projectStore'
import { announce } from '../../app/toasts'
import { selectCell, useView, type CellRef } from '../../app/viewStore'
import { barAt, type BarSpan } from '../../lanes/bars'
import { whereWords } from '../../lanes/edgeDraft'
import type { TimelineCanvas } from './timelineCanvas'

/** Makes a lane, and the bar over a shot if there is one, what the keys act on. The inspectors follow. */
export function activateBar(canvas: TimelineCanvas, cell: CellRef, edge?: 'enter' | 'exit'): void {
  if (!recordsNow().get('shots', cell.shotId)) return
  if (edge) canvas.edge = edge
  selectCell(cell)
  canvas.repaint()
}

/** The lane and shot that the keys act on; null while something else is selected. */
export function activeCell(): CellRef | null {
  const { selected, cell } = useView.getState()
  return selected === 'cells' ? cell : null
}

/** The active bar with its cell; null when the active lane has none there. */
export function activeBar(canvas: TimelineCanvas): { cell: CellRef; bar: BarSpan } | null {
  const cell = activeCell()
  const slot = cell ? canvas.layout.axis.slotOfShot.get(cell.shotId) : undefined
  const bar = cell && slot !== undefined ? barAt(canvas.layout, canvas.cells, cell.assetId, slot) : null
  return cell && bar ? { cell, bar } : null
}

/** A bar in words: "Alice, enters at 1.4 s in shot 4, leaves at the end of shot 7". */
function barWords(canvas: TimelineCanvas, assetId: string, { first, last }: BarSpan): string {
  const records = recordsNow()
  const { slots } = canvas.layout.axis
  const [from, to] = [slots[first]!.shot.id, slots[last]!.shot.id]
  const enterAt = canvas.cells.cell(from, assetId)!.assignment.enterAt
  const exitAt = canvas.cells.cell(to, assetId)!.assignment.exitAt
  const name = records.get('assets', assetId)?.name ?? ''
  return `${name}, enters ${whereWords(records, from, enterAt)}, leaves ${whereWords(records, to, exitAt)}`
}

/** Says what is active now. */
export function tellActive(canvas: TimelineCanvas): void {
  const active = activeBar(canvas)
  const cell = activeCell()
  if (active) announce(barWords(canvas, active.cell.assetId, active.bar))
  else if (cell) announce(`${recordsNow().get('assets', cell.assetId)?.name ?? ''}, not in the shot`)
}
