import { describe, expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { TestProject } from '../../testing/testProject'
import { createLook, deleteAsset, updateSceneAsset } from '../assets/assetRules'
import { duplicateShot } from './duplicateShot'
import { freshnessOf } from '../results/freshness'
import { isInitialised } from '../presence/initialised'
import { takesOf } from '../lookup'
import { resolveLook } from '../looks/resolveLook'
import { acceptInputs, editPrompt, setBlocking } from '../results/resultRules'
import { createShot, moveShot, updateShot } from './shotRules'
import { acceptSuggestions } from '../told/suggestionRules'
import { suggestedForShot } from '../presence/suggestedForShot'
import { setTransformation } from '../looks/transformationRules'

/** A room of three shots with Alice, a garden of two. */
function stage() {
  const p = new TestProject()
  const room = p.scene('INT. ROOM - DAY')
  const garden = p.scene('EXT. GARDEN - DAY')
  const shots = p.shots(room, 3) as [Shot, Shot, Shot]
  const outside = p.shots(garden, 2) as [Shot, Shot]
  const alice = p.asset('character', 'Alice')
  const bob = p.asset('character', 'Bob')
  const place = p.asset('location', 'Room')
  for (const shot of shots) for (const asset of [alice, place]) p.put(shot, asset)
  const wet = p.run((draft) => createLook(draft, { assetId: alice.id, name: 'wet' }))
  const event = (shot: Shot, at: number | null) =>
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: p.instanceId(room, alice),
        kind: at === null ? 'between_shots' : 'within_shot',
        shotId: shot.id,
        ...(at === null ? {} : { at }),
        fromLookId: null,
        toLookId: wet.id,
      }),
    )
  const look = (shot: Shot, at: 'start' | 'end') => {
    const { sceneId } = p.store.must('shots', shot.id)
    return resolveLook(p.store, p.store.first('instanceOf', `${sceneId}/${alice.id}`)!, { shotId: shot.id, at }).name
  }
  return { p, room, garden, shots, outside, alice, bob, place, wet, event, look }
}

describe('shot.move to another scene', () => {
  test('takes assignments, look changes and blocking to the instances there, made where there are none', () => {
    const s = stage()
    const event = s.event(s.shots[1], 0.5)
    s.p.run((draft) =>
      setBlocking(
        draft,
        { assignmentId: s.p.assignment(s.shots[1], s.alice)!.id, frame: 'end', x: 0.7 },
        { x: 0, y: 0.9, scale: 1, flip: false, depth: 0 },
      ),
    )
    s.p.put(s.outside[0], s.place)
    const known = s.p.instanceId(s.garden, s.place)
    s.p.run((draft) => deleteAsset(draft, { assetId: s.place.id }))
    const moved = s.p.run((draft) => moveShot(draft, { shotId: s.shots[1].id, sceneId: s.garden.id, index: 1 }))
    expect(s.p.store.list('shotsOfScene', s.garden.id).map((x) => x.id)).toEqual([
      s.outside[0].id,
      moved.id,
      s.outside[1].id,
    ])
    expect(s.p.store.list('shotsOfScene', s.room.id).map((x) => x.id)).toEqual([s.shots[0].id, s.shots[2].id])
    const made = s.p.instanceId(s.garden, s.alice)
    expect(s.p.store.list('assignmentsOfShot', moved.id).map((a) => a.sceneAssetInstanceId)).toEqual([made, known])
    expect(s.p.store.must('transformations', event.id).sceneAssetInstanceId).toBe(made)
    expect(s.p.store.first('blockingOf', `${moved.id}/${made}/end`)?.x).toBe(0.7)
    expect(moved.number).toBe(s.shots[1].number)
    expect(isInitialised(s.p.store, s.garden.id)).toBe(true)
  })

  test('keeps the look and description the asset had, where the scene does not know it', () => {
    const s = stage()
    s.event(s.shots[0], 0.5)
    s.p.run((draft) => updateSceneAsset(draft, { id: s.p.instanceId(s.room, s.alice), description: 'in a raincoat' }))
    s.p.run((draft) => moveShot(draft, { shotId: s.shots[1].id, sceneId: s.garden.id, index: 5 }))
    expect([s.look(s.shots[1], 'start'), s.look(s.shots[2], 'start')]).toEqual(['wet', 'wet'])
    expect(s.p.store.must('sceneAssetInstances', s.p.instanceId(s.garden, s.alice)).description).toBe('in a raincoat')
  })

  test('takes the look of a scene that knows the asset', () => {
    const s = stage()
    s.event(s.shots[0], 0.5)
    s.p.put(s.outside[0], s.alice)
    s.p.run((draft) => moveShot(draft, { shotId: s.shots[1].id, sceneId: s.garden.id, index: 1 }))
    expect(s.look(s.shots[1], 'start')).toBe('Default')
  })

  test('refuses scenes and shots that are gone', () => {
    const s = stage()
    expect(s.p.refusal((draft) => moveShot(draft, { shotId: s.shots[0].id, sceneId: 'gone', index: 0 }))).toBe(
      'NOT_FOUND',
    )
    expect(s.p.refusal((draft) => moveShot(draft, { shotId: 'gone', sceneId: s.garden.id, index: 0 }))).toBe(
      'NOT_FOUND',
    )
  })
})

describe('shot.duplicate', () => {
  test('copies everything but takes, right after the shot', () => {
    const s = stage()
    const [, shot, next] = s.shots
    const event = s.event(shot, 0.5)
    s.p.run((draft) =>
      setBlocking(
        draft,
        { assignmentId: s.p.assignment(shot, s.alice)!.id, frame: 'start', x: 0.7 },
        { x: 0, y: 0.9, scale: 1, flip: false, depth: 0 },
      ),
    )
    s.p.run((draft) => editPrompt(draft, { shotId: shot.id, prompt: 'start', text: 'By hand.' }))
    s.p.run((draft) =>
      draft.add('planEdits', {
        id: `${shot.id}:start`,
        shotId: shot.id,
        frame: 'start',
        passes: [{ assetIds: [s.alice.id], note: 'closer' }],
      }),
    )
    s.p.take(shot, 'startFrame')
    s.p.run((draft) => deleteAsset(draft, { assetId: s.place.id }))
    const copy = s.p.run((draft) => duplicateShot(draft, { shotId: shot.id }))
    expect(s.p.store.list('shotsOfScene', s.room.id).map((x) => x.id)).toEqual([
      s.shots[0].id,
      shot.id,
      copy.id,
      next.id,
    ])
    expect(copy).toMatchObject({ durationFrames: shot.durationFrames, text: shot.text, number: '2A' })
    const plain = (id: string) =>
      s.p.store
        .list('assignmentsOfShot', id)
        .map((a) => [a.sceneAssetInstanceId, a.presence, a.enterAt, a.exitAt, a.origin])
    expect(plain(copy.id)).toEqual(plain(shot.id))
    expect(s.p.store.list('transformationsOfShot', copy.id)).toMatchObject([
      { at: event.at, toLookId: event.toLookId, mergeId: null },
    ])
    expect(s.p.store.list('blockingsOfShot', copy.id)).toMatchObject([{ frame: 'start', x: 0.7 }])
    expect(s.p.store.list('promptVersionsOf', `${copy.id}/start`)).toMatchObject([
      { text: expect.stringContaining('By hand.'), edited: true },
    ])
    expect(s.p.store.get('planEdits', `${copy.id}:start`)?.passes[0]?.note).toBe('closer')
    expect(takesOf(s.p.store, copy.id, 'startFrame')).toEqual([])
  })

  test('a prompt kept as good is good in the copy too', () => {
    const s = stage()
    const [, shot] = s.shots
    s.p.run((draft) => editPrompt(draft, { shotId: shot.id, prompt: 'start', text: 'By hand.' }))
    s.p.run((draft) => updateShot(draft, { shotId: shot.id, text: 'Alice runs.' }))
    s.p.run((draft) => acceptInputs(draft, { shotId: shot.id, result: 'startPrompt' }))
    const copy = s.p.run((draft) => duplicateShot(draft, { shotId: shot.id }))
    expect(freshnessOf(s.p.store, copy.id, 'startPrompt').status).toBe('fresh')
  })

  test('looks like the original: a change after the shot happens after the copy', () => {
    const s = stage()
    s.event(s.shots[1], null)
    const copy = s.p.run((draft) => duplicateShot(draft, { shotId: s.shots[1].id }))
    expect([
      s.look(s.shots[1], 'end'),
      s.look(copy, 'start'),
      s.look(copy, 'end'),
      s.look(s.shots[2], 'start'),
    ]).toEqual(['Default', 'Default', 'Default', 'wet'])
  })

  test('the last shot’s copy gets the next number', () => {
    const s = stage()
    expect(s.p.run((draft) => duplicateShot(draft, { shotId: s.outside[1].id })).number).toBe('6')
  })
})

describe('a new shot', () => {
  test('is where the shot before it ends; those at both neighbours’ edges are suggested', () => {
    const s = stage()
    const hall = s.p.asset('location', 'Hall')
    s.p.put(s.shots[0], s.place, { presence: 'exits' })
    s.p.put(s.shots[0], hall, { presence: 'enters' })
    s.p.put(s.shots[0], s.bob)
    const shot = s.p.run((draft) => createShot(draft, { sceneId: s.room.id, afterShotId: s.shots[0].id }))
    expect(
      s.p.store
        .list('assignmentsOfShot', shot.id)
        .map((a) => s.p.store.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId),
    ).toEqual([hall.id])
    expect(s.p.store.list('suggestionsOfShot', shot.id)).toMatchObject([
      { assetId: s.alice.id, presence: 'throughout', state: 'open' },
    ])
    expect(s.p.assignment(shot, s.alice)).toBeUndefined()
    s.p.run((draft) => acceptSuggestions(draft, { shotIds: [shot.id], all: true }))
    expect(s.p.assignment(shot, s.alice)).toMatchObject({ presence: 'throughout', origin: 'user' })
    expect(suggestedForShot(s.p.store, shot.id)).toEqual([])
  })

  test('nobody is suggested at the ends of a scene, nor deleted or absent ones', () => {
    const s = stage()
    expect(suggestedForShot(s.p.store, s.shots[0].id)).toEqual([])
    const last = s.p.run((draft) => createShot(draft, { sceneId: s.room.id }))
    expect(suggestedForShot(s.p.store, last.id)).toEqual([])
    const middle = s.p.run((draft) => createShot(draft, { sceneId: s.room.id, afterShotId: s.shots[0].id }))
    s.p.put(s.shots[0], s.alice, { presence: 'exits' })
    expect(suggestedForShot(s.p.store, middle.id)).toEqual([])
    s.p.put(s.shots[0], s.alice)
    s.p.run((draft) => deleteAsset(draft, { assetId: s.alice.id }))
    expect(suggestedForShot(s.p.store, middle.id)).toEqual([])
  })
})
