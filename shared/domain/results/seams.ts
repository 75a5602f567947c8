import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import type { Seam } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { chosenTake, existingShot, neighbour, takeKindOf } from '../lookup'
import { seamDifferences, seamHolds } from './sameStill'
import { copyTake, seamTake, showAlso, type FrameRef } from './sharedStill'

/**
 * `seam.set`: lets one still serve as the end of a shot and the start of the next one, or takes that back (domain.md 7); both then keep it. The
 * still of the side that has one shows on both; of two different ones `still` says which, and without it both stand until one is chosen.
 * @throws Refusal NOT_ADJACENT; SEAM_DIFFERENT naming what the two sides differ in
 */
export function setSeam(
  draft: Draft,
  input: { fromShotId: string; toShotId: string; shared: boolean; still?: 'from' | 'to' | undefined },
): void {
  const from = existingShot(draft, input.fromShotId)
  const to = existingShot(draft, input.toShotId)
  const current = draft.list('seamsFrom', from.id).find((s) => s.toShotId === to.id)
  if (!input.shared) {
    if (current) dissolveSeam(draft, current)
    return
  }
  if (neighbour(draft, from, 1)?.id !== to.id) throw new Refusal('NOT_ADJACENT', { what: 'shared' })
  const what = seamDifferences(draft, input)
  if (what.length) throw new Refusal('SEAM_DIFFERENT', { from: from.number, to: to.number, what })
  if (!current) addSeam(draft, from.id, to.id)
  oneStill(draft, { shotId: from.id, frame: 'end' }, { shotId: to.id, frame: 'start' }, input.still)
}

function oneStill(draft: Draft, from: FrameRef, to: FrameRef, still: 'from' | 'to' | undefined): void {
  const [end, start] = [from, to].map(({ shotId, frame }) => chosenTake(draft, shotId, takeKindOf(frame)))
  if (end && (!start || still === 'from')) showAlso(draft, end, to)
  else if (start && (!end || still === 'to')) showAlso(draft, start, from)
}

export function addSeam(draft: Draft, fromShotId: string, toShotId: string): void {
  draft.add('seams', { id: draft.newId(), fromShotId, toShotId })
}

/**
 * Ends a seam; both sides keep the take: one that had none of its own, and showed the other's, gets a copy with its own inputs.
 * To be called while both shots are still as they were. @param gone the side that is being deleted
 */
function dissolveSeam(draft: Draft, seam: Seam, gone?: string): void {
  if (seamHolds(draft, seam)) {
    if (seam.toShotId !== gone) keepTake(draft, seam.toShotId, 'start')
    if (seam.fromShotId !== gone) keepTake(draft, seam.fromShotId, 'end')
  }
  draft.remove('seams', seam.id)
}

function keepTake(draft: Draft, shotId: string, frame: FrameEnd): void {
  const take = seamTake(draft, shotId, frame)
  if (take && take.kind !== takeKindOf(frame)) copyTake(draft, take, { shotId, frame })
}

/** Ends the seams at both ends of a shot. @param leaving the shot is being deleted */
export function dissolveSeamsOf(draft: Draft, shotId: string, leaving: boolean): void {
  for (const seam of [...draft.list('seamsFrom', shotId), ...draft.list('seamsTo', shotId)])
    dissolveSeam(draft, seam, leaving ? shotId : undefined)
}

/** Ends the seam over the cut after a shot: something comes between. */
export function dissolveSeamAfter(draft: Draft, shot: Pick<Shot, 'id'> | undefined): void {
  if (shot) for (const seam of draft.list('seamsFrom', shot.id)) dissolveSeam(draft, seam)
}
