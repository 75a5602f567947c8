import { CornerUpLeft, Trash2 } from 'lucide-react'
import { shotsOfScene } from '@shared/domain/lookup'
import { traysOf } from '@shared/domain/structure/tray'
import { run } from '../../../app/projectActions'
import { useRead } from '../../../app/useRead'
import { selectShot } from '../../../app/viewStore'
import { Button, IconButton } from '../../../common/Button'
import { Section } from '../../../common/Section'
import styles from './review.module.css'

/** What a newer version of the script has no more, with all its work; nothing goes for good unless the user says so. */
export function TrayReview({ readOnly }: { readOnly: boolean }) {
  const trays = useRead(
    (reads) =>
      traysOf(reads)
        .map((scene) => ({ scene, shots: shotsOfScene(reads, scene.id) }))
        .filter((t) => t.shots.length),
    [],
  )
  if (!trays.length) return null
  const restore = async (shotId: string) => {
    if (await run('shot.restore', { shotId })) selectShot(shotId)
  }
  return (
    <Section title="Tray" count={trays.reduce((sum, t) => sum + t.shots.length, 0)}>
      <p className={styles.note}>No longer in the script. Their frames, prompts and assignments are kept.</p>
      {trays.map(({ scene, shots }) => (
        <div key={scene.id} className={styles.tray}>
          <div className={styles.trayHead}>
            <span className={styles.assetName}>{scene.heading || 'Scene without a heading'}</span>
            <Button disabled={readOnly} onClick={() => void run('scene.restore', { sceneId: scene.id })}>
              <CornerUpLeft size={12} strokeWidth={2} />
              Restore all<span className="visually-hidden"> of {scene.heading}</span>
            </Button>
          </div>
          <ul className={styles.list}>
            {shots.map((shot) => (
              <li key={shot.id} className={styles.trayShot}>
                <span className={styles.line}>{shot.number}</span>
                <span className={styles.trayText}>
                  {shot.text || shot.dialogue.map((d) => `${d.character}: ${d.text}`).join(' ') || 'No text'}
                </span>
                <IconButton
                  label={`Restore shot ${shot.number}`}
                  icon={<CornerUpLeft size={14} strokeWidth={1.75} />}
                  disabled={readOnly}
                  onClick={() => void restore(shot.id)}
                />
                <IconButton
                  label={`Delete shot ${shot.number}`}
                  icon={<Trash2 size={14} strokeWidth={1.75} />}
                  disabled={readOnly}
                  onClick={() => void run('shot.delete', { shotIds: [shot.id] })}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
