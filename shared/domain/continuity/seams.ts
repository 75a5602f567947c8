import type { ReadRecords } from '../../records/recordStore'
import { chosenTake } from '../lookup'
import type { Cut, Finding } from './finding'

/** A seam whose two stills are different pictures (domain.md 7, 10). A still that is not made yet contradicts nothing. */
export function differingSeam(store: ReadRecords, { from, to }: Cut): Finding[] {
  if (!store.list('seamsFrom', from.id).some((seam) => seam.toShotId === to.id)) return []
  const end = chosenTake(store, from.id, 'endFrame')
  const start = chosenTake(store, to.id, 'startFrame')
  if (!end || !start || end.mediaId === start.mediaId) return []
  return [{
    code: 'SEAM_DIFFERS', key: `${from.id}/${to.id}`, shotIds: [from.id, to.id], assetIds: [], facts: { end: end.mediaId, start: start.mediaId },
    message: () => `${from.number} and ${to.number} share one still at the cut, but their pictures differ.`,
    fixes: () => [{ label: 'Two stills', command: 'seam.set', input: { fromShotId: from.id, toShotId: to.id, shared: false } }],
  }]
}
