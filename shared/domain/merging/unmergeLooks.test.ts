import { expect, test } from 'vitest'
import { brokenReferences } from '../../testing/brokenReferences'
import { TestProject } from '../../testing/testProject'
import { setTransformation } from '../looks/transformationRules'
import { settleLooks } from './unmergeLooks'

test('after a merge was taken apart no use names a look that is gone or another asset’s', () => {
  const p = new TestProject()
  const scene = p.scene()
  const shot = p.shot(scene)
  const [into, from, third] = ['Into', 'From', 'Third'].map((name) => p.asset('character', name)) as [
    ReturnType<TestProject['asset']>,
    ReturnType<TestProject['asset']>,
    ReturnType<TestProject['asset']>,
  ]
  for (const asset of [into, from]) p.put(shot, asset)
  const event = p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.instanceId(scene, into),
      kind: 'within_shot',
      shotId: shot.id,
      at: 0.5,
      fromLookId: null,
      toLookId: into.defaultLookId,
    }),
  )
  p.run((draft) => {
    draft.update('sceneAssetInstances', p.instanceId(scene, into), { lookId: 'gone' })
    draft.update('sceneAssetInstances', p.instanceId(scene, from), { lookId: third.defaultLookId })
    draft.update('transformations', event.id, { fromLookId: 'gone', toLookId: from.defaultLookId })
    settleLooks(draft, into.id, from.id)
  })
  expect(brokenReferences(p.store)).toEqual([])
  expect(p.store.must('sceneAssetInstances', p.instanceId(scene, into)).lookId).toBe(into.defaultLookId)
  expect(p.store.must('looks', p.store.must('sceneAssetInstances', p.instanceId(scene, from)).lookId!)).toMatchObject({
    assetId: from.id,
    name: 'Default',
  })
  const { fromLookId, toLookId } = p.store.must('transformations', event.id)
  expect([fromLookId, p.store.must('looks', toLookId!).assetId]).toEqual([into.defaultLookId, into.id])
})

test('an asset whose looks were all deleted meanwhile has a plain one again', () => {
  const p = new TestProject()
  const [into, from] = [p.asset('character', 'Into'), p.asset('character', 'From')]
  p.run((draft) => {
    draft.remove('looks', from.defaultLookId)
    settleLooks(draft, into.id, from.id)
  })
  const { defaultLookId } = p.store.must('assets', from.id)
  expect(p.store.must('looks', defaultLookId)).toMatchObject({ assetId: from.id, name: 'Default', mediaId: null })
})
