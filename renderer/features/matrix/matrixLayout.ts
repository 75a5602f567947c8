import type { ResultKind } from '@shared/model/result'
import type { ReadRecords } from '@shared/records/recordStore'
import { columnAxis, slotsOf, type Slot } from '../../lanes/axis'
import { assetRows, stackRows, type LaneRow, type Lanes } from '../../lanes/lanes'

export type Density = 'comfortable' | 'compact'

/** Sizes in CSS pixels, as visual.md gives them. */
export const size = {
  /** Of row heads and columns, until the user chooses another. */
  rowHead: 168,
  cell: 42,
  /** So wide columns get by themselves where there is room. */
  widestOwnCell: 64,
  sceneGap: 10,
  head: 82,
  sceneBand: 24,
  numberBand: 18,
  widestThumb: 46,
  thumbHeight: 26,
  group: 22,
  result: 22,
  add: 30,
  row: { comfortable: 36, compact: 30 },
  bar: { comfortable: 14, compact: 12 },
} as const

const resultRows: readonly { label: string; results: readonly ResultKind[] }[] = [
  { label: 'Prompts', results: ['startPrompt', 'endPrompt', 'videoPrompt'] },
  { label: 'Start frame', results: ['startFrame'] },
  { label: 'End frame', results: ['endFrame'] },
]

/** How narrow and how wide columns and row heads get, in CSS pixels. */
export const sizeLimits = { cell: { least: 8, most: 80 }, rowHead: { least: 112, most: 480 } } as const
/** In columns narrower than this there is no room for marks, lines and pictures. */
export const narrowCell = 16

/** Lanes whose axis are columns of one width: rows of assets, and the results below them. */
export interface MatrixLayout extends Lanes {
  /** Width of a column, in pixels. */
  readonly cell: number
  /** Width of the row heads, in pixels. */
  readonly rowHead: number
}

/** Lays the matrix out. Assets that fit the filter, grouped by type; shots of all scenes in story order. */
export function layOut(
  records: ReadRecords,
  options: {
    density: Density
    filter: string
    collapsed: Readonly<Record<string, boolean>>
    /** Width of a column; null = what the room gives. */
    cell?: number | null
    rowHead?: number
    /** Pixels for row heads and columns together. */
    room?: number
  },
): MatrixLayout {
  const { density, filter, collapsed, rowHead = size.rowHead, room = 0 } = options
  const slots = slotsOf(records)
  const cell = options.cell ?? fittingCell(slots, room - rowHead - 24)
  const rows: LaneRow[] = [
    ...assetRows(records, filter, collapsed),
    { kind: 'add' },
    { kind: 'group', type: 'results', count: 0, collapsed: collapsed['results'] ?? false },
    ...(collapsed['results'] ? [] : resultRows.map((row) => ({ kind: 'result', ...row }) as const)),
  ]
  return {
    cell,
    rowHead,
    axis: columnAxis(slots, cell, size.sceneGap),
    ...stackRows(rows, (row) => (row.kind === 'asset' ? size.row[density] : size[row.kind])),
    bar: {
      height: size.bar[density],
      radius: 0,
      least: 0,
      postWidth: 2,
      postOver: 3,
      diamond: 9,
      labels: false,
    },
  }
}

/** The bottom right corner of a range, where its fill handle stands; body pixels. */
export function fillHandle(
  layout: MatrixLayout,
  { right, bottom }: { right: number; bottom: number },
): { x: number; y: number } | null {
  const [top, height] = [layout.tops[bottom], layout.heights[bottom]]
  return right >= layout.axis.slots.length || top === undefined || height === undefined
    ? null
    : { x: layout.axis.leftOf(right) + layout.cell - 2, y: top + height - 3 }
}

/** The width of columns that nobody chose: all of them in a room of so many pixels, within what reads well. */
function fittingCell(slots: readonly Slot[], room: number): number {
  const scenes = slots.filter((slot) => slot.firstOfScene).length
  const each = Math.floor((room - Math.max(0, scenes - 1) * size.sceneGap) / Math.max(1, slots.length))
  return Math.min(size.widestOwnCell, Math.max(size.cell, each))
}
