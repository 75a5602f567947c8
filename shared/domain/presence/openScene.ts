import { counted } from '../../language/unitWords'
import type { Draft } from '../../records/draft'
import { assignmentOf, shotsOfScene, storyScene } from '../lookup'
import { isInitialised, markInitialised } from './initialised'
import { addAssignment } from './setAssignment'

/**
 * `scene.open`: the first time a scene with shots and assets is opened, all of its undeleted instances get throughout in all of its shots;
 * what is there already stays (domain.md 9). @returns how many shots were filled, 0 when nothing was to do
 */
export function openScene(draft: Draft, input: { sceneId: string }): { filledShots: number } {
  storyScene(draft, input.sceneId)
  if (isInitialised(draft, input.sceneId)) return { filledShots: 0 }
  const shots = shotsOfScene(draft, input.sceneId)
  const instances = draft
    .list('instancesOfScene', input.sceneId)
    .filter((i) => !draft.must('assets', i.assetId).deleted)
  if (!shots.length || !instances.length) return { filledShots: 0 }
  let filled = 0
  for (const shot of shots) {
    let added = false
    for (const instance of instances) {
      if (assignmentOf(draft, shot.id, instance.id)) continue
      addAssignment(draft, shot.id, instance.id, {
        presence: 'throughout',
        enterAt: 0,
        exitAt: 1,
        enterFrom: null,
        exitTo: null,
        action: '',
        rank: null,
        origin: 'auto',
        evidence: null,
      })
      added = true
    }
    if (added) filled++
  }
  markInitialised(draft, input.sceneId)
  if (filled) draft.warn('INITIALISED', { shots: counted(filled, 'shot') })
  return { filledShots: filled }
}
