import { changedIds, isEmptyChange, type Change } from '@shared/records/change'
import type { Proposal } from '@shared/records/draft'
import type { CommandAnswer } from '@shared/ipc/contract'
import type { OpenProject } from '../store/project'

/** How a change shows in the history. */
export interface Step {
  readonly command: string
  readonly label: string
  /** The part that undo takes back; by default all of it. */
  readonly undoable?: Change
  /** Number of the newest step, whose place it takes: `undoable` is then what both come to. */
  readonly replaces?: number
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
  const told = withoutSceneStates(step?.replaces === undefined ? change : (step.undoable ?? change))
  const answer = (undoStep: string | null): CommandAnswer => ({
    undoStep,
    created: changedIds(told, 'added'),
    updated: changedIds(told, 'updated'),
    removed: changedIds(told, 'removed'),
    warnings: [...warnings],
  })
  if (isEmptyChange(change) && !also) return answer(step?.replaces === undefined ? null : String(step.replaces))
  const undoable = withoutSceneStates(step?.undoable ?? change)
  const isStep = step && (step.replaces !== undefined || !isEmptyChange(undoable))
  return answer(project.commit(change, isStep ? { ...step, undoable } : null, also))
}

function withoutSceneStates(change: Change): Change {
  const { sceneStates: _a, ...added } = change.added
  const { sceneStates: _u, ...updated } = change.updated
  const { sceneStates: _r, ...removed } = change.removed
  return { added, updated, removed }
}
