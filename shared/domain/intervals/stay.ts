import type { Assignment } from '../../model/assignment'
import { joinTexts } from './joinTexts'
import { joinedStay, splitTimes, type CutFrames, type SplitTimes } from './splitTimes'

/** What an assignment says of one stay in a shot: presence, times, sides and action text belong together. */
export type Stay = Pick<Assignment, 'presence' | 'enterAt' | 'exitAt' | 'enterFrom' | 'exitTo' | 'action'>

export const stayOf = ({ presence, enterAt, exitAt, enterFrom, exitTo, action }: Stay): Stay => ({
  presence,
  enterAt,
  exitAt,
  enterFrom,
  exitTo,
  action,
})

/**
 * A stay cut in two: sides go with the edge they belong to, so does the action text of an entrance or exit; a crossing's or a staying
 * asset's goes with both halves (domain.md 7).
 */
export function splitStay(
  whole: Stay,
  { first, second }: Pick<SplitTimes, 'first' | 'second'>,
): { first: Stay | null; second: Stay | null } {
  const fields = stayOf(whole)
  if (!first || !second) return { first: first && { ...fields, ...first }, second: second && { ...fields, ...second } }
  const enters = whole.enterAt > 0
  const exits = whole.exitAt < 1
  return {
    first: { ...fields, ...first, exitTo: null, action: exits && !enters ? '' : whole.action },
    second: { ...fields, ...second, enterFrom: null, action: enters && !exits ? '' : whole.action },
  }
}

export const splitStayAt = (whole: Stay, cut: CutFrames) =>
  splitStay(whole, splitTimes({ interval: whole, events: [] }, cut))

const timesOf = ({ presence, enterAt, exitAt }: Stay) => ({ presence, enterAt, exitAt })

/** Two stays of neighbouring shots as one in both together: the way in of the first, the way out of the second (domain.md 7). */
export function joinStays(first: Stay | null, second: Stay | null, cut: CutFrames): Stay | null {
  const stay = joinedStay(first ? timesOf(first) : undefined, second ? timesOf(second) : undefined, cut)
  if (!stay) return null
  if (!first || !second) return { ...stayOf((first ?? second)!), ...stay }
  return { ...stay, enterFrom: first.enterFrom, exitTo: second.exitTo, action: joinTexts(first.action, second.action) }
}
