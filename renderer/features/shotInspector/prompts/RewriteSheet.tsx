import { Button } from '../../../common/Button'
import { Sheet } from '../../../common/Sheet'
import styles from './PromptsSection.module.css'
import { wordDiff } from './wordDiff'

/** Asks before a hand-edited prompt is written again: what goes and what comes. */
export function RewriteSheet({
  before,
  after,
  onClose,
  onConfirm,
}: {
  before: string
  after: string
  onClose: () => void
  onConfirm: () => void
}) {
  const parts = wordDiff(before, after)
  return (
    <Sheet
      title="Write this prompt again"
      description="It was edited by hand. Your text stays in the older versions."
      open
      onClose={onClose}
      width={760}
      footer={
        <>
          <Button large onClick={onClose}>
            Keep mine
          </Button>
          <Button large kind="primary" onClick={onConfirm}>
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
