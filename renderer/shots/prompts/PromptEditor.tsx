import { useState } from 'react'
import { isMac } from '../../app/commands'
import { Button } from '../../common/Button'
import type { SaveText } from '../../common/typedText'
import { useTypedText } from '../../common/useTypedText'
import styles from './PromptsSection.module.css'

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
const focusFirst = (field: HTMLTextAreaElement | null) => field?.focus()

/** The prompt as text, saved as any field is; however often that is, it becomes one version. Save or Ctrl+Enter closes it, Esc brings back what was. */
export function PromptEditor({ text, onSave, onDone }: { text: string; onSave: SaveText; onDone: () => void }) {
  // What is saved meanwhile is the prompt from then on; the visit goes on from what stood there.
  const [start] = useState(text)
  const typed = useTypedText({ label: 'Prompt', value: start, save: onSave })
  const keep = async () => {
    if (await typed.leave()) onDone()
  }
  const cancel = () => {
    typed.cancel()
    onDone()
  }
  return (
    <>
      <textarea
        className={styles.edit}
        aria-label="Prompt"
        aria-invalid={typed.refused !== null}
        value={typed.text}
        ref={focusFirst}
        spellCheck
        onChange={(e) => typed.type(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'Escape') cancel()
          else if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void keep()
        }}
      />
      {typed.refused && (
        <p className={styles.refused} role="alert">
          {typed.refused}
        </p>
      )}
      <div className={styles.buttons} ref={intoView}>
        <Button kind="primary" onClick={() => void keep()}>
          Save
        </Button>
        <Button onClick={cancel}>Cancel</Button>
        <span className={styles.keys}>{isMac ? '⌘' : 'Ctrl'} Enter saves</span>
      </div>
    </>
  )
}
