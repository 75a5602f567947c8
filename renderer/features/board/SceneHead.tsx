import { ChevronDown, ChevronRight } from 'lucide-react'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import { shotsOfScene } from '@shared/domain/lookup'
import { useRead } from '../../app/useRead'
import type { HeadItem } from './boardLayout'
import { foldScene } from './boardState'
import styles from './BoardView.module.css'

/** The line over a scene's panels: number, place, how many shots and how long; folds them away. */
export function SceneHead({ item }: { item: HeadItem }) {
  const { sceneId, folded, count } = item
  const scene = useRead((reads) => reads.get('scenes', sceneId), [sceneId])
  const { fps } = useRead(timingOf, [])
  const frames = useRead(
    (reads) => shotsOfScene(reads, sceneId).reduce((sum, shot) => sum + shot.durationFrames, 0),
    [sceneId],
  )
  if (!scene) return null
  const name = scene.set ? `${scene.intExt ? `${scene.intExt}. ` : ''}${scene.set}` : scene.heading || 'No heading'
  return (
    <div role="gridcell" className={styles.sceneHead} aria-colspan={6} data-scene-head={sceneId}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.fold}
        aria-expanded={!folded}
        aria-label={`${folded ? 'Unfold' : 'Fold'} scene ${scene.number}`}
        onClick={() => foldScene(sceneId, !folded)}
      >
        {folded ? <ChevronRight size={14} strokeWidth={2} /> : <ChevronDown size={14} strokeWidth={2} />}
      </button>
      <span className="visually-hidden">Scene</span>
      <b>{scene.number}</b>
      <span className={styles.sceneName}>{name}</span>
      {scene.set && scene.timeOfDay && <span className={styles.time}>{scene.timeOfDay}</span>}
      <span className={styles.rule} />
      <span className={styles.sums}>
        {counted(count, 'shot')}
        {count > 0 && ` · ${lengthText(framesToSeconds(frames, fps))}`}
      </span>
    </div>
  )
}
