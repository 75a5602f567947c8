import { useState } from 'react'
import type { FrameEnd } from '@shared/model/common'
import { Button } from '../../common/Button'
import styles from './CauseBox.module.css'

const shownCauses = 2
const titles = { start: 'Start', end: 'End' } as const

export interface CauseLine {
  readonly text: string
  readonly frame: FrameEnd | null
}

/** Why something is stale, with "and 3 more" to read the rest, and Still good to keep it. */
export function CauseBox({
  causes,
  readOnly,
  onAccept,
}: {
  causes: readonly CauseLine[]
  readOnly: boolean
  onAccept: () => void
}) {
  const [all, setAll] = useState(false)
  if (!causes.length) return null
  const more = causes.length - shownCauses
  return (
    <div className={styles.causes}>
      <ul>
        {causes.slice(0, all || more === 1 ? causes.length : shownCauses).map(({ text, frame }) => (
          <li key={`${frame}${text}`}>
            {frame && <b>{titles[frame]}: </b>}
            {text}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {more > 1 && (
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `and ${more} more`}
          </button>
        )}
        <Button
          className={styles.good}
          disabled={readOnly}
          tip="Counts as made from what stands now"
          onClick={onAccept}
        >
          Still good
        </Button>
      </div>
    </div>
  )
}
