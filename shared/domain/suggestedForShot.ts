import type { Asset } from '../model/asset'
import { visibleIn } from '../model/assignment'
import type { FrameEnd } from '../model/common'
import type { ReadRecords } from '../records/recordStore'
import { activeMembers, assignmentOf, existingShot, neighbour } from './lookup'

/** Somebody who is probably in a shot; `assignment.set` takes the two ids as they are. */
export interface SuggestedMember {
  readonly shotId: string
  readonly sceneAssetInstanceId: string
  readonly asset: Asset
}

/**
 * Who is suggested for a (new) shot: assets seen at the end of the shot before and at the start of the shot after it that are not in it
 * (domain.md 7). Computed, never stored. Nobody at the first and last shot of a scene: one neighbour alone tells nothing.
 */
export function suggestedForShot(store: ReadRecords, shotId: string): SuggestedMember[] {
  const shot = existingShot(store, shotId)
  const before = neighbour(store, shot, -1)
  const after = neighbour(store, shot, 1)
  if (!before || !after) return []
  const seen = (id: string, frame: FrameEnd) => activeMembers(store, id).filter((m) => visibleIn(m.assignment, frame))
  const next = new Set(seen(after.id, 'start').map((m) => m.instance.id))
  return seen(before.id, 'end')
    .filter((m) => next.has(m.instance.id) && !assignmentOf(store, shot.id, m.instance.id))
    .map((m) => ({ shotId: shot.id, sceneAssetInstanceId: m.instance.id, asset: m.asset }))
}
