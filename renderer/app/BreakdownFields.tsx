import { readNumber } from '@shared/language/readNumber'
import type { Breakdown } from '@shared/model/project'
import { Field } from '../common/Field'
import type { Saved, SavedStep } from '../common/typedText'
import styles from './BreakdownFields.module.css'

const fields: readonly { key: keyof Breakdown; label: string; unit: string; most: number; least: number }[] = [
  { key: 'dialogueMaxSeconds', label: 'Dialogue in one shot, at most', unit: 's', least: 1, most: 600 },
  { key: 'dialogueWordsPerSecond', label: 'Dialogue speed', unit: 'words/s', least: 0.1, most: 20 },
  { key: 'actionBaseSeconds', label: 'Action, at least', unit: 's', least: 0, most: 60 },
  { key: 'actionSecondsPerTenWords', label: 'Action, more per ten words', unit: 's', least: 0, most: 60 },
  { key: 'minSeconds', label: 'Any shot, at least', unit: 's', least: 0.1, most: 60 },
]
export const breakdownKeys = fields.map(({ key }) => key)

/** The rule by which a script is cut into shots, as fields. */
export function BreakdownFields({
  rule,
  disabled,
  onSave,
}: {
  rule: Breakdown
  disabled: boolean
  onSave: (changed: Partial<Breakdown>, continues: SavedStep | null) => void | Promise<Saved>
}) {
  return (
    <div className={styles.rule}>
      {fields.map(({ key, label, unit, least, most }) => (
        <label key={key} className={styles.row}>
          <span>{label}</span>
          <Field
            label={`${label}, ${unit}`}
            width={64}
            disabled={disabled}
            value={String(rule[key])}
            check={(text) => (numberIn(text, least, most) === null ? `A number from ${least} to ${most}.` : null)}
            onSave={(text, continues) => onSave({ [key]: numberIn(text, least, most)! }, continues)}
          />
          <span className={styles.unit}>{unit}</span>
        </label>
      ))}
    </div>
  )
}

function numberIn(text: string, least: number, most: number): number | null {
  const value = readNumber(text)
  return value !== null && value >= least && value <= most ? value : null
}
