import { wholeFigure } from '../../model/transformation'
import { visibleIn, type FrameSide } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import { canonicalJson } from '../../records/canonical'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { blockingFacts, placementsBy } from '../blocking/blockingFacts'
import type { Placement } from '../blocking/blockingMember'
import { defaultSides, placements } from '../blocking/placement'
import { activeMembers, type Member } from '../lookup'
import type { CutFrames } from '../intervals/splitTimes'
import { standAt } from '../intervals/standAt'

/** Where everybody of a shot stands at both its ends, and by which edges crossings go, by scene instance. */
export interface WholePlaces {
  readonly start: ReadonlyMap<string, Placement>
  readonly end: ReadonlyMap<string, Placement>
  /** At the cut: on the way from one end to the other. */
  readonly seam: ReadonlyMap<string, Placement>
  /** The edge by which a crossing goes. */
  readonly exits: ReadonlyMap<string, FrameSide>
}

const stands = (member: Member): boolean => member.asset.type !== 'location'
const otherEnd = (frame: FrameEnd): FrameEnd => (frame === 'start' ? 'end' : 'start')

/** Where those seen in a still stand, those not seen in it by the same rule; pictures of somebody stand nowhere. */
function standingIn(store: ReadRecords, shotId: string, frame: FrameEnd): Map<string, Placement> {
  const members = activeMembers(store, shotId).filter(stands)
  const seen = members.filter((m) => visibleIn(m.assignment, frame))
  const byRule = placementsBy(blockingFacts(store, shotId, frame, members))
  const drawn = placements(store, shotId, frame, seen)
  return new Map(
    members.flatMap((m): [string, Placement][] => {
      const at = drawn.get(m.asset.id) ?? byRule.get(m.asset.id)
      return at ? [[m.instance.id, at]] : []
    }),
  )
}

/**
 * Where everybody stands before a split, so that it moves nobody (domain.md 7.4). Whoever is seen at one end of the
 * shot only, and was placed at neither by hand, is at the cut where they are at that end; a crossing where it crosses.
 */
export function wholePlaces(store: ReadRecords, shotId: string, cut: CutFrames): WholePlaces {
  const [start, end] = [standingIn(store, shotId, 'start'), standingIn(store, shotId, 'end')]
  const members = activeMembers(store, shotId).filter(stands)
  const at = cut.first / (cut.first + cut.second)
  const seam = members.flatMap(({ instance, assignment }): [string, Placement][] => {
    const ends = { start: start.get(instance.id), end: end.get(instance.id) }
    const counts = (frame: FrameEnd) =>
      visibleIn(assignment, frame) || store.first('blockingOf', `${shotId}/${instance.id}/${frame}`) !== undefined
    const side = (frame: FrameEnd) => (counts(frame) || !counts(otherEnd(frame)) ? ends[frame] : ends[otherEnd(frame)])
    const place = standAt(side('start'), side('end'), at)
    return place ? [[instance.id, place]] : []
  })
  const crossings = members.filter(({ assignment }) => assignment.presence === 'passes_through')
  const exits = crossings.map(({ instance, assignment }) => {
    const { exit } = defaultSides(assignment, start.get(instance.id), end.get(instance.id))
    return [instance.id, assignment.exitTo ?? exit] as const
  })
  return { start, end, seam: new Map(seam), exits: new Map(exits) }
}

/**
 * Holds everybody of a shot that was split where they stood, at its outer ends too, and crossings to their sides: what
 * the rule would give otherwise, now that the halves have other members, is stored.
 */
export function holdPlaces(draft: Draft, first: Shot, second: Shot, whole: WholePlaces): void {
  for (const [shot, frame] of [
    [first, 'start'],
    [second, 'end'],
  ] as const) {
    const now = standingIn(draft, shot.id, frame)
    for (const { instance, assignment } of activeMembers(draft, shot.id)) {
      const was = whole[frame].get(instance.id)
      if (!was || !visibleIn(assignment, frame) || canonicalJson(now.get(instance.id)) === canonicalJson(was)) continue
      if (draft.first('blockingOf', `${shot.id}/${instance.id}/${frame}`)) continue
      draft.add('blockings', {
        ...wholeFigure,
        heldBy: second.id,
        id: draft.newId(),
        shotId: shot.id,
        sceneAssetInstanceId: instance.id,
        frame,
        ...was,
      })
    }
  }
  for (const { instance, assignment } of activeMembers(draft, second.id)) {
    const side = whole.exits.get(instance.id)
    if (!side || assignment.exitAt === 1 || assignment.exitTo) continue
    if (exitSide(draft, second.id, { instance, assignment }) !== side)
      draft.update('assignments', assignment.id, { exitTo: side, exitHeldBy: second.id })
  }
}

function exitSide(store: ReadRecords, shotId: string, { instance, assignment }: Omit<Member, 'asset'>): FrameSide {
  const at = (frame: FrameEnd) => standingIn(store, shotId, frame).get(instance.id)
  return defaultSides(assignment, at('start'), at('end')).exit
}

/**
 * Lets go, in a shot whose halves were joined, of what their split held and the rule gives anyway: places and sides
 * (domain.md 7.7).
 * @param goneId the second half
 */
export function releasePlaces(draft: Draft, shotId: string, goneId: string): void {
  for (const frame of ['start', 'end'] as const)
    for (const own of draft.list('blockingsOfShot', shotId).filter((b) => b.heldBy === goneId && b.frame === frame)) {
      draft.remove('blockings', own.id)
      const rule = standingIn(draft, shotId, frame).get(own.sceneAssetInstanceId)
      const { x, y, scale, flip, depth } = own
      if (canonicalJson({ x, y, scale, flip, depth }) !== canonicalJson(rule)) draft.add('blockings', own)
    }
  for (const { instance, assignment } of activeMembers(draft, shotId)) {
    const { exitHeldBy, exitTo } = assignment
    if (exitHeldBy !== goneId) continue
    if (exitSide(draft, shotId, { instance, assignment: { ...assignment, exitTo: null } }) === exitTo)
      draft.update('assignments', assignment.id, { exitTo: null, exitHeldBy: null })
  }
}
