import { chosenTake, existingShot, neighbour, takeKindOf } from '@shared/domain/lookup'
import { drawnMarksOf } from '@shared/domain/marks/markRules'
import type { FrameRef } from '@shared/domain/results/sharedStill'
import type { FrameEnd } from '@shared/model/common'
import type { DrawnMark } from '@shared/model/mark'
import type { ReadRecords } from '@shared/records/recordStore'

/** The still that the eye comes from: for an end its start, for a start the end of the shot before it in its scene; where there is none, its own other end. */
export function neighbourFrame(reads: ReadRecords, shotId: string, frame: FrameEnd): FrameRef {
  if (frame === 'end') return { shotId, frame: 'start' }
  const before = neighbour(reads, existingShot(reads, shotId), -1)
  return { shotId: before?.id ?? shotId, frame: 'end' }
}

/** What is drawn faintly under the pen: the marks of a neighbour frame, and its chosen picture where it has one. */
export interface MarkSkin {
  readonly marks: readonly DrawnMark[]
  readonly picture: string | null
}

export function markSkin(reads: ReadRecords, { shotId, frame }: FrameRef): MarkSkin {
  return {
    marks: drawnMarksOf(reads, shotId, frame),
    picture: chosenTake(reads, shotId, takeKindOf(frame))?.mediaId ?? null,
  }
}
