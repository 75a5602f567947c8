import { ListFilter, X } from 'lucide-react'
import { useMemo } from 'react'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import { useRead } from '../../app/useRead'
import styles from './CornerHead.module.css'
import type { MatrixLayout } from './matrixLayout'

/** The corner over the row heads: how much there is, and the filter. */
export function CornerHead({
  layout,
  filter,
  onFilter,
}: {
  layout: MatrixLayout
  filter: string
  onFilter: (text: string) => void
}) {
  const { fps } = useRead(timingOf, [])
  const seconds = useMemo(
    () =>
      framesToSeconds(
        layout.axis.slots.reduce((sum, c) => sum + c.shot.durationFrames, 0),
        fps,
      ),
    [layout, fps],
  )
  return (
    <div className={styles.corner}>
      <span className={styles.sum}>
        {counted(layout.axis.slots.length, 'shot')} · {lengthText(seconds)}
      </span>
      <label className={styles.filter}>
        <ListFilter size={14} strokeWidth={1.75} aria-hidden />
        <input
          value={filter}
          placeholder="Filter assets"
          aria-label="Filter assets"
          onChange={(e) => onFilter(e.target.value)}
          onKeyDown={(e) => e.key === 'Escape' && onFilter('')}
        />
        {filter && (
          <button type="button" aria-label="Clear the filter" onClick={() => onFilter('')}>
            <X size={12} strokeWidth={2} />
          </button>
        )}
      </label>
    </div>
  )
}
