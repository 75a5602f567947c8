import type { JobView } from '@shared/ipc/contract'
import type { ReadRecords } from '@shared/records/recordStore'
import { callPrice, clipPrice, type Cost } from '../../app/prices'

type Costing = Pick<JobView, 'generatorId' | 'result' | 'calls' | 'takeId'>

/** What a job cost by its generator's list of today; null where nobody knows, and for what this machine makes. */
export function costOfJob(reads: ReadRecords, { generatorId, result, calls, takeId }: Costing): Cost | null {
  const profile = reads.get('profiles', generatorId)
  if (!profile) return null
  if (result !== 'video') return callPrice(profile, calls)
  const take = takeId === null ? undefined : reads.get('takes', takeId)
  return clipPrice(profile, calls, (take && reads.get('media', take.mediaId)?.seconds) ?? 0)
}

/** What jobs cost together; null where some cost in another currency than others, or nobody knows of one. */
export function costOfJobs(reads: ReadRecords, jobs: readonly Costing[]): Cost | null {
  const paid = jobs.filter(({ generatorId }) => reads.get('profiles', generatorId))
  const costs = paid.map((job) => costOfJob(reads, job))
  const first = costs[0]
  if (!first || costs.some((cost) => cost?.currency !== first.currency)) return null
  return { sum: costs.reduce((sum, cost) => sum + cost!.sum, 0), currency: first.currency }
}
