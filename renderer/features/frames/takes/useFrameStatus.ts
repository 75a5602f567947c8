import { shotFreshness, type Status } from '@shared/domain/results/freshness'
import { useProject } from '../../../app/projectStore'
import { jobOf, underJob } from '../../../app/useFreshness'
import { useRead } from '../../../app/useRead'
import type { FrameModel } from '../model/useFrameModel'

/** The still's status with its causes and its running job. */
export function useFrameStatus({ shot, result }: FrameModel): {
  status: Status
  locked: boolean
  causes: readonly string[]
  progress: number
  jobId: string | null
  /** Which of several candidates is being made. */
  candidate: { nth: number; of: number } | null
  error: string | null
} {
  const freshness = useRead((reads) => shotFreshness(reads, shot.id)[result], [shot.id, result])
  const job = useProject((s) => jobOf(s.jobs, shot.id, result))
  const { status, locked, progress } = underJob(freshness, job)
  const running = job?.state === 'queued' || job?.state === 'running'
  return {
    status,
    locked,
    progress,
    causes: freshness.causes,
    jobId: running ? job.id : null,
    candidate: running ? job.candidate : null,
    error: job?.state === 'failed' ? job.error : null,
  }
}
