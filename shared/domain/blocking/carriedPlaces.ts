import { propHeight } from '../../drawing/props/propKind'
import { ownHeight } from '../../drawing/character/person'
import type { AssetType } from '../../model/asset'
import { clamp } from '../../model/numbers'
import { tidy, type Placement } from './blockingMember'

/** Where the hands are, in figure heights above the feet, and how far they reach to the front. */
const HANDS = 0.45
const REACH = 0.13

/** What of a member its place in somebody's hands goes by. */
interface Carried {
  readonly id: string
  readonly type: AssetType
  readonly name: string
  readonly traits: string
  /** Who carries it, by id. */
  readonly carrier: string | null
  /** Where the user placed it. */
  readonly own: Placement | null
}

/**
 * Puts what is carried into the hands of whoever carries it (domain.md 1.9): place, scale and depth follow. Things
 * carried by what is carried itself follow in turn; who was placed by hand stays there.
 */
export function withCarried(
  members: readonly Carried[],
  aspect: number,
  places: ReadonlyMap<string, Placement>,
): Map<string, Placement> {
  const out = new Map(places)
  const byId = new Map(members.map((m) => [m.id, m]))
  const place = (m: Carried, above: ReadonlySet<string>): Placement | undefined => {
    const carrier = m.carrier === null || m.own ? undefined : byId.get(m.carrier)
    if (!carrier || above.has(carrier.id)) return out.get(m.id)
    const hands = place(carrier, new Set([...above, m.id]))
    if (!hands) return out.get(m.id)
    const height = hands.scale * (m.type === 'prop' ? propHeight(m.name, m.traits) : 0.9 * ownHeight(m.name))
    const side = hands.flip ? -1 : 1
    const at: Placement = {
      x: tidy(clamp(hands.x + (side * REACH * hands.scale) / aspect, 0, 1)),
      y: tidy(hands.y - hands.scale * HANDS + height / 2),
      scale: tidy(height),
      flip: hands.flip,
      depth: hands.depth + 0.5,
    }
    out.set(m.id, at)
    return at
  }
  for (const m of members) if (m.carrier !== null) place(m, new Set([m.id]))
  return out
}
