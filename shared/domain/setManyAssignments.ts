import type { Draft } from '../records/draft'
import { removeAssignment } from './removeAssignment'
import { setAssignment, type SetAssignmentInput } from './setAssignment'
import { assignmentOf, instanceOf, existingShot } from './lookup'

export type CellEdit = SetAssignmentInput & { remove?: boolean | undefined }

/** `assignment.setMany`: a range of matrix cells in one step; cells to remove that are empty already are passed over. */
export function setManyAssignments(draft: Draft, input: { cells: readonly CellEdit[] }): void {
  for (const cell of input.cells) {
    if (!cell.remove) {
      setAssignment(draft, cell)
      continue
    }
    const shot = existingShot(draft, cell.shotId)
    const instanceId = cell.sceneAssetInstanceId ?? (cell.assetId === undefined ? undefined : instanceOf(draft, shot.sceneId, cell.assetId)?.id)
    const assignment = instanceId === undefined ? undefined : assignmentOf(draft, shot.id, instanceId)
    if (assignment) removeAssignment(draft, { assignmentId: assignment.id })
  }
}
