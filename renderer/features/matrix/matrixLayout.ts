import type { Asset, AssetType } from '@shared/model/asset'
import { assetTypes } from '@shared/model/asset'
import type { ResultKind } from '@shared/model/result'
import type { Scene } from '@shared/model/scene'
import type { Shot } from '@shared/model/shot'
import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'

export type Density = 'comfortable' | 'compact'

/** Sizes in CSS pixels, as visual.md gives them. */
export const size = {
  rowHead: 168,
  cell: 42,
  sceneGap: 10,
  head: 82,
  sceneBand: 24,
  numberBand: 18,
  thumbWidth: 38,
  thumbHeight: 26,
  group: 22,
  result: 22,
  add: 30,
  row: { comfortable: 36, compact: 30 },
  bar: { comfortable: 14, compact: 12 },
  hit: 10,
} as const

const resultRows: readonly { label: string; results: readonly ResultKind[] }[] = [
  { label: 'Prompts', results: ['startPrompt', 'endPrompt', 'videoPrompt'] },
  { label: 'Start frame', results: ['startFrame'] },
  { label: 'End frame', results: ['endFrame'] },
]

export type Row =
  | {
      readonly kind: 'group'
      readonly type: AssetType | 'results'
      readonly count: number
      readonly collapsed: boolean
    }
  | { readonly kind: 'asset'; readonly asset: Asset }
  | { readonly kind: 'result'; readonly label: string; readonly results: readonly ResultKind[] }
  | { readonly kind: 'add' }

export interface Column {
  readonly shot: Shot
  readonly scene: Scene
  readonly firstOfScene: boolean
  readonly lastOfScene: boolean
}

/** Rows with their tops and columns with their lefts, in pixels of the body (below and right of the heads). */
export interface MatrixLayout {
  readonly rows: readonly Row[]
  readonly tops: readonly number[]
  readonly columns: readonly Column[]
  readonly lefts: readonly number[]
  readonly scenes: readonly { readonly scene: Scene; readonly first: number; readonly last: number }[]
  readonly width: number
  readonly height: number
  readonly rowOfAsset: ReadonlyMap<string, number>
  readonly columnOfShot: ReadonlyMap<string, number>
  readonly density: Density
}

/** Lays the matrix out. Assets that fit the filter, grouped by type; shots of all scenes in story order. */
export function layOut(
  records: ReadRecords,
  options: { density: Density; filter: string; collapsed: Readonly<Record<string, boolean>> },
): MatrixLayout {
  const rows = rowsOf(records, options.filter.trim().toLowerCase(), options.collapsed)
  const tops: number[] = []
  const rowOfAsset = new Map<string, number>()
  let top = 0
  rows.forEach((row, i) => {
    tops.push(top)
    top += heightOf(row, options.density)
    if (row.kind === 'asset') rowOfAsset.set(row.asset.id, i)
  })
  const columns: Column[] = []
  const lefts: number[] = []
  const scenes: { scene: Scene; first: number; last: number }[] = []
  const columnOfShot = new Map<string, number>()
  let left = 0
  for (const scene of scenesInOrder(records)) {
    const shots = shotsOfScene(records, scene.id)
    if (!shots.length) continue
    if (columns.length) left += size.sceneGap
    scenes.push({ scene, first: columns.length, last: columns.length + shots.length - 1 })
    shots.forEach((shot, i) => {
      columnOfShot.set(shot.id, columns.length)
      columns.push({ shot, scene, firstOfScene: i === 0, lastOfScene: i === shots.length - 1 })
      lefts.push(left)
      left += size.cell
    })
  }
  return {
    rows,
    tops,
    columns,
    lefts,
    scenes,
    width: left,
    height: top,
    rowOfAsset,
    columnOfShot,
    density: options.density,
  }
}

function rowsOf(records: ReadRecords, filter: string, collapsed: Readonly<Record<string, boolean>>): Row[] {
  const living = records.list('assetsInOrder').filter((a) => !a.deleted)
  const fits = (a: Asset) =>
    !filter ||
    [a.name, ...a.aliases.map((x) => x.name), a.description].some((text) => text.toLowerCase().includes(filter))
  const rows: Row[] = []
  for (const type of assetTypes) {
    const assets = living.filter((a) => a.type === type && fits(a))
    if (!assets.length && (filter || type === 'prop')) continue
    rows.push({ kind: 'group', type, count: assets.length, collapsed: collapsed[type] ?? false })
    if (!collapsed[type]) for (const asset of assets) rows.push({ kind: 'asset', asset })
  }
  rows.push({ kind: 'add' })
  rows.push({ kind: 'group', type: 'results', count: 0, collapsed: collapsed['results'] ?? false })
  if (!collapsed['results']) for (const row of resultRows) rows.push({ kind: 'result', ...row })
  return rows
}

export function heightOf(row: Row, density: Density): number {
  switch (row.kind) {
    case 'group':
      return size.group
    case 'asset':
      return size.row[density]
    case 'result':
      return size.result
    case 'add':
      return size.add
  }
}

/** The bottom right corner of a range, where its fill handle stands; body pixels. */
export function fillHandle(
  layout: MatrixLayout,
  { right, bottom }: { right: number; bottom: number },
): { x: number; y: number } | null {
  const [left, top, row] = [layout.lefts[right], layout.tops[bottom], layout.rows[bottom]]
  return left === undefined || top === undefined || row === undefined
    ? null
    : { x: left + size.cell - 2, y: top + heightOf(row, layout.density) - 3 }
}

/** Index of the last position at or before a pixel; -1 before the first. Positions ascend. */
export function indexAt(positions: readonly number[], px: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[middle]! <= px) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The rows or columns that a stretch of pixels touches, first and last inclusive. */
export function visibleRange(
  positions: readonly number[],
  from: number,
  length: number,
): { first: number; last: number } {
  return { first: Math.max(0, indexAt(positions, from)), last: indexAt(positions, from + length) }
}
