import type { Look, SceneAssetInstance } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Scene } from '../../model/scene'
import type { Transformation } from '../../model/transformation'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { compareOrder, placesInScene } from '../lookup'

/** A moment of a scene: a shot and where in it. Start is before the shot's events, end after them. */
export interface Moment {
  readonly shotId: string
  readonly at: FrameEnd | number
}

/** The events of an instance in the scene's order: by shot, within a shot by `at` and ordinal, then those in the cut after it. */
export function transformationsInOrder(store: ReadRecords, instance: SceneAssetInstance): Transformation[] {
  const events = store.list('transformationsOfInstance', instance.id).filter((e) => !e.suspended)
  if (events.length < 2) return events
  const place = placesInScene(store, instance.sceneId)
  const position = (e: Transformation) => place.get(e.shotId) ?? 0
  return events.sort((a, b) => position(a) - position(b) || (a.at ?? 2) - (b.at ?? 2) || a.ordinal - b.ordinal)
}

/**
 * The look in force at a moment (domain.md 2): the `to` of the scene's last event before it, else the instance's start look,
 * else the carried story look, else the `from` of the scene's first event, else the default look. Total and deterministic.
 */
export function resolveLook(store: ReadRecords, instance: SceneAssetInstance, moment: Moment): Look {
  const events = transformationsInOrder(store, instance)
  let lookId: string | null = null
  if (events.length) {
    const place = placesInScene(store, instance.sceneId)
    const here = place.get(moment.shotId) ?? 0
    for (const event of events) {
      const there = place.get(event.shotId) ?? 0
      if (there > here || (there === here && !happened(event, moment.at))) break
      lookId = usable(store, event.toLookId, instance) ?? lookId
    }
  }
  const first = events[0]
  const id =
    lookId ??
    usable(store, instance.lookId, instance) ??
    storyLook(store, instance) ??
    usable(store, first?.fromLookId ?? null, instance)
  return lookOrDefault(store, instance, id)
}

function happened(event: Transformation, at: FrameEnd | number): boolean {
  if (event.kind === 'between_shots' || at === 'start') return false
  return at === 'end' || event.at! <= at
}

function usable(store: ReadRecords, lookId: string | null, instance: SceneAssetInstance): string | null {
  return lookId !== null && store.get('looks', lookId)?.assetId === instance.assetId ? lookId : null
}

function lookOrDefault(store: ReadRecords, instance: SceneAssetInstance, id: string | null): Look {
  return store.must('looks', id ?? store.must('assets', instance.assetId).defaultLookId)
}

/**
 * The look the story carries into a scene: the `to` of the last event with `carries: story` in an earlier scene. Scenes out of
 * story order neither receive nor pass on looks.
 */
export function storyLook(store: ReadRecords, instance: SceneAssetInstance): string | null {
  const looks = storyLooksOf(store, instance.assetId)
  const scene = looks.length ? store.get('scenes', instance.sceneId) : undefined
  if (!scene || scene.outOfStoryOrder || scene.tray) return null
  let latest: { scene: Scene; lookId: string } | null = null
  for (const { instanceId, sceneId, lookId } of looks) {
    const candidate = instanceId === instance.id ? undefined : store.get('scenes', sceneId)
    if (!candidate || candidate.outOfStoryOrder || candidate.tray || compareOrder(candidate, scene) >= 0) continue
    if (!latest || compareOrder(latest.scene, candidate) < 0) latest = { scene: candidate, lookId }
  }
  return latest?.lookId ?? null
}

/** A look that the story carries on from a scene. */
interface StoryLook {
  readonly instanceId: string
  readonly sceneId: string
  readonly lookId: string
}

/** Remembered by asset: every scene that uses it asks for it. */
const storyLooksOf = cached<readonly StoryLook[]>(
  (store, assetId) =>
    store.list('instancesOfAsset', assetId).flatMap((instance) => {
      const last = transformationsInOrder(store, instance).findLast(
        (e) => e.carries === 'story' && usable(store, e.toLookId, instance) !== null,
      )
      return last ? [{ instanceId: instance.id, sceneId: instance.sceneId, lookId: last.toLookId! }] : []
    }),
  sameValue,
)

/** The description in force (domain.md 2): the scene's override, else the look's, else the asset's. */
export function effectiveDescription(store: ReadRecords, instance: SceneAssetInstance, look: Look): string {
  return instance.description ?? (look.description || store.must('assets', instance.assetId).description)
}
