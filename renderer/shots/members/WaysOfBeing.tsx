import { existingShot, activeMembers, type Member } from '@shared/domain/lookup'
import { carriersOf } from '@shared/domain/presence/carrying'
import { framesToSeconds } from '@shared/domain/time/frames'
import { plainNumber, secondsText } from '@shared/language/unitWords'
import { visibleIn } from '@shared/model/assignment'
import type { FrameEnd } from '@shared/model/common'
import type { Timing } from '@shared/model/frameRate'
import type { Shot } from '@shared/model/shot'
import { shownSchema, type Shown } from '@shared/model/transformation'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { useRead } from '../../app/useRead'
import { Field } from '../../common/Field'
import { Select } from '../../common/Select'
import { momentInTime } from './times'
import styles from './WaysOfBeing.module.css'

const seenAs = [
  { value: 'self', label: 'In person' },
  { value: 'image', label: 'Only in a picture of them' },
] as const
const shownNames: Record<Shown, string> = { full: 'Whole', part: 'In part', hidden: 'Hidden' }
const shownOptions = shownSchema.options.map((value) => ({ value, label: shownNames[value] }))
const frameNames: Record<FrameEnd, string> = { start: 'At the start', end: 'At the end' }

/**
 * In which way somebody or something is in the shot: in person or as a picture, in whose hands, and how much of the
 * figure each still shows (domain.md 1.8, 1.9, 5.8).
 */
export function WaysOfBeing({
  member: { assignment, asset },
  shot,
  timing,
  readOnly,
}: {
  member: Member
  shot: Shot
  timing: Timing
  readOnly: boolean
}) {
  const cell = { shotId: shot.id, assetId: asset.id }
  const set = (fields: Record<string, unknown>) => void run('assignment.set', { ...cell, ...fields })
  const others = useRead(
    (reads) =>
      activeMembers(reads, existingShot(reads, shot.id).id)
        .filter((m) => m.asset.id !== asset.id && m.asset.type !== 'location')
        .map((m) => ({ value: m.asset.id, label: m.asset.name })),
    [shot.id, asset.id],
  )
  const carriers = useRead((reads) => carriersOf(reads, assignment), [assignment])
  const blockings = useRead(
    (reads) =>
      reads.list('blockingsOfShot', shot.id).filter((b) => b.sceneAssetInstanceId === assignment.sceneAssetInstanceId),
    [shot.id, assignment.sceneAssetInstanceId],
  )
  if (asset.type === 'location') return null
  const isPicture = assignment.depicts === 'image'
  const seconds = framesToSeconds(shot.durationFrames, timing.fps)
  const by = carriers?.first.asset.id ?? ''
  const frames = (['start', 'end'] as const).filter((frame) => visibleIn(assignment, frame))
  return (
    <div className={styles.ways}>
      <span className={styles.word}>Seen</span>
      <Select
        label={`How ${asset.name} is seen`}
        value={assignment.depicts}
        options={seenAs}
        disabled={readOnly}
        onChange={(depicts) => set({ depicts })}
      />
      {isPicture && (
        <>
          <span className={styles.word}>on</span>
          <Field
            label={`On what ${asset.name} is seen`}
            value={assignment.depictedOn}
            placeholder="the photograph on the desk"
            width="100%"
            disabled={readOnly}
            onSave={(text, continues) =>
              saveTyped('assignment.set', { ...cell, depictedOn: text.trim().slice(0, 200) }, continues)
            }
          />
        </>
      )}
      {!isPicture && others.length > 0 && (
        <>
          <span className={styles.word}>Carried by</span>
          <Select
            label={`Who carries ${asset.name}`}
            value={by}
            options={[{ value: '', label: 'Nobody' }, ...others]}
            disabled={readOnly}
            onChange={(carriedBy) => set({ carriedBy: carriedBy || null })}
          />
        </>
      )}
      {carriers && (
        <>
          <span className={styles.word}>handed to</span>
          <Select
            label={`To whom ${asset.name} is handed`}
            value={carriers.handedAt === null ? '' : carriers.last.asset.id}
            options={[{ value: '', label: 'Nobody' }, ...others.filter(({ value }) => value !== by)]}
            disabled={readOnly}
            onChange={(to) =>
              set(to ? { handedTo: to, handedAt: assignment.handedAt ?? 0.5 } : { handedTo: null, handedAt: null })
            }
          />
          {carriers.handedAt !== null && (
            <>
              <span className={styles.word}>at</span>
              <Field
                label={`When ${asset.name} is handed over`}
                value={`${plainNumber(carriers.handedAt * seconds, 2)} s`}
                width="100%"
                disabled={readOnly}
                check={(text) => {
                  const moment = momentInTime(text, shot.durationFrames, timing)
                  if ('refused' in moment) return moment.refused
                  return moment.at > 0 && moment.at < 1 ? null : `Between 0 and ${secondsText(seconds)}.`
                }}
                onSave={(text, continues) => {
                  const moment = momentInTime(text, shot.durationFrames, timing)
                  if ('at' in moment) return saveTyped('assignment.set', { ...cell, handedAt: moment.at }, continues)
                }}
              />
            </>
          )}
          <p className={styles.note}>Comes and goes with {carriers.first.asset.name}. Times of its own put it down.</p>
        </>
      )}
      {!isPicture &&
        frames.map((frame) => (
          <FrameShown
            key={frame}
            frame={frame}
            name={asset.name}
            value={blockings.find((b) => b.frame === frame)?.shown ?? 'full'}
            disabled={readOnly}
            onChange={(shown) => void run('blocking.set', { assignmentId: assignment.id, frame, shown })}
          />
        ))}
    </div>
  )
}

function FrameShown({
  frame,
  name,
  value,
  disabled,
  onChange,
}: {
  frame: FrameEnd
  name: string
  value: Shown
  disabled: boolean
  onChange: (shown: Shown) => void
}) {
  return (
    <>
      <span className={styles.word}>{frameNames[frame]}</span>
      <Select
        label={`How much of ${name} is seen ${frameNames[frame].toLowerCase()}`}
        value={value}
        options={shownOptions}
        disabled={disabled}
        onChange={onChange}
      />
    </>
  )
}
