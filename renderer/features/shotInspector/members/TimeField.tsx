import { OctagonX } from 'lucide-react'
import { useRef, useState } from 'react'
import styles from './EdgeFields.module.css'

interface Props {
  label: string
  /** How the value reads: "1.5 s". */
  shown: string
  /** How it is typed over: "1.51". */
  typed: string
  /** Why a text is refused, or null. */
  check: (text: string) => string | null
  onRefuse: (sentence: string | null) => void
  onCommit: (text: string) => void
  disabled: boolean
}

/** A short number field: Enter commits, Esc restores, leaving commits what is not refused. The sentence of a refusal stands elsewhere. */
export function TimeField({ label, shown, typed, check, onRefuse, onCommit, disabled }: Props) {
  const [focused, setFocused] = useState(false)
  /** What was typed; null while nothing was, so that a change from elsewhere shows. */
  const [text, setText] = useState<string | null>(null)
  const skip = useRef(false)
  const refused = text !== null && check(text) !== null
  const finish = () => {
    if (text !== null && !skip.current && text.trim() !== typed && !refused) onCommit(text)
    skip.current = false
    setFocused(false)
    setText(null)
    onRefuse(null)
  }
  return (
    <span className={styles.time}>
      <input
        aria-label={label}
        aria-invalid={refused}
        value={text ?? (focused ? typed : shown)}
        disabled={disabled}
        inputMode="decimal"
        onFocus={(e) => {
          setFocused(true)
          const input = e.currentTarget
          requestAnimationFrame(() => input.select())
        }}
        onBlur={finish}
        onChange={(e) => {
          setText(e.target.value)
          onRefuse(check(e.target.value))
        }}
        onKeyDown={(e) => {
          if (e.key === 'Escape') skip.current = true
          if (e.key === 'Escape' || (e.key === 'Enter' && !refused)) e.currentTarget.blur()
        }}
      />
      {refused && <OctagonX size={12} strokeWidth={2} aria-hidden />}
    </span>
  )
}
