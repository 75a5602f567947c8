import { Combine, Copy, MoveLeft, MoveRight, RefreshCw, Trash2, Type } from 'lucide-react'
import { shotIdsInOrder } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText, upperFirst } from '@shared/language/unitWords'
import { shotWords } from '../../app/selection'
import { useRead } from '../../app/useRead'
import { selectShot } from '../../app/viewStore'
import { PanelBody, PanelHead, Section } from '../../common/Section'
import { CommandButton } from './CommandButton'
import styles from './SceneInspector.module.css'

const icon = { size: 12, strokeWidth: 2 } as const

/** Several selected shots: which they are, how long together, and what can be done with all of them. */
export function SeveralShots({ shotIds }: { shotIds: readonly string[] }) {
  const shots = useRead(
    (reads) => shotIdsInOrder(reads).flatMap((id) => (shotIds.includes(id) ? [reads.must('shots', id)] : [])),
    [shotIds],
  )
  const { fps } = useRead(timingOf, [])
  const frames = shots.reduce((sum, shot) => sum + shot.durationFrames, 0)
  const words = upperFirst(shotWords(shots.map((s) => s.id)))
  return (
    <>
      <PanelHead
        title={words}
        meta={`${counted(shots.length, 'shot')}, ${lengthText(framesToSeconds(frames, fps))} together`}
      />
      <PanelBody>
        <Section title="Together">
          <div className={styles.buttons}>
            <CommandButton id="frames.shot" words="Make frames" icon={<RefreshCw {...icon} />} />
            <CommandButton id="prompts.shot" words="Write prompts" icon={<Type {...icon} />} />
            <CommandButton id="shot.join" words="Join" icon={<Combine {...icon} />} />
            <CommandButton id="shot.duplicate" words="Duplicate" icon={<Copy {...icon} />} />
            <CommandButton id="shot.earlier" words="Earlier" icon={<MoveLeft {...icon} />} />
            <CommandButton id="shot.later" words="Later" icon={<MoveRight {...icon} />} />
            <CommandButton id="shot.delete" words="Delete" icon={<Trash2 {...icon} />} />
          </div>
        </Section>
        <Section title="Selected shots" count={shots.length}>
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
        </Section>
      </PanelBody>
    </>
  )
}
