import type { AssetType } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { DrawnMark } from '../../model/mark'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { chosenTake, existingShot, settingsOf } from '../lookup'
import { drawnMarksOf } from '../marks/markRules'
import { compareMembers, subjectsOf, type PassSplit, type Subject } from '../manifest/manifest'
import { keyCharacters, placements } from '../blocking/placement'
import type { GeneratorProfile } from './profiles'

/** What the planner needs to know of a visible asset. */
export interface PlanSubject {
  readonly assetId: string
  readonly name: string
  readonly type: AssetType
  readonly key: boolean
  readonly pictured: boolean
}
export interface PlanReference {
  /** Number within the pass; null for an asset without a picture. */
  readonly index: number | null
  readonly assetId: string | null
  readonly name: string
  readonly type: string
  readonly role: 'base' | 'identity' | 'set' | 'prop' | 'marks' | 'style'
  /** The style picture, which is no asset's. */
  readonly pictureId?: string
  /** What is drawn over the still, and goes along as a picture. */
  readonly marks?: readonly DrawnMark[]
}
export interface PlannedPass {
  /** From 1. */
  readonly index: number
  readonly basePlate: boolean
  readonly references: readonly PlanReference[]
  readonly newSubjects: number
  readonly assetIds: readonly string[]
  readonly note: string
}
/** The passes a frame is built in, as data (domain.md 5). */
export interface PassPlan {
  readonly passes: readonly PlannedPass[]
  readonly refusal: Refusal | null
  /** The chosen start take that an end frame is built on: Image #1 of pass 1. Null without one. */
  readonly startTake: string | null
  /** Assets a refused plan leaves over. */
  readonly leftOver: readonly PlanSubject[]
}

export interface Capacity {
  images: number
  /** Of the images, those of people, and those of anything else. */
  humans: number
  objects: number
  subjects: number
}
export type Caps = Pick<GeneratorProfile, 'maxImages' | 'newSubjectsPerPass' | 'maxPasses'> &
  Partial<Pick<GeneratorProfile, 'maxHumans' | 'maxObjects'>> & {
    /** The style picture that goes along; null = none. */
    readonly stylePictureId?: string | null
    /** The marks that go along; none where the generator takes none. */
    readonly marks?: readonly DrawnMark[]
  }

/** The caps of a profile, with what goes along with a still. */
export const capsFor = <P extends GeneratorProfile>(
  store: ReadRecords,
  { shotId, frame }: { readonly shotId: string; readonly frame: FrameEnd },
  profile: P,
): P & Caps => ({
  ...profile,
  stylePictureId: settingsOf(store).stylePictureId,
  marks: profile.takesMarks ? drawnMarksOf(store, shotId, frame) : [],
})

/** How many images of a pass (from 0) the set or the base plate takes. */
const builtOn = (pass: number, set: PlanSubject | undefined, onStart: boolean) =>
  pass > 0 ? 1 : (set?.pictured ? 1 : 0) + (onStart ? 1 : 0)

/** What else goes with a pass (from 0), each where it leaves room for a subject beside it: the marks first, then the style picture (domain.md 5.13, 15.3). */
function furtherOf(
  pass: number,
  set: PlanSubject | undefined,
  { stylePictureId = null, marks = [], maxImages, maxObjects = null }: Caps,
  onStart: boolean,
): { marks: readonly DrawnMark[]; style: string | null; count: number } {
  const sent = builtOn(pass, set, onStart)
  const fits = (more: number) =>
    maxImages !== null && maxImages - sent - more >= 2 && (maxObjects === null || maxObjects > sent + more)
  const withMarks = marks.length > 0 && fits(0)
  const style = fits(withMarks ? 1 : 0) ? stylePictureId : null
  return { marks: withMarks ? marks : [], style, count: (withMarks ? 1 : 0) + (style === null ? 0 : 1) }
}

/** What a pass (from 0) can still take beside the set or the base plate, the marks and the style picture. @param onStart pass 1 has a base plate too: the start take */
export function capacityOf(pass: number, set: PlanSubject | undefined, caps: Caps, onStart = false): Capacity {
  const { maxImages, newSubjectsPerPass, maxHumans = null, maxObjects = null } = caps
  const sent = builtOn(pass, set, onStart) + furtherOf(pass, set, caps, onStart).count
  return {
    images: maxImages === null ? Infinity : Math.max(0, maxImages - sent),
    humans: maxHumans ?? Infinity,
    objects: maxObjects === null ? Infinity : Math.max(0, maxObjects - sent),
    subjects: newSubjectsPerPass ?? Infinity,
  }
}

/** Passes can be chained only where the base plate leaves room for an image; null = as many as it takes. */
export function allowedPasses({ maxImages, maxPasses }: Caps): number | null {
  return maxImages !== null && maxImages < 2 ? 1 : maxPasses
}

/** Subjects in planning order: second locations, key characters, other characters, props. */
function priorityOf(subject: PlanSubject): number {
  if (subject.type === 'location') return 0
  return subject.type === 'prop' ? 3 : subject.key ? 1 : 2
}

/**
 * Plans the passes of one frame.
 * @param subjects visible assets in priority order; the first location is the set, never a subject
 * @param order manifest order of the same assets, for the order inside a pass
 * @param startTake the start take an end frame is built on
 */
export function planPasses(
  subjects: readonly PlanSubject[],
  order: readonly string[],
  caps: Caps,
  startTake: string | null = null,
): PassPlan {
  const onStart = startTake !== null
  const set = subjects.find((s) => s.type === 'location')
  const rest = subjects.filter((s) => s !== set)
  const { maxImages, newSubjectsPerPass } = caps
  if (maxImages === null || newSubjectsPerPass === null)
    return { passes: describe(previewGroups(rest), set, order, caps, onStart), refusal: null, startTake, leftOver: [] }
  const rooms = (n: number) => Array.from({ length: n }, (_, i) => capacityOf(i, set, caps, onStart))
  const most = rest.length + 1
  let needed = 1
  while (needed <= most && !fits(rest, rooms(needed))) needed++
  const allowed = allowedPasses(caps) ?? most
  if (needed <= allowed)
    return {
      passes: describe(fill(rest, rooms(needed), true).groups, set, order, caps, onStart),
      refusal: null,
      startTake,
      leftOver: [],
    }
  const { groups, leftOver } = fill(rest, rooms(allowed), false)
  const assets = leftOver.map((s) => s.name)
  const refusal =
    maxImages >= 2
      ? new Refusal('PLAN_TOO_LONG', { needed, allowed, assets })
      : new Refusal('CHAIN_NEEDS_TWO', { assets })
  return { passes: describe(groups, set, order, caps, onStart), refusal, startTake, leftOver }
}

/**
 * Can these subjects be spread over that room? Pictured ones need an image of their kind and a place, unpictured ones a place. What a pass can take of each
 * group of subjects lies one in the other, so it is enough that each group fits into all passes together.
 */
function fits(subjects: readonly PlanSubject[], rooms: readonly Capacity[]): boolean {
  const count = (of: (subject: PlanSubject) => boolean) => subjects.filter(of).length
  const room = (of: (capacity: Capacity) => number) => rooms.reduce((sum, capacity) => sum + of(capacity), 0)
  const people = (r: Capacity) => Math.min(r.humans, r.images, r.subjects)
  const others = (r: Capacity) => Math.min(r.objects, r.images, r.subjects)
  return (
    count((s) => s.pictured && isHuman(s)) <= room(people) &&
    count((s) => s.pictured && !isHuman(s)) <= room(others) &&
    count((s) => s.pictured) <= room((r) => Math.min(people(r) + others(r), r.images, r.subjects)) &&
    subjects.length <= room((r) => r.subjects)
  )
}

const isHuman = ({ type }: PlanSubject) => type === 'character'

/** Has a pass room for one more? */
export const hasRoom = (room: Capacity, subject: PlanSubject): boolean =>
  room.subjects >= 1 &&
  (!subject.pictured || (room.images >= 1 && (isHuman(subject) ? room.humans : room.objects) >= 1))

/** In priority order each subject goes into the earliest pass that still lets the others fit. */
function fill(
  subjects: readonly PlanSubject[],
  rooms: Capacity[],
  all: boolean,
): { groups: PlanSubject[][]; leftOver: PlanSubject[] } {
  const groups: PlanSubject[][] = rooms.map(() => [])
  const leftOver: PlanSubject[] = []
  subjects.forEach((subject, i) => {
    const later = subjects.slice(i + 1)
    const at = rooms.findIndex((room) => {
      if (!hasRoom(room, subject)) return false
      if (!all) return true
      take(room, subject, -1)
      const ok = fits(later, rooms)
      take(room, subject, 1)
      return ok
    })
    if (at < 0) leftOver.push(subject)
    else {
      take(rooms[at]!, subject, -1)
      groups[at]!.push(subject)
    }
  })
  return { groups: groups.filter((g, i) => i === 0 || g.length > 0), leftOver }
}

/** A subject takes its place in a pass, or gives it back. */
export function take(room: Capacity, subject: PlanSubject, sign: 1 | -1): void {
  room.subjects += sign
  if (!subject.pictured) return
  room.images += sign
  room[isHuman(subject) ? 'humans' : 'objects'] += sign
}

/** The local compositor has no caps; its groups show how the frame builds up. */
function previewGroups(rest: readonly PlanSubject[]): PlanSubject[][] {
  const first = rest.filter((s) => s.type === 'location' || (s.type === 'character' && s.key))
  const others = rest.filter((s) => s.type === 'character' && !s.key)
  const props = rest.filter((s) => s.type === 'prop')
  return [first, others, props].filter((g, i) => i === 0 || g.length > 0)
}

const roles = { character: 'identity', location: 'set', prop: 'prop' } as const

function describe(
  groups: readonly PlanSubject[][],
  set: PlanSubject | undefined,
  order: readonly string[],
  caps: Caps,
  onStart: boolean,
  notes: readonly string[] = [],
): PlannedPass[] {
  return groups.map((group, i) => {
    const members = (i === 0 && set ? [...group, set] : group).toSorted(
      (a, b) => order.indexOf(a.assetId) - order.indexOf(b.assetId),
    )
    const basePlate = i > 0 || onStart
    const references: PlanReference[] = basePlate
      ? [{ index: 1, assetId: null, name: i > 0 ? `pass ${i}` : 'start frame', type: 'frame', role: 'base' }]
      : []
    let number = references.length
    for (const m of members)
      references.push({
        index: m.pictured ? ++number : null,
        assetId: m.assetId,
        name: m.name,
        type: m.type,
        role: roles[m.type],
      })
    const { marks, style: pictureId } = furtherOf(i, set, caps, onStart)
    if (marks.length)
      references.push({
        index: ++number,
        assetId: null,
        name: 'marks',
        type: 'drawn over the still',
        role: 'marks',
        marks,
      })
    if (pictureId !== null)
      references.push({
        index: ++number,
        assetId: null,
        name: 'style picture',
        type: 'style',
        role: 'style',
        pictureId,
      })
    return {
      index: i + 1,
      basePlate,
      references,
      newSubjects: group.length,
      assetIds: members.map((m) => m.assetId),
      note: notes[i] ?? '',
    }
  })
}

/** The subjects of a frame as the planner takes them, in the user's order and with the key marks. */
export function planSubjects(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
): { subjects: PlanSubject[]; order: string[] } {
  const visible = subjectsOf(store, shotId, frame)
  const keys = keysOf(store, shotId, frame, visible)
  const plan = visible.map((s) => ({
    member: s,
    subject: {
      assetId: s.asset.id,
      name: s.asset.name,
      type: s.asset.type,
      key: keys.has(s.asset.id),
      pictured: s.look.mediaId !== null,
    },
  }))
  // A rank orders those of one group: props that were put in order never come before people (domain.md 5.1).
  plan.sort((a, b) => priorityOf(a.subject) - priorityOf(b.subject) || compareMembers(a.member, b.member))
  return { subjects: plan.map((p) => p.subject), order: visible.map((s) => s.asset.id) }
}

/** Key: marked by the user, else those with a cue in the shot, else the two largest in blocking (domain.md 5). */
function keysOf(store: ReadRecords, shotId: string, frame: FrameEnd, visible: readonly Subject[]): Set<string> {
  const keys = keyCharacters(store, shotId, visible)
  if (keys.size) return keys
  const at = placements(store, shotId, frame, visible)
  const characters = visible.filter((s) => s.asset.type === 'character' && at.has(s.asset.id))
  const largest = characters.toSorted(
    (a, b) => at.get(b.asset.id)!.scale - at.get(a.asset.id)!.scale || compareMembers(a, b),
  )
  return new Set(largest.slice(0, 2).map((s) => s.asset.id))
}

/**
 * The start take an end frame is built on, where the shot says so: as a base plate it needs room for another image beside it. The compositor draws
 * every frame from its parts.
 */
export function startTakeOf(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  { kind, maxImages }: Pick<GeneratorProfile, 'kind' | 'maxImages'>,
): string | null {
  if (
    frame !== 'end' ||
    kind === 'local' ||
    (maxImages !== null && maxImages < 2) ||
    !existingShot(store, shotId).endFromStart
  )
    return null
  return chosenTake(store, shotId, 'startFrame')?.mediaId ?? null
}

/** The plan of a frame under a profile, with the user's edits of it. */
export function planOf(store: ReadRecords, shotId: string, frame: FrameEnd, profile: GeneratorProfile): PassPlan {
  const { subjects, order } = planSubjects(store, shotId, frame)
  const edit = store.get('planEdits', `${shotId}:${frame}`)
  const startTake = startTakeOf(store, shotId, frame, profile)
  const caps = capsFor(store, { shotId, frame }, profile)
  const plan = planPasses(subjects, order, caps, startTake)
  if (!edit) return plan
  return editedPlan(subjects, order, edit.passes, caps, startTake) ?? plan
}

/**
 * The user's passes with what is visible today: assets gone are left out, new ones join the last pass or, where it is full, a new one; empty
 * passes go. Null when they do not fit the caps: an edit was made under one generator, and another that takes less plans anew.
 */
function editedPlan(
  subjects: readonly PlanSubject[],
  order: readonly string[],
  passes: readonly { assetIds: readonly string[]; note: string }[],
  caps: Caps,
  startTake: string | null,
): PassPlan | null {
  const set = subjects.find((s) => s.type === 'location')
  const byId = new Map(subjects.filter((s) => s !== set).map((s) => [s.assetId, s]))
  const groups: PlanSubject[][] = []
  const notes: string[] = []
  for (const [i, pass] of passes.entries()) {
    const group = pass.assetIds.flatMap((id) => byId.get(id) ?? [])
    for (const s of group) byId.delete(s.assetId)
    if (i > 0 && group.length === 0) continue
    groups.push(group)
    notes.push(pass.note)
  }
  if (groups.length === 0) return null
  const full = (group: readonly PlanSubject[], i: number) =>
    !fits(group, [capacityOf(i, set, caps, startTake !== null)])
  for (const s of byId.values()) {
    const last = groups.at(-1)!
    if (full([...last, s], groups.length - 1)) groups.push([s])
    else last.push(s)
  }
  if (groups.some(full) || groups.length > (allowedPasses(caps) ?? groups.length)) return null
  return {
    passes: describe(groups, set, order, caps, startTake !== null, notes),
    refusal: null,
    startTake,
    leftOver: [],
  }
}

/** The plan as the manifest needs it. */
export function passSplit(plan: PassPlan): PassSplit {
  const passOf = new Map(plan.passes.flatMap((p) => p.assetIds.map((id) => [id, p.index] as const)))
  const references = plan.passes.flatMap((p) => p.references)
  return {
    passOf,
    overCap: new Set(plan.leftOver.map((s) => s.assetId)),
    hasMarks: references.some((r) => r.role === 'marks'),
    stylePictureId: references.find((r) => r.role === 'style')?.pictureId ?? null,
  }
}
