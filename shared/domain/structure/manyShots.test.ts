import { describe, expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { unsound } from '../../testing/soundness'
import { TestProject } from '../../testing/testProject'
import { createLook, updateSceneAsset } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'
import { resolveLook } from '../looks/resolveLook'
import { duplicateScene } from './duplicateShot'
import { deleteShots, duplicateShots, moveShots } from './manyShots'

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
  p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.instanceId(room, alice),
      kind: 'between_shots',
      shotId: shots[1]!.id,
      fromLookId: null,
      toLookId: wet.id,
    }),
  )
  const ids = (from: readonly Shot[], ...at: number[]) => at.map((i) => from[i]!.id)
  const order = (sceneId: string) => p.store.list('shotsOfScene', sceneId).map((s) => s.id)
  return { p, room, garden, shots, outside, alice, wet, ids, order }
}

describe('several shots', () => {
  test.each([
    ['to the start', 0, [2, 3, 0, 1]],
    ['between the others', 1, [0, 2, 3, 1]],
    ['to the end', 2, [0, 1, 2, 3]],
    ['past the end', 99, [0, 1, 2, 3]],
  ])('move together %s, in their order however they were chosen', (_, index, expected) => {
    const s = stage()
    s.p.run((draft) => moveShots(draft, { shotIds: s.ids(s.shots, 3, 2), index }))
    expect(s.order(s.room.id)).toEqual(s.ids(s.shots, ...expected))
  })

  test('move together to another scene', () => {
    const s = stage()
    s.p.run((draft) => moveShots(draft, { shotIds: s.ids(s.shots, 1, 3), index: 1, sceneId: s.garden.id }))
    expect(s.order(s.garden.id)).toEqual([...s.ids(s.outside, 0), ...s.ids(s.shots, 1, 3), ...s.ids(s.outside, 1)])
    expect(s.order(s.room.id)).toEqual(s.ids(s.shots, 0, 2))
    expect(unsound(s.p.store)).toEqual([])
  })

  test('are duplicated each after itself, and deleted', () => {
    const s = stage()
    const copies = s.p.run((draft) => duplicateShots(draft, { shotIds: s.ids(s.shots, 1, 0) }))
    expect(s.order(s.room.id)).toEqual([
      s.shots[0]!.id,
      copies[0]!.id,
      s.shots[1]!.id,
      copies[1]!.id,
      ...s.ids(s.shots, 2, 3),
    ])
    s.p.run((draft) => deleteShots(draft, { shotIds: copies.map((c) => c.id) }))
    expect(s.order(s.room.id)).toEqual(s.shots.map((x) => x.id))
    expect(s.p.refusal((draft) => deleteShots(draft, { shotIds: ['gone'] }))).toBe('NOT_FOUND')
  })
})

test('a copy of a scene stands after it with all of it, looks as it does, and is a thing of its own', () => {
  const s = stage()
  const copy = s.p.run((draft) => duplicateScene(draft, { sceneId: s.room.id }))
  expect(s.p.store.list('scenesInOrder').map((x) => [x.number, x.heading])).toEqual([
    ['1', 'INT. ROOM - DAY'],
    ['1A', 'INT. ROOM - DAY'],
    ['2', 'EXT. GARDEN - DAY'],
  ])
  const copied = s.p.store.list('shotsOfScene', copy.id)
  const looks = (sceneId: string) => {
    const instance = s.p.store.first('instanceOf', `${sceneId}/${s.alice.id}`)!
    return s.p.store
      .list('shotsOfScene', sceneId)
      .map((shot) => resolveLook(s.p.store, instance, { shotId: shot.id, at: 'start' }).name)
  }
  expect(copied).toHaveLength(4)
  expect(
    new Set(
      s.p.store
        .list('shotsOfScene', s.room.id)
        .concat(copied)
        .map((x) => x.number),
    ).size,
  ).toBe(8)
  expect(looks(copy.id)).toEqual(['Default', 'Default', 'wet', 'wet'])
  expect(copied.map((shot) => s.p.store.list('assignmentsOfShot', shot.id).length)).toEqual([1, 1, 1, 1])
  expect(unsound(s.p.store)).toEqual([])
  const instance = s.p.store.first('instanceOf', `${copy.id}/${s.alice.id}`)!
  s.p.run((draft) => updateSceneAsset(draft, { id: instance.id, lookId: s.wet.id }))
  expect(looks(copy.id)[0]).toBe('wet')
  expect(looks(s.room.id)[0]).toBe('Default')
})
