import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { shotsOfScene, storyScene } from '../lookup'
import { markInitialised } from '../presence/initialised'
import { copyContents } from './duplicateShot'
import { inOrder } from './manyShots'
import { bringInstances } from './moveShotToScene'
import { numberForNew } from './numbering'
import { keyAt } from './ordering'
import { addShot } from './shotPlaces'

/**
 * `shot.paste`: copies of shots, together and in their order, at a position of their scene or of another one (domain.md 7.9). They hold what a
 * duplicate holds; look changes in the cut after a shot stay with the original. Another scene finds or makes its uses of the assets as for a
 * shot that is moved there, and counts as filled.
 */
export function pasteShots(
  draft: Draft,
  input: { shotIds: readonly string[]; sceneId: string; index: number },
): Shot[] {
  const sceneId = storyScene(draft, input.sceneId).id
  const from = Math.min(input.index, shotsOfScene(draft, sceneId).length)
  return inOrder(draft, input.shotIds).map((shot, i) => {
    const there = shotsOfScene(draft, sceneId)
    const index = from + i
    const brought = bringInstances(draft, shot, sceneId)
    const copy = addShot(draft, {
      ...shot,
      id: draft.newId(),
      sceneId,
      orderKey: keyAt(there, index),
      number: numberForNew(draft, there[index - 1], there[index]),
    })
    copyContents(draft, shot, copy, brought.of)
    brought.settle(copy.id)
    if (shot.sceneId !== sceneId) markInitialised(draft, sceneId)
    return copy
  })
}
