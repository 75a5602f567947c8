import { resultKinds, type ResultKind } from '../../model/result'
import type { Change } from '../../records/change'
import { propose, type Draft, type NewId, type Proposal } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import type { RecordStore } from '../../records/recordStore'
import { inStoryOrder, isInTray, placesInScene, shotIdsInOrder } from '../lookup'
import { resultSource, shotStatuses, statusOfResult, type ShotStatuses } from './freshness'

/** Results of one shot that a change turns stale. */
export interface TurnedStale {
  readonly shotId: string
  readonly results: readonly ResultKind[]
  /** Those of them that are approved: batch runs will not make them again. */
  readonly approved: readonly ResultKind[]
}

/** What a change would do, worked out without doing it. */
export interface Impact<A = unknown> extends Proposal<A> {
  /** In the story's order after the change. */
  readonly stale: readonly TurnedStale[]
  /** False: some shots' results are not worked out yet, so more may turn stale than `stale` knows. */
  readonly complete: boolean
  /** Assignments that go over to another asset. */
  readonly assignmentsMoved: number
}

/**
 * What a rule's change would do (domain.md 6.9, 8.1). A result turns stale when it is stale after the change and was not before: it was fresh, or
 * there was none, or there was no such shot. Only shots that are in the story after the change count; what is stale in the tray was stale before.
 *
 * Exact, and no more work than the change causes: statuses are remembered with what they were worked out of, so only those are worked out again
 * that read something the change touches.
 * @param atMost so many shots with results may be worked out first where nothing is remembered yet; with more the answer is not complete
 */
export function impactOf<A>(
  store: RecordStore,
  newId: NewId,
  rule: (draft: Draft) => A,
  atMost = Infinity,
): Impact<A> | Refusal {
  const complete = workOut(store, atMost)
  const outcome = propose(store, newId, rule, (draft, change) => turnedStale(store, draft, change))
  if (outcome instanceof Refusal) return outcome
  const { inspected: stale, ...proposal } = outcome
  return { ...proposal, stale, complete, assignmentsMoved: movedIn(proposal.change) }
}

/** Brings the statuses of all shots up to date, as far as that may cost. Answers whether they all are. */
function workOut(store: RecordStore, atMost: number): boolean {
  let left = atMost
  let complete = true
  for (const shotId of everyShotId(store)) {
    if (shotStatuses.isCurrent(store, shotId)) continue
    // Shots without results cost nothing.
    if (resultKinds.some((result) => resultSource(store, shotId, result)) && left-- <= 0) complete = false
    else shotStatuses(store, shotId)
  }
  return complete
}

/** Those in the tray too: they may come back. */
const everyShotId = (store: RecordStore): string[] => [
  ...shotIdsInOrder(store),
  ...store.list('scenesInTray').flatMap((scene) => [...placesInScene(store, scene.id).keys()]),
]

function turnedStale(store: RecordStore, draft: Draft, change: Change): TurnedStale[] {
  const touched = new Map<string, ShotStatuses | null>(shotStatuses.drafted(store))
  for (const shotId of Object.keys(change.added.shots ?? {})) touched.set(shotId, null)
  const turned = new Map<string, TurnedStale>()
  for (const [shotId, before] of touched) {
    const shot = draft.get('shots', shotId)
    if (!shot || isInTray(draft, shot)) continue
    const results: ResultKind[] = []
    const approved: ResultKind[] = []
    for (const result of resultKinds) {
      if (before?.[result].status === 'stale') continue
      const { status, locked } = statusOfResult(draft, shotId, result)
      if (status !== 'stale') continue
      results.push(result)
      if (locked) approved.push(result)
    }
    if (results.length) turned.set(shotId, { shotId, results, approved })
  }
  const shots = [...turned.keys()].map((id) => draft.must('shots', id))
  return inStoryOrder(draft, shots).map((shot) => turned.get(shot.id)!)
}

/** Assignments that a change gives to another asset. */
const movedIn = (change: Change): number =>
  Object.values(change.updated.assignments ?? {}).filter(([, after]) => 'sceneAssetInstanceId' in after).length
