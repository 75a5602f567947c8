import type { Asset } from '../../model/asset'
import { visibleIn } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, assignmentOf, existingShot, neighbour } from '../lookup'

/** Somebody who is probably in a shot. */
export interface SuggestedMember {
  readonly shotId: string
  readonly sceneAssetInstanceId: string
  readonly asset: Asset
}

/**
 * Who is suggested for a new shot: assets seen at the end of the shot before and at the start of the shot after it that are not in it
 * (domain.md 7). Nobody at the first and last shot of a scene: one neighbour alone tells nothing.
 */
export function suggestedForShot(store: ReadRecords, shotId: string): SuggestedMember[] {
  const shot = existingShot(store, shotId)
  const before = neighbour(store, shot, -1)
  const after = neighbour(store, shot, 1)
  if (!before || !after) return []
  const seen = (id: string, frame: FrameEnd) =>
    activeMembers(store, id).filter((m) => visibleIn(m.assignment, frame) && m.assignment.depicts === 'self')
  const next = new Set(seen(after.id, 'start').map((m) => m.instance.id))
  return seen(before.id, 'end')
    .filter((m) => next.has(m.instance.id) && !assignmentOf(store, shot.id, m.instance.id))
    .map((m) => ({ shotId: shot.id, sceneAssetInstanceId: m.instance.id, asset: m.asset }))
}

/** Puts them down as open suggestions of the new shot, there throughout until the user says otherwise. */
export function suggestNeighbours(draft: Draft, shotId: string): void {
  for (const { asset } of suggestedForShot(draft, shotId)) {
    draft.add('suggestions', {
      id: draft.newId(),
      shotId,
      assetId: asset.id,
      presence: 'throughout',
      enterAt: 0,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      evidence: null,
      state: 'open',
      ordinal: draft.nextOrdinal('suggestions'),
    })
  }
}
