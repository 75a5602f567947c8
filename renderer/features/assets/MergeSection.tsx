import { GitMerge, Unlink } from 'lucide-react'
import type { Asset } from '@shared/model/asset'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { mergeSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { Button } from '../../common/Button'
import { Section } from '../../common/Section'
import styles from './MergeSection.module.css'

/** Who this asset may be the same as, what was merged into it, and the way to merge it by hand. */
export function MergeSection({ asset }: { asset: Asset }) {
  const records = useProject((s) => s.records)
  const readOnly = useProject((s) => s.readOnly)
  const proposals = records
    .list('aliasProposalsInOrder')
    .filter(
      (p) =>
        p.state === 'open' &&
        (p.fromId === asset.id || p.intoId === asset.id) &&
        !records.get('assets', p.fromId)?.deleted &&
        !records.get('assets', p.intoId)?.deleted,
    )
  const merges = records.list('mergesOfTarget', asset.id)
  const name = (id: string) => records.get('assets', id)?.name ?? 'an asset'
  return (
    <Section>
      {proposals.map((p) => (
        <div key={p.id} className={styles.proposal}>
          <p>
            <strong>{name(p.fromId)}</strong> may be <strong>{name(p.intoId)}</strong>
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
      {merges.map((m) => (
        <div key={m.id} className={styles.merged}>
          <span>
            {m.fromIds.map(name).join(', ')} {m.as === 'alias' ? 'merged into it' : 'became a look of it'}
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
