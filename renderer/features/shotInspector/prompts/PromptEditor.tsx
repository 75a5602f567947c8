import { useEffect, useRef, useState } from 'react'
import { isMac } from '../../../app/commands'
import { Button } from '../../../common/Button'
import styles from './PromptsSection.module.css'

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
const focusFirst = (field: HTMLTextAreaElement | null) => field?.focus()

/** The prompt as text. Save or Ctrl+Enter keeps it, Esc leaves it; going elsewhere keeps what was typed. */
export function PromptEditor({
  text,
  onSave,
  onDone,
}: {
  text: string
  onSave: (text: string) => void
  onDone: () => void
}) {
  const [value, setValue] = useState(text)
  const open = useRef({ value, start: text, closed: false, onSave })
  useEffect(() => {
    open.current = { ...open.current, value, onSave }
  })
  useEffect(() => {
    const state = open
    return () => {
      const { value: typed, start, closed, onSave: save } = state.current
      if (!closed && typed !== start) save(typed)
    }
  }, [])
  const close = (keep: boolean) => {
    open.current.closed = true
    if (keep && value !== open.current.start) onSave(value)
    onDone()
  }
  return (
    <>
      <textarea
        className={styles.edit}
        aria-label="Prompt"
        value={value}
        ref={focusFirst}
        spellCheck
        onChange={(e) => setValue(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'Escape') close(false)
          else if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) close(true)
        }}
      />
      <div className={styles.buttons} ref={intoView}>
        <Button kind="primary" onClick={() => close(true)}>
          Save
        </Button>
        <Button onClick={() => close(false)}>Cancel</Button>
        <span className={styles.keys}>{isMac ? '⌘' : 'Ctrl'} Enter saves</span>
      </div>
    </>
  )
}
