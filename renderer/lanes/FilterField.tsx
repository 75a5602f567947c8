import { ListFilter, X } from 'lucide-react'
import styles from './FilterField.module.css'

/** What the lanes are narrowed to by a few letters; Escape clears it. */
export function FilterField({
  label,
  placeholder = label,
  value,
  onChange,
}: {
  label: string
  placeholder?: string
  value: string
  onChange: (text: string) => void
}) {
  return (
    <label className={styles.filter}>
      <ListFilter size={14} strokeWidth={1.75} aria-hidden />
      <input
        value={value}
        placeholder={placeholder}
        aria-label={label}
        onChange={(e) => onChange(e.target.value)}
        onKeyDown={(e) => e.key === 'Escape' && onChange('')}
      />
      {value && (
        <button type="button" aria-label="Clear the filter" onClick={() => onChange('')}>
          <X size={12} strokeWidth={2} />
        </button>
      )}
    </label>
  )
}
