import type { FrameSide } from '../../model/assignment'
import { sameValue } from '../../records/canonical'
import { cached } from '../../records/cached'
import { activeMembers } from '../lookup'
import { unseenByCamera } from '../manifest/cameraEyes'
import { compareMembers } from '../manifest/manifest'
import { defaultSides, placements } from './placement'

/** From where somebody enters, and where to they leave: as set, else by where they stand (domain.md 1.7). */
export interface MeantSides {
  readonly enter: FrameSide
  readonly exit: FrameSide
}

/** The sides of everybody in a shot by asset, remembered. */
export const meantSides = cached<ReadonlyMap<string, MeantSides>>(
  (reads, shotId) => {
    const unseen = unseenByCamera(reads, shotId)
    const members = activeMembers(reads, shotId)
      .filter((m) => !unseen.has(m.asset.id))
      .sort(compareMembers)
    const start = placements(reads, shotId, 'start', members)
    const end = placements(reads, shotId, 'end', members)
    return new Map(
      members.map(({ asset, assignment }) => {
        const sides = defaultSides(assignment, start.get(asset.id), end.get(asset.id))
        return [asset.id, { enter: assignment.enterFrom ?? sides.enter, exit: assignment.exitTo ?? sides.exit }]
      }),
    )
  },
  (before, now) => sameValue([...before], [...now]),
)
