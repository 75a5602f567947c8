import { useEffect, useRef, type KeyboardEvent } from 'react'
import { registerFocusTarget } from './focusTargets'
import styles from './Field.module.css'
import type { SaveText } from './typedText'
import { useTypedText } from './useTypedText'

interface Props {
  label: string
  value: string
  /** Saves what was typed; called when typing rests and when the field is left, with the step that the visit made already. */
  onSave: SaveText
  /** Checks while typing; a sentence means refused. */
  check?: (value: string) => string | null
  multiline?: boolean
  placeholder?: string
  /** Words before the value inside the field, e.g. "x". */
  prefix?: string
  width?: number | string
  disabled?: boolean
  autoFocus?: boolean
  /** The name under which others send the focus here; the text is selected then. */
  focusAs?: string
}

/**
 * A text field. What is typed is saved when typing rests, by Enter (Ctrl+Enter in one of several lines), and when the field is left or goes
 * away; a visit is one undo step. Esc restores. A refused text stays, with a red line and the reason.
 */
export function Field({
  label,
  value,
  onSave,
  check,
  multiline,
  placeholder,
  prefix,
  width,
  disabled,
  autoFocus,
  focusAs,
}: Props) {
  const wrap = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (focusAs !== undefined) return registerFocusTarget(focusAs, () => selectIn(wrap.current))
  }, [focusAs])
  const { text, refused, type, leave, cancel } = useTypedText({ label, value, save: onSave, check })
  const common = {
    'aria-label': label,
    value: text,
    placeholder,
    disabled,
    'aria-invalid': refused !== null,
    autoFocus,
    onBlur: () => void leave(),
    onChange: (e: { target: { value: string } }) => type(e.target.value),
    onKeyDown: (e: KeyboardEvent<HTMLElement>) => {
      if (e.key === 'Escape') cancel()
      if (e.key === 'Escape' || (e.key === 'Enter' && (!multiline || e.ctrlKey || e.metaKey))) e.currentTarget.blur()
    },
  }
  return (
    <span ref={wrap} className={styles.wrap} style={{ width }}>
      <span className={`${styles.field} ${multiline ? styles.multi : ''} ${refused ? styles.refused : ''}`}>
        {prefix && <span className={styles.prefix}>{prefix}</span>}
        {multiline ? <textarea {...common} rows={3} /> : <input {...common} />}
      </span>
      {refused && (
        <span className={styles.reason} role="alert">
          {refused}
        </span>
      )}
    </span>
  )
}

/** Gives the focus to the field within, with its text selected; false when it cannot take it. */
function selectIn(element: HTMLElement | null): boolean {
  const field = element?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  field?.focus()
  field?.select()
  return field != null && document.activeElement === field
}
