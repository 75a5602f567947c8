import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { existingShot } from '../lookup'
import type { JoinMap } from '../merging/mergeHooks'
import { obligations, type SplitFacts } from './obligations'
import { removeShotRecords } from './shotRecords'

/**
 * The only functions that give a shot a place in the story, another one, or none. What must follow (seams, merge records, scene states) is
 * registered in `obligations` and runs here; a test sees to it that no other file writes places of shots.
 */

/** Adds a shot at its order key. */
export function addShot(draft: Draft, shot: Shot): Shot {
  comesTo(draft, shot)
  return draft.add('shots', shot)
}

/** Gives a shot another place, in its scene or in another one. */
export function placeShot(draft: Draft, shotId: string, to: Pick<Shot, 'sceneId' | 'orderKey'>): Shot {
  const shot = existingShot(draft, shotId)
  for (const o of obligations) o.leaves?.(draft, shot, false)
  comesTo(draft, { ...shot, ...to })
  const placed = draft.update('shots', shot.id, to)
  if (to.sceneId !== shot.sceneId) for (const o of obligations) o.cameFromScene?.(draft, placed)
  return placed
}

/** Removes a shot with everything that hangs on it. @param withScene its whole scene goes */
export function removeShot(draft: Draft, shot: Shot, withScene = false): void {
  if (!withScene) for (const o of obligations) o.leaves?.(draft, shot, true)
  for (const o of obligations) o.removed?.(draft, shot)
  removeShotRecords(draft, shot)
}

/** Adds what a split cut off a shot, behind it. The first half's fields, members and results are the caller's. */
export function addSecondHalf(draft: Draft, second: Shot): Shot {
  return draft.add('shots', second)
}

/** Tells that a split is done: the records of both halves stand. */
export function shotSplit(draft: Draft, first: Shot, second: Shot, facts: SplitFacts): void {
  for (const o of obligations) o.split?.(draft, first, second, facts)
}

/** Removes a shot whose content was joined onto the end of another one. */
export function removeJoined(draft: Draft, kept: Shot, gone: Shot, map: JoinMap): void {
  for (const o of obligations) o.joined?.(draft, kept, gone, map)
  removeShotRecords(draft, gone)
}

function comesTo(draft: Draft, shot: Shot): void {
  const at = draft.positionIn('shotsOfScene', shot.sceneId, shot)
  const previous = at > 0 ? draft.nth('shotsOfScene', shot.sceneId, at - 1) : undefined
  if (previous && previous.id !== shot.id) for (const o of obligations) o.comesAfter?.(draft, previous)
}
