import type { FrameEnd } from '@shared/model/common'
import type { GenerateOutcome, GenerateRequest } from '@shared/ipc/contract'
import { freshnessOf } from '@shared/domain/results/freshness'
import { planOf } from '@shared/domain/passes/passPlan'
import { profileOf } from '@shared/domain/passes/profiles'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import { keptToday, stopOf } from '@shared/domain/results/sendPreview'
import { chosenTake, existingShot, projectOf, shotsInOrder, takeKindOf } from '@shared/domain/lookup'
import { generatorFor } from '@shared/domain/passes/stageProfile'
import { clipMaker } from '@shared/domain/passes/clipMakers'
import { clipToMake } from '@shared/domain/results/clips'
import { isInitialised } from '@shared/domain/presence/initialised'
import { seamPartner, shareStill, type FrameRef } from '@shared/domain/results/sharedStill'
import type { ReadRecords } from '@shared/records/recordStore'
import { sentence } from '@shared/records/refusal'
import { dispatch } from '../commit/dispatch'
import { newId } from '../commit/newId'
import type { StillOrder } from '../jobs/orders'
import type { JobQueue } from '../jobs/queue'
import type { OpenProject } from '../store/project'
import { shareFrom } from './frames'
import { writePrompts } from './prompts'

/**
 * Runs a stage over shots: only what is asked for, never what is fresh, never over an approved take (domain.md 6).
 * `chosen` makes the named shots' results again even when they are fresh.
 */
export async function generate(
  project: OpenProject,
  queue: JobQueue,
  request: GenerateRequest,
): Promise<GenerateOutcome[]> {
  const shotIds = request.shotIds ?? shotsInOrder(project.records).map((s) => s.id)
  for (const id of shotIds) existingShot(project.records, id)
  if (request.stage === 9)
    return shotIds.flatMap((id) => stageNine(project, id, request.scope === 'stale' ? 'stale' : 'all'))
  if (request.stage === 12) return makeClips(project, queue, shotIds, request)
  const generatorId = request.generatorId ?? projectOf(project.records).stage10GeneratorId
  generatorFor(project.records, generatorId, 'frames')
  return makeStills(project, queue, {
    shotIds,
    frames: request.frames ?? ['start', 'end'],
    scope: request.scope,
    generatorId,
    fromPass: request.fromPass,
    candidates: profileOf(generatorId) ? 1 : (request.candidates ?? 1),
    stopAfter: request.stopAfter,
  })
}

/** Queues the clips that have to be made; a shot whose clip cannot be made says why. */
function makeClips(
  project: OpenProject,
  queue: JobQueue,
  shotIds: readonly string[],
  { scope, generatorId }: GenerateRequest,
): Promise<GenerateOutcome[]> {
  const maker = clipMaker(project.records, generatorId)
  const looked = shotIds.flatMap((shotId) => {
    const todo = clipToMake(project.records, shotId, scope, maker)
    if (todo?.plan && maker.kind === 'local' && !queue.makesClipsHere)
      return [{ shotId, ...todo, plan: null, reason: sentence('CLIP_NOT_HERE') }]
    return todo ? [{ shotId, ...todo }] : []
  })
  const orders = looked.filter((one) => one.plan !== null)
  const jobs = queue.addClips(
    orders.map(({ shotId }) => ({ shotId, priority: shotIds.length === 1 ? 10 : 0, ifStale: scope !== 'chosen' })),
    maker.id,
  )
  return Promise.all(
    looked.map(async ({ shotId, plan, status, reason }, i): Promise<GenerateOutcome> => {
      if (plan) return jobs[orders.indexOf(looked[i]!)]!
      return { shotId, result: 'video', outcome: status === 'fresh' ? 'fresh' : 'skipped', detail: reason }
    }),
  )
}

interface StillsRequest {
  shotIds: readonly string[]
  frames: readonly FrameEnd[]
  scope: GenerateRequest['scope']
  generatorId: string
  fromPass?: number | undefined
  /** The machine's own compositor draws the same each time; it makes one. */
  candidates: number
  stopAfter?: number | undefined
}

/**
 * Queues the stills that have to be made. One that may be the same as another is made once: as that one is made, or at once where that one is
 * fresh (domain.md 6, 7). What is asked for one shot goes before a batch. A single still that the user asks for by itself is always made.
 */
async function makeStills(
  project: OpenProject,
  queue: JobQueue,
  { shotIds, frames, scope, generatorId, fromPass, candidates, stopAfter }: StillsRequest,
): Promise<GenerateOutcome[]> {
  const { records } = project
  const outcomes: (GenerateOutcome | Promise<GenerateOutcome>)[] = []
  const todo: (FrameRef & { fromPass: number; fresh: boolean; at: number })[] = []
  for (const shotId of shotIds) {
    for (const frame of frames) {
      const result = takeKindOf(frame)
      const { status, locked } = freshnessOf(records, shotId, result)
      if (scope === 'stale' && status === 'missing') continue
      const at = outcomes.push({ shotId, result, outcome: 'fresh', detail: 'its inputs did not change' }) - 1
      if (status === 'fresh' && scope !== 'chosen') continue
      if (locked) outcomes[at] = { shotId, result, outcome: 'skipped', detail: 'approved; unlock it to make it again' }
      else
        todo.push({
          shotId,
          frame,
          fresh: status === 'fresh',
          fromPass: fromPass ?? (scope === 'chosen' && status === 'fresh' ? 1 : Infinity),
          at,
        })
    }
  }
  const single = scope === 'chosen' && todo.length === 1
  const made = new Set<(typeof todo)[number]>()
  const byEnd = new Map(todo.map((end) => [keyOf(end), end]))
  const orders: { end: (typeof todo)[number]; also: typeof todo; order: StillOrder }[] = []
  for (const end of todo) {
    if (made.has(end)) continue
    made.add(end)
    const source =
      single || end.fresh
        ? null
        : othersOf(records, end).find((other) => isFresh(records, other) && shareFrom(project, other, end))
    if (source) {
      outcomes[end.at] = shared(records, end, source)
      continue
    }
    const also = othersOf(records, end)
      .flatMap((other) => byEnd.get(keyOf(other)) ?? [])
      .filter((other) => !made.has(other) && shareStill(records, end, other, generatorId))
    for (const other of also) made.add(other)
    orders.push({
      end,
      also,
      order: {
        shotId: end.shotId,
        frame: end.frame,
        fromPass: end.fromPass,
        also: also.map(({ shotId, frame }) => ({ shotId, frame })),
        priority: shotIds.length === 1 ? 10 : 0,
        ifStale: scope !== 'chosen',
      },
    })
  }
  const all = orders.map(({ order }) => candidatesOf(project, order, generatorId, candidates, stopAfter))
  const jobs = queue.addAll(all.flat(), generatorId)
  for (const [i, { end, also }] of orders.entries()) {
    const [job, ...others] = jobs.splice(0, all[i]!.length) as [Promise<GenerateOutcome>]
    outcomes[end.at] = job
    outcomes.push(...others)
    for (const other of also)
      outcomes[other.at] = job.then((done) =>
        done.outcome === 'made' && isFresh(records, other)
          ? shared(records, other, end)
          : { ...done, shotId: other.shotId, result: takeKindOf(other.frame) },
      )
  }
  return Promise.all(outcomes.map(async (outcome) => outcome))
}

/**
 * As many orders as there are to be candidates of a still (domain.md 5.15). They keep the same passes before the first that is made, which is settled now: what stands may
 * be another take by the time the next one is made.
 */
function candidatesOf(
  project: OpenProject,
  order: StillOrder,
  generatorId: string,
  of: number,
  stopAfter: number | undefined,
): StillOrder[] {
  if (of < 2) return [order]
  const { records } = project
  const profile = stageProfile(records, 10, generatorId)
  const plan = planOf(records, order.shotId, order.frame, profile)
  if (plan.refusal) return [order]
  const { kept } = keptToday(records, order, plan, profile, order.fromPass ?? Infinity)
  const fromTake = kept ? (chosenTake(records, order.shotId, takeKindOf(order.frame))?.id ?? null) : null
  const group = newId()
  const stop = stopOf(stopAfter, kept, plan.passes.length)
  return Array.from({ length: of }, (_, i) => ({
    ...order,
    fromPass: kept + 1,
    also: i === 0 && stop === null ? (order.also ?? []) : [],
    ifStale: false,
    ...(stop === null ? {} : { stopAfter: stop }),
    candidate: { nth: i + 1, of, group, fromTake },
  }))
}

const keyOf = ({ shotId, frame }: FrameRef) => `${shotId}/${frame}`
const isFresh = (store: ReadRecords, { shotId, frame }: FrameRef) =>
  freshnessOf(store, shotId, takeKindOf(frame)).status === 'fresh'

/** The ends that one may share its still with. */
function othersOf(store: ReadRecords, end: FrameRef): FrameRef[] {
  const partner = seamPartner(store, end)
  return [...(partner ? [partner] : []), { shotId: end.shotId, frame: end.frame === 'start' ? 'end' : 'start' }]
}

function shared(store: ReadRecords, { shotId, frame }: FrameRef, source: FrameRef): GenerateOutcome {
  const where =
    source.shotId === shotId
      ? `${source.frame} frame`
      : `${source.frame} of shot ${existingShot(store, source.shotId).number}`
  return {
    shotId,
    result: takeKindOf(frame),
    outcome: 'made',
    detail: `the same still as the ${where}`,
    sharedWith: { shotId: source.shotId, frame: source.frame },
  }
}

/** Running stage 9 on a scene opens it (domain.md 9). */
function stageNine(project: OpenProject, shotId: string, scope: 'stale' | 'all'): GenerateOutcome[] {
  const { sceneId } = existingShot(project.records, shotId)
  if (!isInitialised(project.records, sceneId)) dispatch(project, 'scene.open', { sceneId })
  return writePrompts(project, shotId, scope)
}
