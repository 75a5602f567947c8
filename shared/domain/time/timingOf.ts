import type { Timing } from '../../model/frameRate'
import type { ReadRecords } from '../../records/recordStore'
import { wholeRate } from './frameRates'

const unset: Timing = { fps: wholeRate(24), dropFrame: false }

/** How the project's frames are counted; without an open project as a new one would, 24 a second. */
export function timingOf(store: ReadRecords): Timing {
  return store.get('project', 'project') ?? unset
}
