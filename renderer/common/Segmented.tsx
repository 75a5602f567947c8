import styles from './Segmented.module.css'

/** A choice of two to six words in one row; arrow keys move it. */
export function Segmented<V extends string>({
  value,
  options,
  label,
  onChange,
}: {
  value: V
  options: readonly { value: V; label: string }[]
  label: string
  onChange: (value: V) => void
}) {
  return (
    <div className={styles.seg} role="radiogroup" aria-label={label}>
      {options.map((option, i) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className={option.value === value ? styles.on : undefined}
          onClick={() => onChange(option.value)}
          onKeyDown={(event) => {
            // As with any radio button, Enter sends the form it is in.
            if (event.key === 'Enter' && event.currentTarget.form) {
              event.preventDefault()
              event.currentTarget.form.requestSubmit()
              return
            }
            const step =
              event.key === 'ArrowRight' || event.key === 'ArrowDown'
                ? 1
                : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
                  ? -1
                  : 0
            if (!step) return
            event.preventDefault()
            const next = options[(i + step + options.length) % options.length]!
            onChange(next.value)
            ;(
              event.currentTarget.parentElement?.children[(i + step + options.length) % options.length] as
                HTMLElement | undefined
            )?.focus()
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
