import { changedIds, isEmptyChange, type Change } from '@shared/records/change'
import type { Proposal } from '@shared/records/draft'
import type { CommandAnswer } from '@shared/ipc/contract'
import type { OpenProject } from '../store/openProject'

/** How a change shows in the history. `undoable`: the part that undo takes back, by default all of it. */
export interface Step {
  readonly command: string
  readonly label: string
  readonly undoable?: Change
}

/**
 * Commits what a rule proposed, in one transaction. Scene states are written but are no part of the undo step (domain.md 9).
 * @param step null: no undo step
 * @param also more writes of the same transaction, e.g. of the job queue
 */
export function commitProposal(
  project: OpenProject,
  { change, warnings }: Proposal,
  step: Step | null,
  also?: () => void,
): CommandAnswer {
  if (isEmptyChange(change) && !also)
    return { undoStep: null, created: {}, updated: {}, removed: {}, warnings: [...warnings] }
  const kept = withoutSceneStates(change)
  const undoable = step?.undoable ?? kept
  const { command, label } = step ?? { command: '', label: '' }
  const undoStep = project.commit(change, step && !isEmptyChange(undoable) ? { command, label, undoable } : null, also)
  return {
    undoStep,
    created: changedIds(kept, 'added'),
    updated: changedIds(kept, 'updated'),
    removed: changedIds(kept, 'removed'),
    warnings: [...warnings],
  }
}

function withoutSceneStates(change: Change): Change {
  const { sceneStates: _a, ...added } = change.added
  const { sceneStates: _u, ...updated } = change.updated
  const { sceneStates: _r, ...removed } = change.removed
  return { added, updated, removed }
}
