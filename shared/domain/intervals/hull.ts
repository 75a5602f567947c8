import { presenceOf, type Assignment } from '../../model/assignment'
import { joinTexts } from './joinTexts'

type StayEdges = Pick<Assignment, 'enterAt' | 'exitAt' | 'enterFrom' | 'exitTo' | 'action'>
export type Hull = StayEdges & Pick<Assignment, 'presence'>

/**
 * Two stays in one shot as one (domain.md 8): the hull of the intervals; sides and action text go with the edge they came from. Where both
 * have the edge `own` counts and `other` fills its gaps. The text of an edge that the hull no longer has goes with it.
 */
export function hullOf(own: StayEdges, other: StayEdges): Hull {
  const enterAt = Math.min(own.enterAt, other.enterAt)
  const exitAt = Math.max(own.exitAt, other.exitAt)
  const enterers = holders(own, other, (s) => s.enterAt === enterAt)
  const leavers = holders(own, other, (s) => s.exitAt === exitAt)
  const side = (from: readonly StayEdges[], field: 'enterFrom' | 'exitTo') =>
    from.find((s) => s[field] !== null)?.[field] ?? null
  const text = (from: readonly StayEdges[]) => from.find((s) => s.action.trim())?.action ?? ''
  const stays = enterAt === 0 && exitAt === 1
  const action = stays
    ? text([own, other].filter((s) => s.enterAt === 0 && s.exitAt === 1))
    : joinTexts(enterAt > 0 ? text(enterers) : '', exitAt < 1 ? text(leavers) : '')
  return {
    presence: presenceOf(enterAt, exitAt)!,
    enterAt,
    exitAt,
    enterFrom: side(enterers, 'enterFrom'),
    exitTo: side(leavers, 'exitTo'),
    action,
  }
}

const holders = (own: StayEdges, other: StayEdges, has: (stay: StayEdges) => boolean) => [own, other].filter(has)

/** What of `lost` a hull does not show, in words; empty when nothing. */
export function lostIn(hull: Hull, lost: StayEdges): string[] {
  const out: string[] = []
  if (lost.enterFrom !== null && lost.enterFrom !== hull.enterFrom) out.push(`in from “${lost.enterFrom}”`)
  if (lost.exitTo !== null && lost.exitTo !== hull.exitTo) out.push(`out to “${lost.exitTo}”`)
  if (lost.action.trim() && !hull.action.includes(lost.action.trim())) out.push(`“${lost.action.trim()}”`)
  return out
}
