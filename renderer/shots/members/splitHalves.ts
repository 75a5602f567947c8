import { activeMembers } from '@shared/domain/lookup'
import type { Asset } from '@shared/model/asset'
import type { Assignment } from '@shared/model/assignment'
import type { Shot } from '@shared/model/shot'
import type { Change } from '@shared/records/change'
import type { ReadRecords } from '@shared/records/recordStore'

/** One half of a shot that would be split: its number, its length, and who is in it from when to when. */
export interface Half {
  readonly number: string
  readonly frames: number
  readonly members: readonly { readonly asset: Asset; readonly assignment: Assignment }[]
}

/** Both halves, as a rehearsed `shot.split` leaves them; null for a change that splits no shot. */
export function splitHalves(reads: ReadRecords, shotId: string, change: Change): readonly [Half, Half] | null {
  const second = Object.values(change.added.shots ?? {})[0]
  const whole = reads.get('shots', shotId)
  if (!second || !whole) return null
  const first: Shot = { ...whole, ...change.updated.shots?.[shotId]?.[1] }
  const members = activeMembers(reads, shotId)
  const removed = change.removed.assignments ?? {}
  const updated = change.updated.assignments ?? {}
  const after: Assignment[] = [
    ...members
      .filter(({ assignment }) => !removed[assignment.id])
      .map(({ assignment }) => ({ ...assignment, ...updated[assignment.id]?.[1] })),
    ...Object.values(change.added.assignments ?? {}),
  ]
  const half = (shot: Shot): Half => ({
    number: shot.number,
    frames: shot.durationFrames,
    members: members.flatMap(({ asset, assignment: { sceneAssetInstanceId } }) => {
      const assignment = after.find((a) => a.shotId === shot.id && a.sceneAssetInstanceId === sceneAssetInstanceId)
      return assignment ? [{ asset, assignment }] : []
    }),
  })
  return [half(first), half(second)]
}
