import type { FrameEnd } from '@shared/model/common'
import type { FrameRef } from '@shared/domain/results/sharedStill'
import { Refusal } from '@shared/records/refusal'
import type { Job } from '../store/jobStore'

/** One of several stills that are made to be picked from. All of them keep the same passes before the first that is made. */
export interface Candidate {
  /** From 1. */
  nth: number
  of: number
  /** The same for all of them. */
  group: string
  /** The take whose passes are kept; null = none. */
  fromTake: string | null
}

/** Kept with the job of a still: all that is needed to run it after a restart. `ifStale`: not when it is fresh by the time its turn comes. */
export interface StillRequest {
  frame: FrameEnd
  fromPass: number
  also?: FrameRef[]
  ifStale?: boolean
  /** One of several that were asked for at once (domain.md 5.15). */
  candidate?: Candidate
  /** No pass after this one is made (domain.md 5.17). */
  stopAfter?: number
}

/** Kept with the job of a clip. */
export interface ClipJobRequest {
  clip: true
  ifStale?: boolean
}

export type JobRequest = StillRequest | ClipJobRequest

export const isClip = (request: JobRequest): request is ClipJobRequest => 'clip' in request

/** What was asked for; null when the row is damaged. */
export function readRequest(job: Job): JobRequest | null {
  try {
    const request = JSON.parse(job.request) as Partial<StillRequest & ClipJobRequest> | null
    if (request?.clip === true) return { clip: true, ifStale: request.ifStale === true }
    const fits = (request?.frame === 'start' || request?.frame === 'end') && typeof request.fromPass === 'number'
    return fits ? (request as StillRequest) : null
  } catch {
    return null
  }
}

/** @throws Refusal JOB_DAMAGED */
export function parsedRequest(job: Job): JobRequest {
  const request = readRequest(job)
  if (!request) throw new Refusal('JOB_DAMAGED')
  return request
}

/** Which of several candidates a job makes. */
export function candidateOf(job: Job): { nth: number; of: number } | null {
  const request = readRequest(job)
  if (!request || isClip(request) || !request.candidate) return null
  const { nth, of } = request.candidate
  return { nth, of }
}

/** Were both asked for together, to be picked from? */
export function areCandidates(a: Job, b: Job): boolean {
  const groupOf = (job: Job) => {
    const request = readRequest(job)
    return request && !isClip(request) ? request.candidate?.group : undefined
  }
  const group = groupOf(a)
  return group !== undefined && group === groupOf(b)
}
