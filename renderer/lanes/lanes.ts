import { assetTypes, type Asset, type AssetType } from '@shared/model/asset'
import type { ResultKind } from '@shared/model/result'
import type { ReadRecords } from '@shared/records/recordStore'
import { indexAt, visibleRange, type Axis } from './axis'

/** What rows stand under one head: assets of a type, those the user pinned, or the marks of results. */
export type LaneGroup = AssetType | 'results' | 'pinned'

export type LaneRow =
  | {
      readonly kind: 'group'
      readonly type: LaneGroup
      readonly count: number
      readonly collapsed: boolean
    }
  | { readonly kind: 'asset'; readonly asset: Asset }
  | { readonly kind: 'result'; readonly label: string; readonly results: readonly ResultKind[] }
  | { readonly kind: 'add' }

/** How bars are drawn, in pixels (visual.md 3). */
export interface BarStyle {
  readonly height: number
  /** Of the corners. */
  readonly radius: number
  /** No bar is thinner. */
  readonly least: number
  readonly postWidth: number
  /** How far a post stands out above and below its bar. */
  readonly postOver: number
  /** The side of a diamond. */
  readonly diamond: number
  /** Name and look are written on the bars. */
  readonly labels: boolean
}

/** Rows of assets over an axis of shots. Pixels of the body: below the heads of the axis and right of those of the rows. */
export interface Lanes {
  readonly axis: Axis
  readonly rows: readonly LaneRow[]
  readonly tops: readonly number[]
  readonly heights: readonly number[]
  readonly height: number
  readonly rowOfAsset: ReadonlyMap<string, number>
  readonly bar: BarStyle
  /** So much of the top stands still while the rest scrolls, in pixels: whole rows. */
  readonly frozen?: number
}

/**
 * The rows of the assets that fit a filter, grouped by type, in the order of references; those of a folded group are left out.
 * @param pinned these stand first, in a group of their own, whether `holds` takes them or not
 */
export function assetRows(
  records: ReadRecords,
  filter: string,
  collapsed: Readonly<Record<string, boolean>>,
  holds: (asset: Asset) => boolean = () => true,
  pinned: readonly string[] = [],
): LaneRow[] {
  const wanted = filter.trim().toLowerCase()
  const fits = (a: Asset) =>
    !wanted ||
    [a.name, ...a.aliases.map((x) => x.name), a.description].some((text) => text.toLowerCase().includes(wanted))
  const isPinned = (a: Asset) => pinned.includes(a.id)
  const groupOf = (type: LaneGroup, assets: readonly Asset[]): LaneRow[] => {
    const folded = collapsed[type] ?? false
    return [
      { kind: 'group', type, count: assets.length, collapsed: folded },
      ...(folded ? [] : assets.map((asset) => ({ kind: 'asset', asset }) as const)),
    ]
  }
  const living = assetTypes.map((type) => ({ type, assets: records.list('assetsOfType', type).filter(fits) }))
  const first = living.flatMap(({ assets }) => assets.filter(isPinned))
  return [
    ...(first.length ? groupOf('pinned', first) : []),
    ...living.flatMap(({ type, assets }): LaneRow[] => {
      const shown = assets.filter((a) => holds(a) && !isPinned(a))
      return !shown.length && wanted ? [] : groupOf(type, shown)
    }),
  ]
}

/** Puts rows below each other. */
export function stackRows(
  rows: readonly LaneRow[],
  heightOf: (row: LaneRow) => number,
): Pick<Lanes, 'rows' | 'tops' | 'heights' | 'height' | 'rowOfAsset'> {
  const tops: number[] = []
  const heights: number[] = []
  const rowOfAsset = new Map<string, number>()
  let top = 0
  rows.forEach((row, i) => {
    const height = heightOf(row)
    tops.push(top)
    heights.push(height)
    top += height
    if (row.kind === 'asset') rowOfAsset.set(row.asset.id, i)
  })
  return { rows, tops, heights, height: top, rowOfAsset }
}

/** Do two layouts show the same shots and rows, however wide? */
export const sameContents = (a: Lanes, b: Lanes): boolean =>
  a.axis.slots === b.axis.slots && a.rows === b.rows && a.tops === b.tops && a.frozen === b.frozen

/** The next row of an asset in a direction; other rows are passed over. */
export function nextAssetRow(lanes: Lanes, from: number, way: 1 | -1): number | null {
  for (let row = from + way; row >= 0 && row < lanes.rows.length; row += way)
    if (lanes.rows[row]!.kind === 'asset') return row
  return null
}

/** Where a row stands below the frozen heads of the axis, in pixels of the view. */
export const viewTop = ({ tops, frozen = 0 }: Lanes, row: number, scrollTop: number): number =>
  tops[row]! < frozen ? tops[row]! : tops[row]! - scrollTop

/** The rows that are seen: those that stand still, and those scrolled to. First and last inclusive. */
export function visibleRows(
  { tops, frozen = 0 }: Pick<Lanes, 'tops' | 'frozen'>,
  scrollTop: number,
  height: number,
): { readonly still: { first: number; last: number } | null; readonly scrolled: { first: number; last: number } } {
  const scrolled = visibleRange(tops, scrollTop + frozen, height - frozen)
  return { still: frozen ? { first: 0, last: indexAt(tops, frozen - 1) } : null, scrolled }
}
