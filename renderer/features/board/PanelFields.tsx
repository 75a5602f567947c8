import { Plus, X } from 'lucide-react'
import { framesToSeconds } from '@shared/domain/time/frames'
import { parseDuration } from '@shared/domain/time/parseTime'
import { timingOf } from '@shared/domain/time/timingOf'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { plainNumber } from '@shared/language/unitWords'
import { shotAngles, type DialogueLine, type Shot } from '@shared/model/shot'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { useRead } from '../../app/useRead'
import { angleNames } from '../../common/cameraNames'
import { Button, IconButton } from '../../common/Button'
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

/** What is said, line by line, while the panel is edited. */
export function DialogueFields({ shot }: { shot: Shot }) {
  const lines = shot.dialogue
  const withLine = (index: number, change: Partial<DialogueLine>) => ({
    dialogue: lines.map((line, i) => (i === index ? { ...line, ...change } : line)),
  })
  return (
    <div className={styles.fields}>
      {lines.map((line, i) => (
        <div key={i} className={styles.spoken}>
          <Field
            label={`Who says line ${i + 1} of shot ${shot.number}`}
            value={line.character}
            width="100%"
            check={(text) => (text.trim() ? atMost(200)(text) : 'A line needs somebody who says it.')}
            onSave={save(shot, (character) => withLine(i, { character: character.trim() }))}
          />
          <Field
            label={`Line ${i + 1} of shot ${shot.number}`}
            value={line.text}
            multiline
            width="100%"
            onSave={save(shot, (text) => withLine(i, { text }))}
          />
          <IconButton
            label={`Delete line ${i + 1}`}
            icon={<X size={12} strokeWidth={2} />}
            onClick={() =>
              void run('shot.update', { shotId: shot.id, dialogue: lines.filter((_, other) => other !== i) })
            }
          />
        </div>
      ))}
      <Button
        onClick={() =>
          void run('shot.update', {
            shotId: shot.id,
            dialogue: [
              ...lines,
              { character: lines.at(-1)?.character ?? 'SPEAKER', extension: '', parenthetical: '', text: '…' },
            ],
          })
        }
      >
        <Plus size={12} strokeWidth={2} />
        Add a line
      </Button>
    </div>
  )
}
