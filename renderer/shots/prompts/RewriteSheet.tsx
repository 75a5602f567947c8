import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { currentPrompt, writtenPrompt } from '@shared/domain/results/resultInputs'
import type { PromptKind } from '@shared/model/result'
import { run } from '../../app/projectActions'
import { closeSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './PromptsSection.module.css'
import { wordDiff } from './wordDiff'

/** Asks before a hand-edited prompt is written again: what goes and what comes. */
export function RewriteSheet({ shotId, kind }: { shotId: string; kind: PromptKind }) {
  const parts = useRead(
    (reads) => {
      const current = currentPrompt(reads, shotId, kind)
      if (!current || !reads.get('shots', shotId)) return null
      return wordDiff(
        renderPrompt(reads, shotId, kind, current.text),
        renderPrompt(reads, shotId, kind, writtenPrompt(reads, shotId, kind)),
      )
    },
    [shotId, kind],
  )
  if (!parts) return null
  const confirm = () => {
    closeSheet()
    void run('prompt.regenerate', { shotId, prompt: kind })
  }
  return (
    <Sheet
      title="Write this prompt again"
      description="It was edited by hand. Your text stays in the older versions."
      open
      onClose={closeSheet}
      width={760}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Keep mine
          </Button>
          <Button large kind="primary" onClick={confirm}>
            Write again
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <section>
          <h3>Yours now</h3>
          <pre className={styles.side}>
            {parts
              .filter((p) => p.kind !== 'added')
              .map((p, i) => (p.kind === 'removed' ? <del key={i}>{p.text}</del> : p.text))}
          </pre>
        </section>
        <section>
          <h3>Written again</h3>
          <pre className={styles.side}>
            {parts
              .filter((p) => p.kind !== 'removed')
              .map((p, i) => (p.kind === 'added' ? <ins key={i}>{p.text}</ins> : p.text))}
          </pre>
        </section>
      </div>
    </Sheet>
  )
}
