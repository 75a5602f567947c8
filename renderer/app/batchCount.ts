import { create } from 'zustand'
import type { JobView } from '@shared/ipc/contract'

/** How far the queue is since it was last empty: what was asked for, and what of it is over (made, failed or cancelled). */
export const useBatch = create<{ total: number; done: number }>(() => ({ total: 0, done: 0 }))

const isActive = (job: Pick<JobView, 'state'>) => job.state === 'queued' || job.state === 'running'

/** Counts the jobs of a batch from the lists that the queue sends. */
export class BatchCount {
  private readonly seen = new Set<string>()

  count(jobs: readonly Pick<JobView, 'id' | 'state'>[]): { total: number; done: number } {
    const active = jobs.filter(isActive)
    if (!active.length) this.seen.clear()
    for (const job of active) this.seen.add(job.id)
    return { total: this.seen.size, done: this.seen.size - active.length }
  }
}
