import type { JobView } from '@shared/ipc/contract'
import type { Job } from '../store/jobStore'
import { candidateOf } from './jobRequest'

/** A job as the window shows it. @param progress of one that runs, newer than what is written down */
export const jobView = (job: Job, progress = job.progress): JobView => ({
  id: job.id,
  shotId: job.shotId,
  result: job.result,
  generatorId: job.generatorId,
  state: job.state,
  progress,
  error: job.error,
  waitUntil: job.state === 'queued' ? job.waitUntil : null,
  candidate: candidateOf(job),
  takeId: job.takeId,
  calls: job.calls,
  finishedAt: job.finishedAt,
})
