import type { StoryClock } from '@shared/domain/time/storyClock'
import type { ReadRecords } from '@shared/records/recordStore'

/** A stretch of the film: its first frame, and the one after its last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretch that a scope means; null = all of the film. Of several selected shots it goes from the first to the last. */
export function stretchOf(
  reads: ReadRecords,
  clock: StoryClock,
  scope: 'film' | 'scene' | 'selection',
  sceneId: string | null,
  shotIds: readonly string[],
): Stretch | null {
  if (scope === 'film') return null
  if (scope === 'scene') {
    const extent = sceneId === null ? null : clock.sceneExtent(sceneId)
    return extent && extent.frames > 0 ? { from: extent.start, to: extent.start + extent.frames } : null
  }
  const shots = shotIds.flatMap((id) => {
    const shot = reads.get('shots', id)
    const from = shot ? clock.startOf(shot) : null
    return shot && from !== null ? [{ from, to: from + shot.durationFrames }] : []
  })
  return shots.length ? { from: Math.min(...shots.map((s) => s.from)), to: Math.max(...shots.map((s) => s.to)) } : null
}
