import { lowestPosition } from '../../model/common'
import { animalOf, isCrowd } from '../../drawing/character/kindOfCharacter'
import { headShare, personHeight } from '../../drawing/character/person'
import { propKinds } from '../../drawing/props/propKind'
import { clamp } from '../../model/numbers'
import { grounded, ratioOf, tidy, type BlockingMember, type Placed, type Placement } from './blockingMember'
import { framingOf, type BlockingShot } from './framings'
import { placeProps } from './propBlocking'

/** A face with its hair is this wide, in figure heights; see drawList/subjectBox.ts. */
const FACE_WIDTH = 0.24
/** Breadth a figure wants for itself while there is room. */
const ELBOW_ROOM = 0.34
/** Cards may overlap by their edges. */
const CARD_SHOWN = 0.8
/** How much of the frame's width an animal takes at most. */
const ANIMAL_WIDTH = 0.34
/** Half of what a glass shows, in frame heights. */
const GLASS = 0.46
/** Heads of a crowd, in figure heights. */
const CROWD = 0.66
const SIDE_MARGIN = 0.06
/** Where one stands alone who comes or goes by a side. */
const SIDED = 0.36
const BACK_ROW = 0.9
/** Height of those around the one a close shot is of. */
const AROUND = 0.95
const LOWEST_CHIN = 0.82
/** How far above the frame hair may reach. */
const HIGHEST_HEAD = -0.1
/** Where the hands are, in figure heights above the feet. */
const HANDS = 0.45
/** How much larger than who is looked at the one is whose shoulder we look over; how much of the width the head may take. */
const SHOULDER = 1.25
const SHOULDER_HEAD = 0.3
/** The same of one who stands between them. */
const SHOULDER_GAP = 0.24

/**
 * Where everybody stands when nobody said so. Deterministic, and of this shot alone: what is in other shots never moves anybody here.
 *
 * - From left to right people stand in one order for the whole film, by first appearance. So the same people never change sides from shot to
 *   shot, whoever else comes or goes and whoever speaks (the 180 degrees of domain.md 10), and no shot has to know its neighbours.
 * - They stand on one floor seen from eye height: their eyes are level, who is further back is smaller and higher up. Main characters and
 *   the first two are never in the back row. The left half faces right and the right half left, so groups look inwards.
 * - A close shot of somebody ("CLOSE ON ALICE", or the only one who speaks) shows her large and the others small on their sides of her. Over a
 *   shoulder: who listens is large at the edge of the own side, seen from behind.
 * - Faces stay clear of each other and of props. An insert is of hands and things.
 *
 * `aspect` is width / height. Locations get no entry.
 */
export function defaultBlocking(
  members: readonly BlockingMember[],
  shot: BlockingShot,
  aspect: number,
): Map<string, Placement> {
  const people = members.filter((member) => member.type === 'character').sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const props = members.filter((member) => member.type === 'prop')
  const { wanted, eyes } = framingOf(shot)
  const half = shot.nearby && shot.size === 'pov' ? Math.min(0.5 - SIDE_MARGIN, GLASS / aspect) : 0.5 - SIDE_MARGIN
  const group: Group = {
    wanted,
    eyes,
    aspect,
    scale: Math.min(wanted, roomFor(people, aspect, half * 2)),
    close: shot.size === 'two_shot',
    insert: shot.size === 'insert',
  }
  const focus =
    people.length > 1 && wanted >= 1.8 && shot.size !== 'insert' ? people.find((one) => one.focus) : undefined
  const shoulder = people.length > 1 && shot.size === 'over_shoulder' ? shoulderOf(people) : undefined
  const standing = shoulder
    ? overShoulder(people, shoulder, group)
    : focus
      ? around(people, focus, group)
      : inRow(people, group, 0.5 - half, 0.5 + half)
  const placed = [
    ...standing,
    ...placeProps(props, standing, { scale: group.scale, wanted, eyes, aspect, insert: shot.size === 'insert' }),
  ]
  const order = [...placed].sort((a, b) => a.layer - b.layer || a.y - b.y)
  const depths = new Map(order.map((one, depth) => [one.id, depth]))
  return new Map(placed.map(({ id, placement }) => [id, { ...placement, depth: depths.get(id)! }]))
}

interface Group {
  readonly wanted: number
  readonly eyes: number
  readonly aspect: number
  readonly scale: number
  readonly close: boolean
  readonly insert: boolean
}

/** The tallest that people may be for their faces to fit and to stay apart, within so much of the width. */
function roomFor(people: readonly BlockingMember[], aspect: number, width: number): number {
  const count = people.length
  const card = Math.max(
    0,
    ...people.map((one) =>
      one.picture ? (one.picture.alpha ? 0 : ratioOf(one) * CARD_SHOWN) : isCrowd(one.name ?? '') ? CROWD : 0,
    ),
  )
  if (count === 0) return Infinity
  // One alone may come nearer to the edges than a row does.
  if (count === 1) return ((width + (width > 0.8 ? SIDE_MARGIN : 0)) * aspect) / Math.max(FACE_WIDTH, card)
  return ((width / count) * aspect) / Math.max(card, count <= 3 && width > 0.8 ? ELBOW_ROOM : FACE_WIDTH * 1.04)
}

/** Side by side between two x; where there are many every other one in a back row, but not the first two. */
function inRow(people: readonly BlockingMember[], group: Group, from: number, to: number): Placed[] {
  const { aspect } = group
  const count = people.length
  const scale = Math.min(group.scale, roomFor(people, aspect, to - from))
  const step = (to - from) / count
  const anyKey = people.some((one) => one.key) && people.some((one) => !one.key)
  // Two in one shot stand closer than two in a room.
  const gather = group.close && count === 2 && scale * ELBOW_ROOM < step * aspect * 0.75 ? 0.75 : 1
  return people.map((one, i) => {
    const back = count > 3 && !one.key && i >= 2 && i % 2 === 0
    const grown = scale * (back ? BACK_ROW : 1) * (anyKey && !one.key ? 0.95 : 1)
    const x =
      count === 1 && from < 0.1 && to > 0.9
        ? one.side === 'left'
          ? SIDED
          : one.side === 'right'
            ? 1 - SIDED
            : 0.44
        : 0.5 + ((from + to) / 2 - 0.5) + (from + step * (i + 0.5) - (from + to) / 2) * gather
    const flip = count > 1 ? x > (from + to) / 2 + 0.001 : one.side === 'right'
    return standingAt(one, x, grown, group, back ? 1 : 2, flip)
  })
}

function standingAt(
  one: BlockingMember,
  x: number,
  grown: number,
  { eyes, wanted, aspect, insert }: Group,
  layer: number,
  flip: boolean,
): Placed {
  const animal = one.picture ? null : animalOf(one.name ?? '', one.traits ?? '')
  const height = Math.min(
    grown * personHeight(one.name ?? '', one.traits ?? ''),
    animal ? (ANIMAL_WIDTH * aspect) / propKinds[animal].aspect : Infinity,
  )
  const halfFace = (height * FACE_WIDTH) / aspect / 2
  const head = headShare(one.name ?? '', one.traits ?? '')
  // In close shots short people are lifted into the picture, and tall ones lowered.
  const feet = insert
    ? 0.5 + height * HANDS
    : Math.max(height + HIGHEST_HEAD, Math.min(grounded(eyes, grown, wanted), LOWEST_CHIN + height * (1 - head)))
  return {
    id: one.id,
    layer,
    y: feet,
    head,
    placement: {
      x: tidy(clamp(x, halfFace, 1 - halfFace)),
      y: tidy(Math.min(lowestPosition, feet)),
      scale: tidy(height),
      flip,
    },
  }
}

/** One large, the others small and further back on their sides. */
function around(people: readonly BlockingMember[], focus: BlockingMember, group: Group): Placed[] {
  const at = people.indexOf(focus)
  const [left, right] = [people.slice(0, at), people.slice(at + 1)]
  const x = left.length === right.length ? 0.5 : left.length === 0 ? 0.4 : right.length === 0 ? 0.6 : 0.5
  const halfHead = 0.14
  const scale = Math.min(group.wanted, (halfHead * 2.4 * group.aspect) / FACE_WIDTH)
  const half = (scale * FACE_WIDTH) / group.aspect / 2
  const back: Group = { ...group, scale: Math.min(AROUND, group.wanted), eyes: group.eyes + 0.06 }
  const side = (ones: readonly BlockingMember[], from: number, to: number, flip: boolean): Placed[] =>
    ones.length === 0
      ? []
      : inRow(ones, back, from, to).map((one) => ({ ...one, layer: 1, placement: { ...one.placement, flip } }))
  return [
    ...side(left, 0.01, x - half - 0.01, false),
    standingAt(focus, x, scale, group, 2, left.length > right.length),
    ...side(right, x + half + 0.01, 0.99, true),
  ]
}

/** Over whose shoulder: as the text says, else who is not looked at, else the first. */
function shoulderOf(people: readonly BlockingMember[]): BlockingMember {
  return (
    people.find((one) => one.shoulder) ??
    people.find((one) => !one.focus && people.some((other) => other.focus)) ??
    people[0]!
  )
}

function overShoulder(people: readonly BlockingMember[], shoulder: BlockingMember, group: Group): Placed[] {
  const at = people.indexOf(shoulder)
  if (at > 0 && at < people.length - 1) return betweenOthers(people.slice(0, at), shoulder, people.slice(at + 1), group)
  const others = people.filter((one) => one !== shoulder)
  const onLeft = at === 0
  const headWide = headWidth(shoulder) / group.aspect
  const room = roomFor(others, group.aspect, 0.62)
  const scale = Math.min(
    group.wanted * SHOULDER,
    Math.min(group.wanted, room) * SHOULDER,
    (SHOULDER_HEAD * 2) / headWide,
  )
  const half = (scale * headWide) / 2
  const x = Math.max(0.01, Math.min(0.17, SHOULDER_HEAD - half))
  const inner = x + half + 0.03
  const row = onLeft ? inRow(others, group, inner, 0.97) : inRow(others, group, 0.03, 1 - inner)
  const facing = row.map((one) => ({ ...one, placement: { ...one.placement, flip: onLeft } }))
  return [...facing, placedFromBehind(shoulder, onLeft ? x : 1 - x, scale, !onLeft)]
}

/** Whoever stands between those looked at keeps the place between them, no broader than a gap. */
function betweenOthers(
  left: readonly BlockingMember[],
  shoulder: BlockingMember,
  right: readonly BlockingMember[],
  group: Group,
): Placed[] {
  const scale = Math.min(group.wanted * SHOULDER, (SHOULDER_GAP * group.aspect) / headWidth(shoulder))
  const half = (scale * headWidth(shoulder)) / group.aspect / 2
  const inner = 0.03 + (0.94 - half * 2) * (left.length / (left.length + right.length))
  const facing = (row: Placed[], flip: boolean) => row.map((one) => ({ ...one, placement: { ...one.placement, flip } }))
  return [
    ...facing(inRow(left, group, 0.03, inner - 0.01), false),
    ...facing(inRow(right, group, inner + half * 2 + 0.01, 0.97), true),
    placedFromBehind(shoulder, inner + half, scale, left.length > right.length),
  ]
}

/** Of a child or a gnome seen as large as the others, the head is broader. */
const headWidth = (one: BlockingMember) => Math.max(FACE_WIDTH, headShare(one.name ?? '', one.traits ?? ''))

function placedFromBehind(one: BlockingMember, x: number, scale: number, flip: boolean): Placed {
  const feet = 0.2 + scale
  return {
    id: one.id,
    layer: 4,
    y: feet,
    head: headShare(one.name ?? '', one.traits ?? ''),
    placement: { x: tidy(x), y: tidy(Math.min(lowestPosition, feet)), scale: tidy(scale), flip },
  }
}
