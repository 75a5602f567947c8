import { Link2, Link2Off } from 'lucide-react'
import { neighbour } from '@shared/domain/lookup'
import { seamDifferences } from '@shared/domain/results/sameStill'
import type { Shot } from '@shared/model/shot'
import type { ReadRecords } from '@shared/records/recordStore'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import styles from './FramePairSection.module.css'

/** The cut to the next shot: whether its two stills are one, and why they cannot be. */
export function CutRow({ shot }: { shot: Shot }) {
  const readOnly = useProject((s) => s.readOnly)
  const cut = useRead((reads) => cutAfter(reads, shot), [shot])
  if (!cut) return null
  const { next, shared, differences } = cut
  const set = (on: boolean) => void run('seam.set', { fromShotId: shot.id, toShotId: next.id, shared: on })
  const words = !shared
    ? `Cut to ${next.number}`
    : differences.length
      ? `Not one still with ${next.number} now: ${differences.join(', ')} differ`
      : `One still with the start of ${next.number}`
  const reason = readOnly
    ? 'The project is open for reading only.'
    : !shared && differences.length
      ? `They differ in ${differences.join(', ')}.`
      : null
  return (
    <div className={styles.cut}>
      <span className={shared && differences.length ? styles.cutOff : undefined}>{words}</span>
      <Button
        disabled={reason !== null}
        tip={
          reason ??
          (shared
            ? 'Each side keeps the still'
            : 'The end of this shot and the start of the next one become one picture, made once')
        }
        onClick={() => set(!shared)}
      >
        {shared ? <Link2Off size={12} strokeWidth={2} /> : <Link2 size={12} strokeWidth={2} />}
        {shared ? 'Two stills' : 'Share the still'}
      </Button>
    </div>
  )
}

export function cutAfter(
  records: ReadRecords,
  shot: Shot,
): { next: Shot; shared: boolean; differences: string[] } | null {
  const next = neighbour(records, shot, 1)
  if (!next) return null
  return {
    next,
    shared: records.list('seamsFrom', shot.id).some((s) => s.toShotId === next.id),
    differences: seamDifferences(records, { fromShotId: shot.id, toShotId: next.id }),
  }
}
