import { Clock } from 'lucide-react'
import { shotsOfScene } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import type { Scene } from '@shared/model/scene'
import type { ScriptElement } from '@shared/script/scriptTypes'
import { useFreshness } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import type { Reading } from './readings'
import { MarkedText } from './MarkedText'
import styles from './rows.module.css'

/** A scene's heading as the script has it, with its number, shots and length. Stays on top while its scene is read. */
export function HeadingRow({
  scene,
  element,
  readings,
}: {
  scene: Scene | null
  element: ScriptElement | null
  readings: readonly Reading[]
}) {
  const shots = useRead((reads) => (scene ? shotsOfScene(reads, scene.id) : []), [scene])
  const { fps } = useRead(timingOf, [])
  const stale = useFreshness((s) => (scene ? (s.staleByScene[scene.id] ?? 0) : 0))
  const frames = shots.reduce((sum, s) => sum + s.durationFrames, 0)
  const title = element?.text || scene?.heading || 'No heading'
  return (
    <div
      className={`${styles.grid} ${styles.heading} ${scene ? '' : styles.gone}`}
      data-menu={scene ? `scene:${scene.id}` : undefined}
    >
      <span className={styles.number}>{scene?.number}</span>
      <h2 title={title}>{element?.text ? <MarkedText element={element} readings={readings} /> : title}</h2>
      <span className={styles.facts}>
        {scene ? (
          <>
            <span>{counted(shots.length, 'shot')}</span>
            <span>{lengthText(framesToSeconds(frames, fps))}</span>
          </>
        ) : (
          <span>No scene of the film</span>
        )}
        {stale > 0 && (
          <span className={styles.stale}>
            <Clock size={12} strokeWidth={2} aria-hidden />
            {stale} stale
          </span>
        )}
      </span>
    </div>
  )
}
