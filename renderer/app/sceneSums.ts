import { shotsOfScene } from '@shared/domain/lookup'
import { cached } from '@shared/records/cached'
import { sameValue } from '@shared/records/canonical'

/** How many shots a scene has, how long they are together, and where it begins. Remembered: an edit in one scene leaves the others alone. */
export const sceneSums = cached((reads, sceneId: string) => {
  const shots = shotsOfScene(reads, sceneId)
  return {
    shots: shots.length,
    frames: shots.reduce((sum, shot) => sum + shot.durationFrames, 0),
    firstShotId: shots[0]?.id,
  }
}, sameValue)
