import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import type { FrameCount, FrameIndex } from '../../model/units'
import type { Change } from '../../records/change'
import type { ReadRecords } from '../../records/recordStore'
import { compareOrder, scenesInOrder, shotsOfScene } from '../lookup'
import { LengthList, type LaidOut, type LengthRules } from './lengthList'

/** What a clock runs over: all scenes of the story, one of them, or only some shots of it. What lies in the tray is on no clock. */
export type ClockScope = 'film' | { readonly sceneId: string } | { readonly shotIds: readonly string[] }

/** Where a shot stands among others: its scene and its place there. */
export type ShotPlace = Pick<Shot, 'id' | 'sceneId' | 'orderKey'>
type ClockShot = ShotPlace & Pick<Shot, 'durationFrames'>
type ScenePlace = Pick<Scene, 'id' | 'orderKey'>
interface ClockScene extends ScenePlace {
  readonly shots: LengthList<ClockShot>
}

/** A shot as a clock has it. */
export interface ShotOnClock {
  readonly shotId: string
  readonly sceneId: string
  readonly start: FrameIndex
  readonly frames: FrameCount
}

const shotRules: LengthRules<ClockShot> = { compare: compareOrder, lengthOf: (shot) => shot.durationFrames }
const sceneRules: LengthRules<ClockScene> = { compare: compareOrder, lengthOf: (scene) => scene.shots.total }
const noShots = LengthList.of(shotRules, [])

/**
 * When everything happens (domain.md 12.4): shots in story order laid end to end from frame 0. A value: `after` answers the clock of the changed project and
 * leaves this one as it was, so a draft's clock can stand beside the film's.
 *
 * Cost: making one reads every shot of its scope. A look-up, or `after` with an edit of one shot, takes about √shots + √scenes steps; a scene
 * that is made, moved or put aside costs the shots it has and a short copy of the list of scenes; a change of most shots (another frame rate)
 * makes the clock anew.
 */
export class StoryClock {
  private constructor(
    private readonly scope: ClockScope,
    private readonly holds: (shot: ShotPlace) => boolean,
    private readonly scenes: LengthList<ClockScene>,
    /** Where each scene of the clock stands, to find it by. */
    private readonly places: ReadonlyMap<string, ScenePlace>,
    private readonly shots: number,
  ) {}

  static of(store: ReadRecords, scope: ClockScope): StoryClock {
    const holds = holderOf(scope)
    const scenes = scenesInOrder(store)
      .filter((scene) => isOnClock(scope, scene))
      .map((scene) => sceneOf(store, scene, holds))
    return new StoryClock(
      scope,
      holds,
      LengthList.of(sceneRules, scenes),
      new Map(scenes.map(({ id, orderKey }) => [id, { id, orderKey }])),
      scenes.reduce((count, scene) => count + scene.shots.size, 0),
    )
  }

  /** How long all of it is. */
  get total(): FrameCount {
    return this.scenes.total
  }

  /** The first frame of a shot; null when it is not on this clock. */
  startOf(shot: ShotPlace): FrameIndex | null {
    const scene = this.scene(shot.sceneId)
    const start = scene?.shots.startOf({ ...shot, durationFrames: 0 }) ?? null
    return scene && start !== null ? this.scenes.startOf(scene)! + start : null
  }

  /** The first frame of a scene and how long it is on this clock; null when it is not on it. */
  sceneExtent(sceneId: string): { readonly start: FrameIndex; readonly frames: FrameCount } | null {
    const scene = this.scene(sceneId)
    return scene && { start: this.scenes.startOf(scene)!, frames: scene.shots.total }
  }

  /** The shot that shows at a frame; null before the first and from the end on. */
  shotAt(frame: FrameIndex): ShotOnClock | null {
    for (const shot of this.shotsFrom(frame)) return shot
    return null
  }

  /** The shot that shows at a frame and those after it, in order. */
  *shotsFrom(frame: FrameIndex): Generator<ShotOnClock, void> {
    for (const { item: scene, start } of this.scenes.from(frame))
      for (const shot of scene.shots.from(Math.max(0, frame - start))) yield onClock(shot, start)
  }

  /**
   * The clock after a change.
   * @param store the records with the change in them: the mirror once it has it, or a draft while it stands
   */
  after(store: ReadRecords, change: Change): StoryClock {
    const scenes = changedScenes(change)
    const { gone, now } = changedShots(store, change)
    if (!scenes.length && !gone.length && !now.length) return this
    if (gone.length + now.length > Math.max(64, this.shots / 8)) return StoryClock.of(store, this.scope)
    const edit = new ClockEdit(this.scenes, this.places, this.shots)
    for (const shot of gone) if (this.holds(shot)) edit.withoutShot(shot)
    for (const id of scenes) {
      const scene = store.get('scenes', id)
      edit.scene(id, scene && isOnClock(this.scope, scene) ? sceneOf(store, scene, this.holds) : null)
    }
    for (const shot of now) if (this.holds(shot)) edit.withShot(shot)
    return new StoryClock(this.scope, this.holds, edit.scenes, edit.places, edit.shots)
  }

  private scene(id: string): ClockScene | null {
    return sceneIn(this.scenes, this.places, id)
  }
}

/** The parts of a clock while a change is worked in. */
class ClockEdit {
  constructor(
    public scenes: LengthList<ClockScene>,
    public places: ReadonlyMap<string, ScenePlace>,
    public shots: number,
  ) {}

  withoutShot(shot: ClockShot): void {
    this.shotsOf(shot, (shots) => shots.without(shot))
  }

  withShot(shot: ClockShot): void {
    this.shotsOf(shot, (shots) => shots.with(shot))
  }

  private shotsOf({ sceneId }: ClockShot, edit: (shots: LengthList<ClockShot>) => LengthList<ClockShot>): void {
    const scene = sceneIn(this.scenes, this.places, sceneId)
    if (!scene) return
    const shots = edit(scene.shots)
    this.shots += shots.size - scene.shots.size
    this.scenes = this.scenes.with({ ...scene, shots })
  }

  /** A scene as it is now; null when it is not on the clock any more. */
  scene(id: string, now: ClockScene | null): void {
    const before = sceneIn(this.scenes, this.places, id)
    if (!before && !now) return
    const places = new Map(this.places)
    if (before) {
      this.scenes = this.scenes.without(before)
      places.delete(id)
    }
    if (now) {
      this.scenes = this.scenes.with(now)
      places.set(id, { id, orderKey: now.orderKey })
    }
    this.places = places
    this.shots += (now?.shots.size ?? 0) - (before?.shots.size ?? 0)
  }
}

function sceneIn(
  scenes: LengthList<ClockScene>,
  places: ReadonlyMap<string, ScenePlace>,
  id: string,
): ClockScene | null {
  const place = places.get(id)
  return place ? scenes.find({ ...place, shots: noShots }) : null
}

function holderOf(scope: ClockScope): (shot: ShotPlace) => boolean {
  if (scope === 'film') return () => true
  if ('sceneId' in scope) return (shot) => shot.sceneId === scope.sceneId
  const ids = new Set(scope.shotIds)
  return (shot) => ids.has(shot.id)
}

const isOnClock = (scope: ClockScope, scene: Scene): boolean =>
  !scene.tray && (typeof scope === 'string' || !('sceneId' in scope) || scene.id === scope.sceneId)

function sceneOf(store: ReadRecords, { id, orderKey }: Scene, holds: (shot: ShotPlace) => boolean): ClockScene {
  return { id, orderKey, shots: LengthList.of(shotRules, shotsOfScene(store, id).filter(holds).map(clockShot)) }
}

const clockShot = ({ id, sceneId, orderKey, durationFrames }: Shot): ClockShot => ({
  id,
  sceneId,
  orderKey,
  durationFrames,
})

const onClock = ({ item, start }: LaidOut<ClockShot>, sceneStart: FrameIndex): ShotOnClock => ({
  shotId: item.id,
  sceneId: item.sceneId,
  start: sceneStart + start,
  frames: item.durationFrames,
})

/** Scenes that a change makes, takes away, moves, or puts into the tray or takes out of it. */
function changedScenes({ added, updated, removed }: Change): string[] {
  const touched = Object.entries(updated.scenes ?? {}).filter(([, [, now]]) => 'orderKey' in now || 'tray' in now)
  return [...Object.keys(removed.scenes ?? {}), ...touched.map(([id]) => id), ...Object.keys(added.scenes ?? {})]
}

/** Shots as they were and as they are, where a change makes, takes away, moves or retimes them. */
function changedShots(
  store: ReadRecords,
  { added, updated, removed }: Change,
): { gone: readonly ClockShot[]; now: readonly ClockShot[] } {
  const gone = Object.values(removed.shots ?? {}).map(clockShot)
  const now = Object.values(added.shots ?? {}).map(clockShot)
  for (const [id, [was, is]] of Object.entries(updated.shots ?? {})) {
    const shot = store.get('shots', id)
    if (!shot || !('durationFrames' in is || 'orderKey' in is || 'sceneId' in is)) continue
    gone.push({ ...clockShot(shot), ...clockFields(was) })
    now.push(clockShot(shot))
  }
  return { gone, now }
}

function clockFields(patch: Readonly<Record<string, unknown>>): Partial<ClockShot> {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([field]) => field === 'durationFrames' || field === 'orderKey' || field === 'sceneId',
    ),
  )
}
