import { counted } from '@shared/language/unitWords'
import { run } from '../../app/projectActions'
import { announce } from '../../app/toasts'
import { assetRowsIn, blockOf, placed, type Block, type CellEdits } from './clipboard'
import type { GridController } from './gridController'
import { selectRange, selectedCells, type Range } from './selection'

/** What was copied last; it stays while the window is open. */
let clip: Block | null = null

const reader = (grid: GridController) => (shotId: string, assetId: string) => grid.cells.cell(shotId, assetId)

export function copyCells(grid: GridController): void {
  const range = grid.range()
  if (!range) return
  clip = blockOf(grid.layout, reader(grid), range)
  announce(`${counted(clip.length * (clip[0]?.length ?? 0), 'cell')} copied.`)
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
  const block = clip
  void commit(placed(grid.layout, reader(grid), block, range)).then((done) => {
    const single = range.top === range.bottom && range.left === range.right
    const rows = assetRowsIn(grid.layout, { top: range.top, bottom: grid.layout.rows.length - 1 })
    if (done && single)
      selectRange(grid.layout, {
        ...range,
        bottom: rows[Math.min(rows.length, block.length) - 1] ?? range.bottom,
        right: Math.min(grid.layout.axis.slots.length - 1, range.left + block[0]!.length - 1),
      })
  })
}

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
  const done = await run('assignment.setMany', { cells })
  if (done) announce(`${counted(cells.length, 'cell')} changed.`)
  return done
}
