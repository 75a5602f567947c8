import type { Assignment } from '../../model/assignment'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { InvalidInput, Refusal } from '../../records/refusal'
import { assignmentOf, existingInstance, existingShot, instanceOf } from '../lookup'

/**
 * Takes an asset out of a shot. Its blocking and its look changes inside the shot sleep until it returns; they are named (domain.md 1).
 */
export function dropAssignment(draft: Draft, assignment: Assignment): void {
  const instance = draft.must('sceneAssetInstances', assignment.sceneAssetInstanceId)
  const asset = draft.must('assets', instance.assetId)
  const shot = draft.must('shots', assignment.shotId)
  const sleeping: string[] = []
  for (const event of draft.list('transformationsOfShot', shot.id)) {
    if (event.sceneAssetInstanceId !== instance.id || event.kind !== 'within_shot' || event.suspended) continue
    draft.update('transformations', event.id, { suspended: 'uncovered' })
    sleeping.push('change of look')
  }
  if (draft.list('blockingsOfShot', shot.id).some((b) => b.sceneAssetInstanceId === instance.id))
    sleeping.push('blocking')
  draft.remove('assignments', assignment.id)
  if (sleeping.length)
    draft.warn('SUSPENDED', { asset: asset.name, shot: shot.number, what: [...new Set(sleeping)].join(' and ') })
}

export interface WhichAssignment {
  assignmentId?: string | undefined
  shotId?: string | undefined
  sceneAssetInstanceId?: string | undefined
  assetId?: string | undefined
}

/** The user takes an asset out of a shot: a presence that waited to be confirmed is rejected by that (domain.md 9). */
export function takeOutOfShot(draft: Draft, assignment: Assignment): void {
  dropAssignment(draft, assignment)
  if (assignment.origin !== 'suggested' || draft.get('suggestions', assignment.id)) return
  const { id, shotId, presence, enterAt, exitAt, enterFrom, exitTo, evidence } = assignment
  const { assetId } = draft.must('sceneAssetInstances', assignment.sceneAssetInstanceId)
  draft.add('suggestions', {
    id,
    shotId,
    assetId,
    presence,
    enterAt,
    exitAt,
    enterFrom,
    exitTo,
    evidence,
    state: 'rejected',
    ordinal: draft.nextOrdinal('suggestions'),
  })
}

/** `assignment.remove`, by id or by shot and scene instance or asset. Taking out what is not there is refused. */
export function removeAssignment(draft: Draft, input: WhichAssignment): void {
  const assignment = findAssignment(draft, input)
  if (!assignment) throw new Refusal('NOT_FOUND', { what: 'The assignment' })
  takeOutOfShot(draft, assignment)
}

/** The assignment meant, if it is there. @throws InvalidInput when too little is named, or what is named does not belong together; Refusal NOT_FOUND, OTHER_SCENE */
export function findAssignment(
  store: ReadRecords,
  { assignmentId, shotId, sceneAssetInstanceId, assetId }: WhichAssignment,
): Assignment | undefined {
  if (assignmentId !== undefined) {
    const assignment = store.get('assignments', assignmentId)
    if (assignment && shotId !== undefined && assignment.shotId !== shotId)
      throw new InvalidInput('shotId', 'expected the shot of assignmentId')
    return assignment
  }
  if (shotId === undefined) throw new InvalidInput('shotId', 'expected shotId, or assignmentId')
  const shot = existingShot(store, shotId)
  if (sceneAssetInstanceId !== undefined) {
    const instance = existingInstance(store, sceneAssetInstanceId)
    if (assetId !== undefined && assetId !== instance.assetId)
      throw new InvalidInput('assetId', 'expected the asset of sceneAssetInstanceId')
    if (instance.sceneId !== shot.sceneId) throw new Refusal('OTHER_SCENE', { shot: shot.number })
    return assignmentOf(store, shot.id, instance.id)
  }
  if (assetId === undefined) throw new InvalidInput('sceneAssetInstanceId', 'expected sceneAssetInstanceId or assetId')
  if (!store.get('assets', assetId)) throw new Refusal('NOT_FOUND', { what: 'The asset' })
  const instance = instanceOf(store, shot.sceneId, assetId)
  return instance && assignmentOf(store, shot.id, instance.id)
}
