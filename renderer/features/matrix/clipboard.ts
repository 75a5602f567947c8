import type { Assignment } from '@shared/model/assignment'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import type { CellRef } from '../../app/viewStore'
import type { MatrixLayout } from './matrixLayout'
import type { Range } from './selection'

export type CellEdits = CommandInputs['assignment.setMany']['cells']

/** What a cell holds, to be put into another one: how somebody is in a shot; null = not in it. */
export type CellContent = Pick<Assignment, 'presence' | 'enterAt' | 'exitAt' | 'enterFrom' | 'exitTo' | 'action'> | null

/** A block of cells, row by row. */
export type Block = readonly (readonly CellContent[])[]

type ReadCell = (shotId: string, assetId: string) => { readonly assignment: Assignment } | undefined

const contentOf = (read: ReadCell, { shotId, assetId }: CellRef): CellContent => {
  const assignment = read(shotId, assetId)?.assignment
  if (!assignment) return null
  const { presence, enterAt, exitAt, enterFrom, exitTo, action } = assignment
  return { presence, enterAt, exitAt, enterFrom, exitTo, action }
}

/** The asset rows of a range; group rows between are passed over. */
export const assetRowsIn = (layout: MatrixLayout, { top, bottom }: Pick<Range, 'top' | 'bottom'>): number[] =>
  layout.rows.flatMap((row, i) => (i >= top && i <= bottom && row.kind === 'asset' ? [i] : []))

export function blockOf(layout: MatrixLayout, read: ReadCell, range: Range): Block {
  return assetRowsIn(layout, range).map((row) =>
    columnsIn(range).map((column) => contentOf(read, cellAt(layout, row, column)!)),
  )
}

/**
 * A block put into a range, from its top left corner. A range of one cell takes the whole block, as far as there are rows and shots; a larger one is
 * filled, the block repeated where it is larger. Cells that already hold the same are passed over.
 */
export function placed(layout: MatrixLayout, read: ReadCell, block: Block, range: Range): CellEdits {
  const width = block[0]?.length ?? 0
  if (!width) return []
  const single = range.top === range.bottom && range.left === range.right
  const rows = assetRowsIn(layout, single ? { top: range.top, bottom: layout.rows.length - 1 } : range).slice(
    0,
    single ? block.length : undefined,
  )
  const columns = columnsIn(
    single ? { left: range.left, right: Math.min(layout.axis.slots.length - 1, range.left + width - 1) } : range,
  )
  return rows.flatMap((row, r) =>
    columns.flatMap((column, c) => editOf(read, cellAt(layout, row, column)!, block[r % block.length]![c % width]!)),
  )
}

function editOf(read: ReadCell, cell: CellRef, held: CellContent): CellEdits {
  const now = contentOf(read, cell)
  if (JSON.stringify(now) === JSON.stringify(held)) return []
  if (!held) return [{ ...cell, remove: true }]
  // The interval decides the presence: in a shorter shot an edge may snap to the cut.
  const { presence: _, ...rest } = held
  return [{ ...cell, ...rest }]
}

function cellAt(layout: MatrixLayout, row: number, column: number): CellRef | null {
  const entry = layout.rows[row]
  const at = layout.axis.slots[column]
  return entry?.kind === 'asset' && at ? { assetId: entry.asset.id, shotId: at.shot.id } : null
}

const columnsIn = ({ left, right }: Pick<Range, 'left' | 'right'>): number[] =>
  Array.from({ length: right - left + 1 }, (_, i) => left + i)
