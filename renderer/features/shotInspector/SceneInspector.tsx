import { Copy, Plus, Trash2 } from 'lucide-react'
import { shotsOfScene } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import { longestNumber } from '@shared/model/common'
import type { Scene } from '@shared/model/scene'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { addShot } from '../../app/edit/shotCommands'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { saveTyped } from '../../app/saveTyped'
import { useRead } from '../../app/useRead'
import { selectShot, useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Field } from '../../common/Field'
import { PanelBody, PanelHead, Section } from '../../common/Section'
import type { SaveText } from '../../common/typedText'
import { CommandButton } from './CommandButton'
import styles from './SceneInspector.module.css'

/** The selected scene: its heading and number, its shots, and what can be done with it. */
export function SceneInspector() {
  const sceneId = useView((s) => s.sceneId)
  const scene = useRead((reads) => (sceneId === null ? undefined : reads.get('scenes', sceneId)), [sceneId])
  return scene ? <SceneFields key={scene.id} scene={scene} /> : null
}

type SceneEdit = Omit<CommandInputs['scene.update'], 'sceneId'>

function SceneFields({ scene }: { scene: Scene }) {
  const readOnly = useProject((s) => s.readOnly)
  const shots = useRead((reads) => shotsOfScene(reads, scene.id), [scene.id])
  const { fps } = useRead(timingOf, [])
  const frames = shots.reduce((sum, shot) => sum + shot.durationFrames, 0)
  const save =
    (fields: (text: string) => SceneEdit): SaveText =>
    (text, continues) =>
      saveTyped('scene.update', { sceneId: scene.id, ...fields(text) }, continues)
  return (
    <>
      <PanelHead
        title={`Scene ${scene.number}`}
        meta={`${counted(shots.length, 'shot')}, ${lengthText(framesToSeconds(frames, fps))}`}
      />
      <PanelBody>
        <Section title="Scene">
          <div className={styles.fields}>
            <span className={styles.word}>Heading</span>
            <Field
              label="Heading"
              focusAs="scene.heading"
              value={scene.heading}
              width="100%"
              placeholder="INT. LIVING ROOM - NIGHT"
              disabled={readOnly}
              onSave={save((heading) => ({ heading }))}
            />
            <span className={styles.word}>Number</span>
            <Field
              label="Number of the scene"
              value={scene.number}
              width="100%"
              check={numberRefusal}
              disabled={readOnly}
              onSave={save((number) => ({ number: number.trim() }))}
            />
            <span className={styles.word}>Title</span>
            <Field
              label="Title of the scene"
              value={scene.title}
              width="100%"
              placeholder="none"
              disabled={readOnly}
              onSave={save((title) => ({ title }))}
            />
          </div>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={scene.outOfStoryOrder}
              disabled={readOnly}
              onChange={(e) => void run('scene.update', { sceneId: scene.id, outOfStoryOrder: e.target.checked })}
            />
            <span>
              Out of story order<em>a flashback or dream: looks are not carried in or out</em>
            </span>
          </label>
          <Field
            label="Notes on the scene"
            value={scene.notes}
            multiline
            width="100%"
            placeholder="Notes"
            disabled={readOnly}
            onSave={save((notes) => ({ notes }))}
          />
        </Section>
        <Section title="Shots" count={shots.length}>
          {shots.length === 0 && <p className={styles.none}>No shots yet.</p>}
          <ul className={styles.shots}>
            {shots.map((shot) => (
              <li key={shot.id}>
                <button type="button" className={styles.shot} onClick={() => selectShot(shot.id)}>
                  <strong>{shot.number}</strong>
                  <span>
                    {shot.text || shot.dialogue.map((d) => `${d.character}: ${d.text}`).join(' ') || 'No text yet'}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Button kind="outline" disabled={readOnly} onClick={() => void addShot(scene.id)}>
            <Plus size={12} strokeWidth={2} />
            Add shot
          </Button>
        </Section>
        <Section>
          <div className={styles.buttons}>
            <CommandButton id="scene.duplicate" words="Duplicate the scene" icon={<Copy size={12} strokeWidth={2} />} />
            <CommandButton id="scene.delete" words="Delete the scene" icon={<Trash2 size={12} strokeWidth={2} />} />
          </div>
        </Section>
      </PanelBody>
    </>
  )
}

const numberRefusal = (text: string): string | null => {
  if (!text.trim()) return 'A scene needs a number, such as 3 or 3A.'
  return text.trim().length > longestNumber ? `Too long: at most ${longestNumber} characters.` : null
}
