import { presenceOf, type Assignment } from '../model/assignment'
import type { SceneAssetInstance } from '../model/asset'
import type { Draft } from '../records/draft'
import { assignmentOf, instanceOf, instancesInStoryOrder } from './lookup'
import { resolveLook } from './resolveLook'

export interface MergeConflict {
  readonly code: 'DISJOINT' | 'SIDES' | 'BLOCKING' | 'DESCRIPTION' | 'EVENT'
  readonly shotId: string | null
  readonly sceneId: string
  readonly message: string
}
export interface ScenesReport { assignmentsMoved: number; conflicts: MergeConflict[] }

/** Moves one asset's scenes to another: one instance per scene, one assignment per shot; `into`'s values win, `from`'s fill gaps (domain.md 8). */
export function mergeScenes(draft: Draft, intoId: string, fromId: string, as: 'alias' | 'look', report: ScenesReport): void {
  for (const source of instancesInStoryOrder(draft, fromId)) {
    report.assignmentsMoved += draft.list('assignmentsOfInstance', source.id).length
    const target = instanceOf(draft, source.sceneId, intoId)
    if (target) joinInstances(draft, source, target, as, report.conflicts)
    else moveInstance(draft, source, intoId, as)
  }
}

/** A scene with only the source keeps its instance. In a look merge it starts in the look it had, whatever carried it there. */
function moveInstance(draft: Draft, source: SceneAssetInstance, intoId: string, as: 'alias' | 'look'): void {
  const first = draft.list('shotsOfScene', source.sceneId)[0]
  const start = as === 'look' && first ? resolveLook(draft, source, { shotId: first.id, at: 'start' }).id : source.lookId
  draft.update('sceneAssetInstances', source.id, { assetId: intoId, lookId: start })
  // A change that carried through the story now carries through its scene: the story is the target's.
  if (as === 'look') for (const event of draft.list('eventsOfInstance', source.id)) draft.update('transformations', event.id, { carries: 'scene' })
}

function joinInstances(draft: Draft, source: SceneAssetInstance, target: SceneAssetInstance, as: 'alias' | 'look', conflicts: MergeConflict[]): void {
  const fills = as === 'alias'
  if (source.description !== null && (target.description !== null || !fills) && source.description !== target.description) conflicts.push({ code: 'DESCRIPTION', shotId: null, sceneId: source.sceneId, message: 'The description in this scene stays that of the target.' })
  draft.update('sceneAssetInstances', target.id, fills ? { lookId: target.lookId ?? source.lookId, description: target.description ?? source.description } : {})
  for (const assignment of draft.list('assignmentsOfInstance', source.id)) {
    const own = assignmentOf(draft, assignment.shotId, target.id)
    if (!own) draft.update('assignments', assignment.id, { sceneAssetInstanceId: target.id })
    else joinAssignments(draft, own, assignment, source.sceneId, conflicts)
  }
  for (const event of draft.list('eventsOfInstance', source.id)) draft.update('transformations', event.id, { sceneAssetInstanceId: target.id, ...(as === 'look' ? { carries: 'scene' as const } : {}) })
  for (const blocking of draft.list('blockingsOfInstance', source.id)) {
    if (draft.first('blockingOf', `${blocking.shotId}/${target.id}/${blocking.frame}`)) draft.remove('blockings', blocking.id)
    else draft.update('blockings', blocking.id, { sceneAssetInstanceId: target.id })
  }
  draft.remove('sceneAssetInstances', source.id)
}

/** Both in one shot: the hull of the intervals; sides and action text go with the edge they came from. */
function joinAssignments(draft: Draft, own: Assignment, other: Assignment, sceneId: string, conflicts: MergeConflict[]): void {
  const shot = draft.must('shots', own.shotId)
  const enterAt = Math.min(own.enterAt, other.enterAt)
  const exitAt = Math.max(own.exitAt, other.exitAt)
  const enterer = other.enterAt < own.enterAt ? other : own
  const leaver = other.exitAt > own.exitAt ? other : own
  if (other.exitAt < own.enterAt || own.exitAt < other.enterAt) conflicts.push({ code: 'DISJOINT', shotId: own.shotId, sceneId, message: `In shot ${shot.number} the two are there at different times; the merged one stays between.` })
  // Whoever has the edge gives the side; where both have it, the target's side wins and the source's fills a gap.
  const enterFrom = enterer.enterFrom ?? (own.enterAt === other.enterAt ? other.enterFrom : null)
  const exitTo = leaver.exitTo ?? (own.exitAt === other.exitAt ? other.exitTo : null)
  const action = enterer.action || leaver.action || own.action || other.action
  if (own.action && other.action && own.action !== other.action) conflicts.push({ code: 'SIDES', shotId: own.shotId, sceneId, message: `In shot ${shot.number} both had an action text; “${action}” stays.` })
  draft.update('assignments', own.id, {
    enterAt, exitAt, presence: presenceOf(enterAt, exitAt)!, enterFrom, exitTo, action,
    rank: own.rank ?? other.rank, origin: own.origin === 'user' || other.origin === 'user' ? 'user' : own.origin, evidence: own.evidence ?? other.evidence,
  })
  draft.remove('assignments', other.id)
}
