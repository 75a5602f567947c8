import type { Assignment } from '@shared/model/assignment'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import type { CellRef } from '../../app/viewStore'
import { readCell, type CellContent, type TypedCell } from './cellText'
import type { MatrixLayout } from './matrixLayout'
import type { Range } from './selection'

export type CellEdits = CommandInputs['assignment.setMany']['cells']

/** A block of cells, row by row, as they were copied here or typed into a spreadsheet. */
export type Block = readonly (readonly (CellContent | TypedCell)[])[]

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

export function blockOf(layout: MatrixLayout, read: ReadCell, range: Range): readonly (readonly CellContent[])[] {
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

function editOf(read: ReadCell, cell: CellRef, held: CellContent | TypedCell): CellEdits {
  const now = contentOf(read, cell)
  if (JSON.stringify(now) === JSON.stringify(held)) return []
  if (!held) return [{ ...cell, remove: true }]
  if (!('action' in held)) {
    const same = (given: number | undefined, has: number) => given === undefined || Math.abs(given - has) < 1e-4
    const stands = now?.presence === held.presence && same(held.enterAt, now.enterAt) && same(held.exitAt, now.exitAt)
    return stands ? [] : [{ ...cell, ...held }]
  }
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

/**
 * What a table from a spreadsheet changes. Where its first row names shots and its first column assets, each cell goes where these say; else
 * it is a block that goes into the range.
 * @param assetNamed the id of the asset of that name
 */
export function editsOfTable(
  layout: MatrixLayout,
  read: ReadCell,
  table: readonly (readonly string[])[],
  range: Range,
  assetNamed: (name: string) => string | undefined,
): { readonly edits: CellEdits } | { readonly refused: string } {
  const [heads = [], ...lines] = table
  const shotNamed = new Map(layout.axis.slots.map(({ shot }) => [shot.number.toLowerCase(), shot.id]))
  const shotOf = (head: string) =>
    shotNamed.get(
      head
        .trim()
        .toLowerCase()
        .replace(/^shot\s+/, ''),
    )
  const named = heads.length > 1 && lines.length > 0 && heads.slice(1).every((head) => shotOf(head) !== undefined)
  const block: (TypedCell | null)[][] = []
  for (const row of named ? lines : table) {
    const cells: (TypedCell | null)[] = []
    for (const text of named ? row.slice(1) : row) {
      const cell = readCell(text)
      if (cell === undefined)
        return { refused: `Not pasted: “${text.trim().slice(0, 40)}” is no presence. Use T, E 35%, X 60% or P 20-80%.` }
      cells.push(cell)
    }
    block.push(cells)
  }
  if (!named) return { edits: placed(layout, read, block, range) }
  const edits: CellEdits = []
  for (const [i, [name = '']] of lines.entries()) {
    const assetId = assetNamed(name)
    if (assetId === undefined) return { refused: `Not pasted: no asset is called “${name.trim().slice(0, 40)}”.` }
    for (const [j, cell] of block[i]!.entries()) {
      const shotId = shotOf(heads[j + 1] ?? '')
      if (shotId !== undefined) edits.push(...editOf(read, { shotId, assetId }, cell))
    }
  }
  return { edits }
}
