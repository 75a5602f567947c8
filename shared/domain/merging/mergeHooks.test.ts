import type { Asset } from '../../model/asset'
import type { Shot } from '../../model/shot'
import { wholeFigure } from '../../model/transformation'
import { expect, test } from 'vitest'
import { deleteShot } from '../structure/shotRules'
import { joinShots } from '../structure/joinShots'
import { createLook } from '../assets/assetRules'
import { mergeAssets } from './mergeAssets'
import { resolveLook } from '../looks/resolveLook'
import { setTransformation } from '../looks/transformationRules'
import { splitShot } from '../structure/splitShot'
import { unmerge } from './unmerge'
import { TestProject } from '../../testing/testProject'
import { unsound } from '../../testing/soundness'

/** Both in one shot of 96 frames: into [0, .5], from [.25, 1]. */
function both() {
  const p = new TestProject()
  const scene = p.scene()
  const [shot, next] = p.shots(scene, 2)
  const into = p.asset('character', 'John Smith')
  const from = p.asset('character', 'John')
  p.put(shot!, into, { presence: 'exits', exitAt: 0.5 })
  p.put(shot!, from, { presence: 'enters', enterAt: 0.25 })
  return { p, scene, shot: shot!, next: next!, into, from }
}

test('a shot split after the merge: both regain the parts of their intervals that lie in each half', () => {
  const { p, shot, into, from } = both()
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'alias' }))
  const { second } = p.run((d) => splitShot(d, { shotId: shot.id, at: 0.75 }))
  expect(p.assignment(second, into)).toMatchObject({ presence: 'throughout' })
  p.run((d) => unmerge(d, { mergeId }))
  expect(p.assignment(shot, into)?.exitAt).toBeCloseTo(2 / 3)
  expect(p.assignment(second, into)).toBeUndefined()
  expect(p.assignment(shot, from)?.enterAt).toBeCloseTo(1 / 3)
  expect(p.assignment(second, from)).toMatchObject({ presence: 'throughout' })
  expect(unsound(p.store)).toEqual([])
})

test('split and joined again after the merge: taking it apart gives the recorded intervals', () => {
  const { p, shot, into, from } = both()
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'alias' }))
  const { second } = p.run((d) => splitShot(d, { shotId: shot.id, at: 0.375 }))
  p.run((d) => joinShots(d, { shotIds: [shot.id, second.id] }))
  p.run((d) => unmerge(d, { mergeId }))
  expect(p.assignment(shot, into)?.exitAt).toBeCloseTo(0.5)
  expect(p.assignment(shot, from)?.enterAt).toBeCloseTo(0.25)
  expect(unsound(p.store)).toEqual([])
})

test('an edit of the joined interval after the merge is kept by the target', () => {
  const { p, shot, into, from } = both()
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'alias' }))
  p.put(shot, into, { presence: 'enters', enterAt: 0.1 })
  const { second } = p.run((d) => splitShot(d, { shotId: shot.id, at: 0.5 }))
  p.run((d) => unmerge(d, { mergeId }))
  expect(p.assignment(shot, into)).toMatchObject({ presence: 'enters' })
  expect(p.assignment(second, into)).toMatchObject({ presence: 'throughout' })
})

test('an assignment of the source cut after the merge returns with both halves', () => {
  const { p, next, into, from } = both()
  p.put(next, from)
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'alias' }))
  const { second } = p.run((d) => splitShot(d, { shotId: next.id, at: 0.5 }))
  p.run((d) => unmerge(d, { mergeId }))
  for (const half of [next, second]) {
    expect(p.assignment(half, from)).toMatchObject({ presence: 'throughout' })
    expect(p.assignment(half, into)).toBeUndefined()
  }
})

test('shots of the two joined after the merge: each regains its part', () => {
  for (const [first, second] of [
    ['into', 'from'],
    ['from', 'into'],
  ] as const) {
    const p = new TestProject()
    const [one, two] = p.shots(p.scene(), 2)
    const assets = { into: p.asset('character', 'John Smith'), from: p.asset('character', 'John') }
    p.put(one!, assets[first])
    p.put(two!, assets[second])
    const { mergeId } = p.run((d) => mergeAssets(d, { intoId: assets.into.id, fromIds: [assets.from.id], as: 'alias' }))
    p.run((d) => joinShots(d, { shotIds: [one!.id, two!.id] }))
    p.run((d) => unmerge(d, { mergeId }))
    expect(p.assignment(one!, assets[first]), first).toMatchObject({ presence: 'exits', exitAt: 0.5 })
    expect(p.assignment(one!, assets[second]), second).toMatchObject({ presence: 'enters', enterAt: 0.5 })
    expect(unsound(p.store)).toEqual([])
  }
})

test('a shot deleted after the merge takes its recorded parts with it', () => {
  const { p, shot, into, from } = both()
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'alias' }))
  p.run((d) => deleteShot(d, { shotId: shot.id }))
  p.run((d) => unmerge(d, { mergeId }))
  expect(p.store.must('assets', from.id).deleted).toBe(false)
  expect(unsound(p.store)).toEqual([])
})

test('a change of look whose shot was deleted after a look merge stays with whose it was, behind changes of the merge', () => {
  for (const changes of ['source', 'target'] as const) {
    const p = new TestProject()
    const scene = p.scene()
    const [first, second, third] = p.shots(scene, 3) as [Shot, Shot, Shot]
    const into = p.asset('character', 'Smith')
    const from = p.asset('character', 'John')
    const [who, other] = changes === 'source' ? [from, into] : [into, from]
    const bloody = p.run((d) => createLook(d, { assetId: who.id, name: 'bloody' }))
    p.put(first, who)
    p.put(second, other, { presence: 'exits', exitAt: 0.25 })
    p.put(second, who, { presence: 'enters', enterAt: 0.75 })
    p.put(third, who)
    p.run((d) =>
      setTransformation(d, {
        sceneAssetInstanceId: p.instanceId(scene, who),
        kind: 'within_shot',
        shotId: first.id,
        at: 0.5,
        fromLookId: null,
        toLookId: bloody.id,
      }),
    )
    const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'look' }))
    p.run((d) => deleteShot(d, { shotId: first.id }))
    p.run((d) => unmerge(d, { mergeId }))
    const look = (asset: Asset) =>
      resolveLook(p.store, p.store.must('sceneAssetInstances', p.instanceId(scene, asset)), {
        shotId: third.id,
        at: 0,
      }).id
    expect([look(who), look(other)], changes).toEqual([bloody.id, other.defaultLookId])
  }
})

test('positions: those a merge took out are cut like live ones, and those the split made belong to the source', () => {
  for (const taken of [true, false]) {
    const p = new TestProject()
    const scene = p.scene()
    const shot = p.shot(scene)
    const into = p.asset('character', 'John Smith')
    const from = p.asset('character', 'John')
    if (taken) p.put(shot, into)
    p.put(shot, from)
    const stand = (assetId: string, frame: 'start' | 'end', x: number) =>
      p.run((d) =>
        d.add('blockings', {
          ...wholeFigure,
          id: d.newId(),
          shotId: shot.id,
          sceneAssetInstanceId: p.store.first('instanceOf', `${scene.id}/${assetId}`)!.id,
          frame,
          x,
          y: 0.5,
          scale: 0.5,
          flip: false,
          depth: 0,
        }),
      )
    if (taken) for (const frame of ['start', 'end'] as const) stand(into.id, frame, 0.9)
    stand(from.id, 'start', 0.2)
    stand(from.id, 'end', 0.6)
    const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'alias' }))
    const { second } = p.run((d) => splitShot(d, { shotId: shot.id, at: 0.5 }))
    p.run((d) => unmerge(d, { mergeId }))
    const places = (assetId: string) =>
      [shot, second].map((s) =>
        p.store
          .list('blockingsOfShot', s.id)
          .filter((b) => p.store.must('sceneAssetInstances', b.sceneAssetInstanceId).assetId === assetId)
          .map((b) => `${b.frame} ${b.x}`)
          .sort(),
      )
    expect(places(from.id)).toEqual([
      ['end 0.4', 'start 0.2'],
      ['end 0.6', 'start 0.4'],
    ])
    expect(places(into.id)).toEqual(
      taken
        ? [
            ['end 0.9', 'start 0.9'],
            ['end 0.9', 'start 0.9'],
          ]
        : [[], []],
    )
    p.run((d) => joinShots(d, { shotIds: [shot.id, second.id] }))
    expect(unsound(p.store)).toEqual([])
  }
})
