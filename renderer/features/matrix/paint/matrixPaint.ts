import type { RecordStore } from '@shared/records/recordStore'
import type { CellRef } from '../../../app/viewStore'
import type { MatrixLayout } from '../matrixLayout'
import type { LanePaint } from '../../../lanes/paint/lanePaint'
import type { Thumbs } from '../../../lanes/paint/thumbs'

/** Everything one picture of the matrix is painted from. Pixels are CSS pixels. */
export interface MatrixPaint extends LanePaint {
  readonly records: RecordStore
  readonly layout: MatrixLayout
  readonly thumbs: Thumbs
  readonly width: number
  readonly height: number
  readonly scrollX: number
  readonly scrollY: number
  readonly shotId: string | null
  /** The scene that is selected as one. */
  readonly sceneId: string | null
  /** The shots that are selected as columns. */
  readonly shotIds: ReadonlySet<string>
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
  /** The column before which dragged shots would go. */
  readonly dropColumn: number | null
  /** The empty cell under the pointer, which a click would fill. */
  readonly ghost: { readonly row: number; readonly column: number } | null
  readonly focused: boolean
  /** Shots whose results the drag under way would turn stale. */
  readonly draftStale: ReadonlySet<string>
  /** Continuity notes that speak of an asset at a cut, by `assetId/shotId` of the shot behind it. */
  readonly atCut: ReadonlyMap<string, unknown>
}
