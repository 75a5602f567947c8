import { ArrowRight, Ban, Clock, Diamond, Image, MoveRight, TriangleAlert, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { counted, plural, turnStale } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import type { MergeReport } from '@shared/domain/merging/mergeAssets'
import { keptApart } from '@shared/domain/merging/neverMerge'
import { Refusal } from '@shared/records/refusal'
import { closeMerge, useMerge, type MergeKind } from '../../app/merge'
import { preview } from '../../app/preview'
import { run, undo } from '../../app/projectActions'
import { useProject, useRevision } from '../../app/projectStore'
import { toast } from '../../app/toasts'
import { setView, useView } from '../../app/viewStore'
import { AssetPicture, picturedMedia } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { typeClass } from '../../common/PresenceBar'
import { Select } from '../../common/Select'
import { Sheet } from '../../common/Sheet'
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
export function MergeSheet() {
  const revision = useRevision()
  const pair = useMerge((s) => s.pair)
  const records = useProject((s) => s.records)
  const from = pair ? records.get('assets', pair.fromId) : undefined
  const into = pair?.intoId ? records.get('assets', pair.intoId) : undefined
  const outcome = useMemo(() => {
    void revision
    return from && into && pair
      ? preview('asset.merge', {
          intoId: into.id,
          fromIds: [from.id],
          as: pair.as,
          turnBackAfter: [...pair.turnBackAfter],
        })
      : null
  }, [from, into, pair, revision])
  if (!pair || !from) return null
  const done = async () => {
    if (
      !into ||
      !(await run('asset.merge', {
        intoId: into.id,
        fromIds: [from.id],
        as: pair.as,
        turnBackAfter: [...pair.turnBackAfter],
      }))
    )
      return
    closeMerge()
    // While a script is reviewed the next question stays in sight.
    const { view, review } = useView.getState()
    if (view !== 'script' || !review) setView({ assetId: into.id })
    toast(
      'done',
      pair.as === 'alias' ? `${from.name} merged into ${into.name}.` : `${from.name} is now a look of ${into.name}.`,
      { label: 'Undo', run: () => void undo(), untilChange: true },
    )
  }
  const apart = into ? keptApart(records, into.id, from.id) : null
  const never = async () => {
    if (apart) await run('asset.neverMerge', { aId: apart[0], bId: apart[1], never: false })
    else if (into && (await run('asset.neverMerge', { aId: from.id, bId: into.id }))) closeMerge()
  }
  const refused = outcome instanceof Refusal
  return (
    <Sheet
      title={into ? `Merge ${from.name} into ${into.name}` : `Merge ${from.name} into…`}
      open
      onClose={closeMerge}
      width={800}
      footer={
        <>
          <Button className={styles.never} disabled={!into} onClick={() => void never()}>
            <Ban size={14} strokeWidth={1.75} />
            {apart ? 'Allow merging these two' : 'Never merge these two'}
          </Button>
          <span className={styles.later}>Can be taken apart later</span>
          <Button large kind="outline" onClick={closeMerge}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!into || refused} onClick={() => void done()}>
            {pair.as === 'alias' ? 'Merge' : 'Merge as transformation'}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <Card asset={from} note="Goes away as an asset" />
        <span className={styles.arrow}>
          <ArrowRight size={14} strokeWidth={1.75} />
        </span>
        {into ? <Card asset={into} note="Stays; name, type and default look win" /> : <ChooseTarget from={from} />}
      </div>
      {into && (
        <>
          <div className={styles.kinds} role="radiogroup" aria-label="Kind of merge">
            {kinds.map((kind) => (
              <button
                key={kind.as}
                type="button"
                role="radio"
                aria-checked={pair.as === kind.as}
                className={pair.as === kind.as ? styles.on : undefined}
                onClick={() => useMerge.setState({ pair: { ...pair, as: kind.as, turnBackAfter: [] } })}
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
                  as={pair.as}
                  turnBackAfter={pair.turnBackAfter}
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
}: {
  report: MergeReport
  outcome: Exclude<ReturnType<typeof preview>, Refusal>
  from: Asset
  into: Asset
  as: MergeKind
  turnBackAfter: readonly string[]
}) {
  const records = useProject((s) => s.records)
  const events = Object.values(outcome.change.added.transformations ?? {}).filter(
    (e) => e.kind === 'within_shot' || !turnBackAfter.includes(e.shotId),
  )
  const number = (id: string) => records.get('shots', id)?.number ?? ''
  const pictures = records.list('looksOfAsset', from.id).filter((l) => l.mediaId).length
  const stale = [...outcome.staleShots].map(number)
  const offers = [...new Map(report.offers.map((o) => [o.afterShotId, o])).values()]
  return (
    <ul>
      <li>
        <MoveRight size={14} strokeWidth={1.75} />
        {counted(report.assignmentsMoved, 'assignment moves', 'assignments move')} to {into.name}
        {as === 'look' ? `, in the look ${from.name}` : ''}
      </li>
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
            onChange={(id) => id && setTurnBack([...turnBackAfter, id])}
          />
        </li>
      )}
      {turnBackAfter.map((id) => (
        <li key={id}>
          <Undo2 size={14} strokeWidth={1.75} />
          <span className={styles.grow}>
            {into.name} turns back after shot {number(id)}.
          </span>
          <Button onClick={() => setTurnBack(turnBackAfter.filter((other) => other !== id))}>
            Keep the look instead
          </Button>
        </li>
      ))}
      <li>
        <Clock size={14} strokeWidth={1.75} className={outcome.staleResults ? styles.warn : undefined} />
        {outcome.staleResults
          ? `${turnStale(outcome.staleResults)} in ${plural(stale.length, 'shot')} ${stale.join(', ')}`
          : 'No result turns stale'}
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

function setTurnBack(turnBackAfter: readonly string[]): void {
  const { pair } = useMerge.getState()
  if (pair) useMerge.setState({ pair: { ...pair, turnBackAfter } })
}

function Card({ asset, note }: { asset: Asset; note: string }) {
  const records = useProject((s) => s.records)
  const uses = records.list('instancesOfAsset', asset.id)
  const count = uses.reduce((sum, i) => sum + records.list('assignmentsOfInstance', i.id).length, 0)
  return (
    <div className={`${styles.card} ${typeClass[asset.type]}`}>
      <AssetPicture asset={asset} mediaId={picturedMedia(records, asset)} size={72} />
      <div>
        <span className={styles.type}>{asset.type}</span>
        <strong>{asset.name}</strong>
        <p>{asset.description || 'no description yet'}</p>
        <span className={styles.meta}>
          {counted(count, 'assignment')} in {counted(uses.length, 'scene')}
          <br />
          {note}
        </span>
      </div>
    </div>
  )
}

function ChooseTarget({ from }: { from: Asset }) {
  const records = useProject((s) => s.records)
  const others = records.list('assetsInOrder').filter((a) => !a.deleted && a.id !== from.id)
  const options = [
    { value: '', label: 'Choose an asset' },
    ...others.map((a) => ({ value: a.id, label: `${a.name} (${a.type})` })),
  ]
  return (
    <div className={styles.card}>
      <Select
        label="Merge into"
        value=""
        options={options}
        onChange={(id) => {
          const { pair } = useMerge.getState()
          if (id && pair) useMerge.setState({ pair: { ...pair, intoId: id, turnBackAfter: [] } })
        }}
      />
    </div>
  )
}
