import type { AssetType } from '../../model/asset'
import type { ScriptWarning } from '../scriptTypes'

/** One asset in one shot, as a casting tells it. */
export interface CastingEntry {
  readonly line: number
  /** The scene or sequence; may be empty. */
  readonly scene: string
  readonly shot: string
  readonly asset: string
  /** Null where the table does not tell what it is. */
  readonly type: AssetType | null
}

/** Which asset is in which shot, as a production tracker writes it out. */
export interface Casting {
  readonly entries: readonly CastingEntry[]
  readonly warnings: readonly ScriptWarning[]
}
