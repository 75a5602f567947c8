import type { Draft } from '../records/draft'
import type { Shot } from '../model/shot'

/** What a split or join did to the records of a shot. */
export interface HalvesMap {
  /** The cut as a fraction of the whole shot, on a frame. */
  readonly cut: number
  /**
   * Split: ids of the whole shot's assignments, events and blockings -> ids of the records that stand for them in the second half; a
   * record that only moved there keeps its id. Join: ids of the gone shot's records -> ids of the kept shot's that took them up; a
   * record that only moved keeps its id.
   */
  readonly ids: ReadonlyMap<string, string>
}

/** A shot was split into `first` (which keeps the id) and `second`: merge entries of its records are cut like live ones (domain.md 8). */
export function onShotSplit(_draft: Draft, _first: Shot, _second: Shot, _map: HalvesMap): void {}

/** `gone` was joined onto the end of `kept`: recorded intervals are rescaled, those that no longer touch become their hull (domain.md 8). `gone` is still in the draft, without its records. */
export function onShotsJoined(_draft: Draft, _kept: Shot, _gone: Shot, _map: HalvesMap): void {}

/** A shot was moved to another scene: old scene instance ids -> ids of the instances it now uses (domain.md 8). */
export function onShotMoved(_draft: Draft, _shot: Shot, _instanceMap: ReadonlyMap<string, string>): void {}

/** A shot is about to be deleted; its records are still there (domain.md 8). */
export function onShotDeleted(_draft: Draft, _shotId: string): void {}
