import type { Status } from '@shared/domain/results/freshness'
import { freshnessOfShot, statusOf, useFreshness } from '../../../app/freshnessCache'
import { useProject } from '../../../app/projectStore'
import type { FrameModel } from '../model/useFrameModel'

/** The still's status with its causes and its running job; follows the idle recomputing. */
export function useFrameStatus({ records, shot, result }: FrameModel): {
  status: Status
  locked: boolean
  causes: readonly string[]
  progress: number
  jobId: string | null
  error: string | null
} {
  useFreshness((s) => s.round)
  const jobs = useProject((s) => s.jobs)
  const { status, locked, progress } = statusOf(records, shot.id, result)
  const job = jobs.find((j) => j.shotId === shot.id && j.result === result)
  const running = job?.state === 'queued' || job?.state === 'running'
  return {
    status,
    locked,
    progress,
    causes: freshnessOfShot(records, shot.id)[result].causes,
    jobId: running ? job.id : null,
    error: job?.state === 'failed' ? job.error : null,
  }
}
