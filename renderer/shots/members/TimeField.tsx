import { OctagonX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SaveText } from '../../common/typedText'
import { useTypedText } from '../../common/useTypedText'
import styles from './EdgeFields.module.css'

interface Props {
  label: string
  /** How the value reads: "1.5 s". */
  shown: string
  /** How it is typed over: "1.51". */
  typed: string
  /** Why a text is refused, or null. */
  check: (text: string) => string | null
  /** Whether a text that is not refused may be saved while it is still being typed. */
  atRest: (text: string) => boolean
  /** Told whenever the sentence is another one. The same function in every rendering. */
  onRefuse: (sentence: string | null) => void
  onSave: SaveText
  disabled: boolean
}

/** A short number field: saved and restored as any field is. The sentence of a refusal stands elsewhere. */
export function TimeField({ label, shown, typed: value, check, atRest, onRefuse, onSave, disabled }: Props) {
  const [focused, setFocused] = useState(false)
  const { typed, refused, type, leave, cancel } = useTypedText({
    label,
    value,
    save: onSave,
    check,
    atRest: (text) => check(text) === null && atRest(text),
  })
  useEffect(() => {
    if (refused === null) return
    onRefuse(refused)
    return () => onRefuse(null)
  }, [refused, onRefuse])
  return (
    <span className={styles.time}>
      <input
        aria-label={label}
        aria-invalid={refused !== null}
        value={typed ?? (focused ? value : shown)}
        disabled={disabled}
        inputMode="decimal"
        onFocus={(e) => {
          setFocused(true)
          const input = e.currentTarget
          requestAnimationFrame(() => input.select())
        }}
        onBlur={() => {
          setFocused(false)
          void leave()
        }}
        onChange={(e) => type(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'Escape') cancel()
          if (e.key === 'Escape' || (e.key === 'Enter' && !refused)) e.currentTarget.blur()
        }}
      />
      {refused && <OctagonX size={12} strokeWidth={2} aria-hidden />}
    </span>
  )
}
