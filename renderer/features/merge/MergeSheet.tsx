import { ArrowRight, Ban, Clock, Diamond, Image, MoveRight, Sparkles, TriangleAlert, Undo2 } from 'lucide-react'
import { useMemo, useRef, useState, useEffect, type ReactNode } from 'react'
import { counted, plural, upperFirst } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import type { MergeReport } from '@shared/domain/merging/mergeAssets'
import { keptApart } from '@shared/domain/merging/neverMerge'
import { Refusal } from '@shared/records/refusal'
import { AssetFinder } from '../../app/AssetFinder'
import { preview, staleWords, useWhatPreviewsNeed } from '../../app/preview'
import { done as sayDone, run } from '../../app/projectActions'
import type { MergeKind, mergeSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { selectAsset } from '../../app/viewStore'
import { AssetPicture, picturedMedia } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { typeClass } from '../../common/PresenceBar'
import { Select } from '../../common/Select'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './MergeSheet.module.css'

const kinds: readonly { as: MergeKind; title: string; text: (from: string, into: string) => string }[] = [
  {
    as: 'alias',
    title: 'Same thing, other name',
    text: (from, into) => `“${from}” becomes another name of ${into}. For one person named twice.`,
  },
  {
    as: 'look',
    title: 'Transformation: one turns into the other',
    text: (from, into) => `${from} becomes a look of ${into}, with a change where both meet.`,
  },
]

/** Looks at a merge before it is done: who goes into whom, as what, and everything that changes. */
export function MergeSheet({ fromId, intoId: givenInto, as: givenAs = 'alias', stays }: ParamsOf<typeof mergeSheet>) {
  useWhatPreviewsNeed()
  const [intoId, setInto] = useState(givenInto)
  const [as, setAs] = useState<MergeKind>(givenAs)
  /** Shots after which the carried look ends. */
  const [turnBackAfter, setTurnBack] = useState<readonly string[]>([])
  const from = useRead((reads) => reads.get('assets', fromId), [fromId])
  const into = useRead((reads) => (intoId === undefined ? undefined : reads.get('assets', intoId)), [intoId])
  const apart = useRead((reads) => from && into && keptApart(reads, into.id, from.id), [from, into])
  const button = useRef<HTMLButtonElement>(null)
  // With the target chosen by key, the next Enter is the merge itself.
  useEffect(() => {
    if (givenInto === undefined && intoId !== undefined) button.current?.focus()
  }, [givenInto, intoId])
  const [once] = useOnce()
  if (!from) return null
  const input = into && { intoId: into.id, fromIds: [from.id], as, turnBackAfter: [...turnBackAfter] }
  const outcome = input && preview('asset.merge', input)
  const done = () =>
    once(async () => {
      if (!input || !(await run('asset.merge', input))) return
      closeSheet()
      if (!stays) selectAsset(into.id)
      sayDone(as === 'alias' ? `${from.name} merged into ${into.name}.` : `${from.name} is now a look of ${into.name}.`)
    })
  const never = async () => {
    if (apart) await run('asset.neverMerge', { aId: apart[0], bId: apart[1], never: false })
    else if (into && (await run('asset.neverMerge', { aId: from.id, bId: into.id }))) closeSheet()
  }
  const refused = outcome instanceof Refusal
  return (
    <Sheet
      title={into ? `Merge ${from.name} into ${into.name}` : `Merge ${from.name} into…`}
      open
      onClose={closeSheet}
      width={800}
      footer={
        <>
          <Button className={styles.never} disabled={!into} onClick={() => void never()}>
            <Ban size={14} strokeWidth={1.75} />
            {apart ? 'Allow merging these two' : 'Never merge these two'}
          </Button>
          <span className={styles.later}>Can be taken apart later</span>
          <Button large kind="outline" onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button ref={button} large kind="primary" disabled={!into || refused} onClick={done}>
            {as === 'alias' ? 'Merge' : 'Merge as transformation'}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <Card asset={from} note="Goes away as an asset" />
        <span className={styles.arrow}>
          <ArrowRight size={14} strokeWidth={1.75} />
        </span>
        {into ? (
          <Card asset={into} note="Stays; name, type and default look win">
            {givenInto === undefined && (
              <Button className={styles.another} onClick={() => setInto(undefined)}>
                Choose another
              </Button>
            )}
          </Card>
        ) : (
          <ChooseTarget from={from} onChoose={setInto} />
        )}
      </div>
      {into && (
        <>
          <div className={styles.kinds} role="radiogroup" aria-label="Kind of merge">
            {kinds.map((kind) => (
              <button
                key={kind.as}
                type="button"
                role="radio"
                aria-checked={as === kind.as}
                className={as === kind.as ? styles.on : undefined}
                onClick={() => {
                  setAs(kind.as)
                  setTurnBack([])
                }}
              >
                <strong>{kind.title}</strong>
                <span>{kind.text(from.name, into.name)}</span>
              </button>
            ))}
          </div>
          <section className={styles.changes}>
            <header>
              <h3>What changes</h3>
              <span>one undo step</span>
            </header>
            {refused ? (
              <p className={styles.refused}>{outcome.message}</p>
            ) : (
              outcome && (
                <Changes
                  report={outcome.answer as MergeReport}
                  outcome={outcome}
                  from={from}
                  into={into}
                  as={as}
                  turnBackAfter={turnBackAfter}
                  onTurnBack={setTurnBack}
                />
              )
            )}
          </section>
        </>
      )}
    </Sheet>
  )
}

function Changes({
  report,
  outcome,
  from,
  into,
  as,
  turnBackAfter,
  onTurnBack,
}: {
  report: MergeReport
  outcome: Exclude<ReturnType<typeof preview>, Refusal>
  from: Asset
  into: Asset
  as: MergeKind
  turnBackAfter: readonly string[]
  onTurnBack: (afterShotIds: readonly string[]) => void
}) {
  const events = Object.values(outcome.change.added.transformations ?? {}).filter(
    (e) => e.kind === 'within_shot' || !turnBackAfter.includes(e.shotId),
  )
  const numbers = useRead(
    (reads) => {
      const changes = Object.values(outcome.change.added.transformations ?? {}).map((e) => e.shotId)
      const ids = [...changes, ...report.suggestedIn, ...report.carriedInto, ...turnBackAfter, ...outcome.staleShots]
      return new Map(ids.map((id) => [id, reads.get('shots', id)?.number ?? '']))
    },
    [outcome, report, turnBackAfter],
  )
  const number = (id: string) => numbers.get(id) ?? ''
  const pictures = useRead((reads) => reads.list('looksOfAsset', from.id).filter((l) => l.mediaId).length, [from.id])
  const stale = [...outcome.staleShots].map(number)
  const offers = [...new Map(report.offers.map((o) => [o.afterShotId, o])).values()]
  return (
    <ul>
      <li>
        <MoveRight size={14} strokeWidth={1.75} />
        {counted(report.assignmentsMoved, 'assignment moves', 'assignments move')} to {into.name}
        {as === 'look' ? `, in the look ${from.name}` : ''}
      </li>
      {report.suggestedIn.length > 0 && (
        <li>
          <Sparkles size={14} strokeWidth={1.75} />
          The text has {from.name} in {plural(report.suggestedIn.length, 'shot')}{' '}
          {report.suggestedIn.map(number).join(', ')}; that counts
        </li>
      )}
      {events.map((e) => (
        <li key={e.id}>
          <Diamond size={14} strokeWidth={1.75} />
          {e.kind === 'within_shot'
            ? `Shot ${number(e.shotId)} holds both: ${into.name} changes there`
            : `${into.name} changes after shot ${number(e.shotId)}`}
        </li>
      ))}
      {report.conflicts.map((c, i) => (
        <li key={i}>
          <TriangleAlert size={14} strokeWidth={1.75} className={styles.warn} />
          {c.message}
        </li>
      ))}
      {report.carriedInto.length > 0 && (
        <li>
          <TriangleAlert size={14} strokeWidth={1.75} className={styles.warn} />
          <span className={styles.grow}>
            {plural(report.carriedInto.length, 'Shot')} {report.carriedInto.map(number).join(', ')}{' '}
            {plural(report.carriedInto.length, 'shows', 'show')} the look carried over from before.
          </span>
          <Select
            label="Where the look turns back"
            value=""
            options={[
              { value: '', label: 'It stays so' },
              ...offers.map((o) => ({ value: o.afterShotId, label: o.message })),
            ]}
            onChange={(id) => id && onTurnBack([...turnBackAfter, id])}
          />
        </li>
      )}
      {turnBackAfter.map((id) => (
        <li key={id}>
          <Undo2 size={14} strokeWidth={1.75} />
          <span className={styles.grow}>
            {into.name} turns back after shot {number(id)}.
          </span>
          <Button onClick={() => onTurnBack(turnBackAfter.filter((other) => other !== id))}>
            Keep the look instead
          </Button>
        </li>
      ))}
      <li>
        <Clock size={14} strokeWidth={1.75} className={outcome.staleResults ? styles.warn : undefined} />
        {outcome.staleResults
          ? `${upperFirst(staleWords(outcome))} in ${plural(stale.length, 'shot')} ${stale.join(', ')}`
          : outcome.complete
            ? 'No result turns stale'
            : upperFirst(staleWords(outcome))}
      </li>
      <li>
        <Image size={14} strokeWidth={1.75} />
        {pictures
          ? `${counted(pictures, 'picture moves', 'pictures move')} along; nothing is thrown away`
          : 'Nothing is thrown away'}
      </li>
    </ul>
  )
}

function Card({ asset, note, children }: { asset: Asset; note: string; children?: ReactNode }) {
  const uses = useRead((reads) => reads.list('instancesOfAsset', asset.id), [asset.id])
  const count = useRead(
    (reads) => uses.reduce((sum, i) => sum + reads.sizeOf('assignmentsOfInstance', i.id), 0),
    [uses],
  )
  const mediaId = useRead((reads) => picturedMedia(reads, asset), [asset])
  return (
    <div className={`${styles.card} ${typeClass[asset.type]}`}>
      <AssetPicture asset={asset} mediaId={mediaId} size={72} />
      <div>
        <span className={styles.type}>{asset.type}</span>
        <strong>{asset.name}</strong>
        <p>{asset.description || 'no description yet'}</p>
        <span className={styles.meta}>
          {counted(count, 'assignment')} in {counted(uses.length, 'scene')}
          <br />
          {note}
        </span>
        {children}
      </div>
    </div>
  )
}

function ChooseTarget({ from, onChoose }: { from: Asset; onChoose: (assetId: string) => void }) {
  const without = useMemo(() => new Set([from.id]), [from.id])
  return (
    <div className={styles.choose}>
      <AssetFinder label="Merge into" without={without} onChoose={(asset) => onChoose(asset.id)} />
    </div>
  )
}
