import { Check, Combine, Scissors, X } from 'lucide-react'
import { neighbour } from '@shared/domain/lookup'
import { partsOf } from '@shared/domain/structure/splitAtPart'
import { counted } from '@shared/language/unitWords'
import type { Shot } from '@shared/model/shot'
import { useWhatPreviewsNeed } from '../../../app/preview'
import { run } from '../../../app/projectActions'
import { useRead } from '../../../app/useRead'
import { useView } from '../../../app/viewStore'
import { Button, IconButton } from '../../../common/Button'
import { PresenceBar, typeClass } from '../../../common/PresenceBar'
import { Section } from '../../../common/Section'
import { presencePhrase } from '../readings'
import { accept, joinChosen, joinWords, reject } from './reviewActions'
import styles from './review.module.css'
import { useChosenShots } from './shotSelection'
import { unconfirmedOf, type Unconfirmed } from './unconfirmed'

/** The chosen shot, or several: where it can be cut, what joining does, and what was read for it with the words that say so. */
export function ShotsReview({ readOnly }: { readOnly: boolean }) {
  const shotId = useView((s) => s.shotId)
  const chosen = useChosenShots()
  const shot = useRead((reads) => (shotId === null ? undefined : reads.get('shots', shotId)), [shotId])
  if (!shot) return null
  if (chosen.length > 1) return <SeveralShots shotIds={chosen} readOnly={readOnly} />
  return <OneShot shot={shot} readOnly={readOnly} />
}

function OneShot({ shot, readOnly }: { shot: Shot; readOnly: boolean }) {
  const items = useRead((reads) => unconfirmedOf(reads, shot.id), [shot.id])
  const next = useRead((reads) => neighbour(reads, shot, 1), [shot])
  return (
    <Section
      title={`Shot ${shot.number}`}
      count={items.length}
      actions={
        items.length > 0 && (
          <Button
            disabled={readOnly}
            keys="A"
            tip="Confirm all of this shot and go on"
            onClick={() => void accept(items)}
          >
            <Check size={12} strokeWidth={2} />
            Confirm all
          </Button>
        )
      }
    >
      <Items items={items} readOnly={readOnly} />
      {!items.length && <p className={styles.note}>Nothing to confirm in this shot.</p>}
      <Pieces shot={shot} readOnly={readOnly} />
      {next && (
        <Button
          kind="outline"
          className={styles.wide}
          disabled={readOnly}
          onClick={() => void joinChosen([shot.id, next.id])}
        >
          <Combine size={12} strokeWidth={2} />
          Join with shot {next.number}
        </Button>
      )}
    </Section>
  )
}

function SeveralShots({ shotIds, readOnly }: { shotIds: readonly string[]; readOnly: boolean }) {
  useWhatPreviewsNeed()
  const { words, possible } = joinWords(shotIds)
  const items = useRead((reads) => shotIds.flatMap((id) => unconfirmedOf(reads, id)), [shotIds])
  return (
    <Section title={counted(shotIds.length, 'shot')} count={items.length}>
      <p className={possible ? styles.note : styles.refused}>{words}</p>
      <div className={styles.bar}>
        <Button kind="primary" disabled={readOnly || !possible} keys="J" onClick={() => void joinChosen(shotIds)}>
          <Combine size={12} strokeWidth={2} />
          Join them
        </Button>
        {items.length > 0 && (
          <Button kind="outline" disabled={readOnly} keys="A" onClick={() => void accept(items)}>
            <Check size={12} strokeWidth={2} />
            Confirm {items.length}
          </Button>
        )}
      </div>
    </Section>
  )
}

function Items({ items, readOnly }: { items: readonly Unconfirmed[]; readOnly: boolean }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={`${styles.item} ${typeClass[item.asset.type]}`} data-unconfirmed={item.asset.name}>
          <span className={styles.bars}>
            <PresenceBar
              assignment={{ ...item.presence, origin: 'suggested' }}
              type={item.asset.type}
              pictured
              height={8}
            />
          </span>
          <span className={styles.what}>
            <strong>{item.asset.name}</strong> {presencePhrase(item.presence)}
            {item.kind === 'suggestion' && <span className={styles.meta}> · not in the shot yet</span>}
          </span>
          <span className={styles.yesno}>
            <IconButton
              label={`Confirm ${item.asset.name}`}
              icon={<Check size={14} strokeWidth={2} />}
              disabled={readOnly}
              onClick={() => void accept([item])}
            />
            <IconButton
              label={`Reject ${item.asset.name}`}
              icon={<X size={14} strokeWidth={2} />}
              disabled={readOnly}
              onClick={() => void reject([item])}
            />
          </span>
          {item.evidence && (
            <span className={styles.evidence}>
              <span className={styles.line}>{item.evidence.line}</span>“{item.evidence.text.trim()}”
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the shot says, with a place to cut between its pieces. */
function Pieces({ shot, readOnly }: { shot: Shot; readOnly: boolean }) {
  const parts = partsOf(shot)
  if (parts.length < 2) return null
  return (
    <ol className={styles.parts} aria-label="What the shot says">
      {parts.map((part, i) => (
        <li key={i}>
          {i > 0 && (
            <button
              type="button"
              className={styles.cut}
              disabled={readOnly}
              onClick={() => void run('shot.split', { shotId: shot.id, part: i })}
            >
              <Scissors size={12} strokeWidth={2} aria-hidden />
              Split here<span className="visually-hidden"> before “{part.words.slice(0, 40)}”</span>
            </button>
          )}
          <p className={styles.part}>
            {part.who && <span className={styles.who}>{part.who}</span>}
            {part.words}
          </p>
        </li>
      ))}
    </ol>
  )
}
