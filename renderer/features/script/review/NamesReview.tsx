import { Ban, Merge } from 'lucide-react'
import { run } from '../../../app/projectActions'
import { mergeSheet } from '../../../app/sheetKeys'
import { openSheet } from '../../../app/sheets'
import { useRead } from '../../../app/useRead'
import { Button } from '../../../common/Button'
import { Section } from '../../../common/Section'
import styles from './review.module.css'

/** Names that may mean one asset: merged after a look at what it does, or kept apart for good. */
export function NamesReview({ readOnly }: { readOnly: boolean }) {
  const open = useRead(
    (reads) =>
      reads.list('aliasProposalsInOrder').flatMap((p) => {
        const [into, from] = [reads.get('assets', p.intoId), reads.get('assets', p.fromId)]
        return p.state === 'open' && into && from && !into.deleted && !from.deleted ? [{ p, into, from }] : []
      }),
    [],
  )
  return (
    <Section title="Names" count={open.length}>
      {!open.length && <p className={styles.note}>Nothing to decide.</p>}
      {open.some(({ p }) => p.as === 'alias') && (
        <p className={styles.note}>
          Names that may be one stand in a shot once, under the name the script uses there, until you decide.
        </p>
      )}
      <ul className={styles.list}>
        {open.map(({ p, into, from }) => (
          <li key={p.id} className={styles.proposal} data-proposal={from.name}>
            <p>
              <strong>{from.name}</strong> {p.as === 'look' ? 'may be what' : 'may be'} <strong>{into.name}</strong>
              {p.as === 'look' && ' turns into'}
            </p>
            <p className={styles.meta}>{p.reason}</p>
            {p.evidence && (
              <p className={styles.evidence}>
                <span className={styles.line}>{p.evidence.line}</span>“{p.evidence.text.trim()}”
              </p>
            )}
            <div className={styles.bar}>
              <Button
                kind="outline"
                disabled={readOnly}
                // The next question stays in sight.
                onClick={() => openSheet(mergeSheet, { fromId: from.id, intoId: into.id, as: p.as, stays: true })}
              >
                <Merge size={12} strokeWidth={2} />
                Merge…
                <span className="visually-hidden">
                  {' '}
                  {from.name} into {into.name}
                </span>
              </Button>
              <Button
                kind="outline"
                disabled={readOnly}
                onClick={() => void run('asset.neverMerge', { aId: into.id, bId: from.id })}
              >
                <Ban size={12} strokeWidth={2} />
                Never
                <span className="visually-hidden">
                  {' '}
                  merge {from.name} with {into.name}
                </span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
