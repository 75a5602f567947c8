import { Clock, Plus } from 'lucide-react'
import { useState } from 'react'
import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import { useFreshness } from '../../app/freshnessCache'
import { openScene, run } from '../../app/projectActions'
import { useProject, useVersion } from '../../app/projectStore'
import { useView } from '../../app/viewStore'
import { Button, IconButton } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './ScenesList.module.css'

/** The scenes of the film; choosing one opens it. Slim: number and stale count only. */
export function ScenesList({ slim }: { slim: boolean }) {
  useVersion('scenes', 'shots', 'project')
  const records = useProject((s) => s.records)
  const readOnly = useProject((s) => s.readOnly)
  const chosen = useView((s) => s.sceneId)
  const stale = useFreshness((s) => s.staleByScene)
  const [adding, setAdding] = useState(false)
  const { fps } = timingOf(records)
  const scenes = scenesInOrder(records)
  return (
    <section className={`${styles.scenes} ${slim ? styles.slim : ''}`} aria-label="Scenes">
      <div className={styles.head}>
        {!slim && <h2>Scenes</h2>}
        <IconButton
          label="Add scene"
          icon={<Plus size={14} strokeWidth={1.75} />}
          disabled={readOnly}
          onClick={() => setAdding(true)}
        />
      </div>
      <div className={styles.list}>
        {scenes.map((scene) => {
          const shots = shotsOfScene(records, scene.id)
          const frames = shots.reduce((sum, s) => sum + s.durationFrames, 0)
          const name = scene.heading || 'No heading'
          return (
            <button
              key={scene.id}
              type="button"
              className={`${styles.scene} ${scene.id === chosen ? styles.on : ''}`}
              aria-current={scene.id === chosen || undefined}
              title={`${scene.number} ${name}`}
              onClick={() => void openScene(scene.id, shots[0]?.id)}
            >
              <span className={styles.number}>{scene.number}</span>
              <span className={slim ? 'visually-hidden' : styles.name}>{shortHeading(scene)}</span>
              <span className={styles.meta}>
                {!slim && <span>{counted(shots.length, 'shot')}</span>}
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
      <AddScene open={adding} onClose={() => setAdding(false)} />
    </section>
  )
}

function shortHeading(scene: { heading: string; set: string; intExt: string }): string {
  return scene.set ? `${scene.intExt ? `${scene.intExt}. ` : ''}${scene.set}` : scene.heading || 'No heading'
}

function AddScene({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [heading, setHeading] = useState('')
  const add = async () => {
    if (heading.trim() && (await run('scene.create', { heading: heading.trim() }))) {
      setHeading('')
      onClose()
    }
  }
  return (
    <Sheet
      title="Add scene"
      open={open}
      onClose={onClose}
      width={420}
      footer={
        <>
          <Button large onClick={onClose}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!heading.trim()} onClick={() => void add()}>
            Add scene
          </Button>
        </>
      }
    >
      <form
        onSubmit={(e) => {
          e.preventDefault()
          void add()
        }}
      >
        <label className={styles.label} htmlFor="scene-heading">
          Heading
        </label>
        <input
          id="scene-heading"
          className={styles.input}
          value={heading}
          autoFocus
          placeholder="INT. LIVING ROOM - NIGHT"
          onChange={(e) => setHeading(e.target.value)}
        />
      </form>
    </Sheet>
  )
}
