import type { AssetType } from '../model/asset'
import type { ShotAngle, ShotSize } from '../model/shot'
import { headShare, personHeight } from './drawList/character/person'
import { propAspect, propHeight } from './drawList/props/propKind'

/** Where an asset stands in a still: feet (x, y) and height as fractions of the frame; greater depth is nearer. */
export interface Placement { readonly x: number; readonly y: number; readonly scale: number; readonly flip: boolean; readonly depth: number }

export interface BlockingMember {
  readonly id: string
  readonly type: AssetType
  readonly key: boolean
  /** With its words a child is shorter than its mother and a cup smaller than a car; without, all are alike. */
  readonly name?: string
  readonly traits?: string
  /** Its picture: one with a background of its own is a card that hides what is behind it. */
  readonly picture?: { readonly width: number; readonly height: number; readonly alpha: boolean } | null
}

export interface BlockingShot { readonly size: ShotSize | null; readonly angle: ShotAngle | null }

/** Height of a grown figure and how far below the frame's upper edge its head begins, as fractions of the frame. */
const framings: Readonly<Record<ShotSize, readonly [number, number]>> = {
  extreme_wide: [0.25, 0.54], wide: [0.52, 0.34], full: [0.78, 0.16], pov: [0.85, 0.14], medium_wide: [1, 0.1], two_shot: [1.25, 0.11],
  medium: [1.4, 0.1], over_shoulder: [1.5, 0.1], insert: [1.4, 0.04], medium_close: [1.9, 0.09], close: [2.5, 0.07], extreme_close: [2.95, 0.02],
}
const angleShift: Readonly<Record<ShotAngle, number>> = { eye: 0, low: -0.02, high: 0.03, overhead: 0.05, dutch: 0 }

/** Share of a figure's height above its eyes. */
const ABOVE_EYES = 0.12
/** A face with its hair is this wide, in figure heights; see drawList/subjectBox.ts. */
const FACE_WIDTH = 0.24
/** Breadth a figure wants for itself while there is room. */
const ELBOW_ROOM = 0.34
/** Cards may overlap by their edges. */
const CARD_SHOWN = 0.8
const SIDE_MARGIN = 0.06
const BACK_ROW = 0.9
/** Lowest line that visible things stand on; a name fits below it. */
const LOWEST = 0.94
/** Props this tall, beside a figure of 1, are furniture: they stand behind the people. */
const FURNITURE = 0.42
const LEAST_PROP = 0.07
const LOWEST_CHIN = 0.82

interface Placed { readonly id: string; readonly layer: number; readonly y: number; /** Share of the height that is head. */ readonly head: number; readonly placement: Omit<Placement, 'depth'> }

/**
 * Where everybody stands when nobody said so. Deterministic. People stand on one floor seen from eye height: their eyes
 * are level, who is further back is smaller and higher up. Key characters are in the middle and in front; two people
 * face each other; faces stay clear of each other and of props. `aspect` is width / height. Locations get no entry.
 */
export function defaultBlocking(members: readonly BlockingMember[], shot: BlockingShot, aspect: number): Map<string, Placement> {
  const people = members.filter((member) => member.type === 'character')
  const props = members.filter((member) => member.type === 'prop')
  const [wanted, headroom] = framings[shot.size ?? 'wide']
  const eyes = headroom + wanted * ABOVE_EYES + angleShift[shot.angle ?? 'eye']
  const scale = Math.min(wanted, roomFor(people, aspect))
  const standing = placePeople(people, scale, wanted, eyes, aspect)
  const placed = [...standing, ...placeProps(props, standing, { scale, wanted, eyes, aspect, insert: shot.size === 'insert' })]
  const order = [...placed].sort((a, b) => a.layer - b.layer || a.y - b.y)
  const depths = new Map(order.map((one, depth) => [one.id, depth]))
  return new Map(placed.map(({ id, placement }) => [id, { ...placement, depth: depths.get(id)! }]))
}

/** The tallest that people may be for their faces to fit and to stay apart. */
function roomFor(people: readonly BlockingMember[], aspect: number): number {
  const count = people.length
  const card = Math.max(0, ...people.map((one) => (one.picture && !one.picture.alpha ? ratioOf(one) * CARD_SHOWN : 0)))
  if (count === 0) return Infinity
  if (count === 1) return ((1 - SIDE_MARGIN) * aspect) / Math.max(FACE_WIDTH, card)
  const step = (1 - 2 * SIDE_MARGIN) / count
  return (step * aspect) / Math.max(card, count <= 3 ? ELBOW_ROOM : FACE_WIDTH * 1.04)
}

function placePeople(people: readonly BlockingMember[], scale: number, wanted: number, eyes: number, aspect: number): Placed[] {
  const count = people.length
  if (count === 0) return []
  const step = (1 - 2 * SIDE_MARGIN) / count
  const places = people.map((_, i) => (count === 1 ? 0.44 : SIDE_MARGIN + step * (i + 0.5)))
  const middle = Math.floor((count - 1) / 2)
  const inBack = (place: number): boolean => count > 3 && (place - middle) % 2 !== 0
  // The best places: in front, then near the middle. Key characters choose first, then the order of the manifest.
  const best = places.map((_, i) => i).sort((a, b) => Number(inBack(a)) - Number(inBack(b)) || Math.abs(places[a]! - 0.5) - Math.abs(places[b]! - 0.5) || a - b)
  const byRank = [...people].sort((a, b) => Number(b.key) - Number(a.key))
  // Two stand in manifest order from left to right.
  const seats = count === 2 ? [0, 1] : best
  const chosen = count === 2 ? people : byRank
  const anyKey = people.some((one) => one.key) && people.some((one) => !one.key)
  return chosen.map((one, i) => {
    const seat = seats[i]!
    const x = places[seat]!
    const back = inBack(seat)
    const grown = scale * (back ? BACK_ROW : 1) * (anyKey && !one.key ? 0.95 : 1)
    const height = grown * personHeight(one.name ?? '', one.traits ?? '')
    const halfFace = (height * FACE_WIDTH) / aspect / 2
    const head = headShare(one.name ?? '', one.traits ?? '')
    // In close shots short people are lifted into the picture.
    const feet = Math.min(grounded(eyes, grown, wanted), LOWEST_CHIN + height * (1 - head))
    return {
      id: one.id,
      layer: back ? 1 : 2,
      y: feet,
      head,
      placement: { x: tidy(clamp(x, halfFace, 1 - halfFace)), y: tidy(Math.min(3, feet)), scale: tidy(height), flip: count > 1 && x > 0.5 },
    }
  })
}

/** Feet of a figure whose eyes are level with the others'; a figure cut down for want of room still stands on the floor. */
function grounded(eyes: number, height: number, wanted: number): number {
  const feet = eyes + height * (1 - ABOVE_EYES)
  return wanted >= 1 && feet < 0.9 ? 0.9 - (1 - height) * 0.04 : feet
}

interface Around { readonly scale: number; readonly wanted: number; readonly eyes: number; readonly aspect: number; readonly insert: boolean }

function placeProps(props: readonly BlockingMember[], standing: readonly Placed[], around: Around): Placed[] {
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
    return Math.min(Math.max(size, LEAST_PROP), most, (aspect * 0.8) / ratioOf(prop))
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
    return { id: prop.id, layer: 0, y, head: 0, placement: { x: tidy(x), y: tidy(Math.max(y, height + 0.02)), scale: tidy(height), flip: x > 0.5 } }
  })
  const things = ranked.map((prop, i): Placed => {
    const own = beside * natural[props.indexOf(prop)]!
    const first = around.insert && i === 0
    const wish = sized(prop, 0.7, first ? (people > 0 ? 0.5 : 0.62) : Math.min(own, 0.5))
    const at = first ? 0.5 : around.insert ? (i % 2 ? 0.86 - (i >> 1) * 0.09 : 0.14 + ((i >> 1) - 1) * 0.09) : gaps[large.length + i]!
    const y = people === 0 ? Math.min(LOWEST, 0.62 + wish * 0.5 + (i % 2) * 0.05) : LOWEST - (i % 2) * 0.02
    // It stands in front of people: below the faces it would hide.
    const halfWidth = (wish * ratioOf(prop)) / aspect / 2
    const x = inside(at, prop, wish)
    const faceEnd = Math.max(0, ...standing.filter((one) => Math.abs(one.placement.x - x) < halfWidth + (one.placement.scale * one.head) / aspect / 2).map((one) => one.placement.y - one.placement.scale * (1 - one.head)))
    const height = Math.min(wish, Math.max(LEAST_PROP * 0.6, y - faceEnd - 0.02))
    return { id: prop.id, layer: 3, y, head: 0, placement: { x: tidy(x), y: tidy(Math.max(y, height + 0.02)), scale: tidy(height), flip: x > 0.5 } }
  })
  return [...furniture, ...things]
}

/** Width over height. */
function ratioOf(prop: BlockingMember): number {
  if (prop.picture) return prop.picture.width / prop.picture.height
  return prop.name === undefined ? 1 : propAspect(prop.name, prop.traits ?? '')
}

/** x of n places between and beside people, the middle first. */
function freePlaces(peopleX: readonly number[], count: number): number[] {
  if (peopleX.length === 0) return Array.from({ length: count }, (_, i) => spread(i, count, 0.5))
  const sorted = [...peopleX].sort((a, b) => a - b)
  const first = sorted[0]!
  const last = sorted.at(-1)!
  const places = [...sorted.slice(1).map((x, i) => (x + sorted[i]!) / 2), Math.min(0.93, last + Math.max(0.1, (1 - last) * 0.5)), Math.max(0.07, first - Math.max(0.1, first * 0.5))]
  const best = places.sort((a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5) || a - b)
  return Array.from({ length: count }, (_, i) => (i < best.length ? best[i]! : clamp(best[i % best.length]! + 0.06 * Math.ceil(i / best.length) * (i % 2 ? 1 : -1), 0.05, 0.95)))
}

/** The i-th of n places over the width; a single one stands at `alone`. */
function spread(i: number, count: number, alone: number): number {
  if (count <= 1) return alone
  const left = 0.12 + (0.76 / (count - 1)) * i
  return Math.abs(left - 0.5) < 0.02 ? 0.53 : left
}

function clamp(value: number, least: number, most: number): number {
  return least > most ? 0.5 : Math.min(Math.max(value, least), most)
}

/** Four decimals: finer than a pixel, and the same on every machine. */
function tidy(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
