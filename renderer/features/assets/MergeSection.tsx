import { GitMerge, Unlink } from 'lucide-react'
import type { Asset } from '@shared/model/asset'
import type { ReadRecords } from '@shared/records/recordStore'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { mergeSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Section } from '../../common/Section'
import styles from './MergeSection.module.css'

/** Who this asset may be the same as, what was merged into it, and the way to merge it by hand. */
export function MergeSection({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  const { proposals, merges } = useRead((reads) => mergesOf(reads, asset.id), [asset.id])
  return (
    <Section>
      {proposals.map(({ p, from, into }) => (
        <div key={p.id} className={styles.proposal}>
          <p>
            <strong>{from}</strong> may be <strong>{into}</strong>
          </p>
          <p className={styles.reason}>{p.reason}</p>
          <Button
            kind="outline"
            disabled={readOnly}
            onClick={() => openSheet(mergeSheet, { fromId: p.fromId, intoId: p.intoId, as: p.as })}
          >
            Review
          </Button>
          <Button disabled={readOnly} onClick={() => void run('asset.neverMerge', { aId: p.fromId, bId: p.intoId })}>
            Never
          </Button>
        </div>
      ))}
      {merges.map(({ m, names }) => (
        <div key={m.id} className={styles.merged}>
          <span>
            {names.join(', ')} {m.as === 'alias' ? 'merged into it' : 'became a look of it'}
          </span>
          <Button disabled={readOnly} onClick={() => void run('asset.unmerge', { mergeId: m.id })}>
            <Unlink size={12} strokeWidth={2} />
            Take apart
          </Button>
        </div>
      ))}
      <Button
        kind="outline"
        disabled={readOnly}
        keys="M"
        tip="Merge it into another asset, or make it a look of one"
        onClick={() => openSheet(mergeSheet, { fromId: asset.id })}
      >
        <GitMerge size={12} strokeWidth={2} />
        Merge into…
      </Button>
    </Section>
  )
}

/** Open proposals that an asset is part of, and the merges into it, with the names they speak of. */
function mergesOf(reads: ReadRecords, assetId: string) {
  const name = (id: string) => reads.get('assets', id)?.name ?? 'an asset'
  const lives = (id: string) => !reads.get('assets', id)?.deleted
  return {
    proposals: reads
      .list('aliasProposalsInOrder')
      .filter((p) => p.state === 'open' && (p.fromId === assetId || p.intoId === assetId))
      .filter((p) => lives(p.fromId) && lives(p.intoId))
      .map((p) => ({ p, from: name(p.fromId), into: name(p.intoId) })),
    merges: reads.list('mergesOfTarget', assetId).map((m) => ({ m, names: m.fromIds.map(name) })),
  }
}
