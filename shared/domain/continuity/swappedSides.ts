import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import { roundInput } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { placements } from '../blocking/placement'
import { seenIn } from '../manifest/manifest'
import type { Cut, Finding } from './finding'

/** Closer than this, as a fraction of the frame's width, two figures have no sides. */
const apart = 0.05

/**
 * Two characters who swap sides across a cut: the camera crossed the line (domain.md 10, the 180° rule). The default blocking never swaps
 * anybody, so only where the user placed one of the two in one of both stills.
 */
export function swappedSides(store: ReadRecords, { from, to }: Cut): Finding[] {
  const placed = new Set([...placedIn(store, from, 'end'), ...placedIn(store, to, 'start')])
  if (!placed.size) return []
  const [before, after] = [peopleIn(store, from, 'end'), peopleIn(store, to, 'start')]
  const both = before.filter((m) => after.some((other) => other.asset.id === m.asset.id))
  if (both.length < 2 || !both.some((m) => placed.has(m.instance.id))) return []
  const [wasAt, isAt] = [places(store, from, 'end'), places(store, to, 'start')]
  return pairs(both.filter((m) => wasAt.has(m.asset.id) && isAt.has(m.asset.id))).flatMap(([a, b]): Finding[] => {
    if (!placed.has(a.instance.id) && !placed.has(b.instance.id)) return []
    const x = [
      wasAt.get(a.asset.id)!.x,
      wasAt.get(b.asset.id)!.x,
      isAt.get(a.asset.id)!.x,
      isAt.get(b.asset.id)!.x,
    ] as const
    const was = x[0] - x[1]
    const is = x[2] - x[3]
    if (was * is >= 0 || Math.abs(was) < apart || Math.abs(is) < apart) return []
    const assetIds = [a.asset.id, b.asset.id]
    const swap = (shot: Shot, frame: FrameEnd) => ({
      label: `Swap them in ${shot.number}`,
      command: 'blocking.swap',
      input: { shotId: shot.id, frame, assetIds },
    })
    return [
      {
        code: 'SIDES_SWAPPED',
        key: `${from.id}/${to.id}/${assetIds.toSorted().join('/')}`,
        shotIds: [from.id, to.id],
        assetIds,
        facts: x.map(roundInput),
        message: () => `${a.asset.name} and ${b.asset.name} swap sides between ${from.number} and ${to.number}.`,
        fixes: () => [swap(to, 'start'), swap(from, 'end')],
      },
    ]
  })
}

const pairs = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))

const peopleIn = (store: ReadRecords, shot: Shot, frame: FrameEnd) =>
  seenIn(store, shot.id, frame).filter((m) => m.asset.type === 'character')
const places = (store: ReadRecords, shot: Shot, frame: FrameEnd) =>
  placements(store, shot.id, frame, seenIn(store, shot.id, frame))
const placedIn = (store: ReadRecords, shot: Shot, frame: FrameEnd) =>
  store
    .list('blockingsOfShot', shot.id)
    .filter((b) => b.frame === frame)
    .map((b) => b.sceneAssetInstanceId)
