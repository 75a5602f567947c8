import type { Asset } from '../model/asset'
import type { FrameSide } from '../model/assignment'
import type { Timing } from '../model/frameRate'
import type { Media } from '../model/media'
import type { Scene } from '../model/scene'
import type { Shot } from '../model/shot'
import type { FrameCount, FrameIndex } from '../model/units'
import { frameSize } from '../domain/blocking/describeFrame'
import { activeMembers, chosenTake, projectOf, type Member } from '../domain/lookup'
import { transformationsInOrder } from '../domain/looks/resolveLook'
import { compareMembers } from '../domain/manifest/manifest'
import { fromWords, toWords } from '../domain/prompts/shotPhrases'
import { StoryClock, type ClockScope } from '../domain/time/storyClock'
import { fractionToFrame } from '../domain/time/frames'
import type { ReadRecords } from '../records/recordStore'
import { filmSounds, type FilmSounds } from './filmSounds'

/** What somebody does in a shot that a cutting room should see: a moment with words. */
export interface FilmMarker {
  readonly kind: 'enters' | 'exits' | 'changes'
  readonly assetId: string
  /** "Alice enters". */
  readonly words: string
  /** From where, and how: "from the left, carrying a tray"; may be empty. */
  readonly note: string
  /** The frame of the shot it happens at. */
  readonly frame: FrameIndex
}

/** A shot as it is handed over: where it lies in what is exported, and what there is of it. */
export interface FilmShot {
  readonly shot: Shot
  readonly scene: Scene
  /** Its name among all that are exported: the shot's number, with the scene's before it where two shots share a number. */
  readonly name: string
  /** Its place among all that are exported, from 1. */
  readonly place: number
  /** The first frame, counted from the start of what is exported. */
  readonly start: FrameIndex
  readonly frames: FrameCount
  /** Who is in it, in the order of manifests; suspended assets are not. */
  readonly members: readonly Member[]
  readonly markers: readonly FilmMarker[]
  /** The pictures of the chosen takes. */
  readonly startStill: Media | null
  readonly endStill: Media | null
  /** The chosen clip. */
  readonly clip: Media | null
}

/** What is handed over: the shots of a scope in story order, end to end from frame 0. */
export interface Film {
  readonly title: string
  readonly timing: Timing
  readonly width: number
  readonly height: number
  readonly shots: readonly FilmShot[]
  readonly frames: FrameCount
  readonly sounds: FilmSounds
  /** Whether it is all of the film, or only some shots of it. */
  readonly isWhole: boolean
}

/** What is exported, in one word that an edited timeline brings back: which shots were there to be edited. */
export const rangeWord = (film: Film): string => ['shots', ...film.shots.map(({ shot }) => shot.id)].join(' ')

/** The film of a scope as everything that is exported is written from it. @param scope see `StoryClock`; shots in the tray are never in it */
export function filmOf(store: ReadRecords, scope: ClockScope): Film {
  const project = projectOf(store)
  const clock = StoryClock.of(store, scope)
  const placed = [...clock.shotsFrom(0)]
  const shots = placed.map(({ shotId }) => store.must('shots', shotId))
  const names = namesOfShots(store, shots)
  return {
    title: project.title,
    timing: { fps: project.fps, dropFrame: project.dropFrame },
    ...frameSize(project.aspectWidth, project.aspectHeight),
    frames: clock.total,
    sounds: filmSounds(store, clock),
    isWhole: scope === 'film',
    shots: shots.map((shot, i) => {
      const members = activeMembers(store, shot.id).sort(compareMembers)
      return {
        shot,
        scene: store.must('scenes', shot.sceneId),
        name: names[i]!,
        place: i + 1,
        start: placed[i]!.start,
        frames: shot.durationFrames,
        members,
        markers: markersOf(store, shot, members),
        startStill: pictureOf(store, shot.id, 'startFrame'),
        endStill: pictureOf(store, shot.id, 'endFrame'),
        clip: pictureOf(store, shot.id, 'video'),
      }
    }),
  }
}

function pictureOf(store: ReadRecords, shotId: string, kind: 'startFrame' | 'endFrame' | 'video'): Media | null {
  const take = chosenTake(store, shotId, kind)
  return (take && store.get('media', take.mediaId)) ?? null
}

/** Numbers where they tell shots apart; scenes that number their shots from 1 each give theirs in front, and what is still equal is counted. */
function namesOfShots(store: ReadRecords, shots: readonly Shot[]): string[] {
  const isShared = sharedIn(shots.map((shot) => shot.number))
  const names = shots.map((shot) =>
    isShared(shot.number) ? `${store.must('scenes', shot.sceneId).number}-${shot.number}` : shot.number,
  )
  const stillShared = sharedIn(names)
  const taken = new Set(names.filter((name) => !stillShared(name)))
  return names.map((name) => {
    if (!stillShared(name)) return name
    let count = 1
    let own = name
    while (taken.has(own)) own = `${name} (${++count})`
    taken.add(own)
    return own
  })
}

function sharedIn(names: readonly string[]): (name: string) => boolean {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const name of names) (seen.has(name) ? shared : seen).add(name)
  return (name) => shared.has(name)
}

/** Entrances, exits and changes of look of a shot in the order they happen (domain.md 1, 2). */
function markersOf(store: ReadRecords, shot: Shot, members: readonly Member[]): FilmMarker[] {
  const markers = members.flatMap(({ assignment: a, asset, instance }) => [
    ...(a.enterAt > 0 ? [marker(shot, asset, 'enters', a.enterAt, from(a.enterFrom, a.action))] : []),
    ...transformationsInOrder(store, instance)
      .filter((t) => t.kind === 'within_shot' && t.shotId === shot.id && t.suspended === '' && t.toLookId !== null)
      .map((t) => marker(shot, asset, 'changes', t.at!, store.get('looks', t.toLookId!)?.name ?? '')),
    ...(a.exitAt < 1 ? [marker(shot, asset, 'exits', a.exitAt, to(a.exitTo, a.enterAt > 0 ? '' : a.action))] : []),
  ])
  return markers.sort((a, b) => a.frame - b.frame)
}

function marker(shot: Shot, asset: Asset, kind: FilmMarker['kind'], at: number, note: string): FilmMarker {
  const words = kind === 'changes' && note ? `${asset.name} changes into ${note}` : `${asset.name} ${kind}`
  return {
    kind,
    assetId: asset.id,
    words,
    note: kind === 'changes' ? '' : note,
    frame: Math.min(shot.durationFrames - 1, fractionToFrame(at, shot.durationFrames)),
  }
}

const from = (side: FrameSide | null, action: string) => joined(side ? fromWords(side) : '', action)
const to = (side: FrameSide | null, action: string) => joined(side ? toWords(side) : '', action)
const joined = (where: string, action: string) => [where, action.replace(/\s+/g, ' ').trim()].filter(Boolean).join(', ')
