import { useEffect, type RefObject } from 'react'
import { counted } from '@shared/language/unitWords'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { hint } from '../../app/hint'
import type { MenuName } from '../../app/commands'
import { moveShots } from '../../app/edit/shotCommands'
import { pickShot, registerMenuPlace } from '../../app/menus'
import { chosenShots } from '../../app/selection'
import { selectCell, selectShot, useView } from '../../app/viewStore'
import { useDrag, type DragSession } from '../../common/useDrag'
import { edgeSession } from '../../lanes/edgeSession'
import type { GridController } from './gridController'
import type { Hit } from './hitTest'
import { fillHandleAt } from './fillHandleAt'
import { useHover } from './useHover'
import { fillEdits } from './clipboardActions'
import { moveBefore, type ShotMove } from './moveColumns'
import {
  cellsIn,
  clearPicked,
  clickColumn,
  rangeOf,
  selectedCells,
  selectRange,
  tellSelection,
  togglePicked,
  type Range,
} from './selection'

type CellHit = Extract<Hit, { kind: 'cell' }>

/** Mouse and pen on the grid: click assigns or selects, drag paints, selects or moves a bar's end. */
export function useMatrixPointer(grid: GridController | null, scroller: RefObject<HTMLDivElement | null>): void {
  const hitAt = (x: number, y: number): Hit => grid?.hitAt(x, y) ?? { kind: 'none' }
  useDrag(scroller, {
    onStart(event) {
      if (!grid) return null
      const writable = !useProject.getState().readOnly
      const handle = writable ? fillHandleAt(grid, event.clientX, event.clientY) : null
      const hit = hitAt(event.clientX, event.clientY)
      grid.scroller.focus({ preventScroll: true })
      if (hit.kind === 'shot')
        return columnSession(grid, hit.shotId, { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey }, hitAt)
      if (hit.kind === 'result')
        return { move: () => {}, commit: () => {}, cancel: () => {}, click: () => selectShot(hit.shotId) }
      if (handle && !event.shiftKey) return fillSession(grid, handle, hitAt)
      if (hit.kind !== 'cell') return null
      if (hit.end && writable && !event.shiftKey)
        return edgeSession(grid, hit.end, [], (shotId) => selectCell({ assetId: hit.assetId, shotId }))
      const empty = !grid.cells.cell(hit.shotId, hit.assetId)
      if (event.shiftKey) return selectSession(grid, hit, hitAt, true)
      if (event.ctrlKey || event.metaKey) return toggleSession(grid, hit)
      clearPicked()
      return empty && writable ? paintSession(grid, hit, hitAt) : selectSession(grid, hit, hitAt, false)
    },
  })
  useHover(grid, scroller)
  useEffect(() => (grid ? registerMenuPlace('matrix', (x, y) => menuAt(grid, x, y)) : undefined), [grid])
}

/** Right click: what lies there is selected, unless it is already, and its menu opens. */
function menuAt(grid: GridController, x: number, y: number): MenuName | null {
  const hit = grid.hitAt(x, y)
  if (hit.kind === 'cell') {
    const there = selectedCells(grid.layout).some((c) => c.assetId === hit.assetId && c.shotId === hit.shotId)
    if (!there) {
      clearPicked()
      selectCell({ assetId: hit.assetId, shotId: hit.shotId })
    }
    return 'cell'
  }
  if (hit.kind === 'none') return null
  pickShot(hit.shotId)
  return 'shot'
}

/** A column head: a click selects its shot, a drag moves the selected shots to another place of a scene. */
function columnSession(
  grid: GridController,
  shotId: string,
  held: { shift: boolean; mod: boolean },
  hitAt: (x: number, y: number) => Hit,
): DragSession {
  const click = () => clickColumn(grid.layout, shotId, held)
  if (useProject.getState().readOnly) return { move: () => {}, commit: click, cancel: () => {}, click }
  const shotIds = chosenShots().includes(shotId) ? chosenShots() : [shotId]
  let to: ShotMove | null = null
  const clear = () => {
    grid.dropColumn = null
    grid.repaint()
    hint('')
  }
  return {
    scrolls: grid.scrollRegion,
    move(at) {
      const over = hitAt(at.x, at.y)
      if (over.kind === 'none') return
      to = moveBefore(grid, shotIds, over.column, at.x)
      grid.dropColumn = to?.column ?? null
      hint(to?.words ?? '')
      grid.repaint()
    },
    commit() {
      clear()
      if (to?.input) void moveShots(to.input)
    },
    cancel: clear,
    click,
  }
}

/** Dragging over empty cells paints "throughout" from cut to cut; a click assigns one. */
function paintSession(grid: GridController, hit: CellHit, hitAt: (x: number, y: number) => Hit): DragSession {
  const anchor = { assetId: hit.assetId, shotId: hit.shotId }
  let last = anchor
  const cells = () => {
    const range = rangeOf(grid.layout, anchor, last)
    return range ? cellsIn(grid.layout, range).filter((c) => !grid.cells.cell(c.shotId, c.assetId)) : []
  }
  const clear = () => {
    grid.cellsDraft.drop()
    hint('')
  }
  return {
    scrolls: grid.scrollRegion,
    move(at) {
      const over = hitAt(at.x, at.y)
      if (over.kind === 'cell') last = { assetId: over.assetId, shotId: over.shotId }
      const painted = cells()
      grid.cellsDraft.draw(painted.map((c) => [`${c.shotId}/${c.assetId}`, { enterAt: 0, exitAt: 1 }]))
      hint(`${counted(painted.length, 'cell gets', 'cells get')} throughout`)
    },
    commit() {
      const painted = cells()
      hint('')
      selectCell(last, anchor)
      if (painted.length)
        grid.cellsDraft.commit(() =>
          run('assignment.setMany', { cells: painted.map((c) => ({ ...c, presence: 'throughout' })) }),
        )
      else clear()
    },
    cancel: clear,
    click() {
      selectCell(anchor)
      const waiting = grid.cells.waiting(anchor.shotId, anchor.assetId)
      if (waiting) void run('suggestion.accept', { suggestionIds: [waiting.id] })
      else void run('assignment.set', { ...anchor, presence: 'throughout' })
    },
  }
}

/** Ctrl and click: one more cell in the selection, or one less. */
function toggleSession(grid: GridController, hit: CellHit): DragSession {
  const toggle = () => {
    togglePicked(grid.layout, { assetId: hit.assetId, shotId: hit.shotId })
    tellSelection(grid.layout)
  }
  return { move: () => {}, commit: toggle, cancel: () => {}, click: toggle }
}

/** The handle at the corner of the selection: dragged right or down it repeats what is selected. */
function fillSession(grid: GridController, from: Range, hitAt: (x: number, y: number) => Hit): DragSession {
  let to = from
  const clear = () => {
    grid.fillTo = null
    grid.cellsDraft.drop()
    hint('')
    grid.repaint()
  }
  return {
    scrolls: grid.scrollRegion,
    move(at) {
      const over = hitAt(at.x, at.y)
      if (over.kind !== 'cell') return
      // One way at a time: the one in which the pointer is further out.
      const [right, down] = [over.column - from.right, over.row - from.bottom]
      to =
        right >= down
          ? { ...from, right: Math.max(from.right, over.column) }
          : { ...from, bottom: Math.max(from.bottom, over.row) }
      grid.fillTo = to
      const edits = fillEdits(grid, from, to)
      grid.cellsDraft.draw(
        edits.map((c) => [
          `${c.shotId}/${c.assetId}`,
          c.remove ? null : { enterAt: c.enterAt ?? 0, exitAt: c.exitAt ?? 1 },
        ]),
      )
      hint(counted(edits.length, 'cell changes', 'cells change'))
      grid.repaint()
    },
    commit() {
      const edits = fillEdits(grid, from, to)
      grid.fillTo = null
      hint('')
      selectRange(grid.layout, to)
      if (edits.length) grid.cellsDraft.commit(() => run('assignment.setMany', { cells: edits }))
      else clear()
    },
    cancel: clear,
  }
}

/** Dragging from a filled cell selects a range; Shift extends the one that is. */
function selectSession(
  grid: GridController,
  hit: CellHit,
  hitAt: (x: number, y: number) => Hit,
  extend: boolean,
): DragSession {
  const start = { assetId: hit.assetId, shotId: hit.shotId }
  const anchor = extend ? (useView.getState().anchor ?? start) : start
  const select = (cell: typeof start) => {
    selectCell(cell, anchor)
    tellSelection(grid.layout)
  }
  select(start)
  return {
    scrolls: grid.scrollRegion,
    move(at) {
      const over = hitAt(at.x, at.y)
      if (over.kind === 'cell') select({ assetId: over.assetId, shotId: over.shotId })
    },
    commit: () => {},
    cancel: () => {},
    click: () => select(start),
  }
}
