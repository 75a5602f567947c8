import { Clock, ListOrdered, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { scenesInOrder } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import type { Scene } from '@shared/model/scene'
import { Refusal } from '@shared/records/refusal'
import { hint } from '../../app/hint'
import { preview, staleWords } from '../../app/preview'
import { openScene, run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { sceneSums } from '../../app/sceneSums'
import { addSceneSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { stepScene, useNamedInInspector } from '../../app/stepScene'
import { useFreshness } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { useSceneDrag } from '../../app/useSceneDrag'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { registerFocusTarget } from '../../common/focusTargets'
import { PanelHead } from '../../common/Section'
import styles from './SceneOrder.module.css'

/** The scenes in the order of the film: dragged, or moved with Alt and arrows. Those out of story order neither take looks over nor pass them on. */
export function SceneOrder() {
  const readOnly = useProject((s) => s.readOnly)
  const list = useRef<HTMLDivElement>(null)
  const chosen = useView((s) => s.sceneId)
  const { fps } = useRead(timingOf, [])
  const scenes = useRead(scenesInOrder, [])
  const sums = useRead((reads) => scenes.map((scene) => sceneSums(reads, scene.id)), [scenes])
  const drop = useSceneDrag(list, scenes)
  useNamedInInspector(true)
  useEffect(
    () =>
      registerFocusTarget('scenes.chosen', () => {
        const row = list.current?.querySelector<HTMLElement>('[aria-current]')
        row?.focus()
        return row != null
      }),
    [],
  )
  const frames = sums.reduce((sum, scene) => sum + scene.frames, 0)
  const shots = sums.reduce((sum, scene) => sum + scene.shots, 0)
  const seconds = (of: number) => lengthText(framesToSeconds(of, fps))
  return (
    <section className={styles.scenes} aria-label="Scenes in order" data-surface="scenes">
      <PanelHead title="Scenes" meta={`${scenes.length} · ${counted(shots, 'shot')} · ${seconds(frames)}`}>
        <Button disabled={readOnly} onClick={() => openSheet(addSceneSheet, {})}>
          <Plus size={14} strokeWidth={1.75} />
          Add scene
        </Button>
      </PanelHead>
      {scenes.length > 0 && (
        <div className={`${styles.row} ${styles.heads}`} aria-hidden>
          <span>Scene</span>
          <span>Heading</span>
          <span>Shots</span>
          <span>Length</span>
          <span>Stale</span>
          <span>Out of story order</span>
        </div>
      )}
      <div ref={list} className={styles.list}>
        {scenes.map((scene, i) => (
          <div
            key={scene.id}
            className={[
              styles.row,
              scene.id === chosen && styles.on,
              drop?.sceneId === scene.id && styles.dragged,
              drop?.at === i && styles.before,
              drop?.at === i + 1 && i === scenes.length - 1 && styles.after,
            ]
              .filter(Boolean)
              .join(' ')}
          >
            <button
              type="button"
              className={styles.scene}
              aria-current={scene.id === chosen || undefined}
              data-scene={scene.id}
              data-menu={`scene:${scene.id}`}
              onClick={() => void openScene(scene.id, sums[i]!.firstShotId)}
              onKeyDown={stepScene}
            >
              <span className={styles.number}>{scene.number}</span>
              <span className={styles.heading} title={scene.heading}>
                {scene.heading || 'No heading'}
                {scene.title && <em>{scene.title}</em>}
              </span>
              <span>{sums[i]!.shots}</span>
              <span>{seconds(sums[i]!.frames)}</span>
              <StaleCount sceneId={scene.id} />
            </button>
            <OutOfOrder scene={scene} readOnly={readOnly} />
          </div>
        ))}
        {!scenes.length && (
          <Empty
            icon={<ListOrdered size={18} strokeWidth={1.6} />}
            title="No scenes yet"
            text="Import a script with Ctrl+I, or add the first scene."
          >
            <Button kind="primary" disabled={readOnly} onClick={() => openSheet(addSceneSheet, {})}>
              Add scene
            </Button>
          </Empty>
        )}
      </div>
      {scenes.length > 1 && (
        <p className={styles.foot}>Drag a scene to another place, or move it with Alt and the arrow keys.</p>
      )}
    </section>
  )
}

function StaleCount({ sceneId }: { sceneId: string }) {
  const stale = useFreshness((s) => s.staleByScene[sceneId])
  return (
    <span className={styles.stale}>
      {stale ? (
        <>
          <Clock size={10} strokeWidth={2.4} aria-hidden />
          {stale}
          <span className="visually-hidden"> stale</span>
        </>
      ) : null}
    </span>
  )
}

/** The mark of a flashback or dream. The status bar says beforehand what the other choice turns stale. */
function OutOfOrder({ scene, readOnly }: { scene: Scene; readOnly: boolean }) {
  const input = { sceneId: scene.id, outOfStoryOrder: !scene.outOfStoryOrder }
  const say = () => {
    const outcome = preview('scene.update', input)
    const what = input.outOfStoryOrder ? 'out of story order' : 'in story order'
    hint(outcome instanceof Refusal ? outcome.message : `Scene ${scene.number} ${what}: ${staleWords(outcome)}`)
  }
  return (
    <label className={styles.mark} onPointerEnter={say} onPointerLeave={() => hint('')}>
      <input
        type="checkbox"
        aria-label={`Scene ${scene.number} is out of story order`}
        checked={scene.outOfStoryOrder}
        disabled={readOnly}
        onFocus={say}
        onBlur={() => hint('')}
        onChange={() => void run('scene.update', input)}
      />
      <span>{scene.outOfStoryOrder ? 'flashback or dream' : ''}</span>
    </label>
  )
}
