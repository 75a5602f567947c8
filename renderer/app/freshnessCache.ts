import { create } from 'zustand'
import { shotFreshness, type ShotFreshness, type Status } from '@shared/domain/results/freshness'
import { shotsInOrder } from '@shared/domain/lookup'
import { resultKinds, type ResultKind } from '@shared/model/result'
import type { RecordStore } from '@shared/records/recordStore'
import { useProject } from './projectStore'

/** Counts rounds of recomputing; painters follow it. `stale` and `results` are sums over the project. */
export const useFreshness = create<{
  round: number
  staleShots: number
  staleByScene: Readonly<Record<string, number>>
  complete: boolean
}>(() => ({ round: 0, staleShots: 0, staleByScene: {}, complete: true }))

interface Entry {
  readonly version: number
  readonly value: ShotFreshness
  readonly stale: boolean
}
let entries = new Map<string, Entry>()
let epoch = -1

const tables = [
  'project',
  'assets',
  'looks',
  'scenes',
  'transformations',
  'sceneAssetInstances',
  'resultMarks',
  'takeChoices',
  'takePlaces',
  'planEdits',
  'media',
] as const

/** The newest version of anything a shot's results can depend on; wide tables count as a whole. */
function dependencies(records: RecordStore, shotId: string): number {
  let version = 0
  for (const table of tables) version = Math.max(version, records.version(table))
  for (const key of [
    `shots:${shotId}`,
    `assignmentsOfShot:${shotId}`,
    `blockingsOfShot:${shotId}`,
    ...['start', 'end', 'video'].map((p) => `promptVersionsOf:${shotId}/${p}`),
    ...['startFrame', 'endFrame', 'video'].map((k) => `takesMadeFor:${shotId}/${k}`),
  ]) {
    version = Math.max(version, records.version(key))
  }
  return version
}

/** A shot's results as last computed; computed at once when nobody did yet. */
export function freshnessOfShot(records: RecordStore, shotId: string): ShotFreshness {
  const known = entries.get(shotId)
  return known ? known.value : compute(records, shotId).value
}

/** A shot's results as they are at this moment, for what shows one shot; `statusOf` then knows them too. */
export const freshnessNow = (records: RecordStore, shotId: string): ShotFreshness => compute(records, shotId).value

function compute(records: RecordStore, shotId: string): Entry {
  const version = dependencies(records, shotId)
  const known = entries.get(shotId)
  if (known && known.version === version) return known
  const value = shotFreshness(records, shotId)
  const entry = { version, value, stale: resultKinds.some((r) => value[r].status === 'stale') }
  entries.set(shotId, entry)
  return entry
}

/** The status of a result with the running and failed jobs over it. */
export function statusOf(
  records: RecordStore,
  shotId: string,
  result: ResultKind,
): { status: Status; locked: boolean; progress: number } {
  const { status, locked } = freshnessOfShot(records, shotId)[result]
  const job = useProject.getState().jobs.find((j) => j.shotId === shotId && j.result === result)
  if (!job) return { status, locked, progress: 0 }
  if (job.state === 'queued' || job.state === 'running') return { status: 'running', locked, progress: job.progress }
  return { status: job.state === 'failed' ? 'failed' : status, locked, progress: 0 }
}

const slice = 8
let scheduled = false

/** Brings every shot up to date in idle slices of a few milliseconds, the selected ones first. */
function refresh(): void {
  if (scheduled) return
  scheduled = true
  const work = shotsInOrder(useProject.getState().records).map((s) => s.id)
  let next = 0
  const step = () => {
    const { records } = useProject.getState()
    const until = performance.now() + slice
    while (next < work.length && performance.now() < until) {
      const id = work[next++]!
      if (records.get('shots', id)) compute(records, id)
    }
    if (next < work.length) {
      idle(step)
      return
    }
    scheduled = false
    sum(records, work)
    if (useProject.getState().records !== records || dirty) {
      dirty = false
      refresh()
    }
  }
  idle(step)
}

let dirty = false
const idle = (work: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(work, { timeout: 120 }) : setTimeout(work, 0)

function sum(records: RecordStore, shotIds: readonly string[]): void {
  const staleByScene: Record<string, number> = {}
  let staleShots = 0
  for (const id of shotIds) {
    const shot = records.get('shots', id)
    if (!shot || !entries.get(id)?.stale) continue
    staleShots++
    staleByScene[shot.sceneId] = (staleByScene[shot.sceneId] ?? 0) + 1
  }
  useFreshness.setState((s) => ({ round: s.round + 1, staleShots, staleByScene, complete: true }))
}

/** Follows the project; call once. */
export function followFreshness(): () => void {
  const follow = () => {
    const state = useProject.getState()
    if (state.epoch !== epoch) {
      epoch = state.epoch
      entries = new Map()
    }
    dirty = scheduled
    useFreshness.setState({ complete: false })
    refresh()
  }
  follow()
  return useProject.subscribe((state, before) => {
    if (state.revision !== before.revision || state.epoch !== before.epoch) follow()
  })
}
