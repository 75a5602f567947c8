import { listWords } from '../../language/wording/phrases'
import type { ReadRecords } from '../../records/recordStore'
import { chosenTake } from '../lookup'
import { seamDifferences } from '../results/sameStill'
import { type Cut, type Finding } from './finding'

/**
 * A seam that is one no more (domain.md 7, 10): its two stills are different pictures, or the two sides do not agree any longer, so that each
 * is made for itself. A still that is not made yet contradicts nothing.
 */
export function differingSeam(store: ReadRecords, { from, to }: Cut): Finding[] {
  const seam = store.list('seamsFrom', from.id).find((s) => s.toShotId === to.id)
  if (!seam) return []
  const end = chosenTake(store, from.id, 'endFrame')?.mediaId
  const start = chosenTake(store, to.id, 'startFrame')?.mediaId
  const pictures = end !== undefined && start !== undefined && end !== start
  const sides = seamDifferences(store, seam)
  if (!pictures && !sides.length) return []
  const but = sides.length ? `differ in ${listWords(sides)}` : 'their pictures differ'
  return [
    {
      code: 'SEAM_DIFFERS',
      key: `${from.id}/${to.id}`,
      shotIds: [from.id, to.id],
      assetIds: [],
      facts: { sides, pictures: pictures ? [end, start] : null },
      message: () => `${from.number} and ${to.number} share one still at the cut, but ${but}.`,
      fixes: () => [
        ...(sides.length
          ? []
          : (['from', 'to'] as const).map((still) => ({
              label: still === 'from' ? `Use the end of ${from.number}` : `Use the start of ${to.number}`,
              command: 'seam.set' as const,
              input: { fromShotId: from.id, toShotId: to.id, shared: true, still },
            }))),
        { label: 'Two stills', command: 'seam.set', input: { fromShotId: from.id, toShotId: to.id, shared: false } },
      ],
    },
  ]
}
