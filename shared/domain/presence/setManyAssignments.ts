import type { Assignment } from '../../model/assignment'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { warnOfCrossings } from './crossings'
import { touches, type Interval } from './presenceTimes'
import { takeOutOfShot, findAssignment } from './removeAssignment'
import { placeInShot, type SetAssignmentInput } from './setAssignment'
import { storyShot } from '../lookup'

export type CellEdit = SetAssignmentInput & { remove?: boolean | undefined }

/**
 * `assignment.setMany`: a range of matrix cells in one step; cells to remove that are empty already are passed over. Two stays of one asset in
 * one shot that do not touch are no interval (domain.md 1).
 * @throws Refusal SPLIT_NEEDED; InvalidInput with the cell's place
 */
export function setManyAssignments(draft: Draft, input: { cells: readonly CellEdit[] }): void {
  const stays = new Map<string, Interval>()
  const placed = new Map<string, Assignment>()
  for (const [i, cell] of input.cells.entries()) {
    const set = atCell(i, () => (cell.remove ? clearCell(draft, cell) : placeInShot(draft, cell)))
    if (!set) continue
    const earlier = stays.get(set.id)
    const frames = draft.must('shots', set.shotId).durationFrames
    const apart = (later: number, sooner: number) => later > sooner && !touches(later, sooner, frames)
    if (earlier && (apart(set.enterAt, earlier.exitAt) || apart(earlier.enterAt, set.exitAt))) {
      throw new Refusal('SPLIT_NEEDED', {
        asset: draft.must('assets', draft.must('sceneAssetInstances', set.sceneAssetInstanceId).assetId).name,
        shot: draft.must('shots', set.shotId).number,
      })
    }
    stays.set(set.id, set)
    placed.set(set.id, set)
  }
  warnOfCrossings(draft, placed.values())
}

function clearCell(draft: Draft, cell: CellEdit): null {
  storyShot(draft, cell.shotId)
  const assignment = findAssignment(draft, cell)
  if (assignment) takeOutOfShot(draft, assignment)
  return null
}

function atCell<A>(index: number, edit: () => A): A {
  try {
    return edit()
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput(`cells[${index}].${error.at}`, error.reason)
    throw error
  }
}
