import type { Assignment } from '../../model/assignment'
import type { Blocking } from '../../model/transformation'
import type { SceneAssetInstance } from '../../model/asset'
import type { Draft } from '../../records/draft'
import { hullOf, lostIn } from '../intervals/hull'
import { assignmentOf, instanceOf, instancesInStoryOrder } from '../lookup'

export interface MergeConflict {
  /** What of the source does not show any more, or shows otherwise; the merge record keeps it. */
  readonly code: 'DISJOINT' | 'SIDES' | 'BLOCKING' | 'DESCRIPTION' | 'LOOK' | 'RANK' | 'EVENT'
  readonly shotId: string | null
  readonly sceneId: string
  readonly message: string
}
export interface ScenesReport {
  assignmentsMoved: number
  conflicts: MergeConflict[]
}
/** Scene -> the look the source starts it in, as it was before anything moved; in a look merge. */
export type StartLooks = ReadonlyMap<string, string>

/**
 * Moves one asset's scenes to another: one instance per scene, one assignment per shot; `into`'s values win, `from`'s fill gaps (domain.md 8).
 * @param looks given in a look merge
 */
export function mergeScenes(
  draft: Draft,
  intoId: string,
  fromId: string,
  looks: StartLooks | null,
  report: ScenesReport,
): void {
  for (const source of instancesInStoryOrder(draft, fromId)) {
    report.assignmentsMoved += draft.list('assignmentsOfInstance', source.id).length
    const target = instanceOf(draft, source.sceneId, intoId)
    // A change that carried through the story now carries through its scene: the story is the target's.
    if (looks)
      for (const event of draft.list('transformationsOfInstance', source.id))
        draft.update('transformations', event.id, { carries: 'scene' })
    if (target) joinInstances(draft, source, target, looks === null, report.conflicts)
    // A scene with only the source keeps its instance. In a look merge it starts in the look it had, whatever carried it there.
    else draft.update('sceneAssetInstances', source.id, { assetId: intoId, lookId: looks?.get(source.sceneId) })
  }
}

/** @param alias gaps of the target's instance are filled; the source's look and description in a look merge are its own look's, not the target's */
function joinInstances(
  draft: Draft,
  source: SceneAssetInstance,
  target: SceneAssetInstance,
  alias: boolean,
  conflicts: MergeConflict[],
): void {
  const { sceneId } = source
  const scene = draft.must('scenes', sceneId).number
  const lookId = alias ? (target.lookId ?? source.lookId) : target.lookId
  const description = alias ? (target.description ?? source.description) : target.description
  if (source.description !== null && source.description !== description)
    conflicts.push({
      code: 'DESCRIPTION',
      shotId: null,
      sceneId,
      message: `The description in scene ${scene} stays that of the target.`,
    })
  if (alias && source.lookId !== null && source.lookId !== lookId)
    conflicts.push({
      code: 'LOOK',
      shotId: null,
      sceneId,
      message: `The look that scene ${scene} starts in stays that of the target.`,
    })
  draft.update('sceneAssetInstances', target.id, { lookId, description })
  const blockings = draft
    .list('blockingsOfInstance', source.id)
    .map((blocking) => ({ blocking, asleep: !assignmentOf(draft, blocking.shotId, source.id) }))
  for (const assignment of draft.list('assignmentsOfInstance', source.id)) {
    const own = assignmentOf(draft, assignment.shotId, target.id)
    if (!own) draft.update('assignments', assignment.id, { sceneAssetInstanceId: target.id })
    else joinAssignments(draft, own, assignment, sceneId, conflicts)
  }
  for (const event of draft.list('transformationsOfInstance', source.id))
    draft.update('transformations', event.id, { sceneAssetInstanceId: target.id })
  for (const { blocking, asleep } of blockings) joinBlocking(draft, blocking, asleep, target, conflicts)
  draft.remove('sceneAssetInstances', source.id)
}

/** Both in one shot: the hull of the intervals; what of the source's does not show in it is named. */
function joinAssignments(
  draft: Draft,
  own: Assignment,
  other: Assignment,
  sceneId: string,
  conflicts: MergeConflict[],
): void {
  const shotId = own.shotId
  const { number } = draft.must('shots', shotId)
  const hull = hullOf(own, other)
  if (other.exitAt < own.enterAt || own.exitAt < other.enterAt)
    conflicts.push({
      code: 'DISJOINT',
      shotId,
      sceneId,
      message: `In shot ${number} the two are there at different times; the merged one stays between.`,
    })
  const lost = [...lostIn(hull, own), ...lostIn(hull, other)]
  if (lost.length)
    conflicts.push({
      code: 'SIDES',
      shotId,
      sceneId,
      message: `In shot ${number} this does not show any more: ${lost.join(', ')}.`,
    })
  if (own.rank !== null && other.rank !== null && own.rank !== other.rank)
    conflicts.push({ code: 'RANK', shotId, sceneId, message: `In shot ${number} the target's rank stays.` })
  draft.update('assignments', own.id, {
    ...hull,
    rank: own.rank ?? other.rank,
    origin: own.origin === 'user' || other.origin === 'user' ? 'user' : own.origin,
    evidence: own.evidence ?? other.evidence,
    depicts: own.depicts === other.depicts ? own.depicts : 'self',
    depictedOn: own.depictedOn || other.depictedOn,
    ...(own.carriedBy === null
      ? { carriedBy: other.carriedBy, handedTo: other.handedTo, handedAt: other.handedAt }
      : {}),
  })
  draft.remove('assignments', other.id)
}

/** The target's position wins, the source's fills a gap; one that slept never moves a figure that is there. */
function joinBlocking(
  draft: Draft,
  blocking: Blocking,
  asleep: boolean,
  target: SceneAssetInstance,
  conflicts: MergeConflict[],
): void {
  const { shotId, frame } = blocking
  const own = draft.first('blockingOf', `${shotId}/${target.id}/${frame}`)
  if (!own && !(asleep && assignmentOf(draft, shotId, target.id))) {
    draft.update('blockings', blocking.id, { sceneAssetInstanceId: target.id })
    return
  }
  const differs = own && (['x', 'y', 'scale', 'flip', 'depth'] as const).some((key) => own[key] !== blocking[key])
  if (differs)
    conflicts.push({
      code: 'BLOCKING',
      shotId,
      sceneId: target.sceneId,
      message: `In the ${frame} frame of shot ${draft.must('shots', shotId).number} the target's position stays.`,
    })
  draft.remove('blockings', blocking.id)
}
