import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { currentPrompt, writtenPrompt } from '@shared/domain/results/resultInputs'
import type { PromptProposal } from '@shared/ipc/contract'
import type { PromptKind } from '@shared/model/result'
import { run } from '../../app/projectActions'
import { closeSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './PromptsSection.module.css'
import { wordDiff } from './wordDiff'

/** Asks before a hand-edited prompt is written again, or the words of a chat model are taken: what goes and what comes. */
export function RewriteSheet({
  shotId,
  kind,
  proposal,
}: {
  shotId: string
  kind: PromptKind
  /** What a chat model wrote; without it the deterministic writer's words. */
  proposal?: PromptProposal
}) {
  const by = useRead((reads) => reads.get('profiles', proposal?.by ?? '')?.name ?? null, [proposal])
  const parts = useRead(
    (reads) => {
      if (!reads.get('shots', shotId)) return null
      const written = writtenPrompt(reads, shotId, kind)
      return wordDiff(
        renderPrompt(reads, shotId, kind, currentPrompt(reads, shotId, kind)?.text ?? written),
        proposal?.text ?? renderPrompt(reads, shotId, kind, written),
      )
    },
    [shotId, kind, proposal],
  )
  if (!parts) return null
  const confirm = () => {
    closeSheet()
    if (proposal?.by) void run('prompt.edit', { shotId, prompt: kind, text: proposal.text, by: proposal.by })
    else void run('prompt.regenerate', { shotId, prompt: kind })
  }
  return (
    <Sheet
      title={by === null ? 'Write this prompt again' : `Written by ${by}`}
      description={
        proposal?.reason
          ? `${proposal.reason} These are the words of Exeunt’s own writer.`
          : 'What stands now stays in the older versions.'
      }
      open
      onClose={closeSheet}
      width={760}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Keep what stands
          </Button>
          <Button large kind="primary" onClick={confirm}>
            {by === null ? 'Write again' : 'Take these words'}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <section>
          <h3>Now</h3>
          <pre className={styles.side}>
            {parts
              .filter((p) => p.kind !== 'added')
              .map((p, i) => (p.kind === 'removed' ? <del key={i}>{p.text}</del> : p.text))}
          </pre>
        </section>
        <section>
          <h3>{by === null ? 'Written again' : `By ${by}`}</h3>
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
