import { useMemo } from 'react'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, lengthText } from '@shared/language/unitWords'
import { useRead } from '../../app/useRead'
import { FilterField } from '../../lanes/FilterField'
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
    <div className={styles.corner} style={{ width: layout.rowHead }}>
      <span className={styles.sum}>
        {counted(layout.axis.slots.length, 'shot')} · {lengthText(seconds)}
      </span>
      <FilterField label="Filter assets" value={filter} onChange={onFilter} />
    </div>
  )
}
