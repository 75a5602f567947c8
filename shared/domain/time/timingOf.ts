import type { Timing } from '../../model/frameRate'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import { wholeRate } from './frameRates'

/** How the project's frames are counted; without an open project as a new one would, 24 a second. Remembered. */
export const timingOf = cached<Timing>((store) => {
  const { fps, dropFrame } = store.get('project', 'project') ?? { fps: wholeRate(24), dropFrame: false }
  return { fps, dropFrame }
}, sameValue)
