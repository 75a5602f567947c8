import type { SceneAssetInstance } from '../../model/asset'
import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { existingShot, neighbour, shotsOfScene, storyScene } from '../lookup'
import { copyCamera } from '../camera/cameraMoves'
import { copyMarks } from '../marks/markRules'
import { copyClipsOf } from '../sound/clipsOfShots'
import { isInitialised, markInitialised } from '../presence/initialised'
import { currentPrompt } from '../results/resultInputs'
import { numberForNew } from './numbering'
import { keyAfter } from './ordering'
import { createScene } from './sceneRules'
import { addShot } from './shotPlaces'

/**
 * `shot.duplicate`: a copy right after the shot, of everything but takes (domain.md 7.9): fields, assignments (also suspended ones), look
 * changes inside it, blocking, open suggestions, edited plans and the standing prompts with their "still good". Look changes in the cut after
 * the shot happen after the copy, so that it looks like the original. It gets a number of its own; the seam to the next shot dissolves.
 */
export function duplicateShot(draft: Draft, input: { shotId: string }): Shot {
  const shot = existingShot(draft, input.shotId)
  const next = neighbour(draft, shot, 1)
  const copy = addShot(draft, {
    ...shot,
    id: draft.newId(),
    orderKey: keyAfter(shot, next),
    number: numberForNew(draft, shot, next),
  })
  for (const event of draft.list('transformationsOfShot', shot.id))
    if (event.kind === 'between_shots') draft.update('transformations', event.id, { shotId: copy.id })
  copyContents(draft, shot, copy, (id) => id)
  return copy
}

/**
 * `scene.duplicate` (domain.md 7.9): a copy right after the scene, with its shots and its uses of assets, of everything but takes. Scene and shots
 * get numbers of their own. What the original holds is not touched.
 */
export function duplicateScene(draft: Draft, input: { sceneId: string }): Scene {
  const scene = storyScene(draft, input.sceneId)
  const copy = createScene(draft, {
    heading: scene.heading,
    title: scene.title,
    notes: scene.notes,
    outOfStoryOrder: scene.outOfStoryOrder,
    index: draft.positionIn('scenesInOrder', '', scene) + 1,
  })
  const instances = new Map<string, SceneAssetInstance>()
  for (const instance of draft.list('instancesOfScene', scene.id))
    instances.set(instance.id, draft.add('sceneAssetInstances', { ...instance, id: draft.newId(), sceneId: copy.id }))
  let before = shotsOfScene(draft, scene.id).at(-1)
  for (const shot of shotsOfScene(draft, scene.id)) {
    const number = numberForNew(draft, before, undefined)
    before = addShot(draft, { ...shot, id: draft.newId(), sceneId: copy.id, number })
    copyContents(draft, shot, before, (id) => instances.get(id)!.id, true)
  }
  for (const clip of draft.list('clipsOfScene', scene.id))
    draft.add('soundClips', {
      ...clip,
      id: draft.newId(),
      sceneId: copy.id,
      ordinal: draft.nextOrdinal('soundClips'),
    })
  if (isInitialised(draft, scene.id)) markInitialised(draft, copy.id)
  return copy
}

/**
 * What hangs on a shot, for its copy.
 * @param instanceOf the use of an asset in the copy's scene, by that in the shot's
 * @param withCut look changes in the cut after the shot too
 */
export function copyContents(
  draft: Draft,
  shot: Shot,
  copy: Shot,
  instanceOf: (instanceId: string) => string,
  withCut = false,
): void {
  const own = () => ({ id: draft.newId(), shotId: copy.id })
  const there = (record: { sceneAssetInstanceId: string }) => ({
    ...own(),
    sceneAssetInstanceId: instanceOf(record.sceneAssetInstanceId),
  })
  for (const a of draft.list('assignmentsOfShot', shot.id))
    draft.add('assignments', { ...a, ...there(a), ordinal: draft.nextOrdinal('assignments') })
  for (const event of draft.list('transformationsOfShot', shot.id))
    // A copy was made by the user, whatever merge made the original.
    if (withCut || event.kind === 'within_shot')
      draft.add('transformations', {
        ...event,
        ...there(event),
        ordinal: draft.nextOrdinal('transformations'),
        mergeId: null,
      })
  for (const blocking of draft.list('blockingsOfShot', shot.id))
    draft.add('blockings', { ...blocking, ...there(blocking) })
  for (const s of draft.list('suggestionsOfShot', shot.id))
    if (s.state === 'open') draft.add('suggestions', { ...s, ...own(), ordinal: draft.nextOrdinal('suggestions') })
  for (const frame of ['start', 'end'] as const) {
    const edit = draft.get('planEdits', `${shot.id}:${frame}`)
    if (edit) draft.add('planEdits', { ...edit, id: `${copy.id}:${frame}`, shotId: copy.id })
  }
  copyClipsOf(draft, shot.id, copy.id)
  copyCamera(draft, shot.id, copy.id)
  copyMarks(draft, shot.id, copy.id)
  for (const prompt of ['start', 'end', 'video'] as const) {
    const version = currentPrompt(draft, shot.id, prompt)
    if (!version) continue
    const { id } = draft.add('promptVersions', { ...version, ...own(), ordinal: draft.nextOrdinal('promptVersions') })
    const mark = draft.get('resultMarks', version.id)
    if (mark) draft.add('resultMarks', { ...mark, id })
  }
}
