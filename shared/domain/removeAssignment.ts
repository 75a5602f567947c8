import type { Assignment } from '../model/assignment'
import type { Draft } from '../records/draft'
import { Refusal } from '../records/refusal'

/**
 * Takes an asset out of a shot. Its blocking and its look changes inside the shot sleep until it returns; they are named (domain.md 1).
 */
export function dropAssignment(draft: Draft, assignment: Assignment): void {
  const instance = draft.must('sceneAssetInstances', assignment.sceneAssetInstanceId)
  const asset = draft.must('assets', instance.assetId)
  const shot = draft.must('shots', assignment.shotId)
  const sleeping: string[] = []
  for (const event of draft.list('eventsOfShot', shot.id)) {
    if (event.sceneAssetInstanceId !== instance.id || event.kind !== 'within_shot' || event.suspended) continue
    draft.update('transformations', event.id, { suspended: 'uncovered' })
    sleeping.push('change of look')
  }
  if (draft.list('blockingsOfShot', shot.id).some((b) => b.sceneAssetInstanceId === instance.id)) sleeping.push('blocking')
  draft.remove('assignments', assignment.id)
  if (sleeping.length) draft.warn('SUSPENDED', { asset: asset.name, shot: shot.number, what: [...new Set(sleeping)].join(' and ') })
}

/** `assignment.remove`, by id or by shot and scene instance or asset. Taking out what is not there is refused. */
export function removeAssignment(draft: Draft, input: { assignmentId?: string | undefined; shotId?: string | undefined; sceneAssetInstanceId?: string | undefined; assetId?: string | undefined }): void {
  const assignment = findAssignment(draft, input)
  if (!assignment) throw new Refusal('NOT_FOUND', { what: 'The assignment' })
  dropAssignment(draft, assignment)
}

function findAssignment(draft: Draft, input: { assignmentId?: string | undefined; shotId?: string | undefined; sceneAssetInstanceId?: string | undefined; assetId?: string | undefined }): Assignment | undefined {
  if (input.assignmentId !== undefined) return draft.get('assignments', input.assignmentId)
  return draft.list('assignmentsOfShot', input.shotId ?? '').find((a) => {
    if (a.sceneAssetInstanceId === input.sceneAssetInstanceId) return true
    return input.assetId !== undefined && draft.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId === input.assetId
  })
}
