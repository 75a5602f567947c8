import { useEffect } from 'react'
import type { CommandName } from '@shared/ipc/inputSchemas'
import { upperFirst } from '@shared/language/unitWords'
import { registerCommands, type AppCommand } from '../../app/commands'
import { editable } from '../../app/edit/editing'
import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { recordsNow } from '../../app/projectStore'
import { selectedCells as selected, selectionWords, tellCells } from '../../app/selection'
import { announce } from '../../app/toasts'
import { leaveAsset, selectAsset, selectCell, selectShot, setView, useView, type CellRef } from '../../app/viewStore'
import { focusTarget } from '../../common/focusTargets'
import { cellWords } from '../../lanes/cellWords'
import { draftOf, nudged } from '../../lanes/edgeDraft'
import { nextAssetRow } from '../../lanes/lanes'
import type { GridController } from './gridController'
import { templateCommands } from './templateCommands'
import { copyCells, cutCells, fillRight, pasteCells, pasteText } from './clipboardActions'
import { setMatrix, switchDensity } from './matrixState'
import { clearPicked, clickColumn, selectedCells, tellSelection, togglePicked } from './selection'

/** The keys of the matrix while it is on screen. */
export function useMatrixKeys(grid: GridController | null): void {
  useEffect(() => {
    if (!grid) return
    const paste = (event: ClipboardEvent) => {
      const { clipboardData } = event
      const { activeElement: focused } = document
      const isHere = focused !== null && focused.closest('[data-surface="matrix"]') !== null && !isField(focused)
      if (!isHere || !clipboardData || clipboardData.files.length || !editable()) return
      event.preventDefault()
      pasteText(grid, clipboardData.getData('text/plain'))
    }
    document.addEventListener('paste', paste)
    const stop = [
      registerCommands(matrixCommands(grid)),
      tellCells(() => selectedCells(grid.layout)),
      () => document.removeEventListener('paste', paste),
    ]
    return () => stop.forEach((end) => end())
  }, [grid])
}

const isField = (element: Element) => /^(INPUT|TEXTAREA)$/.test(element.tagName)

/** The keys of the matrix: the same things the mouse does, and what they do is said aloud. What is done to the selection is in `app/edit`. */
export function matrixCommands(grid: GridController): readonly AppCommand[] {
  const base = (id: string, title: string, keys: string[], run: () => void): AppCommand => ({
    id: `matrix.${id}`,
    title,
    keys,
    group: 'Matrix',
    surface: 'matrix',
    run,
  })
  const cursor = (id: string, title: string, keys: string[], run: () => void): AppCommand => ({
    ...base(id, title, keys, run),
    palette: false,
  })
  const edits = (
    id: string,
    title: string,
    keys: string[],
    does: readonly CommandName[],
    run: () => void,
    fits = anyCell,
  ): AppCommand => ({
    ...base(id, title, keys, run),
    does,
    about: () => (fits() ? selectionWords() : null),
    enabled: () => editable() && fits(),
  })
  const nudges = (id: string, words: string, key: string, frames: number) =>
    edits(`edge${id}`, `Move the bar end ${words}`, [key], ['assignment.moveEdge'], () => nudge(grid, frames))
  return [
    ...(['Right', 'Left', 'Down', 'Up'] as const).flatMap((way) => [
      cursor(`move${way}`, `Move ${way.toLowerCase()}`, [`Arrow${way}`], () => step(grid, way, false)),
      cursor(`extend${way}`, `Extend the selection ${way.toLowerCase()}`, [`Shift+Arrow${way}`], () =>
        step(grid, way, true),
      ),
    ]),
    cursor('sceneRight', "To the scene's last shot", ['Mod+ArrowRight'], () => jump(grid, 1)),
    cursor('sceneLeft', "To the scene's first shot", ['Mod+ArrowLeft'], () => jump(grid, -1)),
    cursor('extendSceneRight', "Extend the selection to the scene's last shot", ['Shift+Mod+ArrowRight'], () =>
      jump(grid, 1, true),
    ),
    cursor('extendSceneLeft', "Extend the selection to the scene's first shot", ['Shift+Mod+ArrowLeft'], () =>
      jump(grid, -1, true),
    ),
    cursor('home', 'To the first shot', ['Home'], () => toColumn(grid, 0)),
    cursor('end', 'To the last shot', ['End'], () => toColumn(grid, grid.layout.axis.slots.length - 1)),
    cursor('first', 'To the first cell', ['Mod+Home'], () => toCorner(grid, 1)),
    cursor('last', 'To the last cell', ['Mod+End'], () => toCorner(grid, -1)),
    cursor('pageDown', 'A page down', ['PageDown'], () => page(grid, 1)),
    cursor('pageUp', 'A page up', ['PageUp'], () => page(grid, -1)),
    edits('assign', 'Assign', ['Enter'], ['assignment.setMany', 'suggestion.accept'], () => assign(grid)),
    base('enterEnd', 'Work on the entrance', ['['], () => chooseEdge(grid, 'enter')),
    base('exitEnd', 'Work on the exit', [']'], () => chooseEdge(grid, 'exit')),
    nudges('Later', 'one frame later', 'Alt+ArrowRight', 1),
    nudges('Earlier', 'one frame earlier', 'Alt+ArrowLeft', -1),
    nudges('Later10', 'ten frames later', 'Shift+Alt+ArrowRight', 10),
    nudges('Earlier10', 'ten frames earlier', 'Shift+Alt+ArrowLeft', -10),
    base('zoomIn', 'Wider columns', ['+', 'Shift++'], () => grid.zoomTo(grid.layout.cell * 1.25)),
    base('zoomOut', 'Narrower columns', ['-'], () => grid.zoomTo(grid.layout.cell / 1.25)),
    base('zoomReset', 'Columns as wide as at first', ['0'], () => setMatrix({ cell: null })),
    cursor('clear', 'Clear the selection', ['Escape'], () => clearSelection()),
    { ...base('copy', 'Copy the cells', ['Mod+C'], () => copyCells(grid)), enabled: anyCell, menus: ['cell'] },
    {
      ...base('copyNamed', 'Copy the cells with names, for a spreadsheet', ['Shift+Mod+C'], () =>
        copyCells(grid, true),
      ),
      enabled: anyCell,
      menus: ['cell'],
    },
    { ...edits('cut', 'Cut the cells', ['Mod+X'], ['assignment.setMany'], () => cutCells(grid)), menus: ['cell'] },
    {
      // Ctrl+V is left to the window, which then hands over what other programs copied.
      ...edits('paste', 'Paste the cells', [], ['assignment.setMany'], () => pasteCells(grid)),
      menus: ['cell'],
    },
    edits('fillRight', 'Fill right from the first cell', ['Mod+D'], ['assignment.setMany'], () => fillRight(grid)),
    cursor('toggle', 'Keep the cell in the selection, or take it out', ['Mod+Enter'], () => toggleActive(grid)),
    base('all', 'Select all cells', ['Mod+A'], () => selectAll(grid)),
    base('density', 'Switch between comfortable and compact rows', [], switchDensity),
    ...templateCommands(),
  ]
}

const anyCell = () => selected().length > 0

function go(grid: GridController, cell: CellRef, extend: boolean): void {
  selectCell(cell, extend ? useView.getState().anchor : null)
  grid.reveal(grid.layout.rowOfAsset.get(cell.assetId), grid.layout.axis.slotOfShot.get(cell.shotId))
  tellSelection(grid.layout)
  announce(cellWords(recordsNow(), cell))
}

/** Where the arrows go on from: the active cell; with a row or column selected the cell of it that is nearest to that. */
function position(grid: GridController): { row: number; column: number } | null {
  const { cell, selected: kind, assetId, shotId } = useView.getState()
  const { rowOfAsset, axis } = grid.layout
  const row = rowOfAsset.get((kind === 'asset' ? assetId : cell?.assetId) ?? '') ?? nextAssetRow(grid.layout, -1, 1)
  const column = axis.slotOfShot.get((kind === 'cells' ? cell?.shotId : shotId) ?? '')
  return row === null || column === undefined ? null : { row, column }
}

function cellAt(grid: GridController, row: number, column: number): CellRef | null {
  const entry = grid.layout.rows[row]
  const at = grid.layout.axis.slots[column]
  return entry?.kind === 'asset' && at ? { assetId: entry.asset.id, shotId: at.shot.id } : null
}

type Way = 'Right' | 'Left' | 'Down' | 'Up'

/** One step: among cells, from the first ones on to the row and column heads, and along these. */
function step(grid: GridController, way: Way, extend: boolean): void {
  const { selected: kind } = useView.getState()
  const at = position(grid)
  if (!at) return
  if (kind === 'asset') return stepRow(grid, at, way)
  if (kind === 'shots') return stepColumn(grid, at, way, extend)
  const row =
    way === 'Down'
      ? nextAssetRow(grid.layout, at.row, 1)
      : way === 'Up'
        ? nextAssetRow(grid.layout, at.row, -1)
        : at.row
  const column = at.column + (way === 'Right' ? 1 : way === 'Left' ? -1 : 0)
  const next = row === null ? null : cellAt(grid, row, column)
  if (next) go(grid, next, extend)
  else if (extend) return
  else if (row === null && way === 'Up') chooseColumn(grid, at.column, false)
  else if (column < 0) chooseRow(grid, at.row)
}

/** From a selected row: to the one above or below, or into its cells. */
function stepRow(grid: GridController, at: { row: number; column: number }, way: Way): void {
  const cell = way === 'Right' ? cellAt(grid, at.row, at.column) : null
  const row =
    way === 'Down' ? nextAssetRow(grid.layout, at.row, 1) : way === 'Up' ? nextAssetRow(grid.layout, at.row, -1) : null
  if (cell) go(grid, cell, false)
  else if (row !== null) chooseRow(grid, row)
}

function chooseRow(grid: GridController, row: number): void {
  const entry = grid.layout.rows[row]
  if (entry?.kind !== 'asset') return
  selectAsset(entry.asset.id)
  grid.reveal(row, undefined)
  announce(`${entry.asset.name}, the whole row`)
}

/** From a selected column: to the one beside it, with Shift together with it, or down into its cells. */
function stepColumn(grid: GridController, at: { row: number; column: number }, way: Way, extend: boolean): void {
  if (way === 'Down') {
    const row = nextAssetRow(grid.layout, -1, 1)
    const cell = row === null ? null : cellAt(grid, row, at.column)
    if (cell) go(grid, cell, false)
  } else if (way !== 'Up') chooseColumn(grid, at.column + (way === 'Right' ? 1 : -1), extend)
}

function chooseColumn(grid: GridController, column: number, extend: boolean): void {
  const shot = grid.layout.axis.slots[column]?.shot
  if (!shot) return
  clickColumn(grid.layout, shot.id, { shift: extend, mod: false })
  grid.reveal(undefined, column)
  announce(`${upperFirst(selectionWords())} selected`)
}

function toColumn(grid: GridController, column: number): void {
  const at = position(grid)
  const next = at && cellAt(grid, at.row, column)
  if (next) go(grid, next, false)
}

/** To the first cell of all (1), or to the last (-1). */
function toCorner(grid: GridController, way: 1 | -1): void {
  const { rows, axis } = grid.layout
  const row = nextAssetRow(grid.layout, way === 1 ? -1 : rows.length, way)
  const cell = row === null ? null : cellAt(grid, row, way === 1 ? 0 : axis.slots.length - 1)
  if (cell) go(grid, cell, false)
}

/** To the edge of the scene; already there, to the edge of the next one. With `extend` the selection grows as far. */
function jump(grid: GridController, way: 1 | -1, extend = false): void {
  const at = position(grid)
  if (!at) return
  const columns = grid.layout.axis.slots
  let column = at.column
  const isEdge = (i: number) => (way === 1 ? columns[i]!.lastOfScene : columns[i]!.firstOfScene)
  do column += way
  while (columns[column] && !isEdge(column))
  if (!columns[column]) return
  const next = extend ? cellAt(grid, at.row, column) : null
  if (next) go(grid, next, true)
  else toColumn(grid, column)
}

function page(grid: GridController, way: 1 | -1): void {
  const at = position(grid)
  if (!at) return
  let row = at.row
  for (let i = 0; i < 10; i++) row = nextAssetRow(grid.layout, row, way) ?? row
  const next = cellAt(grid, row, at.column)
  if (next) go(grid, next, false)
}

/** Enter: what was read from the script for a cell is taken; an empty cell is assigned; for a filled one the focus goes to its row in the inspector. */
function assign(grid: GridController): void {
  const waiting = selected().flatMap((c) => grid.cells.waiting(c.shotId, c.assetId)?.id ?? [])
  if (waiting.length) {
    void run('suggestion.accept', { suggestionIds: waiting })
    return
  }
  const empty = selected().filter((c) => !grid.cells.cell(c.shotId, c.assetId))
  if (empty.length) void run('assignment.setMany', { cells: empty.map((c) => ({ ...c, presence: 'throughout' })) })
  else focusTarget('shot.member')
}

function chooseEdge(grid: GridController, edge: 'enter' | 'exit'): void {
  grid.edge = edge
  const text = edge === 'enter' ? 'Alt and arrows move the entrance' : 'Alt and arrows move the exit'
  hint(text)
  announce(text)
}

/** Moves the active bar end by frames; it walks over cuts like the mouse does. */
function nudge(grid: GridController, frames: number): void {
  const [cell] = selected()
  const target = cell && nudged(grid.layout, grid.cells, cell, grid.edge, frames)
  if (!target) return
  const draft = draftOf(recordsNow(), grid.layout, target)
  hint(draft.sentence)
  announce(draft.sentence)
  if (draft.refused) return
  selectCell({ assetId: cell.assetId, shotId: draft.input.toShotId })
  void run('assignment.moveEdge', draft.input)
}

function toggleActive(grid: GridController): void {
  const { cell } = useView.getState()
  if (!cell) return
  togglePicked(grid.layout, cell)
  tellSelection(grid.layout)
}

/** One cell, or one shot, of several; from a row back to the shot. */
function clearSelection(): void {
  const { cell, selected: kind, shotId } = useView.getState()
  clearPicked()
  hint('')
  if (kind === 'cells') setView({ anchor: cell })
  else if (kind === 'shots' && shotId !== null) selectShot(shotId)
  else leaveAsset()
}

function selectAll(grid: GridController): void {
  const rows = [...grid.layout.rowOfAsset.keys()]
  const first = rows[0]
  const last = rows.at(-1)
  const columns = grid.layout.axis.slots
  if (first && last)
    selectCell({ assetId: last, shotId: columns.at(-1)!.shot.id }, { assetId: first, shotId: columns[0]!.shot.id })
}
