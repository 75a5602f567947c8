import type { ReactNode } from 'react'
import { parseDuration } from '@shared/domain/time/parseTime'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, plainNumber } from '@shared/language/unitWords'
import { longestNumber } from '@shared/model/common'
import { shotAngles, shotSizes, type Shot } from '@shared/model/shot'
import { framesToSeconds } from '@shared/domain/time/frames'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { run } from '../app/projectActions'
import { useProject } from '../app/projectStore'
import { saveTyped } from '../app/saveTyped'
import { useRead } from '../app/useRead'
import { useView } from '../app/viewStore'
import { Field } from '../common/Field'
import { Section } from '../common/Section'
import { Select } from '../common/Select'
import type { SaveText } from '../common/typedText'
import styles from './ShotFields.module.css'
import { angleNames, sizeNames } from '../common/cameraNames'

type ShotEdit = Omit<CommandInputs['shot.update'], 'shotId'>

const open = [{ value: '', label: 'Open' }] as const
const sizes = [...open, ...shotSizes.map((value) => ({ value, label: sizeNames[value] }))]
const endSizes = [
  { value: '', label: 'As it began' },
  ...shotSizes.map((value) => ({ value, label: sizeNames[value] })),
] as const
const times = [
  { value: 'on', label: 'Goes on from the shot before' },
  { value: 'jump', label: 'Time has passed since' },
] as const
const angles = [...open, ...shotAngles.map((value) => ({ value, label: angleNames[value] }))]

/** What the shot shows, how long, and how the camera sees it. */
export function ShotFields({ shot }: { shot: Shot }) {
  const readOnly = useProject((s) => s.readOnly)
  const active = useView((s) => s.shotId === shot.id)
  const timing = useRead(timingOf, [])
  const set = (fields: ShotEdit) => void run('shot.update', { shotId: shot.id, ...fields })
  const save =
    (fields: (text: string) => ShotEdit): SaveText =>
    (text, continues) =>
      saveTyped('shot.update', { shotId: shot.id, ...fields(text) }, continues)
  return (
    <Section title="Shot">
      <div className={styles.text}>
        <Field
          label="What is seen"
          value={shot.text}
          multiline
          width="100%"
          placeholder="What is seen"
          disabled={readOnly}
          onSave={save((text) => ({ text }))}
        />
      </div>
      {shot.dialogue.length > 0 && (
        <dl className={styles.dialogue} aria-label="Dialogue">
          {shot.dialogue.map((line, i) => (
            <div key={i}>
              <dt>
                {line.character}
                {line.extension && <span> ({line.extension})</span>}
                {line.parenthetical && <em> ({line.parenthetical.replace(/^\(|\)$/g, '')})</em>}
              </dt>
              <dd>{line.text}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.grid}>
        <Row word="Number">
          <Field
            label="Number"
            {...(active ? { focusAs: 'shot.number' } : {})}
            value={shot.number}
            width="100%"
            check={numberRefusal}
            disabled={readOnly}
            onSave={save((number) => ({ number: number.trim() }))}
          />
        </Row>
        <Row word="Duration">
          <Field
            label="Duration"
            value={`${plainNumber(framesToSeconds(shot.durationFrames, timing.fps), 2)} s`}
            width="100%"
            disabled={readOnly}
            check={(text) => {
              const read = parseDuration(text, timing)
              return 'refused' in read ? read.refused : null
            }}
            onSave={save((text) => {
              const read = parseDuration(text, timing)
              return 'frames' in read ? { durationFrames: read.frames } : {}
            })}
          />
          <span className={styles.frames}>{counted(shot.durationFrames, 'frame')}</span>
        </Row>
        <Row word="Size">
          <Select
            label="Size"
            value={shot.size ?? ''}
            options={sizes}
            disabled={readOnly}
            onChange={(size) => set({ size: size || null })}
          />
        </Row>
        <Row word="Angle">
          <Select
            label="Angle"
            value={shot.angle ?? ''}
            options={angles}
            disabled={readOnly}
            onChange={(angle) => set({ angle: angle || null })}
          />
        </Row>
        <Row word="Lens">
          <Field
            label="Lens"
            value={shot.lens}
            width="100%"
            placeholder="24 mm"
            check={short(100)}
            disabled={readOnly}
            onSave={save((lens) => ({ lens: lens.trim() }))}
          />
        </Row>
        <Row word="Time">
          <Select
            label="Time"
            value={shot.timeJump ? 'jump' : 'on'}
            options={times}
            disabled={readOnly}
            onChange={(value) => set({ timeJump: value === 'jump' })}
          />
        </Row>
        <Row word="Movement">
          <Field
            label="Movement"
            value={shot.movement}
            width="100%"
            placeholder="slow push in"
            check={short(200)}
            disabled={readOnly}
            onSave={save((movement) => ({ movement: movement.trim() }))}
          />
        </Row>
        <Row word="Ends as">
          <Select
            label="Size at the end of the move"
            value={shot.endSize ?? ''}
            options={endSizes}
            disabled={readOnly}
            onChange={(size) => set({ endSize: size || null })}
          />
        </Row>
      </div>
    </Section>
  )
}

const numberRefusal = (text: string) =>
  text.trim() ? short(longestNumber)(text) : 'A shot needs a number, such as 12 or 12A.'

const short = (most: number) => (text: string) =>
  text.trim().length > most ? `Too long: at most ${most} characters.` : null

function Row({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.word} aria-hidden>
        {word}
      </span>
      <span className={styles.control}>{children}</span>
    </div>
  )
}
