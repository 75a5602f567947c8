import { Clock, Plus } from 'lucide-react'
import { useRef } from 'react'
import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import { cached } from '@shared/records/cached'
import { sameValue } from '@shared/records/canonical'
import { openScene } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { openSheet } from '../../app/sheets'
import { useFreshness } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { IconButton } from '../../common/Button'
import { usePanel } from '../../common/usePanel'
import { addSceneSheet } from './sheets'
import styles from './ScenesList.module.css'

/** The scenes of the film; choosing one opens it. Slim: number and stale count only. */
export function ScenesList({ slim }: { slim: boolean }) {
  const readOnly = useProject((s) => s.readOnly)
  const chosen = useView((s) => s.sceneId)
  const stale = useFreshness((s) => s.staleByScene)
  const panel = useRef<HTMLElement>(null)
  usePanel('scenes', panel)
  const { fps } = useRead(timingOf, [])
  const scenes = useRead(scenesInOrder, [])
  const sums = useRead((reads) => scenes.map((scene) => sumsOf(reads, scene.id)), [scenes])
  return (
    <section ref={panel} className={`${styles.scenes} ${slim ? styles.slim : ''}`} aria-label="Scenes">
      <div className={styles.head}>
        {!slim && <h2>Scenes</h2>}
        <IconButton
          label="Add scene"
          icon={<Plus size={14} strokeWidth={1.75} />}
          disabled={readOnly}
          onClick={() => openSheet(addSceneSheet, {})}
        />
      </div>
      <div className={styles.list}>
        {scenes.map((scene, i) => {
          const { shots, frames, firstShotId } = sums[i]!
          const name = scene.heading || 'No heading'
          return (
            <button
              key={scene.id}
              type="button"
              className={`${styles.scene} ${scene.id === chosen ? styles.on : ''}`}
              aria-current={scene.id === chosen || undefined}
              title={`${scene.number} ${name}`}
              onClick={() => void openScene(scene.id, firstShotId)}
            >
              <span className={styles.number}>{scene.number}</span>
              <span className={slim ? 'visually-hidden' : styles.name}>{shortHeading(scene)}</span>
              <span className={styles.meta}>
                {!slim && <span>{counted(shots, 'shot')}</span>}
                {!slim && <span>{lengthText(framesToSeconds(frames, fps))}</span>}
                {stale[scene.id] ? (
                  <span className={styles.stale}>
                    <Clock size={10} strokeWidth={2.4} />
                    {stale[scene.id]}
                  </span>
                ) : null}
              </span>
            </button>
          )
        })}
        {!scenes.length && !slim && <p className={styles.none}>No scenes yet. Import a script, or add a scene.</p>}
      </div>
    </section>
  )
}

/** How many shots a scene has, how long they are together, and where it begins. Remembered: an edit in one scene leaves the others alone. */
const sumsOf = cached((reads, sceneId) => {
  const shots = shotsOfScene(reads, sceneId)
  return {
    shots: shots.length,
    frames: shots.reduce((sum, shot) => sum + shot.durationFrames, 0),
    firstShotId: shots[0]?.id,
  }
}, sameValue)

function shortHeading(scene: { heading: string; set: string; intExt: string }): string {
  return scene.set ? `${scene.intExt ? `${scene.intExt}. ` : ''}${scene.set}` : scene.heading || 'No heading'
}
