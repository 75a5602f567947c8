import { useMemo } from 'react'
import { marksGround } from '@shared/drawing/marks'
import type { DrawnMark } from '@shared/model/mark'
import { OverPictureCanvas } from './OverPictureCanvas'

/** The marks over a still as a generator is sent them: alone, on grey. Sizes are CSS pixels. */
export function MarksPicture({
  marks,
  width,
  height,
  className,
}: {
  marks: readonly DrawnMark[]
  width: number
  height: number
  className?: string | undefined
}) {
  const over = useMemo(() => ({ marks, camera: null }), [marks])
  return (
    <span className={className} style={{ background: marksGround, width, height, display: 'inline-block' }}>
      <OverPictureCanvas over={over} width={width} height={height} />
    </span>
  )
}
