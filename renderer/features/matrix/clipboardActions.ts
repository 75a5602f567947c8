import { foldName, namesOf } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import { done, run } from '../../app/projectActions'
import { recordsNow } from '../../app/projectStore'
import { announce, toast } from '../../app/toasts'
import { cellText, tableOf } from './cellText'
import { assetRowsIn, blockOf, editsOfTable, placed, type Block, type CellEdits } from './clipboard'
import type { GridController } from './gridController'
import { selectRange, selectedCells, type Range } from './selection'

/** What was copied last, and what other programs got of it; it stays while the window is open. */
let clip: { readonly block: Block; readonly text: string } | null = null

const reader = (grid: GridController) => (shotId: string, assetId: string) => grid.cells.cell(shotId, assetId)

/** Copies the cells, for spreadsheets too: a line a row, tabs between. With names there is a head of shots and a column of assets. */
export function copyCells(grid: GridController, withNames = false): void {
  const range = grid.range()
  if (!range) return
  const block = blockOf(grid.layout, reader(grid), range)
  const lines = block.map((row) => row.map(cellText))
  const { rows, axis } = grid.layout
  const names = assetRowsIn(grid.layout, range).map((i) => {
    const row = rows[i]!
    return row.kind === 'asset' ? row.asset.name : ''
  })
  const numbers = axis.slots.slice(range.left, range.right + 1).map(({ shot }) => shot.number)
  const table = withNames ? [['', ...numbers], ...lines.map((line, i) => [names[i]!, ...line])] : lines
  const text = table.map((line) => line.join('\t')).join('\n')
  clip = { block, text }
  toClipboard(text)
  announce(`${counted(block.length * (block[0]?.length ?? 0), 'cell')} copied.`)
}

/** The page may write to the clipboard only while it answers a copy event, so one is asked for. */
function toClipboard(text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
}

export function cutCells(grid: GridController): void {
  copyCells(grid)
  const filled = selectedCells(grid.layout).filter((c) => grid.cells.cell(c.shotId, c.assetId))
  if (filled.length) void run('assignment.setMany', { cells: filled.map((c) => ({ ...c, remove: true })) })
}

/** Puts what was copied from the active cell on, or into the whole selected range. */
export function pasteCells(grid: GridController): void {
  const range = grid.range()
  if (!range) return
  if (!clip) {
    announce('Nothing is copied yet.')
    return
  }
  const { block } = clip
  void commit(placed(grid.layout, reader(grid), block, range)).then((isDone) => {
    const single = range.top === range.bottom && range.left === range.right
    const rows = assetRowsIn(grid.layout, { top: range.top, bottom: grid.layout.rows.length - 1 })
    if (isDone && single)
      selectRange(grid.layout, {
        ...range,
        bottom: rows[Math.min(rows.length, block.length) - 1] ?? range.bottom,
        right: Math.min(grid.layout.axis.slots.length - 1, range.left + block[0]!.length - 1),
      })
  })
}

/** Ctrl+V: cells that were copied here, else a table of presences from a spreadsheet. */
export function pasteText(grid: GridController, text: string): void {
  const range = grid.range()
  if (clip && plain(text) === plain(clip.text)) {
    pasteCells(grid)
    return
  }
  if (!range || !text.trim()) {
    announce('Nothing to paste: choose a cell, and copy cells or a table of presences.')
    return
  }
  const records = recordsNow()
  const read = editsOfTable(
    grid.layout,
    reader(grid),
    tableOf(text),
    range,
    (name) =>
      records.list('assetsInOrder').find((a) => !a.deleted && namesOf(a).some((n) => foldName(n) === foldName(name)))
        ?.id,
  )
  if ('refused' in read) toast('warning', read.refused)
  else
    void commit(read.edits).then(
      (was) => was && read.edits.length && done(`${counted(read.edits.length, 'cell')} pasted.`),
    )
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd()

/** Ctrl+D: the first column of the range fills the rest of it; of a single cell, the cell before it is taken. */
export function fillRight(grid: GridController): void {
  const range = grid.range()
  if (!range) return
  const first = range.left === range.right ? range.left - 1 : range.left
  const columns = grid.layout.axis.slots
  if (first < 0 || (first < range.left && columns[first]!.scene.id !== columns[range.left]!.scene.id)) return
  void commit(
    placed(grid.layout, reader(grid), blockOf(grid.layout, reader(grid), { ...range, left: first, right: first }), {
      ...range,
      left: first,
    }),
  )
}

/** What dragging the fill handle changes: the block of a range repeated into a larger one. */
export const fillEdits = (grid: GridController, from: Range, to: Range): CellEdits =>
  placed(grid.layout, reader(grid), blockOf(grid.layout, reader(grid), from), to)

async function commit(cells: CellEdits): Promise<boolean> {
  if (!cells.length) {
    announce('Nothing changes.')
    return true
  }
  const isDone = await run('assignment.setMany', { cells })
  if (isDone) announce(`${counted(cells.length, 'cell')} changed.`)
  return isDone
}
