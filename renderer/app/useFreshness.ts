import { create } from 'zustand'
import { shotStatuses, type ResultStatus } from '@shared/domain/results/freshness'
import { placesInScene, scenesInOrder } from '@shared/domain/lookup'
import type { JobView } from '@shared/ipc/contract'
import { resultKinds, type ResultKind } from '@shared/model/result'
import type { RecordStore } from '@shared/records/recordStore'
import { IdleWork } from './idleWork'
import { useProject } from './projectStore'

interface Sums {
  /** Shots with a stale result, of the story and of each scene. */
  readonly staleShots: number
  readonly staleByScene: Readonly<Record<string, number>>
}

/** What is stale in the story, as far as it is worked out. `round` counts the times it was. */
export const useFreshness = create<Sums & { round: number; complete: boolean }>(() => ({
  round: 0,
  staleShots: 0,
  staleByScene: {},
  complete: true,
}))

interface ShownStatus extends ResultStatus {
  /** Of the running job, 0 to 1. */
  readonly progress: number
}

/** A status with the running or failed job of the result over it. */
export function underJob({ status, locked }: ResultStatus, job: JobView | undefined): ShownStatus {
  if (!job) return { status, locked, progress: 0 }
  if (job.state === 'queued' || job.state === 'running') return { status: 'running', locked, progress: job.progress }
  return { status: job.state === 'failed' ? 'failed' : status, locked, progress: 0 }
}

/** The job of a result: of several the one that is under way. */
export function jobOf(jobs: readonly JobView[], shotId: string, result: ResultKind): JobView | undefined {
  const own = jobs.filter((j) => j.shotId === shotId && j.result === result)
  return own.find(({ state }) => state === 'running') ?? own.find(({ state }) => state === 'queued') ?? own[0]
}

/** The shown status of a result for lists and painters: as it was last worked out, so that no picture waits for it. */
export const statusOf = (records: RecordStore, shotId: string, result: ResultKind): ShownStatus =>
  underJob(shotStatuses.last(records, shotId)[result], jobOf(useProject.getState().jobs, shotId, result))

/** The same, followed. */
export function useStatus(shotId: string, result: ResultKind): ResultStatus {
  const job = useProject((s) => jobOf(s.jobs, shotId, result))
  const records = useProject((s) => s.records)
  // Worked out in idle time; each round brings what is known then.
  useFreshness((s) => s.round)
  return underJob(shotStatuses.last(records, shotId)[result], job)
}

/** Has a shot a stale result, as far as it is worked out? */
export function hasStale(records: RecordStore, shotId: string): boolean {
  const statuses = shotStatuses.last(records, shotId)
  return resultKinds.some((result) => statuses[result].status === 'stale')
}

/** Works out the status of every shot of the story, a step for each; costs what changed since the last time. Answers the sums. */
export function* workOutStatuses(records: RecordStore): Generator<void, Sums> {
  const staleByScene: Record<string, number> = {}
  let staleShots = 0
  for (const scene of scenesInOrder(records)) {
    for (const shotId of placesInScene(records, scene.id).keys()) {
      shotStatuses(records, shotId)
      yield
      if (!hasStale(records, shotId)) continue
      staleShots++
      staleByScene[scene.id] = (staleByScene[scene.id] ?? 0) + 1
    }
  }
  return { staleShots, staleByScene }
}

/** Follows the project in idle time; call once. Answers how to stop. */
export function followFreshness(): () => void {
  const work = new IdleWork(
    () => workOutStatuses(useProject.getState().records),
    (sums) => useFreshness.setState((s) => ({ ...sums, round: s.round + 1, complete: true })),
    { pauseMs: 0, sliceMs: 8, patienceMs: 120 },
  )
  const follow = () => {
    useFreshness.setState({ complete: false })
    work.start()
  }
  follow()
  const unsubscribe = useProject.subscribe((state, before) => {
    if (state.revision !== before.revision || state.epoch !== before.epoch) follow()
  })
  return () => {
    unsubscribe()
    work.stop()
  }
}
