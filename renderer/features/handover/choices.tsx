import { Segmented } from '../../common/Segmented'
import styles from './ExportSheet.module.css'

/** One option of a few words, named. */
export function Choice<V extends string>(props: {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
}) {
  return (
    <div className={styles.option}>
      <span>{props.label}</span>
      <Segmented {...props} />
    </div>
  )
}

/** One option that is on or off. */
export function Check({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={on} onChange={(e) => onChange(e.target.checked)} />
      {label}
    </label>
  )
}
