import type { FrameEnd } from '@shared/model/common'
import type { FrameRef } from '@shared/domain/results/sharedStill'
import type { AppContext } from '../commit/context'
import type { OpenProject } from '../store/project'
import type { Candidate } from './jobRequest'

/** One still to be made. */
export interface FrameJob {
  jobId: string
  shotId: string
  frame: FrameEnd
  generatorId: string
  /** Make every pass again, also those whose inputs did not change. */
  fromPass: number
  /** Other ends that are to show the same still, as long as they still agree. */
  also?: readonly FrameRef[]
  /** One of several that were asked for at once. */
  candidate?: Candidate | undefined
  /** No pass after this one is made. */
  stopAfter?: number | undefined
  /** Of several machines with the same generator the one it is made at; null = the profile's own. */
  server: string | null
  /** What the service shows of it while it works: a small JPEG in base64. Never kept. */
  onPreview?(picture: string): void
  onProgress(value: number): void
}

/** One clip to be made. */
export interface ClipJob {
  jobId: string
  shotId: string
  generatorId: string
  server: string | null
  onPreview?(picture: string): void
  /** The user has called it off. */
  signal: AbortSignal
  onProgress(value: number): void
}

/** What came of a job that was done. */
export interface Made {
  /** Why the take is kept beside, as a sentence; null where it stands. */
  beside: string | null
  takeId: string
}

/** What does the work of the queue, by kind of job; the application gives it, so that the queue knows no use case. */
export interface Workers {
  /** Makes a still and keeps it as a take. @throws GeneratorError, Refusal */
  frame(context: AppContext, project: OpenProject, job: FrameJob): Promise<Made>
  /** Makes a clip and keeps it as a take. @throws GeneratorError, Refusal */
  clip(context: AppContext, project: OpenProject, job: ClipJob): Promise<Made>
}
