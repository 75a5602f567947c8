import type { FrameDescription, FrameLocation, FrameSubject } from '../../drawing/frameDescription'
import type { Assignment, FrameSide } from '../../model/assignment'
import type { FrameCount, FrameIndex } from '../../model/units'
import { dayTimeOf } from '../time/dayTime'
import { cached } from '../../records/cached'
import type { ReadRecords } from '../../records/recordStore'
import type { FrameEnd } from '../../model/common'
import type { Take } from '../../model/result'
import { activeMembers, chosenTake, existingShot, projectOf, type Member } from '../lookup'
import { unseenByCamera } from '../manifest/cameraEyes'
import { compareMembers, isHidden, withLook } from '../manifest/manifest'
import { carriersOf } from '../presence/carrying'
import { fractionToFrame, secondsToFrames } from '../time/frames'
import { figureIn } from './acting'
import { describeFrame } from './describeFrame'
import { pictureOf } from './pictureOf'
import { nearestSide, placements } from './placement'

/** Somebody's or something's part in a shot: from when to when, in which looks, and on which way. Frames of the shot. */
export interface Appearance {
  readonly assetId: string
  readonly name: string
  readonly enter: FrameIndex
  readonly exit: FrameIndex
  readonly enterFrom: FrameSide
  readonly exitTo: FrameSide
  readonly action: string
  /** In whose hands it is, each from a frame on, in order; empty = nobody's. */
  readonly hands: readonly { readonly from: FrameIndex; readonly assetId: string }[]
  /** Looks with the frame each begins at, in order. */
  readonly looks: readonly {
    readonly from: FrameIndex
    readonly name: string
    readonly traits: string
    readonly mediaId: string | null
  }[]
  /** The ends at which nobody sees them; each end has its half of the shot. */
  readonly hidden: readonly FrameEnd[]
  /** As drawn at both ends of the shot; for whoever is not in an end, where they would be. Null = not drawn. */
  readonly start: FrameSubject | null
  readonly end: FrameSubject | null
}

/** A shot as it plays: both stills, and everybody's part between them. */
export interface ShotPlay {
  readonly frames: FrameCount
  readonly start: FrameDescription
  readonly end: FrameDescription
  readonly cast: readonly Appearance[]
  readonly locations: readonly { readonly part: Appearance; readonly drawn: FrameLocation }[]
  /** How long somebody takes to walk in or out. */
  readonly walk: FrameCount
  /** The frames at which somebody comes, goes or changes, inside the shot, ascending. */
  readonly events: readonly FrameIndex[]
}

/** So long somebody walks in or out of the picture, in seconds, if they stay long enough. */
const walkSeconds = 0.9

/** A shot as it plays between its stills. Remembered. */
export const shotPlay = cached<ShotPlay>((store, shotId) => {
  const shot = existingShot(store, shotId)
  const frames = shot.durationFrames
  const [start, end] = [describeFrame(store, shotId, 'start', false), describeFrame(store, shotId, 'end', false)]
  const unseen = unseenByCamera(store, shotId)
  const members = activeMembers(store, shotId)
    .filter((m) => !unseen.has(m.asset.id))
    .toSorted(compareMembers)
  const all = (at: 'start' | 'end') => {
    const subjects = members.map((m) => withLook(store, m, at))
    return { subjects, places: placements(store, shotId, at, subjects) }
  }
  const would = { start: all('start'), end: all('end') }
  const drawn = (frame: FrameDescription, at: 'start' | 'end', { asset, assignment }: Member): FrameSubject | null => {
    const there = frame.subjects.find((s) => s.assetId === asset.id)
    if (there) return there
    const isThere = at === 'start' ? assignment.enterAt === 0 : assignment.exitAt === 1
    const place = would[at].places.get(asset.id)
    const subject = would[at].subjects.find((s) => s.asset.id === asset.id)
    if (isThere || !place || !subject) return null
    return {
      assetId: asset.id,
      name: asset.name,
      type: asset.type,
      lookName: subject.look.name,
      traits: subject.description,
      ...place,
      picture: pictureOf(store, subject.look.mediaId),
      ...(asset.type === 'character' && !subject.look.mediaId ? figureIn(store, asset) : {}),
    }
  }
  const cast = members.map((member) => {
    const { assignment, asset, instance } = member
    const changes = store
      .list('transformationsOfShot', shotId)
      .filter((t) => t.sceneAssetInstanceId === instance.id && t.at !== null && !t.suspended)
      .map((t) => t.at!)
      .toSorted((a, b) => a - b)
    const looks = [0, ...changes].map((at, i) => {
      const { look, description } = withLook(store, member, i === 0 ? 'start' : at)
      return { from: fractionToFrame(at, frames), name: look.name, traits: description, mediaId: look.mediaId }
    })
    const [from, to] = [drawn(start, 'start', member), drawn(end, 'end', member)]
    const enters = assignment.enterAt > 0
    const part: Appearance = {
      assetId: asset.id,
      name: asset.name,
      enter: fractionToFrame(assignment.enterAt, frames),
      exit: fractionToFrame(assignment.exitAt, frames),
      enterFrom: assignment.enterFrom ?? sideOf(asset.type, to ?? from),
      exitTo: assignment.exitTo ?? sideOf(asset.type, from ?? to),
      action: assignment.action,
      hands: handsOf(store, assignment, frames),
      looks,
      hidden: (['start', 'end'] as const).filter((at) => isHidden(store, member, at)),
      // Whoever comes in stands where the shot leaves them, whoever goes where it found them.
      start: enters && assignment.exitAt === 1 ? to : (from ?? to),
      end: !enters && assignment.exitAt < 1 ? from : (to ?? from),
    }
    return { part, type: asset.type }
  })
  const moments = cast.flatMap(({ part }) => [part.enter, part.exit, ...part.looks.map((l) => l.from)])
  const scene = store.must('scenes', shot.sceneId)
  return {
    frames,
    start,
    end,
    cast: cast.filter((c) => c.type !== 'location').map((c) => c.part),
    locations: cast
      .filter((c) => c.type === 'location')
      .map(({ part }) => ({
        part,
        drawn: {
          assetId: part.assetId,
          name: part.name,
          intExt: scene.intExt,
          timeOfDay: dayTimeOf(store, scene.id),
          traits: part.looks[0]!.traits,
          picture: null,
        },
      })),
    walk: secondsToFrames(walkSeconds, projectOf(store).fps),
    events: [...new Set(moments.filter((f) => f > 0 && f < frames))].toSorted((a, b) => a - b),
  }
})

function handsOf(store: ReadRecords, assignment: Assignment, frames: FrameCount): Appearance['hands'] {
  const carriers = carriersOf(store, assignment)
  if (!carriers) return []
  const first = { from: 0, assetId: carriers.first.asset.id }
  return carriers.handedAt === null
    ? [first]
    : [first, { from: fractionToFrame(carriers.handedAt, frames), assetId: carriers.last.asset.id }]
}

/** Things do not walk: they appear where they are, unless a side is said. */
const sideOf = (type: string, at: FrameSubject | null): FrameSide =>
  type === 'character' ? nearestSide(at ?? undefined) : 'in_place'

/** Is somebody in the shot at a frame of it? */
export const isOn = ({ enter, exit }: Appearance, frame: FrameIndex): boolean => frame >= enter && frame < exit

/** The look somebody has at a frame. */
export const lookAt = ({ looks }: Appearance, frame: FrameIndex): Appearance['looks'][number] =>
  looks.findLast((look) => look.from <= frame) ?? looks[0]!

/** The picture of a frame of a shot: whoever is there, on the way from the one still to the other. */
export function frameAt(store: ReadRecords, shotId: string, frame: FrameIndex): FrameDescription {
  const play = shotPlay(store, shotId)
  const end = frame * 2 < play.frames ? 'start' : 'end'
  const part = new Map(play.cast.map((p) => [p.assetId, p]))
  const subjects = play.cast.flatMap((p): FrameSubject[] => {
    if (!isOn(p, frame) || p.hidden.includes(end)) return []
    const base = between(play, p, frame)
    if (!base) return []
    const carrier = part.get(p.hands.findLast(({ from }) => from <= frame)?.assetId ?? '')
    const moved = walked(play, carrier && isOn(carrier, frame) ? carrier : p, frame)
    const look = lookAt(p, frame)
    return [
      {
        ...base,
        lookName: look.name,
        traits: look.traits,
        picture: pictureOf(store, look.mediaId),
        ...(moved ? moved(base, p !== carrier && carrier === undefined) : {}),
      },
    ]
  })
  const place = play.locations.find(({ part: p }) => isOn(p, frame))
  const look = place && lookAt(place.part, frame)
  return {
    ...play[end],
    subjects,
    location: place && look ? { ...place.drawn, traits: look.traits, picture: pictureOf(store, look.mediaId) } : null,
  }
}

/**
 * The chosen take that shows at a frame: the start still until the first time somebody comes, goes or changes, the end still from the last time on;
 * where nothing happens each has its half. Null while the blocking plays.
 */
export function stillAt(
  store: ReadRecords,
  shotId: string,
  frame: FrameIndex,
): { readonly take: Take; readonly end: FrameEnd } | null {
  const { events, frames } = shotPlay(store, shotId)
  const [start, end] = [chosenTake(store, shotId, 'startFrame'), chosenTake(store, shotId, 'endFrame')]
  const first = events[0] ?? (end ? frames / 2 : frames)
  const last = events.at(-1) ?? (start ? frames / 2 : 0)
  if (start && frame < first) return { take: start, end: 'start' }
  return end && frame >= last ? { take: end, end: 'end' } : null
}

const eased = (t: number) => t * t * (3 - 2 * t)
const mixed = (a: number, b: number, t: number) => a + (b - a) * t

/** Where somebody stands at a frame without coming or going. */
function between({ frames }: ShotPlay, { start, end }: Appearance, frame: FrameIndex): FrameSubject | null {
  if (!start || !end) return start ?? end
  const t = eased(frames > 1 ? frame / (frames - 1) : 0)
  const near = t < 0.5 ? start : end
  return {
    ...near,
    x: mixed(start.x, end.x, t),
    y: mixed(start.y, end.y, t),
    scale: mixed(start.scale, end.scale, t),
    depth: mixed(start.depth, end.depth, t),
  }
}

/** What coming in or going out does to whoever stands somewhere; null = nothing now. */
function walked(
  play: ShotPlay,
  part: Appearance,
  frame: FrameIndex,
): ((at: FrameSubject, walks: boolean) => Partial<FrameSubject>) | null {
  const { enter, exit, enterFrom, exitTo } = part
  const stay = exit - enter
  const comes = enter > 0
  const goes = exit < play.frames
  // Whoever only passes walks all the way, unless there is time to stand.
  const walk = Math.max(1, Math.min(play.walk, comes && goes ? stay / 2 : stay))
  const coming = comes && frame < enter + walk
  const going = !coming && goes && frame >= exit - walk
  if (!coming && !going) return null
  const side = coming ? enterFrom : exitTo
  if (side === 'in_place') return null
  const away = coming ? 1 - (frame - enter) / walk : (frame + 1 - (exit - walk)) / walk
  const aspect = play.start.width / play.start.height
  return (at, walks) => {
    const out = outside(at, side, aspect)
    const t = eased(Math.min(1, Math.max(0, away)))
    const moved = { x: mixed(at.x, out.x, t), y: mixed(at.y, out.y, t), scale: mixed(at.scale, out.scale, t) }
    if (!walks || at.type !== 'character') return moved
    const leftwards = (side === 'left') !== coming
    const flat = side === 'left' || side === 'right'
    return { ...moved, ...(flat ? { flip: leftwards } : {}), ...(at.picture ? {} : { pose: 'walk' as const }) }
  }
}

/** Just out of the picture on a side; from the back small and far, to the front too near to be seen. */
function outside(at: FrameSubject, side: FrameSide, aspect: number): { x: number; y: number; scale: number } {
  const half = (at.scale / aspect) * 0.3 + 0.02
  const { x, y, scale } = at
  switch (side) {
    case 'left':
      return { x: -half, y, scale }
    case 'right':
      return { x: 1 + half, y, scale }
    case 'top':
      return { x, y: -0.02, scale }
    case 'bottom':
      return { x, y: 1 + scale + 0.02, scale }
    case 'background':
      return { x: mixed(x, 0.5, 0.4), y: Math.min(y, 0.62), scale: scale * 0.12 }
    case 'foreground':
      return { x: x < 0.5 ? x - 0.25 : x + 0.25, y: 1 + scale * 1.8, scale: scale * 1.8 }
    case 'in_place':
      return { x, y, scale }
  }
}
