import type { CellIndex } from '../cellIndex'
import type { Lanes } from '../lanes'
import type { Palette } from './palette'

/** Bars that a drag would make: cells by `shotId/assetId`, null = it goes. */
export type DraftCells = ReadonlyMap<string, { readonly enterAt: number; readonly exitAt: number } | null>

/** What bars are painted from. */
export interface LanePaint {
  readonly layout: Lanes
  readonly cells: CellIndex
  readonly palette: Palette
  /** Left edge of what is seen, in body pixels. */
  readonly scrollX: number
  /** Cells changed by the drag under way. */
  readonly draft: DraftCells | null
  /** Where badges of notes stand on the cut before a shot, by `assetId/shotId`: no name is written under one. */
  readonly atCut?: ReadonlyMap<string, unknown>
  /** The bar end under the pointer or being dragged: x in body pixels. */
  readonly handle: { readonly row: number; readonly x: number } | null
}
