import { counted } from '@shared/language/unitWords'
import type { MovedBar } from '@shared/domain/presence/moveBars'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { cellsWords } from '../../app/selection'
import { done, run } from '../../app/projectActions'
import { announce } from '../../app/toasts'
import { useView, type CellRef } from '../../app/viewStore'
import { barsIn, type BarSpan } from '../../lanes/bars'
import { activateBar, activeBar } from './activeBar'
import { barOf, gatheredBars, useChosenBars, type ChosenBar } from './gathered'
import type { TimelineCanvas } from './timelineCanvas'

type MoveBars = CommandInputs['assignment.moveBars']

const tell = (canvas: TimelineCanvas, cells: readonly CellRef[]) => {
  useChosenBars.setState({ cells })
  canvas.repaint()
}

/** Several bars that are chosen together; one alone is none, then the active bar is meant. */
export function chosenBars(canvas: TimelineCanvas): readonly ChosenBar[] {
  const gathered = gatheredBars(canvas)
  return gathered.length > 1 ? gathered : []
}

/** Whether a bar is one of several that are chosen. */
export const isChosenBar = (canvas: TimelineCanvas, assetId: string, bar: BarSpan): boolean =>
  chosenBars(canvas).some((other) => other.cell.assetId === assetId && other.bar.first === bar.first)

/** Gathers a bar beside those there are, or takes it out. */
export function gatherBar(canvas: TimelineCanvas, cell: CellRef, beside = gatheredBars(canvas)): void {
  const bar = barOf(canvas, cell)
  if (!bar) return
  const rest = beside.filter((one) => one.cell.assetId !== cell.assetId || one.bar.first !== bar.first)
  const cells = rest.map((one) => one.cell)
  tell(canvas, rest.length < beside.length ? cells : [...cells, cell])
  const { length } = gatheredBars(canvas)
  announce(`${counted(length, 'bar')} chosen.`)
}

/** The same by mouse: the first time the active bar is among them. */
export function toggleBar(canvas: TimelineCanvas, cell: CellRef): void {
  const gathered = gatheredBars(canvas)
  const active = activeBar(canvas)
  gatherBar(canvas, cell, gathered.length || !active ? gathered : [active])
  const last = gatheredBars(canvas).at(-1)
  if (last) activateBar(canvas, last.cell)
}

/** Chooses all bars of the lanes between two rows that touch a stretch of the body, in pixels. */
export function chooseIn(
  canvas: TimelineCanvas,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
  beside: readonly CellRef[] = [],
): void {
  const { rows, tops, heights, axis } = canvas.layout
  const found: CellRef[] = [...beside]
  const [from, to] = [Math.max(0, axis.at(left)), Math.max(0, axis.at(right))]
  rows.forEach((row, i) => {
    if (row.kind !== 'asset' || tops[i]! + heights[i]! <= top || tops[i]! >= bottom) return
    for (const bar of barsIn(canvas.layout, canvas.cells, row.asset.id, from, Math.min(to, axis.slots.length - 1)))
      if (bar.right > left && bar.left < right)
        found.push({ assetId: row.asset.id, shotId: axis.slots[bar.first]!.shot.id })
  })
  tell(canvas, found)
  const [only] = found
  if (found.length === 1) activateBar(canvas, only!)
}

/** Chooses every bar there is in the lanes that are shown. */
export function chooseAllBars(canvas: TimelineCanvas): void {
  const { axis, height } = canvas.layout
  chooseIn(canvas, { left: 0, right: axis.width, top: 0, bottom: height })
  announce(`${counted(chosenBars(canvas).length, 'bar')} chosen.`)
}

export function clearBars(canvas: TimelineCanvas): void {
  tell(canvas, [])
}

/** What moves all that are chosen. */
export function moveOf(canvas: TimelineCanvas, byFrames: number, edge?: 'enter' | 'exit'): MoveBars {
  const { axis } = canvas.layout
  const bars = chosenBars(canvas).map(({ cell, bar }) => {
    const shotId = axis.slots[bar.first]!.shot.id
    return { sceneAssetInstanceId: canvas.cells.cell(shotId, cell.assetId)!.instanceId, fromShotId: shotId }
  })
  return { bars, byFrames, ...(edge ? { edge } : {}) }
}

/** Those that were moved stay chosen where they are now. */
export function followMoved(canvas: TimelineCanvas, moved: readonly MovedBar[]): void {
  tell(
    canvas,
    moved.map(({ assetId, shotId }) => ({ assetId, shotId })),
  )
}

/** Takes all chosen bars away, in one step. */
export async function removeBars(canvas: TimelineCanvas): Promise<void> {
  const cells = cellsOf(canvas, chosenBars(canvas))
  const words = cellsWords(cells)
  if (!cells.length) return
  if (await run('assignment.setMany', { cells: cells.map((c) => ({ ...c, remove: true })) })) done(`Removed: ${words}.`)
  clearBars(canvas)
}

/** The cells that keys and menus act on: of all chosen bars, else the active one. */
export function cellsMeant(canvas: TimelineCanvas): readonly CellRef[] {
  const { cell } = useView.getState()
  const chosen = chosenBars(canvas)
  return chosen.length ? cellsOf(canvas, chosen) : cell ? [cell] : []
}

const cellsOf = ({ layout }: TimelineCanvas, bars: readonly ChosenBar[]): CellRef[] =>
  bars.flatMap(({ cell, bar }) =>
    layout.axis.slots.slice(bar.first, bar.last + 1).map(({ shot }) => ({ shotId: shot.id, assetId: cell.assetId })),
  )
