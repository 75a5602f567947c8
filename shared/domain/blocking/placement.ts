import type { Assignment, FrameSide } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { ReadRecords } from '../../records/recordStore'
import { existingShot, type Member } from '../lookup'
import { blockingFacts, defaultsBy, placedBy } from './blockingFacts'
import type { Placement } from './blockingMember'
import { standingDefaults } from './recordedBlocking'

/** The key characters of a shot: marked by the user, else those with a cue in it (domain.md 5). */
export function keyCharacters(store: ReadRecords, shotId: string, members: readonly Member[]): Set<string> {
  const marked = members.filter((m) => m.asset.type === 'character' && m.asset.key)
  if (marked.length) return new Set(marked.map((m) => m.asset.id))
  const cues = new Set(existingShot(store, shotId).dialogue.map((d) => d.character.toLowerCase()))
  const speaks = (m: Member) =>
    [m.asset.name, ...m.asset.aliases.map((a) => a.name)].some((name) => cues.has(name.toLowerCase()))
  return new Set(members.filter((m) => m.asset.type === 'character' && speaks(m)).map((m) => m.asset.id))
}

/**
 * Where each of the given members stands, by asset id: as the user placed it, else as the still that stands was
 * drawn, else by default. A still is drawn by the facts of this shot alone, so what was drawn counts as long as they
 * would put everybody in the same places.
 */
export function placements(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  members: readonly Member[],
): Map<string, Placement> {
  const facts = blockingFacts(store, shotId, frame, members)
  const standing = standingDefaults(store, shotId, frame, facts)
  const isPlaced = facts.members.every(({ id, own }) => own !== null || standing.has(id))
  const defaults = isPlaced ? standing : new Map([...defaultsBy(facts), ...standing])
  return placedBy(facts, (id) => defaults.get(id)!)
}

/** "at left third": the part of the frame a figure stands in. */
export function placeWords(x: number): string {
  if (x < 0.14) return 'at far left'
  if (x < 0.4) return 'at left third'
  if (x <= 0.6) return 'at centre'
  return x <= 0.86 ? 'at right third' : 'at far right'
}

/** "full figure", by how much of a figure of that height fits the frame. */
export function figureWords(scale: number): string {
  if (scale <= 0.45) return 'small in frame'
  if (scale <= 1) return 'full figure'
  if (scale <= 1.35) return 'knees up'
  if (scale <= 1.8) return 'waist up'
  return scale <= 2.6 ? 'head and shoulders' : 'face filling the frame'
}

/**
 * The frame edge nearest to where somebody is; depth does not count (domain.md 1). Whoever stands on the floor comes
 * and goes by a side: the upper edge is nearest only to what hangs by it whole, the lower one only to what is low all
 * over.
 */
export function nearestSide(at: Placement | undefined): FrameSide {
  if (!at) return 'left'
  const side = Math.min(at.x, 1 - at.x)
  if (at.y < side) return 'top'
  if (1 - (at.y - at.scale) < side / 2) return 'bottom'
  return at.x > 0.5 ? 'right' : 'left'
}

/** Where somebody is at a moment of the shot, on the straight way between both ends. */
function placementAt(start: Placement | undefined, end: Placement | undefined, moment: number): Placement | undefined {
  if (!start || !end) return start ?? end
  const between = (a: number, b: number) => a + (b - a) * moment
  return { ...start, x: between(start.x, end.x), y: between(start.y, end.y), scale: between(start.scale, end.scale) }
}

/**
 * The edges by which somebody comes and goes where nobody said so, by where they stand at the ends of the shot. A
 * crossing leaves on the side opposite to its entrance (domain.md 1.7).
 */
export function defaultSides(
  { presence, enterAt, enterFrom, exitTo }: Pick<Assignment, 'presence' | 'enterAt' | 'enterFrom' | 'exitTo'>,
  start: Placement | undefined,
  end: Placement | undefined,
): { enter: FrameSide; exit: FrameSide } {
  // Who enters or exits is placed in one still only; a crossing in none, so its way lies between both.
  if (presence !== 'passes_through') return { enter: nearestSide(end), exit: nearestSide(start) }
  const near = nearestSide(placementAt(start, end, enterAt))
  const enter = enterFrom ?? (exitTo && opposite[exitTo]) ?? near
  return { enter, exit: opposite[enter] ?? near }
}

const opposite: { readonly [S in FrameSide]: FrameSide | null } = {
  left: 'right',
  right: 'left',
  top: 'bottom',
  bottom: 'top',
  background: 'foreground',
  foreground: 'background',
  in_place: null,
}
