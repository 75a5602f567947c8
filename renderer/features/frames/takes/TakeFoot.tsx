import { CircleCheck, Lock, LockOpen } from 'lucide-react'
import type { Take } from '@shared/model/result'
import { run } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { IconButton } from '../../../common/Button'
import styles from './TakesColumn.module.css'

/** What stands under a take: its number, when it was made, whether it is approved, and whether it is the chosen one. */
export function TakeFoot({
  take,
  what,
  number,
  when,
  locked,
  isChosen,
}: {
  take: Take
  /** "take" or "clip", as its approval is called. */
  what: 'take' | 'clip'
  number: number
  when: string
  locked: boolean
  isChosen: boolean
}) {
  const readOnly = useProject((s) => s.readOnly)
  return (
    <span className={styles.foot}>
      <b>{number}</b>
      <span className={styles.when} title={new Date(take.madeAt).toLocaleString()}>
        {when}
      </span>
      <IconButton
        label={locked ? `Unlock ${what} ${number}` : `Approve ${what} ${number}`}
        tip={locked ? 'Approved: batch runs do not replace it. Unlock' : 'Approve: batch runs then leave it alone'}
        aria-pressed={locked}
        disabled={readOnly}
        className={`${styles.lock} ${locked ? styles.locked : ''}`}
        icon={locked ? <Lock size={12} strokeWidth={2} /> : <LockOpen size={12} strokeWidth={1.75} />}
        onClick={() => void run('take.lock', { takeId: take.id, locked: !locked })}
      />
      {isChosen && <CircleCheck size={12} strokeWidth={2} className={styles.chosen} aria-hidden />}
    </span>
  )
}
