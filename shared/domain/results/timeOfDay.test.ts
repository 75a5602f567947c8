import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { updateScene } from '../structure/sceneRules'
import { changedInputs } from './compareInputs'
import { promptInputs } from './resultInputs'

test('the time of day of the scene before is an input of the prompts that use it, and of no other', () => {
  const p = new TestProject()
  const scenes = ['INT. HALL - NIGHT', 'INT. STAIRS - CONTINUOUS', 'EXT. HILL - DAWN'].map((heading) =>
    p.scene(heading),
  )
  const shots = scenes.map((scene) => p.shot(scene, { text: 'Rain.' }))
  const before = shots.map((shot) => promptInputs(p.store, shot.id, 'start'))
  p.run((draft) => updateScene(draft, { sceneId: scenes[0]!.id, heading: 'INT. HALL - DAY' }))
  const changed = shots.map((shot, i) => changedInputs(before[i]!, promptInputs(p.store, shot.id, 'start')))
  expect(changed).toEqual([['scene/timeOfDay'], ['scene/timeBefore'], []])
  // What an older version made did not record it.
  const { 'scene/timeBefore': _, ...old } = before[1]!
  expect(changedInputs(old, promptInputs(p.store, shots[1]!.id, 'start'))).toEqual([])
})
