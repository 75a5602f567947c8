import { ArrowRight, Ban, Equal, Inbox, Unlink } from 'lucide-react'
import { useProject } from '../../../app/projectStore'
import { done, run } from '../../../app/projectActions'
import { mergeSheet } from '../../../app/sheetKeys'
import { openSheet } from '../../../app/sheets'
import { useRead } from '../../../app/useRead'
import { openAsset } from '../../../app/edit/editing'
import { AssetPicture, picturedMedia } from '../../../common/AssetPicture'
import { Button } from '../../../common/Button'
import { PanelBody, PanelHead, Section } from '../../../common/Section'
import { namesOf } from '@shared/domain/lookup'
import type { Asset } from '@shared/model/asset'
import type { Merge } from '@shared/model/merge'
import styles from './AliasInbox.module.css'
import { markedParts, openProposals, type OpenProposal } from './proposals'

/** What stands beside the assets while none is chosen: names that may mean one, with what the script says, and the merges that were done. */
export function AliasInbox() {
  const readOnly = useProject((s) => s.readOnly)
  const open = useRead(openProposals, [])
  const merges = useRead(
    (reads) =>
      [...reads.all('merges')]
        .toSorted((a, b) => b.ordinal - a.ordinal)
        .flatMap((m) => {
          const into = reads.get('assets', m.intoId)
          return into ? [{ m, into, names: m.fromIds.map((id) => reads.get('assets', id)?.name ?? 'an asset') }] : []
        }),
    [],
  )
  return (
    <>
      <PanelHead
        lead={<Inbox size={14} strokeWidth={1.75} aria-hidden />}
        title="Alias inbox"
        {...(open.length ? { meta: String(open.length) } : {})}
      />
      <PanelBody>
        <Section>
          <p className={styles.note}>
            {open.length ? 'Found in the script. Nothing merges by itself.' : 'Nothing to decide.'}
          </p>
          <ul>
            {open.map((proposal) => (
              <Proposal key={proposal.p.id} {...proposal} readOnly={readOnly} />
            ))}
          </ul>
        </Section>
        {merges.length > 0 && (
          <Section title="Merges" count={merges.length}>
            <ul>
              {merges.map(({ m, into, names }) => (
                <MergeRow key={m.id} m={m} into={into} names={names} readOnly={readOnly} />
              ))}
            </ul>
          </Section>
        )}
      </PanelBody>
    </>
  )
}

function Proposal({ p, from, into, readOnly }: OpenProposal & { readOnly: boolean }) {
  const review = () => openSheet(mergeSheet, { fromId: from.id, intoId: into.id, as: p.as, stays: true })
  return (
    <li className={styles.proposal} data-proposal={from.name}>
      <div className={styles.pair}>
        <Named asset={from} />
        {p.as === 'alias' ? (
          <Equal size={12} strokeWidth={2} aria-label="may be" />
        ) : (
          <ArrowRight size={12} strokeWidth={2} aria-label="may be what becomes" />
        )}
        <Named asset={into} />
      </div>
      <div className={styles.evidence}>
        {p.evidence && (
          <p>
            {markedParts(p.evidence.text.trim(), [...namesOf(from), ...namesOf(into)]).map(({ text, marked }, i) =>
              marked ? <mark key={i}>{text}</mark> : text,
            )}
          </p>
        )}
        <p className={styles.reason}>
          {p.evidence && `line ${p.evidence.line} · `}
          {p.reason}
        </p>
      </div>
      <div className={styles.bar}>
        <Button
          kind="outline"
          disabled={readOnly}
          aria-label={`Review merging ${from.name} into ${into.name}`}
          onClick={review}
        >
          {p.as === 'alias' ? 'Merge as alias…' : 'As transformation…'}
        </Button>
        <Button
          disabled={readOnly}
          aria-label={`Never merge ${from.name} with ${into.name}`}
          onClick={() => void run('asset.neverMerge', { aId: into.id, bId: from.id })}
        >
          <Ban size={12} strokeWidth={2} />
          Never
        </Button>
      </div>
    </li>
  )
}

function Named({ asset }: { asset: Asset }) {
  const media = useRead((reads) => picturedMedia(reads, asset), [asset])
  return (
    <button type="button" className={styles.named} title={`Show ${asset.name}`} onClick={() => openAsset(asset.id)}>
      <AssetPicture asset={asset} mediaId={media} size={20} />
      <strong>{asset.name}</strong>
    </button>
  )
}

function MergeRow({
  m,
  into,
  names,
  readOnly,
}: {
  m: Merge
  into: Asset
  names: readonly string[]
  readOnly: boolean
}) {
  const apart = async () => {
    if (await run('asset.unmerge', { mergeId: m.id })) done(`${names.join(', ')} taken out of ${into.name} again.`)
  }
  return (
    <li className={styles.merge}>
      <span>
        <strong>{names.join(', ')}</strong> {m.as === 'alias' ? 'merged into' : 'became a look of'}{' '}
        <button type="button" className={styles.link} onClick={() => openAsset(into.id)}>
          {into.name}
        </button>
      </span>
      <Button
        disabled={readOnly}
        aria-label={`Take ${names.join(', ')} out of ${into.name}`}
        onClick={() => void apart()}
      >
        <Unlink size={12} strokeWidth={2} />
        Take apart
      </Button>
    </li>
  )
}
