import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, assignmentOf } from '../lookup'
import { carrierIn } from '../presence/carrying'
import type { Cut, Finding, Fix } from './finding'

/** What somebody carries up to a cut and nobody has behind it, though it is there (domain.md 1.9, 10.1). */
export function whoHasIt(store: ReadRecords, { from, to }: Cut): Finding[] {
  return activeMembers(store, from.id).flatMap(({ asset, instance, assignment }): Finding[] => {
    const carrier = assignment.exitAt === 1 ? carrierIn(store, assignment, 'end') : null
    const next = assignmentOf(store, to.id, instance.id)
    if (!carrier || !next || next.enterAt > 0 || next.depicts === 'image' || carrierIn(store, next, 'start')) return []
    const stays = assignmentOf(store, to.id, carrier.instance.id)
    const carried: Fix[] = stays
      ? [
          {
            label: `${carrier.asset.name} has it in ${to.number} too`,
            command: 'assignment.set',
            input: { shotId: to.id, assetId: asset.id, carriedBy: carrier.asset.id },
          },
        ]
      : []
    const assetIds = [asset.id, carrier.asset.id].sort()
    const putDown: Fix = {
      label: 'It was put down',
      command: 'continuity.dismiss',
      input: { code: 'WHO_HAS_IT', shotIds: [from.id, to.id], assetIds, reason: 'Put down' },
    }
    return [
      {
        code: 'WHO_HAS_IT',
        key: `${from.id}/${to.id}/${asset.id}`,
        shotIds: [from.id, to.id],
        assetIds,
        facts: [carrier.asset.id, next.carriedBy],
        message: () =>
          `${carrier.asset.name} carries ${asset.name} at the end of ${from.number}; in ${to.number} nobody has it.`,
        fixes: () => [...carried, putDown],
      },
    ]
  })
}
