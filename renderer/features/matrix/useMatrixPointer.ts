import { useEffect, type RefObject } from 'react'
import { run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { hint } from '../../app/hint'
import { setView, selectShot, useView } from '../../app/viewStore'
import { useDrag, type DragMove, type DragSession } from '../../common/useDrag'
import { useTagStore } from './DragTag'
import { draftEdge } from './edgeDrag'
import type { GridController } from './gridController'
import { hitTest, type BarEnd, type Hit } from './hitTest'
import { size } from './matrixLayout'
import { activate, cellsIn, rangeOf, tellSelection } from './selection'

type CellHit = Extract<Hit, { kind: 'cell' }>

const edgeZone = 32
const scrollStep = 14

/** Mouse and pen on the grid: click assigns or selects, drag paints, selects or moves a bar's end. */
export function useMatrixPointer(grid: GridController | null, scroller: RefObject<HTMLDivElement | null>): void {
  const hitAt = (x: number, y: number): Hit => {
    if (!grid) return { kind: 'none' }
    const box = grid.scroller.getBoundingClientRect()
    if (x > box.left + grid.scroller.clientWidth || y > box.top + grid.scroller.clientHeight) return { kind: 'none' }
    return hitTest(grid.layout, grid.cells, x - box.left, y - box.top, grid.scroller.scrollLeft, grid.scroller.scrollTop)
  }
  useDrag(scroller, {
    onStart(event) {
      if (!grid) return null
      const hit = hitAt(event.clientX, event.clientY)
      grid.scroller.focus({ preventScroll: true })
      if (hit.kind === 'shot' || hit.kind === 'result') return { move: () => {}, commit: () => {}, cancel: () => {}, click: () => selectShot(hit.shotId) }
      if (hit.kind !== 'cell') return null
      const writable = !useProject.getState().readOnly
      if (hit.end && writable && !event.shiftKey) return edgeSession(grid, hit, hit.end)
      const empty = !grid.cells.cell(hit.shotId, hit.assetId)
      if (event.shiftKey) return selectSession(grid, hit, hitAt, true)
      return empty && writable && !event.ctrlKey && !event.metaKey ? paintSession(grid, hit, hitAt) : selectSession(grid, hit, hitAt, false)
    },
  })
  useHover(grid, scroller, hitAt)
}

/** Keeps scrolling while a drag is held near the grid's edge. */
function autoscroll(grid: GridController, at: DragMove): void {
  const box = grid.scroller.getBoundingClientRect()
  if (at.x > box.right - edgeZone) grid.scroller.scrollLeft += scrollStep
  else if (at.x < box.left + size.rowHead + edgeZone && at.x > box.left + size.rowHead - edgeZone) grid.scroller.scrollLeft -= scrollStep
  if (at.y > box.bottom - edgeZone) grid.scroller.scrollTop += scrollStep
  else if (at.y < box.top + size.head + edgeZone && at.y > box.top) grid.scroller.scrollTop -= scrollStep
}

/** Dragging a bar's end: previewed while it moves, one command on release. */
function edgeSession(grid: GridController, hit: CellHit, end: BarEnd): DragSession {
  const clear = () => {
    grid.draft = null
    useTagStore.setState({ tag: null })
    hint('')
    grid.repaint()
  }
  return {
    move(at) {
      autoscroll(grid, at)
      const box = grid.scroller.getBoundingClientRect()
      const draft = draftEdge(recordsNow(), grid.layout, end, at.x - box.left - size.rowHead + grid.scroller.scrollLeft, at.shift)
      grid.draft = draft
      grid.hoverEnd = null
      useTagStore.setState({ tag: { x: at.x, y: at.y, text: draft.sentence, stale: draft.staleResults, refused: draft.refused !== null } })
      hint(draft.sentence)
      grid.repaint()
    },
    commit() {
      const draft = grid.draft
      clear()
      if (!draft || draft.refused) return
      activate({ assetId: hit.assetId, shotId: draft.input.toShotId })
      grid.edge = end.edge
      void run('assignment.moveEdge', draft.input)
    },
    cancel: clear,
    click: () => {
      grid.edge = end.edge
      activate({ assetId: hit.assetId, shotId: hit.shotId })
    },
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
    grid.painted = null
    hint('')
    grid.repaint()
  }
  return {
    move(at) {
      autoscroll(grid, at)
      const over = hitAt(at.x, at.y)
      if (over.kind === 'cell') last = { assetId: over.assetId, shotId: over.shotId }
      const painted = cells()
      grid.painted = new Map(painted.map((c) => [`${c.shotId}/${c.assetId}`, { enterAt: 0, exitAt: 1 }]))
      hint(`${painted.length} ${painted.length === 1 ? 'cell gets' : 'cells get'} throughout`)
      grid.repaint()
    },
    commit() {
      const painted = cells()
      clear()
      activate(last, anchor)
      if (painted.length) void run('assignment.setMany', { cells: painted.map((c) => ({ ...c, presence: 'throughout' })) })
    },
    cancel: clear,
    click() {
      activate(anchor)
      const waiting = grid.cells.waiting(anchor.shotId, anchor.assetId)
      if (waiting) void run('suggestion.accept', { suggestionIds: [waiting.id] })
      else void run('assignment.set', { ...anchor, presence: 'throughout' })
    },
  }
}

/** Dragging from a filled cell selects a range; Shift extends the one that is. */
function selectSession(grid: GridController, hit: CellHit, hitAt: (x: number, y: number) => Hit, extend: boolean): DragSession {
  const start = { assetId: hit.assetId, shotId: hit.shotId }
  const anchor = extend ? (useView.getState().anchor ?? start) : start
  const select = (cell: typeof start) => {
    activate(cell, anchor)
    tellSelection(grid.layout, rangeOf(grid.layout, anchor, cell))
  }
  select(start)
  return {
    move(at) {
      autoscroll(grid, at)
      const over = hitAt(at.x, at.y)
      if (over.kind === 'cell') select({ assetId: over.assetId, shotId: over.shotId })
    },
    commit: () => {},
    cancel: () => {},
    click: () => select(start),
  }
}

/** The handle of the bar end under the pointer, and the pointer's shape. */
function useHover(grid: GridController | null, scroller: RefObject<HTMLDivElement | null>, hitAt: (x: number, y: number) => Hit): void {
  useEffect(() => {
    const element = scroller.current
    if (!grid || !element) return
    const move = (e: PointerEvent) => {
      if (e.buttons) return
      const hit = hitAt(e.clientX, e.clientY)
      const end = hit.kind === 'cell' ? hit.end : null
      element.style.cursor = end ? 'ew-resize' : hit.kind === 'cell' ? 'cell' : ''
      const next = end ? { row: end.row, x: end.x } : null
      if (next?.row !== grid.hoverEnd?.row || next?.x !== grid.hoverEnd?.x) {
        grid.hoverEnd = next
        grid.repaint()
      }
    }
    const leave = () => {
      if (grid.hoverEnd) {
        grid.hoverEnd = null
        grid.repaint()
      }
    }
    const double = (e: MouseEvent) => {
      const hit = hitAt(e.clientX, e.clientY)
      if (hit.kind === 'shot') setView({ view: 'frames', shotId: hit.shotId })
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('dblclick', double)
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('dblclick', double)
    }
  })
}
