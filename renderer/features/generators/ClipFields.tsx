import type { ClipCaps, ClipLengths, Profile } from '@shared/model/profile'
import { secondsText } from '@shared/language/unitWords'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { Field } from '../../common/Field'
import { Section } from '../../common/Section'
import { Segmented } from '../../common/Segmented'
import styles from './GeneratorsSheet.module.css'

const fields = [
  ['shortest', 'Shortest'],
  ['longest', 'Longest'],
  ['step', 'Then every'],
] as const

/** How long the clips of a generator are, and whether they end on a picture that is given. */
export function ClipFields({ profile, readOnly }: { profile: Profile; readOnly: boolean }) {
  const { clip } = profile
  if (!clip) return null
  const { lengths } = clip
  const isSeconds = lengths.fps === 1
  const unit = isSeconds ? 's' : 'frames'
  const changed = (part: Partial<ClipLengths>): ClipCaps => ({ ...clip, lengths: { ...lengths, ...part } })
  const number = (label: string, field: keyof ClipLengths, most: number) => (
    <Field
      label={label}
      width={64}
      value={String(lengths[field])}
      disabled={readOnly}
      check={(text) =>
        Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= most
          ? null
          : `A whole number from 1 to ${most}.`
      }
      onSave={(text, continues) =>
        saveTyped('profile.update', { profileId: profile.id, clip: changed({ [field]: Number(text) }) }, continues)
      }
    />
  )
  return (
    <Section title="Its clips">
      <div className={styles.price}>
        <Segmented
          label="Lengths are counted in"
          value={isSeconds ? 'seconds' : 'frames'}
          options={[
            { value: 'seconds', label: 'Seconds' },
            { value: 'frames', label: 'Frames' },
          ]}
          onChange={(value) => {
            if (readOnly || (value === 'seconds') === isSeconds) return
            const next = isSeconds
              ? { fps: 24, shortest: 9, longest: 257, step: 8 }
              : { fps: 1, shortest: 4, longest: 8, step: 2 }
            void run('profile.update', { profileId: profile.id, clip: changed(next) })
          }}
        />
        {!isSeconds && (
          <>
            {number('Frames a second', 'fps', 240)}
            <span className={styles.hint}>frames a second</span>
          </>
        )}
      </div>
      <div className={styles.numbers}>
        {fields.map(([field, label]) => (
          <label key={field} className={styles.number}>
            <span>
              {label}, {unit}
            </span>
            {number(`${label}, ${unit}`, field, 10_000)}
          </label>
        ))}
      </div>
      <p className={styles.hint}>{lengthWords(lengths)} For a shot in between the clip is made longer and trimmed.</p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={clip.lastFrame}
          disabled={readOnly}
          onChange={(event) =>
            void run('profile.update', { profileId: profile.id, clip: { ...clip, lastFrame: event.target.checked } })
          }
        />
        It takes the end frame too, not the start frame alone
      </label>
    </Section>
  )
}

/** "Clips of 4.0 s, 6.0 s and so on up to 8.0 s." */
function lengthWords({ fps, shortest, longest, step }: ClipLengths): string {
  const said = (frames: number) => secondsText(frames / fps)
  if (shortest + step > longest) return `Clips of ${said(shortest)}.`
  if (shortest + step === longest) return `Clips of ${said(shortest)} and ${said(longest)}.`
  return `Clips of ${said(shortest)}, ${said(shortest + step)} and so on up to ${said(longest)}.`
}
