import { ChevronDown } from 'lucide-react'
import styles from './Select.module.css'

/** A native choice list in the look of the fields. */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  prefix,
  disabled,
}: {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  prefix?: string
  disabled?: boolean
}) {
  return (
    <span className={styles.select}>
      {prefix && <span className={styles.prefix}>{prefix}</span>}
      <select aria-label={label} value={value} disabled={disabled} onChange={(e) => onChange(e.target.value as V)}>
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
      <ChevronDown size={12} strokeWidth={2} className={styles.arrow} aria-hidden />
    </span>
  )
}
