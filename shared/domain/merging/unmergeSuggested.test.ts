import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { splitShot } from '../structure/splitShot'
import { mergeAssets } from './mergeAssets'
import { unmerge } from './unmerge'

// What was only suggested before a look merge is a suggestion again after it was taken apart, also where its shot was cut meanwhile (domain.md 8.5).

test.each(['source', 'target'] as const)('the suggested one is the %s', (side) => {
  const p = new TestProject()
  const scene = p.scene('EXT. GARDEN - NIGHT')
  const shot = p.shot(scene, { text: 'The moon shines.' })
  const tom = p.asset('character', 'Tom')
  const gnome = p.asset('prop', 'Gnome')
  const [suggested, there] = side === 'source' ? [gnome, tom] : [tom, gnome]
  p.put(shot, there)
  p.run((draft) =>
    draft.add('suggestions', {
      id: draft.newId(),
      shotId: shot.id,
      assetId: suggested.id,
      presence: 'enters',
      enterAt: 0.25,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      evidence: { line: 1, text: 'There is somebody.' },
      state: 'open',
      ordinal: 0,
    }),
  )
  const { mergeId } = p.run((draft) => mergeAssets(draft, { intoId: tom.id, fromIds: [gnome.id], as: 'look' }))
  const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at: 0.5 }))
  p.run((draft) => unmerge(draft, { mergeId }))
  const left = [...p.store.all('assignments')].map((a) => [
    p.store.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId,
    a.shotId,
  ])
  expect(left).toEqual([
    [there.id, first.id],
    [there.id, second.id],
  ])
  expect([...p.store.all('suggestions')].map((s) => [s.assetId, s.shotId, s.state, s.enterAt])).toEqual([
    [suggested.id, first.id, 'open', 0.5],
    [suggested.id, second.id, 'open', 0],
  ])
})
