import { useEffect, useRef, useState } from 'react'
import styles from './Field.module.css'

interface Props {
  label: string
  value: string
  /** Called on Enter or when the field is left with another value. May throw a sentence: the field then shows it. */
  onCommit: (value: string) => void
  /** Checks while typing; a sentence means refused. */
  check?: (value: string) => string | null
  multiline?: boolean
  placeholder?: string
  /** Words before the value inside the field, e.g. "x". */
  prefix?: string
  width?: number | string
  disabled?: boolean
  autoFocus?: boolean
}

/** A text field: Enter commits, Esc restores, leaving commits; a refused value shows a red line and the reason. */
export function Field({
  label,
  value,
  onCommit,
  check,
  multiline,
  placeholder,
  prefix,
  width,
  disabled,
  autoFocus,
}: Props) {
  const [text, setText] = useState(value)
  const editing = useRef(false)
  const skip = useRef(false)
  useEffect(() => {
    if (!editing.current) setText(value)
  }, [value])
  const refused = check?.(text) ?? null
  const finish = () => {
    editing.current = false
    if (skip.current || text === value) {
      skip.current = false
      setText(value)
      return
    }
    if (refused) setText(value)
    else onCommit(text)
  }
  const common = {
    'aria-label': label,
    value: text,
    placeholder,
    disabled,
    'aria-invalid': refused !== null,
    autoFocus,
    onFocus: () => (editing.current = true),
    onBlur: finish,
    onChange: (e: { target: { value: string } }) => setText(e.target.value),
  }
  return (
    <span className={styles.wrap} style={{ width }}>
      <span className={`${styles.field} ${multiline ? styles.multi : ''} ${refused ? styles.refused : ''}`}>
        {prefix && <span className={styles.prefix}>{prefix}</span>}
        {multiline ? (
          <textarea
            {...common}
            rows={3}
            onKeyDown={(e) => {
              if (e.key === 'Escape') {
                skip.current = true
                e.currentTarget.blur()
              }
              if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.blur()
            }}
          />
        ) : (
          <input
            {...common}
            onKeyDown={(e) => {
              if (e.key === 'Escape') {
                skip.current = true
                e.currentTarget.blur()
              }
              if (e.key === 'Enter') e.currentTarget.blur()
            }}
          />
        )}
      </span>
      {refused && (
        <span className={styles.reason} role="alert">
          {refused}
        </span>
      )}
    </span>
  )
}
