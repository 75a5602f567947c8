import { expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { unsound } from '../../testing/soundness'
import { TestProject } from '../../testing/testProject'
import { createLook, updateSceneAsset } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'
import { resolveLook } from '../looks/resolveLook'
import { isInitialised } from '../presence/initialised'
import { pasteShots } from './pasteShots'

/** A room of four shots with Alice, who is wet after the second, and a garden of two. */
function stage() {
  const p = new TestProject()
  const room = p.scene('INT. ROOM - DAY')
  const garden = p.scene('EXT. GARDEN - DAY')
  const shots = p.shots(room, 4)
  const outside = p.shots(garden, 2)
  const alice = p.asset('character', 'Alice')
  for (const shot of shots) p.put(shot, alice)
  const wet = p.run((draft) => createLook(draft, { assetId: alice.id, name: 'wet' }))
  const change = p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.instanceId(room, alice),
      kind: 'between_shots',
      shotId: shots[1]!.id,
      fromLookId: null,
      toLookId: wet.id,
    }),
  )
  const order = (sceneId: string) => p.store.list('shotsOfScene', sceneId).map((s) => s.id)
  const look = (shot: Shot) => {
    const { sceneId } = p.store.must('shots', shot.id)
    const instance = p.store.first('instanceOf', `${sceneId}/${alice.id}`)!
    return resolveLook(p.store, instance, { shotId: shot.id, at: 'start' }).name
  }
  return { p, room, garden, shots, outside, alice, change, order, look }
}

test('copies stand together at the place, in story order however they were chosen, with numbers of their own', () => {
  const s = stage()
  const [first, second, third, fourth] = s.shots as [Shot, Shot, Shot, Shot]
  const copies = s.p.run((draft) => pasteShots(draft, { shotIds: [second.id, first.id], sceneId: s.room.id, index: 3 }))
  expect(s.order(s.room.id)).toEqual([first.id, second.id, third.id, ...copies.map((c) => c.id), fourth.id])
  const numbers = s.p.store.list('shotsOfScene', s.room.id).map((x) => x.number)
  expect(new Set(numbers).size).toBe(6)
  // In the cut after the second shot she is wet from then on; that change stays where it was.
  expect(s.p.store.must('transformations', s.change.id).shotId).toBe(second.id)
  expect(copies.map(s.look)).toEqual(['wet', 'wet'])
  expect(unsound(s.p.store)).toEqual([])
})

test('in another scene they find or make their uses of the assets, looking as they did; the originals are left alone', () => {
  const s = stage()
  s.p.run((draft) => updateSceneAsset(draft, { id: s.p.instanceId(s.room, s.alice), description: 'in a raincoat' }))
  const before = s.p.store.list('assignmentsOfShot', s.shots[2]!.id)
  const [copy] = s.p.run((draft) => pasteShots(draft, { shotIds: [s.shots[2]!.id], sceneId: s.garden.id, index: 99 }))
  expect(s.order(s.garden.id)).toEqual([...s.outside.map((x) => x.id), copy!.id])
  expect(s.p.store.list('assignmentsOfShot', s.shots[2]!.id)).toEqual(before)
  const made = s.p.store.must('sceneAssetInstances', s.p.instanceId(s.garden, s.alice))
  expect([made.description, s.look(copy!), s.look(s.shots[2]!)]).toEqual(['in a raincoat', 'wet', 'wet'])
  expect(isInitialised(s.p.store, s.garden.id)).toBe(true)
  expect(unsound(s.p.store)).toEqual([])
})

test('refuses shots and scenes that are gone', () => {
  const s = stage()
  const paste = (shotIds: string[], sceneId: string) =>
    s.p.refusal((draft) => pasteShots(draft, { shotIds, sceneId, index: 0 }))
  expect([paste(['gone'], s.room.id), paste([s.shots[0]!.id], 'gone')]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
})
