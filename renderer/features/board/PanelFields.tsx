import { framesToSeconds } from '@shared/domain/time/frames'
import { parseDuration } from '@shared/domain/time/parseTime'
import { timingOf } from '@shared/domain/time/timingOf'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { plainNumber } from '@shared/language/unitWords'
import { shotAngles, type Shot } from '@shared/model/shot'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { useRead } from '../../app/useRead'
import { angleNames } from '../../common/cameraNames'
import { Field } from '../../common/Field'
import { Select } from '../../common/Select'
import type { SaveText } from '../../common/typedText'
import styles from './Panel.module.css'

type ShotEdit = Omit<CommandInputs['shot.update'], 'shotId'>

const save =
  (shot: Shot, fields: (text: string) => ShotEdit): SaveText =>
  (text, continues) =>
    saveTyped('shot.update', { shotId: shot.id, ...fields(text) }, continues)

const atMost = (most: number) => (text: string) =>
  text.trim().length > most ? `Too long: at most ${most} characters.` : null

const angles = [
  { value: '', label: 'Angle open' },
  ...shotAngles.map((value) => ({ value, label: angleNames[value] })),
] as const

/** How long the shot is, while its panel is edited. */
export function DurationField({ shot, focus }: { shot: Shot; focus: boolean }) {
  const timing = useRead(timingOf, [])
  return (
    <Field
      label={`Duration of shot ${shot.number}`}
      value={`${plainNumber(framesToSeconds(shot.durationFrames, timing.fps), 2)} s`}
      width={76}
      autoFocus={focus}
      check={(text) => {
        const read = parseDuration(text, timing)
        return 'refused' in read ? read.refused : null
      }}
      onSave={save(shot, (text) => {
        const read = parseDuration(text, timing)
        return 'frames' in read ? { durationFrames: read.frames } : {}
      })}
    />
  )
}

/** What is seen, while the panel is edited; what is said stands below it. */
export function TextField({ shot, focus }: { shot: Shot; focus: boolean }) {
  return (
    <div className={styles.fields}>
      <Field
        label={`What is seen in shot ${shot.number}`}
        value={shot.text}
        multiline
        width="100%"
        placeholder="What is seen"
        autoFocus={focus}
        onSave={save(shot, (text) => ({ text }))}
      />
    </div>
  )
}

/** How the camera sees it, and the notes, while the panel is edited. */
export function CameraFields({ shot, focus }: { shot: Shot; focus: boolean }) {
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Field
          label={`Movement in shot ${shot.number}`}
          value={shot.movement}
          width="100%"
          placeholder="Movement"
          autoFocus={focus}
          check={atMost(200)}
          onSave={save(shot, (movement) => ({ movement: movement.trim() }))}
        />
        <Field
          label={`Lens of shot ${shot.number}`}
          value={shot.lens}
          width="100%"
          placeholder="Lens"
          check={atMost(100)}
          onSave={save(shot, (lens) => ({ lens: lens.trim() }))}
        />
      </div>
      <Select
        label={`Angle of shot ${shot.number}`}
        value={shot.angle ?? ''}
        options={angles}
        onChange={(angle) => void run('shot.update', { shotId: shot.id, angle: angle || null })}
      />
      <Field
        label={`Notes on shot ${shot.number}`}
        value={shot.notes}
        multiline
        width="100%"
        placeholder="Notes"
        onSave={save(shot, (notes) => ({ notes }))}
      />
    </div>
  )
}
