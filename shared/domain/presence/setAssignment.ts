import { asItself } from '../../model/assignment'
import type { Assignment, Depicts, Evidence, FrameSide, Origin, Presence } from '../../model/assignment'
import type { SceneAssetInstance } from '../../model/asset'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { assignmentOf, existingInstance, instanceOf, livingAsset, projectOf, storyShot } from '../lookup'
import { refuseCircle } from './carrying'
import { fitToFrames, intervalFor, rememberTimes, snappedByUser } from './presenceTimes'
import { warnOfCrossings } from './crossings'

export interface SetAssignmentInput {
  shotId: string
  /** Either the scene instance or the asset; the asset's instance is made when the scene has none. */
  sceneAssetInstanceId?: string | undefined
  assetId?: string | undefined
  presence?: Presence | undefined
  enterAt?: number | undefined
  exitAt?: number | undefined
  enterFrom?: FrameSide | null | undefined
  exitTo?: FrameSide | null | undefined
  action?: string | undefined
  rank?: number | null | undefined
  depicts?: Depicts | undefined
  depictedOn?: string | undefined
  /** The asset of this shot that carries it; null puts it down. */
  carriedBy?: string | null | undefined
  handedTo?: string | null | undefined
  handedAt?: number | null | undefined
}

/** The scene's instance of an asset, made when there is none (domain.md 9). */
export function ensureInstance(draft: Draft, sceneId: string, assetId: string): SceneAssetInstance {
  return (
    instanceOf(draft, sceneId, assetId) ??
    draft.add('sceneAssetInstances', { id: draft.newId(), sceneId, assetId, lookId: null, description: null })
  )
}

/**
 * `assignment.set`: puts an asset into a shot or changes how it is there (domain.md 1). Editing a suggested assignment accepts it.
 * @returns the assignment
 */
export function setAssignment(draft: Draft, input: SetAssignmentInput): Assignment {
  const set = placeInShot(draft, input)
  warnOfCrossings(draft, [set])
  return set
}

/** As `setAssignment`, without the warning of a crossing, which a range of cells gets once. */
export function placeInShot(draft: Draft, input: SetAssignmentInput): Assignment {
  const shot = storyShot(draft, input.shotId)
  const instance = instanceFor(draft, shot, input)
  const asset = livingAsset(draft, instance.assetId)
  const current = assignmentOf(draft, shot.id, instance.id)
  const interval = intervalFor(projectOf(draft), input.presence, input.enterAt, input.exitAt, current)
  const asked =
    input.presence === undefined
      ? interval
      : fitToFrames(interval, shot.durationFrames, {
          enter: input.enterAt === undefined,
          exit: input.exitAt === undefined,
        })
  // Edges that this edit does not set stay, also those that a split left within a frame of the cut.
  const edges = {
    enter: input.presence !== undefined || input.enterAt !== undefined,
    exit: input.presence !== undefined || input.exitAt !== undefined,
  }
  const { presence, enterAt, exitAt } = snappedByUser(draft, asked, shot.durationFrames, asset.name, shot.number, edges)
  const timesGiven = input.enterAt !== undefined || input.exitAt !== undefined
  if (timesGiven) rememberTimes(draft, presence, { enterAt, exitAt })
  const fields = {
    presence,
    enterAt,
    exitAt,
    enterFrom: input.enterFrom,
    exitTo: input.exitTo,
    action: input.action,
    rank: input.rank,
  }
  const ways = waysOf(draft, shot, asset.name, input, current)
  if (current) {
    const sides = input.exitTo !== undefined ? { exitHeldBy: null } : {}
    const set = draft.update('assignments', current.id, { ...fields, ...ways, ...sides, origin: 'user' })
    refuseCircle(draft, set, asset.name)
    return set
  }
  const added = addAssignment(draft, shot.id, instance.id, {
    presence,
    enterAt,
    exitAt,
    enterFrom: input.enterFrom ?? null,
    exitTo: input.exitTo ?? null,
    action: input.action ?? '',
    rank: input.rank ?? null,
    origin: 'user',
    evidence: null,
  })
  return Object.keys(ways).length ? draft.update('assignments', added.id, ways) : added
}

/**
 * Picture or self, and who carries it (domain.md 1.8, 1.9).
 * @throws Refusal NOT_IN_SHOT when a carrier is not in the shot; InvalidInput for half a handing over
 */
function waysOf(
  draft: Draft,
  shot: Shot,
  name: string,
  { depicts, depictedOn, carriedBy, handedTo, handedAt }: SetAssignmentInput,
  current: Assignment | undefined,
): Partial<Assignment> {
  for (const id of [carriedBy, handedTo]) {
    if (!id) continue
    const carrier = livingAsset(draft, id)
    const instance = instanceOf(draft, shot.sceneId, id)
    if (!instance || !assignmentOf(draft, shot.id, instance.id))
      throw new Refusal('NOT_IN_SHOT', { asset: carrier.name, shot: shot.number })
    if (instance.id === current?.sceneAssetInstanceId) throw new Refusal('CARRIED_IN_A_CIRCLE', { asset: name })
  }
  const putDown = carriedBy === null ? { handedTo: null, handedAt: null } : {}
  const ways = {
    ...putDown,
    ...(depicts === undefined ? {} : { depicts, ...(depicts === 'self' ? { depictedOn: '' } : {}) }),
    ...(depictedOn === undefined ? {} : { depictedOn }),
    ...(carriedBy === undefined ? {} : { carriedBy }),
    ...(handedTo === undefined ? {} : { handedTo }),
    ...(handedAt === undefined ? {} : { handedAt }),
  }
  const to = 'handedTo' in ways ? ways.handedTo : current?.handedTo
  const at = 'handedAt' in ways ? ways.handedAt : current?.handedAt
  if ((to ?? null) === null && (at ?? null) !== null) throw new InvalidInput('handedTo', 'expected who it is handed to')
  if ((to ?? null) !== null && (at ?? null) === null)
    throw new InvalidInput('handedAt', 'expected when it is handed over')
  const by = 'carriedBy' in ways ? ways.carriedBy : current?.carriedBy
  if ((to ?? null) !== null && (by ?? null) === null)
    throw new InvalidInput('carriedBy', 'expected who carries it first')
  return ways
}

/** @throws Refusal OTHER_SCENE for the instance of another scene; InvalidInput when none is named or the two named are not the same asset */
function instanceFor(draft: Draft, shot: Shot, input: SetAssignmentInput): SceneAssetInstance {
  if (input.sceneAssetInstanceId !== undefined) {
    const instance = existingInstance(draft, input.sceneAssetInstanceId)
    if (input.assetId !== undefined && input.assetId !== instance.assetId)
      throw new InvalidInput('assetId', 'expected the asset of sceneAssetInstanceId')
    if (instance.sceneId !== shot.sceneId) throw new Refusal('OTHER_SCENE', { shot: shot.number })
    return instance
  }
  if (input.assetId === undefined)
    throw new InvalidInput('sceneAssetInstanceId', 'expected sceneAssetInstanceId or assetId')
  livingAsset(draft, input.assetId)
  return ensureInstance(draft, shot.sceneId, input.assetId)
}

export type AssignmentFields = Pick<
  Assignment,
  'presence' | 'enterAt' | 'exitAt' | 'enterFrom' | 'exitTo' | 'action' | 'rank'
> & { origin: Origin; evidence: Evidence | null }

/** Adds an assignment, and wakes the look changes that slept while the asset was away; a suggestion for the same cell has its answer, unless it was filled by itself. */
export function addAssignment(draft: Draft, shotId: string, instanceId: string, fields: AssignmentFields): Assignment {
  for (const event of draft.list('transformationsOfShot', shotId)) {
    if (event.sceneAssetInstanceId === instanceId && event.suspended === 'uncovered')
      draft.update('transformations', event.id, { suspended: '' })
  }
  const { assetId } = draft.must('sceneAssetInstances', instanceId)
  if (fields.origin !== 'auto')
    for (const s of draft.list('suggestionsOfShot', shotId))
      if (s.assetId === assetId && s.state === 'open') draft.update('suggestions', s.id, { state: 'accepted' })
  return draft.add('assignments', {
    ...asItself,
    id: draft.newId(),
    shotId,
    sceneAssetInstanceId: instanceId,
    ordinal: draft.nextOrdinal('assignments'),
    ...fields,
  })
}
