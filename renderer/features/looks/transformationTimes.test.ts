import { expect, test } from 'vitest'
import { createLook } from '@shared/domain/assets/assetRules'
import { wholeRate } from '@shared/domain/time/frameRates'
import { setTransformation } from '@shared/domain/looks/transformationRules'
import { TestProject } from '@shared/testing/testProject'
import { lookBefore, momentIn } from './transformationTimes'

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
  const film = { fps: wholeRate(24), dropFrame: false }
  expect(['1,5', '36 f', '00:01:12', '0.04', '3.96'].map((text) => momentIn(text, 96, film))).toEqual([
    { at: 0.375 },
    { at: 0.375 },
    { at: 0.375 },
    { at: 0.01 },
    { at: expect.closeTo(0.99, 12) },
  ])
  expect(['4', '0', '-1'].map((text) => momentIn(text, 96, film))).toEqual(
    Array(3).fill({ refused: 'Between 0.04 and 3.96 s.' }),
  )
  expect(momentIn('0', 1, film)).toEqual({
    refused: 'A shot of one frame has no room for a change. Put it at the cut.',
  })
  expect(momentIn('soon', 96, film)).toEqual({
    refused: '“soon” is no time. Give 2.5 s, 60 f or 00:02:12.',
  })
})
