import { viewOf } from '../../language/reading/view'
import type { AssetType } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import { canonicalJson } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { isInCar } from '../../drawing/sets/kind'
import { roundTo } from '../../model/numbers'
import { activeMembers, existingShot, settingsOf, type Member } from '../lookup'
import { unseenByCamera } from '../manifest/cameraEyes'
import { compareMembers, isHidden, withLook } from '../manifest/manifest'
import { figureOf } from '../manifest/secondNames'
import { carrierIn, carriersOf } from '../presence/carrying'
import { withCarried } from './carriedPlaces'
import type { BlockingMember, Placement } from './blockingMember'
import { defaultBlocking } from './defaultBlocking'
import { pictureOf } from './pictureOf'
import { focusIn, shownWords, stillWords, type StillWords } from './staging'

/**
 * What the default blocking of a still goes by, as values. These facts are inputs of results; where they put somebody
 * today is not, since a later version of the application may put them elsewhere (domain.md 5.8, 6.2).
 */
export interface BlockingFacts {
  readonly size: Shot['size']
  readonly angle: Shot['angle']
  readonly intExt: Scene['intExt']
  readonly set: string
  readonly words: StillWords
  /** Width / height of the picture. */
  readonly aspect: number
  /** Those to be placed, in manifest order; locations stand nowhere. */
  readonly members: readonly MemberFacts[]
  /** Who else of the shot keeps a slot, in manifest order: whoever comes later or has left (domain.md 5.8). Crossings keep none. */
  readonly others: readonly OtherFacts[]
}
/** What of somebody who is not to be placed the others stand by. */
export interface OtherFacts extends Omit<MemberFacts, 'own' | 'crossing' | 'carrier'> {
  /** Its index among all who have a slot, in manifest order. */
  readonly slot: number
}
/** What of one member the default blocking goes by. */
export interface MemberFacts {
  readonly id: string
  readonly type: AssetType
  readonly name: string
  readonly aliases: readonly string[]
  readonly traits: string
  /** Marked by the user as a main character. */
  readonly key: boolean
  /** From left to right people stand by it. */
  readonly order: number
  /** Of its picture: width, height, and whether it has no background of its own. */
  readonly picture: { readonly width: number; readonly height: number; readonly alpha: boolean } | null
  /** Comes and goes within the shot, or is in the hands of somebody hidden: it stands where room is left. */
  readonly crossing: boolean
  /** Who of those to be placed carries it here, by id. */
  readonly carrier: string | null
  /** The edge that somebody said it comes or goes by. */
  readonly side: 'left' | 'right' | null
  /** Where the user placed it. */
  readonly own: Placement | null
}

/** The facts of one still for some of the members of its shot; the rest of them keep their slots. Ids are those of the assets. */
export function blockingFacts(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  members: readonly Member[],
): BlockingFacts {
  const shot = existingShot(store, shotId)
  const { intExt, set } = store.must('scenes', shot.sceneId)
  const { aspectWidth, aspectHeight } = settingsOf(store)
  return {
    size: sizeIn(shot, frame),
    angle: shot.angle,
    intExt,
    set,
    words: stillWords(shot, frame),
    aspect: aspectWidth / aspectHeight,
    members: standing(store, shotId, members).map((m) => ({
      ...bodyOf(store, m, frame),
      carrier: carrierAmong(store, m, frame, members),
      crossing: isCrossing(m) || isInHiddenHands(store, m, frame),
      own: placementOf(store.first('blockingOf', `${shotId}/${m.instance.id}/${frame}`)),
    })),
    others: standing(
      store,
      shotId,
      activeMembers(store, shotId).filter((m) => !isCrossing(m) && !carriersOf(store, m.assignment)),
    ).flatMap((m, slot) =>
      members.some(({ asset }) => asset.id === m.asset.id) ? [] : [{ ...bodyOf(store, m, frame), slot }],
    ),
  }
}

/** Those who have a figure in the picture, in manifest order: no places, no pictures of somebody, nobody behind the camera. */
function standing(store: ReadRecords, shotId: string, members: readonly Member[]): Member[] {
  const unseen = unseenByCamera(store, shotId)
  return members
    .filter((m) => m.asset.type !== 'location' && m.assignment.depicts === 'self' && !unseen.has(m.asset.id))
    .sort(compareMembers)
}

function carrierAmong(store: ReadRecords, m: Member, frame: FrameEnd, members: readonly Member[]): string | null {
  const carrier = carrierIn(store, m.assignment, frame)?.asset.id
  return carrier !== undefined && members.some(({ asset }) => asset.id === carrier) ? carrier : null
}

/** The framing of a still: a move may end in another one than it began in (domain.md 4.2). */
export const sizeIn = ({ size, endSize }: Pick<Shot, 'size' | 'endSize'>, frame: FrameEnd): Shot['size'] =>
  frame === 'end' ? (endSize ?? size) : size

/** Is something that is seen carried by somebody who is not, and who would have it in hand? */
function isInHiddenHands(store: ReadRecords, { assignment }: Member, frame: FrameEnd): boolean {
  const carrier = carrierIn(store, assignment, frame)
  return carrier !== null && isHidden(store, carrier, frame)
}

const isCrossing = ({ assignment }: Member): boolean => assignment.presence === 'passes_through'

function bodyOf(store: ReadRecords, m: Member, frame: FrameEnd): Body {
  const { look, description } = withLook(store, m, frame)
  const picture = pictureOf(store, look.mediaId)
  return {
    id: m.asset.id,
    type: m.asset.type,
    name: m.asset.name,
    aliases: m.asset.aliases.map((a) => a.name),
    traits: description,
    key: m.asset.key,
    order: figureOf(store, m.asset).ordinal,
    picture: picture && { width: picture.width, height: picture.height, alpha: picture.alpha },
    side: givenSide(m.assignment),
  }
}

function givenSide({ enterAt, exitAt, enterFrom, exitTo }: Member['assignment']): 'left' | 'right' | null {
  const side = enterAt > 0 ? (exitAt < 1 ? null : enterFrom) : exitAt < 1 ? exitTo : null
  return side === 'left' || side === 'right' ? side : null
}

/** Where each member stands by the rule of this version: as the user placed it, else by default. By id. */
export function placementsBy(facts: BlockingFacts): Map<string, Placement> {
  const defaults = defaultsBy(facts)
  return placedBy(facts, (id) => defaults.get(id)!)
}

/** As the user placed them, else as told, else in the hands that carry them. */
export function placedBy(
  { members, aspect }: Pick<BlockingFacts, 'members' | 'aspect'>,
  elsewhere: (id: string) => Placement,
): Map<string, Placement> {
  return withCarried(members, aspect, new Map(members.map(({ id, own }) => [id, own ?? elsewhere(id)])))
}

/**
 * Where each member stands when nobody said so, by the rule of this version. It depends on this shot alone: who is in
 * it, its camera, its place and its words. Who comes or goes moves nobody else, since the slots are those of all; who
 * only crosses stands where room is left (domain.md 5.8). Who speaks moves nobody, except in shots that are of one
 * person.
 */
export function defaultsBy({
  size,
  angle,
  intExt,
  set,
  words,
  aspect,
  members,
  others,
}: BlockingFacts): Map<string, Placement> {
  const slots = inSlots(
    members.filter((m) => !m.crossing && m.carrier === null),
    others,
  )
  const carried = members.filter((m) => m.carrier !== null)
  const crossings = members.filter((m) => m.crossing && m.carrier === null)
  const people = slots.filter((m) => m.type === 'character')
  const focuses = focusIn(
    words,
    people.map(({ id, name, aliases }) => ({ id, name, aliases: aliases.map((alias) => ({ name: alias })) })),
  )
  const shot = { size, angle, nearby: viewOf(shownWords(words)).near, inCar: isInCar(intExt, set) }
  const blockingMember = ({ aliases: _aliases, ...m }: Body): BlockingMember => ({ ...m, ...focuses.get(m.id) })
  const placed = defaultBlocking(slots.map(blockingMember), shot, aspect)
  if (!crossings.length && !carried.length) return placed
  const withAll = defaultBlocking([...slots, ...crossings, ...carried].map(blockingMember), shot, aspect)
  const places = crossingPlaces(
    crossings.map(({ id }) => id),
    withAll,
    placed,
  )
  for (const { id } of carried) places.set(id, withAll.get(id)!)
  return withCarried(
    members.map((m) => ({ ...m, own: null })),
    aspect,
    places,
  )
}

type Body = Omit<MemberFacts, 'own' | 'crossing' | 'carrier'>

/** All who have a slot, in manifest order. */
function inSlots(members: readonly Body[], others: readonly OtherFacts[]): Body[] {
  const all: Body[] = [...members]
  for (const other of others) all.splice(Math.min(other.slot, all.length), 0, other)
  return all
}

/** Crossings in the middle of the widest room that the others leave, in order; facing the way they come. */
function crossingPlaces(
  ids: readonly string[],
  withAll: ReadonlyMap<string, Placement>,
  placed: ReadonlyMap<string, Placement>,
): Map<string, Placement> {
  const places = new Map(placed)
  for (const id of ids) {
    const taken = [0, ...[...places.values()].map((at) => at.x).sort((a, b) => a - b), 1]
    let at = 0
    for (let i = 1; i + 1 < taken.length; i++) if (roomAt(taken, i) > roomAt(taken, at) + 1e-6) at = i
    const x = roundTo((taken[at]! + taken[at + 1]!) / 2, 4)
    places.set(id, { ...withAll.get(id)!, x, flip: x > 0.5 })
  }
  return places
}

const roomAt = (taken: readonly number[], i: number): number => taken[i + 1]! - taken[i]!

/** Do two sets of facts put the same members in the same default places, under one and the same rule? */
export function sameDefaults(a: BlockingFacts, b: BlockingFacts): boolean {
  const byDefault = (facts: BlockingFacts) => canonicalJson(facts.members.map((m) => ({ ...m, own: null })))
  if (byDefault(a) === byDefault(b) && canonicalJson({ ...a, members: 0 }) === canonicalJson({ ...b, members: 0 }))
    return true
  const [one, other] = [defaultsBy(a), defaultsBy(b)]
  return (
    a.members.length === b.members.length &&
    a.members.every(({ id }) => canonicalJson(one.get(id)) === canonicalJson(other.get(id)))
  )
}

function placementOf(at: Placement | undefined): Placement | null {
  return at ? { x: at.x, y: at.y, scale: at.scale, flip: at.flip, depth: at.depth } : null
}
