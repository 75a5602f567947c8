import type { ProfileFields } from '@shared/domain/passes/profileRules'
import type { Profile } from '@shared/model/profile'
import { saveTyped } from '../../app/saveTyped'
import { Field } from '../../common/Field'
import styles from './GeneratorsSheet.module.css'

type NumberName =
  | 'maxImages'
  | 'maxHumans'
  | 'maxObjects'
  | 'newSubjectsPerPass'
  | 'maxPasses'
  | 'timeoutSeconds'
  | 'pollSeconds'
  | 'promptMax'

/** A whole number of a profile; an empty one says that it is not known, where it may. */
export function NumberField({
  profile,
  label,
  field,
  least = 1,
  most,
  mayBeUnknown,
  readOnly,
}: {
  profile: Profile
  label: string
  field: NumberName
  least?: number
  most: number
  /** What an empty field says, where it may be empty. */
  mayBeUnknown?: string
  readOnly: boolean
}) {
  const parsed = (text: string) => (text.trim() === '' && mayBeUnknown ? null : Number(text))
  const check = (text: string) => {
    const value = parsed(text)
    return value === null || (Number.isInteger(value) && value >= least && value <= most)
      ? null
      : `A whole number from ${least} to ${most}.`
  }
  return (
    <label className={styles.number}>
      <span>{label}</span>
      <Field
        label={label}
        value={profile[field] === null ? '' : String(profile[field])}
        placeholder={mayBeUnknown ?? ''}
        width={mayBeUnknown ? 96 : 64}
        disabled={readOnly}
        check={check}
        onSave={(text, continues) => {
          const fields: ProfileFields = { [field]: parsed(text) }
          return saveTyped('profile.update', { profileId: profile.id, ...fields }, continues)
        }}
      />
    </label>
  )
}
