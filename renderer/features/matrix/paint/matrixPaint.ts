import type { RecordStore } from '@shared/records/recordStore'
import type { CellRef } from '../../../app/viewStore'
import type { CellIndex } from '../cellIndex'
import type { MatrixLayout } from '../matrixLayout'
import type { Palette } from './palette'
import type { Thumbs } from './thumbs'

/** A bar that a drag would make: cells by `shotId/assetId`, null = it goes. */
export type DraftCells = ReadonlyMap<string, { enterAt: number; exitAt: number } | null>

/** Everything one picture of the matrix is painted from. Pixels are CSS pixels. */
export interface MatrixPaint {
  readonly records: RecordStore
  readonly layout: MatrixLayout
  readonly cells: CellIndex
  readonly palette: Palette
  readonly thumbs: Thumbs
  readonly width: number
  readonly height: number
  readonly scrollX: number
  readonly scrollY: number
  readonly shotId: string | null
  readonly assetId: string | null
  /** The row an asset is dragged over. */
  readonly dropAssetId: string | null
  readonly active: CellRef | null
  readonly range: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  } | null
  /** Cells kept in the selection beside the range, `shotId/assetId`. */
  readonly picked: ReadonlySet<string>
  /** What a drag of the fill handle would fill. */
  readonly fillTo: MatrixPaint['range']
  readonly focused: boolean
  /** Cells changed by the drag under way, and shots whose results it would turn stale. */
  readonly draft: DraftCells | null
  readonly draftStale: ReadonlySet<string>
  /** Continuity notes that speak of an asset at a cut, by `assetId/shotId` of the shot behind it. */
  readonly atCut: ReadonlyMap<string, unknown>
  /** The bar end under the pointer or being dragged: x in body pixels. */
  readonly handle: { readonly row: number; readonly x: number } | null
}
