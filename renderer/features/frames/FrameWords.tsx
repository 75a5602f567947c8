import { useMemo } from 'react'
import { sentText } from '@shared/domain/results/inputs'
import { passSplit } from '@shared/domain/passes/passPlan'
import { mentionBook } from '@shared/domain/prompts/renderPrompt'
import { renderMentions } from '@shared/domain/manifest/mentions'
import styles from './FrameInspector.module.css'
import type { FrameModel } from './model/useFrameModel'

/** The words of the still's prompt with today's image numbers; its list of references is folded, as it stands above. */
export function FrameWords({ model }: { model: FrameModel }) {
  const { records, shot, frame, plan, profile } = model
  const { list, body } = useMemo(() => {
    const { book, manifest } = mentionBook(records, shot.id, frame, passSplit(plan), profile.traits)
    const text = renderMentions(
      sentText(records, shot.id, frame),
      book,
      manifest,
      (id) => records.get('assets', id)?.name ?? 'somebody',
    )
    const starts = manifest !== '' && text.startsWith(manifest)
    return { list: starts ? manifest : '', body: (starts ? text.slice(manifest.length) : text).trim() }
    // A new plan for each revision of the records.
  }, [records, shot, frame, plan, profile])
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
