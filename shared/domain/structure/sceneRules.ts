import type { Scene } from '../../model/scene'
import type { Draft } from '../../records/draft'
import { compareOrder, existingScene, instancesInStoryOrder, shotsOfScene, storyScene } from '../lookup'
import { withLetter } from './numbering'
import { keyBetween } from './ordering'
import { transformationsInOrder, storyLook } from '../looks/resolveLook'
import { splitHeading } from '../../language/text/splitHeading'
import { removeShot } from './shotPlaces'

export interface SceneFields {
  heading?: string | undefined
  number?: string | undefined
  title?: string | undefined
  notes?: string | undefined
  outOfStoryOrder?: boolean | undefined
}

/** The place of a heading, as the scene keeps it. */
export function headingPlaceOf(heading: string): Pick<Scene, 'intExt' | 'set' | 'timeOfDay'> {
  const { intExt, set, timeOfDay } = splitHeading(heading)
  return { intExt, set, timeOfDay }
}

/** `scene.create`: at the end, or at a position. */
export function createScene(draft: Draft, input: SceneFields & { heading: string; index?: number | undefined }): Scene {
  const count = draft.sizeOf('scenesInOrder')
  const index = Math.min(input.index ?? count, count)
  const previous = draft.nth('scenesInOrder', '', index - 1)
  return draft.add('scenes', {
    id: draft.newId(),
    orderKey: keyBetween(previous, draft.nth('scenesInOrder', '', index)),
    number: input.number ?? freeSceneNumber(draft, index < count ? previous : undefined, count),
    heading: input.heading.trim(),
    ...headingPlaceOf(input.heading),
    title: input.title ?? '',
    notes: input.notes ?? '',
    outOfStoryOrder: input.outOfStoryOrder ?? false,
    tray: false,
    trayOfId: null,
    scriptId: null,
    sourceStart: null,
    sourceEnd: null,
  })
}

/** Between two scenes the number of the one before with a letter, else the next whole number. */
function freeSceneNumber(draft: Draft, previous: Scene | undefined, count: number): string {
  const taken = (number: string) => draft.first('scenesByNumber', number) !== undefined
  if (previous) {
    for (let n = 0; n < 26; n++) {
      const candidate = withLetter(previous.number, n)
      if (!taken(candidate)) return candidate
    }
  }
  let next = count + 1
  while (taken(String(next))) next++
  return String(next)
}

/** `scene.update`: a new heading is read again for set and time of day. */
export function updateScene(draft: Draft, input: SceneFields & { sceneId: string }): Scene {
  existingScene(draft, input.sceneId)
  const heading = input.heading?.trim()
  return draft.update('scenes', input.sceneId, {
    heading,
    number: input.number,
    title: input.title,
    notes: input.notes,
    outOfStoryOrder: input.outOfStoryOrder,
    ...(heading === undefined ? {} : headingPlaceOf(heading)),
  })
}

/** `scene.move`: to a position among the other scenes. */
export function moveScene(draft: Draft, input: { sceneId: string; index: number }): void {
  const scene = storyScene(draft, input.sceneId)
  const now = draft.positionIn('scenesInOrder', '', scene)
  const index = Math.min(input.index, draft.sizeOf('scenesInOrder') - 1)
  if (index === now) return
  const other = (n: number) => draft.nth('scenesInOrder', '', n < now ? n : n + 1)
  draft.update('scenes', scene.id, { orderKey: keyBetween(other(index - 1), other(index)) })
}

/** `scene.delete`: the scene with its shots and its uses of assets; looks it no longer carries into the story are named. Takes stay in the project and return with undo. */
export function deleteScene(draft: Draft, input: { sceneId: string }): void {
  const scene = existingScene(draft, input.sceneId)
  nameLooksThatEnd(draft, scene)
  for (const shot of shotsOfScene(draft, input.sceneId).toReversed()) removeShot(draft, shot, true)
  for (const instance of draft.list('instancesOfScene', input.sceneId)) {
    for (const event of draft.list('transformationsOfInstance', instance.id)) draft.remove('transformations', event.id)
    for (const blocking of draft.list('blockingsOfInstance', instance.id)) draft.remove('blockings', blocking.id)
    draft.remove('sceneAssetInstances', instance.id)
  }
  for (const clip of draft.list('clipsOfScene', input.sceneId)) draft.remove('soundClips', clip.id)
  draft.remove('scenes', input.sceneId)
}

/** The looks that later scenes show because of a change in this one (domain.md 2). */
function nameLooksThatEnd(draft: Draft, scene: Scene): void {
  for (const instance of draft.list('instancesOfScene', scene.id)) {
    const carried = transformationsInOrder(draft, instance).findLast((e) => e.carries === 'story')
    const look = carried?.toLookId ? draft.get('looks', carried.toLookId) : undefined
    const later = instancesInStoryOrder(draft, instance.assetId).find(
      (other) => compareOrder(draft.must('scenes', other.sceneId), scene) > 0 && storyLook(draft, other) === look?.id,
    )
    if (carried && look && later && !scene.tray && !scene.outOfStoryOrder)
      draft.warn('STORY_LOOK_ENDS', {
        asset: draft.must('assets', instance.assetId).name,
        look: look.name,
        shot: draft.must('shots', carried.shotId).number,
      })
  }
}
