import type { Assignment } from '../../model/assignment'
import type { Shot } from '../../model/shot'
import { roundInput } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers } from '../lookup'
import { settable, type Interval } from '../presence/presenceTimes'
import type { Cut, Finding, Fix } from './finding'

/**
 * Who leaves before a cut but is there behind it, and who stays up to a cut but comes in behind it (domain.md 10). Somebody who is in only one
 * of the two shots is no contradiction: the camera may look elsewhere.
 */
export function presenceAcross(store: ReadRecords, { from, to }: Cut): Finding[] {
  const inNext = store.list('assignmentsOfShot', to.id)
  return activeMembers(store, from.id).flatMap(({ asset, instance, assignment: before }): Finding[] => {
    const after = inNext.find((a) => a.sceneAssetInstanceId === instance.id)
    // A picture of somebody may hang in one shot and not in the next (domain.md 1.8).
    if (!after || before.depicts === 'image' || after.depicts === 'image') return []
    const place = {
      key: `${from.id}/${to.id}/${asset.id}`,
      shotIds: [from.id, to.id],
      assetIds: [asset.id],
      facts: [times(before), times(after)],
    }
    const set = (shot: Shot, times: Partial<Interval>, label: string): Fix => ({
      label,
      command: 'assignment.set',
      input: { shotId: shot.id, assetId: asset.id, ...times },
    })
    const remove = (shot: Shot): Fix => ({
      label: `Remove from ${shot.number}`,
      command: 'assignment.remove',
      input: { shotId: shot.id, assetId: asset.id },
    })
    if (before.exitAt < 1 && after.enterAt === 0) {
      const stays = settable({ enterAt: before.enterAt, exitAt: 1 }, from.durationFrames, { enter: false, exit: true })
        ? [set(from, { exitAt: 1 }, `Stays in ${from.number}`)]
        : []
      // A shot without its set would only be the next note.
      const fixes = asset.type === 'location' ? [...stays, remove(to)] : [remove(to), ...stays]
      return [
        {
          code: 'EXITS_BUT_PRESENT',
          ...place,
          message: () => `${asset.name} exits in ${from.number} but is there at the start of ${to.number}.`,
          fixes: () => fixes,
        },
      ]
    }
    if (before.exitAt === 1 && after.enterAt > 0) {
      const there = settable({ enterAt: 0, exitAt: after.exitAt }, to.durationFrames, { enter: true, exit: false })
        ? [set(to, { enterAt: 0 }, `There from the start of ${to.number}`)]
        : []
      return [
        {
          code: 'PRESENT_BUT_ENTERS',
          ...place,
          message: () => `${asset.name} is there at the end of ${from.number} but enters in ${to.number}.`,
          fixes: () => [...there, remove(from)],
        },
      ]
    }
    return []
  })
}

const times = (a: Assignment) => [roundInput(a.enterAt), roundInput(a.exitAt)]
