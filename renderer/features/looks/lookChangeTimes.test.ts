import { expect, test } from 'vitest'
import { createLook } from '@shared/domain/assets/assetRules'
import { setTransformation } from '@shared/domain/looks/transformationRules'
import { TestProject } from '@shared/testing/testProject'
import { lookBefore, momentRefusal } from './lookChangeTimes'

test('a change starts from the look in force right before it, also when the shot holds several', () => {
  const p = new TestProject()
  const scene = p.scene()
  const shot = p.shot(scene)
  const alice = p.asset('character', 'Alice')
  p.put(shot, alice)
  const [wet, dry] = ['Wet', 'Dry'].map((name) => p.run((draft) => createLook(draft, { assetId: alice.id, name })))
  const instance = p.store.must('sceneAssetInstances', p.instanceId(scene, alice))
  const change = (toLookId: string, at?: number) =>
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: instance.id,
        kind: at === undefined ? 'between_shots' : 'within_shot',
        shotId: shot.id,
        at,
        fromLookId: null,
        toLookId,
      }),
    )
  const first = change(wet!.id, 0.25)
  const second = change(dry!.id, 0.5)
  const after = change(wet!.id)
  const name = (event?: typeof first) => lookBefore(p.store, instance, shot, event).name
  expect([name(), name(first), name(second), name(after)]).toEqual(['Default', 'Default', 'Wet', 'Dry'])
})

test('a moment lies inside the shot', () => {
  expect([momentRefusal('1,5', 96, 24), momentRefusal('0.04', 96, 24), momentRefusal('3.96', 96, 24)]).toEqual([
    null,
    null,
    null,
  ])
  expect(momentRefusal('4', 96, 24)).toBe('Between 0.04 and 3.96 s.')
  expect(momentRefusal('0', 96, 24)).toMatch(/^Between/)
  expect(momentRefusal('soon', 96, 24)).toBe('A number of seconds.')
})
