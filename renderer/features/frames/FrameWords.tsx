import { sentText } from '@shared/domain/results/resultInputs'
import { passSplit } from '@shared/domain/passes/passPlan'
import { mentionBook } from '@shared/domain/prompts/renderPrompt'
import { renderMentions } from '@shared/domain/manifest/mentions'
import { useRead } from '../../app/useRead'
import styles from './FrameInspector.module.css'
import type { FrameModel } from './model/useFrameModel'

/** The words of the still's prompt with today's image numbers; its list of references is folded, as it stands above. */
export function FrameWords({ model }: { model: FrameModel }) {
  const { shot, frame, plan, profile } = model
  const { list, body } = useRead(
    (reads) => {
      const { book, manifest } = mentionBook(reads, shot.id, frame, passSplit(plan), profile.traits)
      const text = renderMentions(
        sentText(reads, shot.id, frame),
        book,
        manifest,
        (id) => reads.get('assets', id)?.name ?? 'somebody',
      )
      const starts = manifest !== '' && text.startsWith(manifest)
      return { list: starts ? manifest : '', body: (starts ? text.slice(manifest.length) : text).trim() }
    },
    [shot.id, frame, plan, profile],
  )
  return (
    <section className={styles.section} aria-label="Words of the prompt">
      <h3 className={styles.title}>Words of the prompt</h3>
      {list && (
        <details className={styles.references}>
          <summary>List of references</summary>
          <p>{list}</p>
        </details>
      )}
      <p className={styles.words}>{body}</p>
    </section>
  )
}
