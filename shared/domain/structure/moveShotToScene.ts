import type { SceneAssetInstance } from '../../model/asset'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { existingScene, existingShot, instanceOf, shotsOfScene } from '../lookup'
import { keyAt } from './ordering'
import { resolveLook } from '../looks/resolveLook'
import { placeShot } from './shotPlaces'
import { ensureInstance } from '../presence/setAssignment'

/**
 * `shot.move` to another scene (domain.md 7): assignments (also suspended ones), look changes and blocking go along to the instances of
 * the same assets there, which are made where the scene has none. A new instance starts in the look and with the description the asset
 * had, so that the moved shot looks as before; in a scene that knows the asset, that scene's look holds. Look changes inside and after
 * the shot go along. Merge entries name shots, and taking a merge apart looks for the shot's present scene, so none is to
 * rewrite. The number stays; the scene counts as filled. Seams at both places dissolve.
 */
export function moveShotToScene(draft: Draft, input: { shotId: string; sceneId: string; index: number }): Shot {
  const shot = existingShot(draft, input.shotId)
  existingScene(draft, input.sceneId)
  const others = shotsOfScene(draft, input.sceneId)
  const index = Math.min(input.index, others.length)

  const brought = bringInstances(draft, shot, input.sceneId)
  const moved = placeShot(draft, shot.id, { sceneId: input.sceneId, orderKey: keyAt(others, index) })
  const there = (record: { sceneAssetInstanceId: string }) => ({
    sceneAssetInstanceId: brought.of(record.sceneAssetInstanceId),
  })
  for (const record of draft.list('assignmentsOfShot', shot.id)) draft.update('assignments', record.id, there(record))
  for (const record of draft.list('transformationsOfShot', shot.id))
    draft.update('transformations', record.id, there(record))
  for (const record of draft.list('blockingsOfShot', shot.id)) draft.update('blockings', record.id, there(record))
  brought.settle(moved.id)
  return moved
}

/** What a shot uses, in the scene it comes to. */
interface Brought {
  /** The use there of the asset that this instance is a use of. */
  readonly of: (instanceId: string) => string
  /** Gives the uses that were made the look and description the asset had, once the shot is there with all of it. */
  readonly settle: (shotId: string) => void
}

/** Finds or makes the uses of a shot's assets in a scene. Asked before the shot comes there. */
export function bringInstances(draft: Draft, shot: Shot, sceneId: string): Brought {
  const used = usedInstances(draft, shot.id)
  const looks = new Map(used.map((i) => [i.id, resolveLook(draft, i, { shotId: shot.id, at: 'start' })]))
  const made = new Set(used.filter((i) => !instanceOf(draft, sceneId, i.assetId)).map((i) => i.id))
  const target = new Map(used.map((i) => [i.id, ensureInstance(draft, sceneId, i.assetId).id]))
  return {
    of: (instanceId) => target.get(instanceId)!,
    settle(shotId) {
      for (const source of used) {
        if (!made.has(source.id)) continue
        const instance = draft.update('sceneAssetInstances', target.get(source.id)!, {
          description: source.description,
        })
        const look = looks.get(source.id)!
        if (resolveLook(draft, instance, { shotId, at: 'start' }).id !== look.id)
          draft.update('sceneAssetInstances', instance.id, { lookId: look.id })
      }
    },
  }
}

function usedInstances(draft: Draft, shotId: string): SceneAssetInstance[] {
  const ids = new Set(
    [
      ...draft.list('assignmentsOfShot', shotId),
      ...draft.list('transformationsOfShot', shotId),
      ...draft.list('blockingsOfShot', shotId),
    ].map((r) => r.sceneAssetInstanceId),
  )
  return [...ids].map((id) => draft.must('sceneAssetInstances', id))
}
