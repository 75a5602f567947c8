import { takeKindOf } from '@shared/domain/lookup'
import type { FrameRef } from '@shared/domain/results/sharedStill'
import type { FrameEnd } from '@shared/model/common'
import type { ResultKind } from '@shared/model/result'
import type { Candidate, JobRequest } from './jobRequest'

/** A still to be made, which is to show at the ends in `also` too. Greater priority goes first. `ifStale`: not queued twice, nor made when it is fresh by then. */
export interface StillOrder {
  shotId: string
  frame: FrameEnd
  fromPass?: number
  also?: readonly FrameRef[]
  priority?: number
  ifStale?: boolean
  candidate?: Candidate
  stopAfter?: number
}

/** A clip to be made. */
export type ClipOrder = Pick<StillOrder, 'shotId' | 'priority' | 'ifStale'>

/** What is written down of an order. */
export interface NewJob {
  stage: 10 | 12
  shotId: string
  result: ResultKind
  priority: number
  request: JobRequest
}

/** What is written down of the order of a still. */
export const stillJob = ({
  shotId,
  frame,
  fromPass = Infinity,
  also = [],
  priority = 0,
  ifStale = false,
  candidate,
  stopAfter,
}: StillOrder): NewJob => ({
  stage: 10,
  shotId,
  result: takeKindOf(frame),
  priority,
  request: {
    frame,
    fromPass: Number.isFinite(fromPass) ? fromPass : 1_000_000,
    also: [...also],
    ifStale,
    ...(candidate ? { candidate } : {}),
    ...(stopAfter === undefined ? {} : { stopAfter }),
  },
})

/** The same of a clip. */
export const clipJob = ({ shotId, priority = 0, ifStale = false }: ClipOrder): NewJob => ({
  stage: 12,
  shotId,
  result: 'video',
  priority,
  request: { clip: true, ifStale },
})
