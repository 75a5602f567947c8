import { clamp } from '../../model/numbers'
import { grounded, ratioOf, tidy, type BlockingMember, type Placed } from './blockingMember'
import { propHeight } from '../../drawing/props/propKind'

/** Lowest line that visible things stand on; a name fits below it. */
const LOWEST = 0.94
/** Props this tall, beside a figure of 1, are furniture: they stand behind the people. */
const FURNITURE = 0.42
const LEAST_PROP = 0.07

export interface Around {
  readonly scale: number
  readonly wanted: number
  readonly eyes: number
  readonly aspect: number
  readonly insert: boolean
}

/** Props by their size: furniture stands behind the people, small things in front, below the faces they would hide. */
export function placeProps(props: readonly BlockingMember[], standing: readonly Placed[], around: Around): Placed[] {
  const { aspect, wanted, eyes } = around
  const people = standing.length
  const peopleX = standing.map((one) => one.placement.x)
  // With nobody to stand beside, things are seen from as near as people would be.
  const beside = people > 0 ? around.scale : wanted
  const natural = props.map((prop) => (prop.name === undefined ? 0.3 : propHeight(prop.name, prop.traits ?? '')))
  const large = props.filter((_, i) => natural[i]! >= FURNITURE)
  const small = props.filter((_, i) => natural[i]! < FURNITURE)
  const gaps = freePlaces(peopleX, props.length)
  const ranked = [...small].sort((a, b) => Number(b.key) - Number(a.key))

  const sized = (prop: BlockingMember, most: number, size: number): number => {
    return Math.min(
      Math.max(size, LEAST_PROP),
      most,
      (aspect * Math.min(0.8, Math.max(0.12, 1.5 / props.length))) / ratioOf(prop),
    )
  }
  const inside = (x: number, prop: BlockingMember, height: number): number => {
    const half = Math.min(0.5, (height * ratioOf(prop)) / aspect / 2)
    return clamp(x, half, 1 - half)
  }

  const furniture = large.map((prop, i): Placed => {
    const height = sized(prop, 0.78, beside * natural[props.indexOf(prop)]!)
    // Behind the people, on the same floor.
    const y = Math.min(LOWEST - 0.04, Math.max(0.76, grounded(eyes, beside * 0.86, wanted)))
    const x = inside(people === 1 && large.length === 1 ? 0.72 : gaps[i]!, prop, height)
    return {
      id: prop.id,
      layer: 0,
      y,
      head: 0,
      placement: { x: tidy(x), y: tidy(Math.max(y, height + 0.02)), scale: tidy(height), flip: x > 0.5 },
    }
  })
  const things = ranked.map((prop, i): Placed => {
    const own = beside * natural[props.indexOf(prop)]!
    const first = around.insert && i === 0
    const wish = sized(prop, 0.7, first ? (people > 0 ? 0.5 : 0.62) : Math.min(own, 0.5))
    const at = first
      ? 0.5
      : around.insert
        ? i % 2
          ? 0.86 - (i >> 1) * 0.09
          : 0.14 + ((i >> 1) - 1) * 0.09
        : gaps[large.length + i]!
    const y = people === 0 ? Math.min(LOWEST, 0.62 + wish * 0.5 + (i % 2) * 0.05) : LOWEST - (i % 2) * 0.02
    // It stands in front of people: below the faces it would hide.
    const halfWidth = (wish * ratioOf(prop)) / aspect / 2
    const x = inside(at, prop, wish)
    const faceEnd = Math.max(
      0,
      ...standing
        .filter((one) => Math.abs(one.placement.x - x) < halfWidth + (one.placement.scale * one.head) / aspect / 2)
        .map((one) => one.placement.y - one.placement.scale * (1 - one.head)),
    )
    const height = Math.min(wish, Math.max(LEAST_PROP * 0.6, y - faceEnd - 0.02))
    return {
      id: prop.id,
      layer: 3,
      y,
      head: 0,
      placement: { x: tidy(x), y: tidy(Math.max(y, height + 0.02)), scale: tidy(height), flip: x > 0.5 },
    }
  })
  return [...furniture, ...things]
}

/** x of n places between and beside people, the middle first. */
function freePlaces(peopleX: readonly number[], count: number): number[] {
  if (peopleX.length === 0) return Array.from({ length: count }, (_, i) => spread(i, count, 0.5))
  const sorted = [...peopleX].sort((a, b) => a - b)
  const first = sorted[0]!
  const last = sorted.at(-1)!
  const places = [
    ...sorted.slice(1).map((x, i) => (x + sorted[i]!) / 2),
    Math.min(0.93, last + Math.max(0.1, (1 - last) * 0.5)),
    Math.max(0.07, first - Math.max(0.1, first * 0.5)),
  ]
  const best = places.sort((a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5) || a - b)
  // More things than gaps lie in a row.
  if (count > best.length + 2) return Array.from({ length: count }, (_, i) => 0.07 + (0.86 / (count - 1)) * i)
  return Array.from({ length: count }, (_, i) =>
    i < best.length
      ? best[i]!
      : clamp(best[i % best.length]! + 0.06 * Math.ceil(i / best.length) * (i % 2 ? 1 : -1), 0.05, 0.95),
  )
}

/** The i-th of n places over the width; a single one stands at `alone`. */
function spread(i: number, count: number, alone: number): number {
  if (count <= 1) return alone
  const left = 0.12 + (0.76 / (count - 1)) * i
  return Math.abs(left - 0.5) < 0.02 ? 0.53 : left
}
