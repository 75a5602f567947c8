import type { Asset, SceneAssetInstance } from '../model/asset'
import type { Assignment } from '../model/assignment'
import type { FrameEnd } from '../model/common'
import type { Project } from '../model/project'
import type { Scene } from '../model/scene'
import type { Shot } from '../model/shot'
import type { Take, TakeKind } from '../model/result'
import { cached } from '../records/cached'
import { sameValue } from '../records/canonical'
import type { ReadRecords } from '../records/recordStore'
import { Refusal } from '../records/refusal'

/** An asset in a shot with the records that say how. */
export interface Member {
  readonly assignment: Assignment
  readonly instance: SceneAssetInstance
  readonly asset: Asset
}

export function projectOf(store: ReadRecords): Project {
  return store.must('project', 'project')
}

/** What pictures, prompts and notes depend on of the project: all but its name, how timecode is written, and the times that were used last. */
export type FilmSettings = Omit<Project, 'title' | 'dropFrame' | 'lastTimes'>

/** Remembered, and the same until one of them changes: setting an entrance, which keeps its time for the next one, is no change. */
export const settingsOf = cached<FilmSettings>((reads) => {
  const { title: _title, dropFrame: _dropFrame, lastTimes: _lastTimes, ...settings } = projectOf(reads)
  return settings
}, sameValue)

/** Scenes in story order. */
export function scenesInOrder(store: ReadRecords): readonly Scene[] {
  return store.list('scenesInOrder')
}

export function shotsOfScene(store: ReadRecords, sceneId: string): readonly Shot[] {
  return store.list('shotsOfScene', sceneId)
}

/** An asset's uses in scenes, in story order; costs what the asset touches, not what the project holds. */
export function instancesInStoryOrder(store: ReadRecords, assetId: string): SceneAssetInstance[] {
  const keyed = store
    .list('instancesOfAsset', assetId)
    .map((instance) => ({ instance, scene: store.must('scenes', instance.sceneId) }))
  return keyed.sort((a, b) => compareOrder(a.scene, b.scene)).map((k) => k.instance)
}

/** Order of scenes, or of shots within one scene. */
export function compareOrder(a: { orderKey: string; id: string }, b: { orderKey: string; id: string }): number {
  return a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Story order of some shots, without reading the others. */
export function inStoryOrder(store: ReadRecords, shots: readonly Shot[]): Shot[] {
  const keyed = shots.map((shot) => ({ shot, scene: store.must('scenes', shot.sceneId) }))
  return keyed.sort((a, b) => compareOrder(a.scene, b.scene) || compareOrder(a.shot, b.shot)).map((k) => k.shot)
}

/** Where each shot of a scene stands, from 0, by id in order. Remembered: it is the same until a shot comes, goes or moves. */
export const placesInScene = cached<ReadonlyMap<string, number>>(
  (reads, sceneId) => new Map(shotsOfScene(reads, sceneId).map((shot, i) => [shot.id, i])),
  (before, now) => sameValue([...before.keys()], [...now.keys()]),
)

/** The ids of all shots in story order. Remembered, as long as the order stands. */
export const shotIdsInOrder = cached<readonly string[]>(
  (reads) => scenesInOrder(reads).flatMap((scene) => [...placesInScene(reads, scene.id).keys()]),
  sameValue,
)

/** Is a shot in the tray (domain.md 11): out of the story, with all its work? */
export const isInTray = (store: ReadRecords, shot: Pick<Shot, 'sceneId'>): boolean =>
  store.get('scenes', shot.sceneId)?.tray === true

/** All shots in story order. */
export function shotsInOrder(store: ReadRecords): Shot[] {
  return scenesInOrder(store).flatMap((scene) => shotsOfScene(store, scene.id))
}

/** The shot after (step 1) or before (step -1) in the same scene. */
export function neighbour(store: ReadRecords, shot: Shot, step: 1 | -1): Shot | undefined {
  const current = store.get('shots', shot.id)
  return current && store.beside('shotsOfScene', current.sceneId, current, step)
}

/** Every assignment of a shot, deleted assets included, in order of creation. */
export function membersOf(store: ReadRecords, shotId: string): Member[] {
  const members: Member[] = []
  for (const assignment of store.list('assignmentsOfShot', shotId)) {
    const instance = store.must('sceneAssetInstances', assignment.sceneAssetInstanceId)
    members.push({ assignment, instance, asset: store.must('assets', instance.assetId) })
  }
  return members
}

/** The members that count: assignments of deleted assets are suspended (domain.md 8). */
export function activeMembers(store: ReadRecords, shotId: string): Member[] {
  return membersOf(store, shotId).filter((m) => !m.asset.deleted)
}

export function instanceOf(store: ReadRecords, sceneId: string, assetId: string): SceneAssetInstance | undefined {
  return store.first('instanceOf', `${sceneId}/${assetId}`)
}

export function assignmentOf(store: ReadRecords, shotId: string, instanceId: string): Assignment | undefined {
  return store.first('assignmentOf', `${shotId}/${instanceId}`)
}

/** An asset that exists and is not deleted. @throws Refusal MERGED, ASSET_DELETED, NOT_FOUND */
export function livingAsset(store: ReadRecords, assetId: string): Asset {
  const asset = store.get('assets', assetId)
  if (!asset) throw new Refusal('NOT_FOUND', { what: 'The asset' })
  if (asset.mergedIntoId !== null)
    throw new Refusal('MERGED', {
      asset: asset.name,
      into: store.get('assets', asset.mergedIntoId)?.name ?? 'another asset',
    })
  if (asset.deleted) throw new Refusal('ASSET_DELETED', { asset: asset.name })
  return asset
}

/** A shot that exists. @throws Refusal NOT_FOUND */
export function existingShot(store: ReadRecords, shotId: string): Shot {
  const shot = store.get('shots', shotId)
  if (!shot) throw new Refusal('NOT_FOUND', { what: 'The shot' })
  return shot
}

/** A scene that exists. @throws Refusal NOT_FOUND */
export function existingScene(store: ReadRecords, sceneId: string): Scene {
  const scene = store.get('scenes', sceneId)
  if (!scene) throw new Refusal('NOT_FOUND', { what: 'The scene' })
  return scene
}

/** A scene of the story. @throws Refusal NOT_FOUND, IN_TRAY */
export function storyScene(store: ReadRecords, sceneId: string): Scene {
  const scene = existingScene(store, sceneId)
  if (scene.tray) throw new Refusal('IN_TRAY', { what: `Scene ${scene.number}` })
  return scene
}

/** A shot of the story. @throws Refusal NOT_FOUND, IN_TRAY */
export function storyShot(store: ReadRecords, shotId: string): Shot {
  const shot = existingShot(store, shotId)
  if (store.must('scenes', shot.sceneId).tray) throw new Refusal('IN_TRAY', { what: `Shot ${shot.number}` })
  return shot
}

/** An asset's use in a scene that exists. @throws Refusal NOT_FOUND */
export function existingInstance(store: ReadRecords, id: string): SceneAssetInstance {
  const instance = store.get('sceneAssetInstances', id)
  if (!instance) throw new Refusal('NOT_FOUND', { what: 'The asset of the scene' })
  return instance
}

/** Refuses a picture that is not in the project; none is fine. @throws Refusal NOT_FOUND */
export function existingPicture(store: ReadRecords, mediaId: string | null | undefined): void {
  if (mediaId && !store.get('media', mediaId)) throw new Refusal('NOT_FOUND', { what: 'The picture' })
}

export const takeKindOf = (frame: FrameEnd): Exclude<TakeKind, 'video'> =>
  frame === 'start' ? 'startFrame' : 'endFrame'

/** The takes that show at a shot, oldest first: made for it, unless a split or join put them elsewhere. */
export function takesOf(store: ReadRecords, shotId: string, kind: TakeKind): Take[] {
  const takes = store.list('takesMadeFor', `${shotId}/${kind}`).filter((take) => !store.get('takePlaces', take.id))
  for (const place of store.list('takePlacesOf', `${shotId}/${kind}`)) {
    const take = store.get('takes', place.id)
    if (take) takes.push(take)
  }
  return takes.sort((a, b) => a.ordinal - b.ordinal)
}

/** The chosen take: the user's choice, else the newest that a join did not set aside. */
export function chosenTake(store: ReadRecords, shotId: string, kind: TakeKind): Take | null {
  const takes = takesOf(store, shotId, kind)
  const choice = store.get('takeChoices', `${shotId}:${kind}`)
  if (choice) {
    const chosen = takes.find((take) => take.id === choice.takeId)
    if (chosen || choice.takeId === null) return chosen ?? null
  }
  return takes.findLast((take) => !store.get('takePlaces', take.id)?.detached) ?? null
}

/** The text an asset's name is compared by: case, accents and spaces folded. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Name and aliases. */
export const namesOf = (asset: { name: string; aliases: readonly { name: string }[] }): string[] => [
  asset.name,
  ...asset.aliases.map((a) => a.name),
]
