import { Clock, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { scenesInOrder } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import type { Scene } from '@shared/model/scene'
import { openScene } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { stopRenaming, useRenaming } from '../../app/rename'
import { saveTyped } from '../../app/saveTyped'
import { addSceneSheet } from '../../app/sheetKeys'
import { sceneSums } from '../../app/sceneSums'
import { openSheet } from '../../app/sheets'
import { stepScene, useNamedInInspector } from '../../app/stepScene'
import { useFreshness } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { IconButton } from '../../common/Button'
import { Field } from '../../common/Field'
import { registerFocusTarget } from '../../common/focusTargets'
import { usePanel } from '../../common/usePanel'
import styles from './ScenesList.module.css'
import { useSceneDrag } from '../../app/useSceneDrag'

/** The scenes of the film; choosing one opens it, dragging moves it. Slim: number and stale count only. */
export function ScenesList({ slim }: { slim: boolean }) {
  const readOnly = useProject((s) => s.readOnly)
  const chosen = useView((s) => s.sceneId)
  const selected = useView((s) => s.selected === 'scene')
  const panel = useRef<HTMLElement>(null)
  const list = useRef<HTMLDivElement>(null)
  usePanel('scenes', panel)
  const { fps } = useRead(timingOf, [])
  const scenes = useRead(scenesInOrder, [])
  const sums = useRead((reads) => scenes.map((scene) => sceneSums(reads, scene.id)), [scenes])
  const renamed = useRenaming((s) => (s.what === 'scene' && !slim ? s.id : null))
  useNamedInInspector(slim)
  const drop = useSceneDrag(list, scenes)
  useEffect(
    () =>
      registerFocusTarget('scenes.chosen', () => {
        const row = list.current?.querySelector<HTMLElement>('[aria-current]')
        row?.focus()
        return row != null
      }),
    [],
  )
  // An empty film begins with a scene: its key acts at once.
  const isEmpty = scenes.length === 0
  useEffect(() => {
    if (isEmpty && document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
  }, [isEmpty])
  return (
    <section
      ref={panel}
      className={`${styles.scenes} ${slim ? styles.slim : ''}`}
      aria-label="Scenes"
      data-surface="scenes"
      tabIndex={-1}
    >
      <div className={styles.head}>
        {!slim && <h2>Scenes</h2>}
        <IconButton
          label="Add scene"
          icon={<Plus size={14} strokeWidth={1.75} />}
          disabled={readOnly}
          onClick={() => openSheet(addSceneSheet, {})}
        />
      </div>
      <div ref={list} className={styles.list}>
        {scenes.map((scene, i) => {
          const { shots, frames, firstShotId } = sums[i]!
          if (scene.id === renamed) return <NameField key={scene.id} scene={scene} />
          return (
            <SceneRow
              key={scene.id}
              scene={scene}
              slim={slim}
              on={scene.id === chosen}
              selected={selected && scene.id === chosen}
              meta={[counted(shots, 'shot'), lengthText(framesToSeconds(frames, fps))]}
              drop={drop?.at === i ? 'before' : drop?.at === i + 1 && i === scenes.length - 1 ? 'after' : null}
              dragged={drop?.sceneId === scene.id}
              onOpen={() => void openScene(scene.id, firstShotId)}
            />
          )
        })}
        {isEmpty && !slim && (
          <p className={styles.none}>
            No scenes yet. Import a script, or add a scene: <kbd>N</kbd>
          </p>
        )}
      </div>
    </section>
  )
}

interface RowProps {
  scene: Scene
  slim: boolean
  on: boolean
  selected: boolean
  meta: readonly string[]
  drop: 'before' | 'after' | null
  dragged: boolean
  onOpen: () => void
}

function SceneRow({ scene, slim, on, selected, meta, drop, dragged, onOpen }: RowProps) {
  const stale = useFreshness((s) => s.staleByScene[scene.id])
  const looks = [
    styles.scene,
    on && styles.on,
    selected && styles.selected,
    dragged && styles.dragged,
    drop === 'before' && styles.dropBefore,
    drop === 'after' && styles.dropAfter,
  ]
  return (
    <button
      type="button"
      className={looks.filter(Boolean).join(' ')}
      aria-current={on || undefined}
      data-scene={scene.id}
      data-menu={`scene:${scene.id}`}
      title={`${scene.number} ${scene.heading || 'No heading'}`}
      onClick={onOpen}
      onKeyDown={stepScene}
    >
      <span className={styles.number}>{scene.number}</span>
      <span className={slim ? 'visually-hidden' : styles.name}>{shortHeading(scene)}</span>
      <span className={styles.meta}>
        {!slim && meta.map((text) => <span key={text}>{text}</span>)}
        {stale ? (
          <span className={styles.stale}>
            <Clock size={10} strokeWidth={2.4} />
            {stale}
          </span>
        ) : null}
      </span>
    </button>
  )
}

/** The heading as a field, in the place of its row. */
function NameField({ scene }: { scene: Scene }) {
  return (
    <div
      className={styles.renaming}
      onBlur={() => {
        stopRenaming()
        requestAnimationFrame(() => {
          if (document.activeElement === document.body)
            document.querySelector<HTMLElement>(`[data-scene="${CSS.escape(scene.id)}"]`)?.focus()
        })
      }}
    >
      <span className={styles.number}>{scene.number}</span>
      <Field
        label={`Heading of scene ${scene.number}`}
        value={scene.heading}
        width="100%"
        autoFocus
        placeholder="INT. LIVING ROOM - NIGHT"
        onSave={(heading, continues) => saveTyped('scene.update', { sceneId: scene.id, heading }, continues)}
      />
    </div>
  )
}

function shortHeading(scene: { heading: string; set: string; intExt: string }): string {
  return scene.set ? `${scene.intExt ? `${scene.intExt}. ` : ''}${scene.set}` : scene.heading || 'No heading'
}
