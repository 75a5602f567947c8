import { useMemo } from 'react'
import { marksOf, movedBy } from '@shared/domain/marks/markRules'
import type { FrameEnd } from '@shared/model/common'
import type { Mark } from '@shared/model/mark'
import { useRead } from '../../../app/useRead'
import type { StageMark } from '../stage/konva/stageState'
import { useInk, useMarkWork } from './marksState'

export const useMarksOf = (shotId: string, frame: FrameEnd): readonly Mark[] =>
  useRead((reads) => marksOf(reads, shotId, frame), [shotId, frame])

const none: readonly StageMark[] = []

/** The marks as the stage shows them, what is being done to them counted. */
export function useStageMarks(shotId: string, frame: FrameEnd): readonly StageMark[] {
  const marks = useMarksOf(shotId, frame)
  const shown = useInk((s) => s.shown)
  const { selected, draft, touched, way } = useMarkWork()
  return useMemo(() => {
    if (!shown || !(marks.length || draft)) return none
    const drawn = marks.map((mark): StageMark => {
      const isSelected = selected.includes(mark.id)
      const points = isSelected && way ? movedBy(mark.points, way) : mark.points
      return { ...mark, points, isSelected, isTouched: touched.includes(mark.id) }
    })
    return draft ? [...drawn, { ...draft, isSelected: false, isTouched: false }] : drawn
  }, [marks, shown, selected, draft, touched, way])
}
