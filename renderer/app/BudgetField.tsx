import { projectOf } from '@shared/domain/lookup'
import { Field } from '../common/Field'
import styles from './BudgetField.module.css'
import { saveTyped } from './saveTyped'
import { useRead } from './useRead'

/** What a batch may cost before it is asked about; empty = nothing is asked. */
export function BudgetField({ readOnly }: { readOnly: boolean }) {
  const { askAbove } = useRead(projectOf, [])
  return (
    <div className={styles.budget}>
      <span>Ask before a batch costs more than</span>
      <Field
        label="Ask before a batch costs more than"
        width={72}
        value={askAbove === null ? '' : String(askAbove)}
        placeholder="never"
        disabled={readOnly}
        check={(text) =>
          text.trim() === '' || (Number(text) >= 0 && Number(text) <= 1_000_000) ? null : 'A number, or nothing.'
        }
        onSave={(text, continues) =>
          saveTyped('project.update', { askAbove: text.trim() === '' ? null : Number(text) }, continues)
        }
      />
    </div>
  )
}
