import { Check, Clock, Lock, OctagonX } from 'lucide-react'
import type { Status } from '@shared/domain/results/freshness'
import styles from './StatusMark.module.css'

export const statusWords: Record<Status, string> = {
  fresh: 'fresh',
  stale: 'stale',
  missing: 'not made yet',
  running: 'being made',
  failed: 'failed',
}

/** The mark of a result: check, clock, ring, octagon, hollow circle or lock. Its title says the same in words. */
export function StatusMark({
  status,
  locked = false,
  size = 12,
  words: said,
}: {
  status: Status
  locked?: boolean
  size?: number
  words?: string
}) {
  const words = said ?? (locked ? (status === 'stale' ? 'approved, inputs changed' : 'approved') : statusWords[status])
  const icon = {
    fresh: <Check size={size} strokeWidth={2} className={styles.fresh} />,
    stale: <Clock size={size} strokeWidth={2} className={styles.stale} />,
    running: <span className={styles.ring} style={{ width: size, height: size }} />,
    failed: <OctagonX size={size} strokeWidth={2} className={styles.failed} />,
    missing: <span className={styles.hollow} />,
  }[status]
  return (
    <span className={styles.mark} role="img" aria-label={words} title={words}>
      {locked && <Lock size={size} strokeWidth={2} />}
      {(!locked || status !== 'fresh') && icon}
    </span>
  )
}
