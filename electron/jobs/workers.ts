import type { FrameEnd } from '@shared/model/common'
import type { FrameRef } from '@shared/domain/results/sharedStill'
import type { AppContext } from '../commit/context'
import type { OpenProject } from '../store/project'

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
  onProgress(value: number): void
}

/** What does the work of the queue, by kind of job; the application gives it, so that the queue knows no use case. */
export interface Workers {
  /** Makes a still and keeps it as a take. @throws GeneratorError, Refusal */
  frame(context: AppContext, project: OpenProject, job: FrameJob): Promise<unknown>
}
