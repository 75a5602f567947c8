import { useEffect } from 'react'
import type { Presence } from '@shared/model/assignment'
import { registerCommands, type AppCommand } from '../../app/commands'
import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { lookChangeSheet, mergeSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { announce } from '../../app/toasts'
import { setView, useView, type CellRef } from '../../app/viewStore'
import { focusTarget } from '../../common/focusTargets'
import { cellWords } from '../../lanes/cellWords'
import { draftOf, nudged } from '../../lanes/edgeDraft'
import { nextAssetRow } from '../../lanes/lanes'
import type { GridController } from './gridController'
import { copyCells, cutCells, fillRight, pasteCells } from './clipboardActions'
import { activate, clearPicked, selectedCells, tellSelection, togglePicked } from './selection'

/** The keys of the matrix: the same things the mouse does, and what they do is said aloud. */
export function useMatrixKeys(grid: GridController | null, onAdd: () => void): void {
  useEffect(() => {
    if (!grid) return
    const editable = () => !useProject.getState().readOnly
    const command = (id: string, title: string, keys: string[], act: () => void, edits = false): AppCommand => ({
      id: `matrix.${id}`,
      title,
      keys,
      group: 'Matrix',
      surface: 'matrix',
      run: act,
      ...(edits ? { enabled: editable } : {}),
    })
    const commands: AppCommand[] = [
      ...(['Right', 'Left', 'Down', 'Up'] as const).flatMap((way) => [
        command(`move${way}`, `Move ${way.toLowerCase()}`, [`Arrow${way}`], () => step(grid, way, false)),
        command(`extend${way}`, `Extend the selection ${way.toLowerCase()}`, [`Shift+Arrow${way}`], () =>
          step(grid, way, true),
        ),
      ]),
      command('sceneRight', "To the scene's last shot", ['Mod+ArrowRight'], () => jump(grid, 1)),
      command('sceneLeft', "To the scene's first shot", ['Mod+ArrowLeft'], () => jump(grid, -1)),
      command('home', 'To the first shot', ['Home'], () => toColumn(grid, 0)),
      command('end', 'To the last shot', ['End'], () => toColumn(grid, grid.layout.axis.slots.length - 1)),
      command('pageDown', 'A page down', ['PageDown'], () => page(grid, 1)),
      command('pageUp', 'A page up', ['PageUp'], () => page(grid, -1)),
      command('throughout', 'Throughout', ['T'], () => setPresence(grid, 'throughout'), true),
      command('enters', 'Enters', ['E'], () => setPresence(grid, 'enters'), true),
      command('exits', 'Exits', ['X'], () => setPresence(grid, 'exits'), true),
      command('passes', 'Passes through', ['P'], () => setPresence(grid, 'passes_through'), true),
      command('assign', 'Assign', ['Enter'], () => assign(grid), true),
      command('remove', 'Remove from the shot', ['Delete', 'Backspace'], () => remove(grid), true),
      command('enterEnd', 'Work on the entrance', ['['], () => chooseEdge(grid, 'enter')),
      command('exitEnd', 'Work on the exit', [']'], () => chooseEdge(grid, 'exit')),
      command('edgeLater', 'Move the bar end one frame later', ['Alt+ArrowRight'], () => nudge(grid, 1), true),
      command('edgeEarlier', 'Move the bar end one frame earlier', ['Alt+ArrowLeft'], () => nudge(grid, -1), true),
      command(
        'edgeLater10',
        'Move the bar end ten frames later',
        ['Shift+Alt+ArrowRight'],
        () => nudge(grid, 10),
        true,
      ),
      command(
        'edgeEarlier10',
        'Move the bar end ten frames earlier',
        ['Shift+Alt+ArrowLeft'],
        () => nudge(grid, -10),
        true,
      ),
      command('merge', 'Merge the asset into…', ['M'], () => mergeActive(), true),
      command('add', 'Add asset', ['N'], onAdd, true),
      command('clear', 'Clear the selection', ['Escape'], () => clearSelection()),
      command('copy', 'Copy the cells', ['Mod+C'], () => copyCells(grid)),
      command('cut', 'Cut the cells', ['Mod+X'], () => cutCells(grid), true),
      command('paste', 'Paste the cells', ['Mod+V'], () => pasteCells(grid), true),
      command('fillRight', 'Fill right from the first cell', ['Mod+D'], () => fillRight(grid), true),
      command('lookHere', 'Change the look here…', ['D'], () => lookHere(), true),
      command('toggle', 'Keep the cell in the selection, or take it out', ['Mod+Enter'], () => toggleActive(grid)),
      command('all', 'Select all cells', ['Mod+A'], () => selectAll(grid)),
    ]
    return registerCommands(commands)
  }, [grid, onAdd])
}

function go(grid: GridController, cell: CellRef, extend: boolean): void {
  activate(cell, extend ? useView.getState().anchor : null)
  grid.reveal(grid.layout.rowOfAsset.get(cell.assetId), grid.layout.axis.slotOfShot.get(cell.shotId))
  tellSelection(grid.layout)
  announce(cellWords(recordsNow(), cell))
}

function position(grid: GridController): { row: number; column: number } | null {
  const { cell } = useView.getState()
  const row = cell ? grid.layout.rowOfAsset.get(cell.assetId) : undefined
  const column = cell ? grid.layout.axis.slotOfShot.get(cell.shotId) : undefined
  return row === undefined || column === undefined ? null : { row, column }
}

function cellAt(grid: GridController, row: number, column: number): CellRef | null {
  const entry = grid.layout.rows[row]
  const at = grid.layout.axis.slots[column]
  return entry?.kind === 'asset' && at ? { assetId: entry.asset.id, shotId: at.shot.id } : null
}

function step(grid: GridController, way: 'Right' | 'Left' | 'Down' | 'Up', extend: boolean): void {
  const at = position(grid)
  if (!at) return
  const row =
    way === 'Down'
      ? nextAssetRow(grid.layout, at.row, 1)
      : way === 'Up'
        ? nextAssetRow(grid.layout, at.row, -1)
        : at.row
  const column = at.column + (way === 'Right' ? 1 : way === 'Left' ? -1 : 0)
  const next = row === null ? null : cellAt(grid, row, column)
  if (next) go(grid, next, extend)
}

function toColumn(grid: GridController, column: number): void {
  const at = position(grid)
  const next = at && cellAt(grid, at.row, column)
  if (next) go(grid, next, false)
}

/** To the edge of the scene; already there, to the edge of the next one. */
function jump(grid: GridController, way: 1 | -1): void {
  const at = position(grid)
  if (!at) return
  const columns = grid.layout.axis.slots
  let column = at.column
  const isEdge = (i: number) => (way === 1 ? columns[i]!.lastOfScene : columns[i]!.firstOfScene)
  do column += way
  while (columns[column] && !isEdge(column))
  if (columns[column]) toColumn(grid, column)
}

function page(grid: GridController, way: 1 | -1): void {
  const at = position(grid)
  if (!at) return
  let row = at.row
  for (let i = 0; i < 10; i++) row = nextAssetRow(grid.layout, row, way) ?? row
  const next = cellAt(grid, row, at.column)
  if (next) go(grid, next, false)
}

const selected = (grid: GridController): CellRef[] => selectedCells(grid.layout)

/** Cells that have the presence keep their times; the others take it. */
function setPresence(grid: GridController, presence: Presence): void {
  const cells = selected(grid).filter((c) => grid.cells.cell(c.shotId, c.assetId)?.assignment.presence !== presence)
  const [one] = cells
  if (cells.length === 1 && one)
    void run('assignment.set', { ...one, presence }).then((done) => done && announce(cellWords(recordsNow(), one)))
  else if (cells.length) void run('assignment.setMany', { cells: cells.map((c) => ({ ...c, presence })) })
}

/** Enter: what was read from the script for a cell is taken; an empty cell is assigned; for a filled one the focus goes to its row in the inspector. */
function assign(grid: GridController): void {
  const waiting = waitingOf(grid)
  if (waiting.length) {
    void run('suggestion.accept', { suggestionIds: waiting })
    return
  }
  const empty = selected(grid).filter((c) => !grid.cells.cell(c.shotId, c.assetId))
  if (empty.length) void run('assignment.setMany', { cells: empty.map((c) => ({ ...c, presence: 'throughout' })) })
  else focusTarget('shot.member')
}

function remove(grid: GridController): void {
  const filled = selected(grid).filter((c) => grid.cells.cell(c.shotId, c.assetId))
  const waiting = waitingOf(grid)
  if (filled.length) void run('assignment.setMany', { cells: filled.map((c) => ({ ...c, remove: true })) })
  else if (waiting.length) void run('suggestion.reject', { suggestionIds: waiting })
}

/** Suggestions in the selected cells. */
const waitingOf = (grid: GridController): string[] =>
  selected(grid).flatMap((c) => grid.cells.waiting(c.shotId, c.assetId)?.id ?? [])

function chooseEdge(grid: GridController, edge: 'enter' | 'exit'): void {
  grid.edge = edge
  const text = edge === 'enter' ? 'Alt and arrows move the entrance' : 'Alt and arrows move the exit'
  hint(text)
  announce(text)
}

/** Moves the active bar end by frames; it walks over cuts like the mouse does. */
function nudge(grid: GridController, frames: number): void {
  const { cell } = useView.getState()
  const target = cell && nudged(grid.layout, grid.cells, cell, grid.edge, frames)
  if (!target) return
  const draft = draftOf(recordsNow(), grid.layout, target)
  hint(draft.sentence)
  announce(draft.sentence)
  if (draft.refused) return
  activate({ assetId: cell.assetId, shotId: draft.input.toShotId })
  void run('assignment.moveEdge', draft.input)
}

function mergeActive(): void {
  const { cell, assetId } = useView.getState()
  const id = assetId ?? cell?.assetId
  if (id) openSheet(mergeSheet, { fromId: id })
}

function lookHere(): void {
  const { cell } = useView.getState()
  if (cell) openSheet(lookChangeSheet, cell)
}

function toggleActive(grid: GridController): void {
  const { cell } = useView.getState()
  if (!cell) return
  togglePicked(grid.layout, cell)
  tellSelection(grid.layout)
}

function clearSelection(): void {
  const { cell } = useView.getState()
  clearPicked()
  setView({ anchor: cell, assetId: null })
  hint('')
}

function selectAll(grid: GridController): void {
  const rows = [...grid.layout.rowOfAsset.keys()]
  const first = rows[0]
  const last = rows.at(-1)
  const columns = grid.layout.axis.slots
  if (first && last)
    activate({ assetId: last, shotId: columns.at(-1)!.shot.id }, { assetId: first, shotId: columns[0]!.shot.id })
}
