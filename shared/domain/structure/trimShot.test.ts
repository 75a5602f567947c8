import { describe, expect, test } from 'vitest'
import { createLook } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'
import type { Shot } from '../../model/shot'
import { TestProject } from '../../testing/testProject'
import { trimShot, type TrimInput } from './trimShot'

/** Two shots of 100 frames; in the second Alice is there all the time, Bob comes at 40 and the cat crosses from 10 to 20. */
function film() {
  const p = new TestProject()
  const scene = p.scene()
  const [before, shot] = p.shots(scene, 2, { durationFrames: 100 }) as [Shot, Shot]
  const [alice, bob, cat] = ['Alice', 'Bob', 'Cat'].map((name) => p.asset('character', name)) as [never, never, never]
  p.put(shot, alice)
  p.put(shot, bob, { presence: 'enters', enterAt: 0.4, enterFrom: 'left' })
  p.put(shot, cat, { presence: 'passes_through', enterAt: 0.1, exitAt: 0.2 })
  const trim = (fields: Partial<TrimInput>) =>
    p.run((draft) => trimShot(draft, { shotId: shot.id, durationFrames: 100, keeps: 'times', ...fields }))
  const frames = (asset: { id: string }) => {
    const found = p.assignment(shot, asset as never)
    const length = p.store.must('shots', shot.id).durationFrames
    return found && [found.enterAt, found.exitAt].map((at) => Math.round(at * length))
  }
  return {
    p,
    scene,
    before,
    shot,
    alice: alice as { id: string; defaultLookId: string },
    bob: bob as { id: string },
    cat: cat as { id: string },
    trim,
    frames,
  }
}

describe('a shot of another length', () => {
  test('that is cut at its end keeps the frames of what happens, and who only comes later is gone', () => {
    const f = film()
    f.trim({ durationFrames: 30 })
    expect(f.p.store.must('shots', f.shot.id).durationFrames).toBe(30)
    expect([f.frames(f.alice), f.frames(f.cat), f.frames(f.bob)]).toEqual([[0, 30], [10, 20], undefined])
  })

  test('that is cut at its beginning starts with who is there by then', () => {
    const f = film()
    f.trim({ durationFrames: 50, head: 50 })
    expect([f.frames(f.alice), f.frames(f.bob), f.frames(f.cat)]).toEqual([[0, 50], [0, 50], undefined])
    expect(f.p.assignment(f.shot, f.bob as never)).toMatchObject({ presence: 'throughout', enterFrom: null })
  })

  test('that is cut at both ends', () => {
    const f = film()
    f.trim({ durationFrames: 60, head: 15 })
    expect([f.frames(f.alice), f.frames(f.bob), f.frames(f.cat)]).toEqual([
      [0, 60],
      [25, 60],
      [0, 5],
    ])
  })

  test('that is longer goes on at its end', () => {
    const f = film()
    f.trim({ durationFrames: 150 })
    expect([f.frames(f.alice), f.frames(f.bob), f.frames(f.cat)]).toEqual([
      [0, 150],
      [40, 150],
      [10, 20],
    ])
  })

  test('keeps the parts of what happens where that is asked for', () => {
    const f = film()
    f.trim({ durationFrames: 50, keeps: 'parts' })
    expect([f.frames(f.alice), f.frames(f.bob), f.frames(f.cat)]).toEqual([
      [0, 50],
      [20, 50],
      [5, 10],
    ])
  })

  test('is refused without a frame, and above all measure', () => {
    const f = film()
    expect(f.p.refusal((d) => trimShot(d, { shotId: f.shot.id, durationFrames: 0, keeps: 'times' }))).toBe(
      'CUT_TOO_FAR',
    )
    expect(f.p.refusal((d) => trimShot(d, { shotId: f.shot.id, durationFrames: 5, head: 100, keeps: 'times' }))).toBe(
      'CUT_TOO_FAR',
    )
    expect(f.p.refusal((d) => trimShot(d, { shotId: f.shot.id, durationFrames: 1e9, keeps: 'times' }))).toBe(
      'SHOT_TOO_LONG',
    )
  })
})

test.each([
  ['behind the new end', { durationFrames: 30 }, 1],
  ['before the new beginning', { durationFrames: 40, head: 60 }, 0],
])('a change of look %s happens in the cut', (_where, fields, at) => {
  const f = film()
  const look = f.p.run((draft) => createLook(draft, { assetId: f.alice.id, name: 'Wet' }))
  f.p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: f.p.instanceId(f.scene, f.alice as never),
      kind: 'within_shot',
      shotId: f.shot.id,
      at: 0.5,
      fromLookId: f.alice.defaultLookId,
      toLookId: look.id,
    }),
  )
  f.trim(fields)
  expect([...f.p.store.all('transformations')]).toMatchObject([
    { kind: 'between_shots', at: null, shotId: [f.before, f.shot][at]!.id, toLookId: look.id },
  ])
})

test('positions at the new ends are those of that moment', () => {
  const f = film()
  const own = { shotId: f.shot.id, sceneAssetInstanceId: f.p.instanceId(f.scene, f.alice as never) }
  const stand = { y: 0.9, scale: 1, flip: false, depth: 0, shown: 'full' as const, heldBy: null }
  f.p.run((draft) => {
    draft.add('blockings', { id: 'start', ...own, frame: 'start', x: 0, ...stand })
    draft.add('blockings', { id: 'end', ...own, frame: 'end', x: 1, ...stand })
  })
  f.trim({ durationFrames: 50, head: 20 })
  expect(['start', 'end'].map((id) => f.p.store.must('blockings', id).x)).toEqual([0.2, 0.7])
})
