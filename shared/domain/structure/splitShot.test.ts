import { describe, expect, test } from 'vitest'
import type { Asset } from '../../model/asset'
import type { Shot } from '../../model/shot'
import { TestProject } from '../../testing/testProject'
import { createLook, deleteAsset } from '../assets/assetRules'
import { freshnessOf } from '../results/freshness'
import { chosenTake, takesOf } from '../lookup'
import { chooseTake, editPrompt, setBlocking } from '../results/resultRules'
import { currentPrompt } from '../results/resultInputs'
import { dropAssignment } from '../presence/removeAssignment'
import { resolveLook } from '../looks/resolveLook'
import { seamHolds } from '../results/sameStill'
import { setSeam } from '../results/seams'
import { splitShot } from './splitShot'
import { setTransformation } from '../looks/transformationRules'

/** One shot of 100 frames with a shot after it; Alice and Bob are there if a test puts them. */
function stage(frames = 100) {
  const p = new TestProject()
  const scene = p.scene()
  const shot = p.shot(scene, {
    durationFrames: frames,
    text: 'Alice pours tea. Bob watches.',
    startState: 'the cup is empty',
    endState: 'the cup is full',
  })
  const next = p.shot(scene, { durationFrames: 50 })
  const alice = p.asset('character', 'Alice')
  const bob = p.asset('character', 'Bob')
  const waiter = p.asset('character', 'Waiter')
  const times = (where: Shot, who: Asset) => {
    const a = p.assignment(where, who)
    return a ? [a.presence, a.enterAt, a.exitAt] : null
  }
  const event = (who: Asset, at: number | null, to: string, carries: 'scene' | 'story' = 'scene') =>
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: p.instanceId(scene, who),
        kind: at === null ? 'between_shots' : 'within_shot',
        shotId: shot.id,
        ...(at === null ? {} : { at }),
        fromLookId: null,
        toLookId: to,
        carries,
      }),
    )
  const look = (who: Asset, name: string) => p.run((draft) => createLook(draft, { assetId: who.id, name })).id
  const blocking = (who: Asset, frame: 'start' | 'end', fields: { x: number; flip?: boolean }) =>
    p.run((draft) =>
      setBlocking(
        draft,
        { assignmentId: p.assignment(shot, who)!.id, frame, ...fields },
        { x: 0, y: 0.9, scale: 1, flip: false, depth: 0 },
      ),
    )
  const where = (s: Shot, who: Asset, frame: 'start' | 'end') =>
    p.store.first('blockingOf', `${s.id}/${p.instanceId(scene, who)}/${frame}`)
  const halves = (at?: number) => p.run((draft) => splitShot(draft, { shotId: shot.id, at }))
  return { p, scene, shot, next, alice, bob, waiter, times, event, look, blocking, where, halves }
}

describe('shot.split', () => {
  test('the waiter who crosses enters the first half and leaves the second', () => {
    const s = stage()
    s.p.put(s.shot, s.waiter, {
      presence: 'passes_through',
      enterAt: 0.25,
      exitAt: 0.75,
      enterFrom: 'left',
      exitTo: 'right',
      action: 'with a tray',
    })
    const { first, second } = s.halves(0.5)
    expect(s.p.assignment(first, s.waiter)).toMatchObject({
      presence: 'enters',
      enterAt: 0.5,
      exitAt: 1,
      enterFrom: 'left',
      exitTo: null,
      action: 'with a tray',
    })
    expect(s.p.assignment(second, s.waiter)).toMatchObject({
      presence: 'exits',
      enterAt: 0,
      exitAt: 0.5,
      enterFrom: null,
      exitTo: 'right',
      action: 'with a tray',
    })
  })

  test('cuts each interval at the cut and leaves out who is in one half only', () => {
    const s = stage()
    s.p.put(s.shot, s.alice)
    s.p.put(s.shot, s.bob, { presence: 'exits', exitAt: 0.3, action: 'through the door' })
    s.p.put(s.shot, s.waiter, { presence: 'enters', enterAt: 0.6, action: 'with a tray' })
    const { first, second } = s.halves(0.4)
    expect([s.times(first, s.alice), s.times(second, s.alice)]).toEqual([
      ['throughout', 0, 1],
      ['throughout', 0, 1],
    ])
    expect([s.times(first, s.bob), s.times(second, s.bob)]).toEqual([['exits', 0, 0.75], null])
    expect([s.times(first, s.waiter), s.times(second, s.waiter)]).toEqual([null, ['enters', 0.333333333333, 1]])
    expect(s.p.assignment(second, s.waiter)!.action).toBe('with a tray')
  })

  test('the words of an entrance stay with the entrance, those of an exit with the exit', () => {
    const s = stage()
    s.p.put(s.shot, s.alice, { presence: 'enters', enterAt: 0.2, action: 'from the garden' })
    s.p.put(s.shot, s.bob, { presence: 'exits', exitAt: 0.8, action: 'in a hurry' })
    const { first, second } = s.halves(0.5)
    expect([first, second].map((half) => s.p.assignment(half, s.alice)!.action)).toEqual(['from the garden', ''])
    expect([first, second].map((half) => s.p.assignment(half, s.bob)!.action)).toEqual(['', 'in a hurry'])
  })

  test('suspended assignments are cut too', () => {
    const s = stage()
    s.p.put(s.shot, s.alice, { presence: 'passes_through', enterAt: 0.25, exitAt: 0.75 })
    s.p.run((draft) => deleteAsset(draft, { assetId: s.alice.id }))
    const { first, second } = s.halves(0.5)
    expect([s.times(first, s.alice), s.times(second, s.alice)]).toEqual([
      ['enters', 0.5, 1],
      ['exits', 0, 0.5],
    ])
  })

  test('durations are whole frames, on the frame nearest to the cut', () => {
    const s = stage()
    const { first, second } = s.halves(0.337)
    expect([first.durationFrames, second.durationFrames]).toEqual([34, 66])
  })

  test('by default it cuts in the middle of a crossing, else of the shot', () => {
    expect(stage().halves().first.durationFrames).toBe(50)
    const s = stage()
    s.p.put(s.shot, s.alice)
    s.p.put(s.shot, s.waiter, { presence: 'passes_through', enterAt: 0.5, exitAt: 0.9 })
    expect(s.halves().first.durationFrames).toBe(70)
  })

  test('a crossing of a deleted asset is not what the shot is split for', () => {
    const s = stage()
    s.p.put(s.shot, s.waiter, { presence: 'passes_through', enterAt: 0.5, exitAt: 0.9 })
    s.p.run((draft) => deleteAsset(draft, { assetId: s.waiter.id }))
    expect(s.halves().first.durationFrames).toBe(50)
  })

  test.each([
    [1, undefined, 'is one frame long'],
    [1, 0.5, 'is one frame long'],
    [100, 0.004, 'has less than one frame before that point'],
    [100, 0.998, 'has less than one frame after that point'],
    [100, 0, 'has less than one frame before that point'],
  ])('%i frames cannot be cut at %s', (frames, at, why) => {
    const s = stage(frames)
    expect(() => s.halves(at)).toThrow(`Not split: shot 1 ${why}.`)
    expect(s.p.refusal((draft) => splitShot(draft, { shotId: s.shot.id, at }))).toBe('SHOT_TOO_SHORT')
  })

  test('a default cut leaves each half a frame', () => {
    const s = stage(2)
    s.p.run((draft) => draft.update('shots', s.shot.id, { durationFrames: 1000 }))
    s.p.put(s.shot, s.waiter, { presence: 'passes_through', enterAt: 0.001, exitAt: 0.002 })
    s.p.run((draft) => draft.update('shots', s.shot.id, { durationFrames: 2 }))
    expect(s.halves().first.durationFrames).toBe(1)
  })

  test('the first half keeps the id and the start state, the second gets the end state; both keep the words', () => {
    const s = stage()
    const { first, second } = s.halves(0.5)
    expect(first).toMatchObject({ id: s.shot.id, startState: 'the cup is empty', endState: '', text: s.shot.text })
    expect(second).toMatchObject({ startState: '', endState: 'the cup is full', text: s.shot.text, timeJump: false })
    expect(s.p.store.list('shotsOfScene', s.scene.id).map((x) => x.id)).toEqual([first.id, second.id, s.next.id])
  })

  test('numbers: 5 becomes 5A and 5B, 5A becomes 5AA and 5AB; a taken one gets the next free letter', () => {
    const s = stage()
    const number = (n: string) => s.p.run((draft) => draft.update('shots', s.shot.id, { number: n }))
    number('5')
    const { first, second } = s.halves()
    expect([first.number, second.number]).toEqual(['5A', '5B'])
    const again = s.halves()
    expect([again.first.number, again.second.number]).toEqual(['5AA', '5AB'])
    const third = s.p.run((draft) => splitShot(draft, { shotId: second.id }))
    expect([third.first.number, third.second.number]).toEqual(['5BA', '5BB'])
    s.p.run((draft) => draft.update('shots', s.next.id, { number: '5' }))
    s.p.run((draft) => draft.update('shots', again.first.id, { number: '5A' }))
    const fourth = s.p.run((draft) => splitShot(draft, { shotId: s.next.id }))
    expect([fourth.first.number, fourth.second.number]).toEqual(['5B', '5C'])
  })

  test('own numbering is kept, also where no letter fits', () => {
    const s = stage()
    s.p.run((draft) => draft.update('shots', s.shot.id, { number: 'PRELUDE' }))
    expect(Object.values(s.halves()).map((h) => h.number)).toEqual(['PRELUDEA', 'PRELUDEB'])
    s.p.run((draft) => draft.update('shots', s.shot.id, { number: '12345678901234567890' }))
    expect(Object.values(s.halves()).map((h) => h.number)).toEqual(['12345678901234567890', '123456789012345678A'])
  })

  test('positions at the cut are on the way; a missing end takes the other; who is in one half keeps its own', () => {
    const s = stage()
    s.p.put(s.shot, s.alice)
    s.p.put(s.shot, s.bob)
    s.p.put(s.shot, s.waiter, { presence: 'enters', enterAt: 0.6 })
    s.blocking(s.alice, 'start', { x: 0.2 })
    s.blocking(s.alice, 'end', { x: 0.8, flip: true })
    s.blocking(s.bob, 'start', { x: 0.3 })
    s.blocking(s.waiter, 'end', { x: 0.9 })
    const { first, second } = s.halves(0.25)
    expect(
      [
        s.where(first, s.alice, 'start'),
        s.where(first, s.alice, 'end'),
        s.where(second, s.alice, 'start'),
        s.where(second, s.alice, 'end'),
      ].map((b) => [b?.x, b?.flip]),
    ).toEqual([
      [0.2, false],
      [0.35, false],
      [0.35, false],
      [0.8, true],
    ])
    expect(
      [
        s.where(first, s.bob, 'start'),
        s.where(first, s.bob, 'end'),
        s.where(second, s.bob, 'start'),
        s.where(second, s.bob, 'end'),
      ].map((b) => b?.x),
    ).toEqual([0.3, 0.3, 0.3, undefined])
    expect(
      [s.where(first, s.waiter, 'end'), s.where(second, s.waiter, 'start'), s.where(second, s.waiter, 'end')].map(
        (b) => b?.x,
      ),
    ).toEqual([undefined, undefined, 0.9])
  })

  test('positions that sleep without an assignment serve both halves', () => {
    const s = stage()
    const assignment = s.p.put(s.shot, s.alice)
    s.blocking(s.alice, 'start', { x: 0.2 })
    s.blocking(s.alice, 'end', { x: 0.8 })
    s.p.run((draft) => dropAssignment(draft, assignment))
    const { first, second } = s.halves(0.5)
    expect(
      [
        s.where(first, s.alice, 'start'),
        s.where(first, s.alice, 'end'),
        s.where(second, s.alice, 'start'),
        s.where(second, s.alice, 'end'),
      ].map((b) => b?.x),
    ).toEqual([0.2, 0.5, 0.5, 0.8])
  })

  test('look changes go to the half that holds them, those after the shot follow the second half', () => {
    const s = stage()
    s.p.put(s.shot, s.alice)
    const [wet, dry, old] = ['wet', 'dry', 'old'].map((name) => s.look(s.alice, name)) as [string, string, string]
    const early = s.event(s.alice, 0.25, wet)
    const late = s.event(s.alice, 0.75, dry, 'story')
    const after = s.event(s.alice, null, old)
    const { first, second } = s.halves(0.5)
    const now = (id: string) => s.p.store.must('transformations', id)
    expect(now(early.id)).toMatchObject({ shotId: first.id, at: 0.5 })
    expect(now(late.id)).toMatchObject({ shotId: second.id, at: 0.5, carries: 'story' })
    expect(now(after.id)).toMatchObject({ shotId: second.id, kind: 'between_shots', at: null })
  })

  test('look changes at the cut happen a frame into the second half, in the order they had', () => {
    const s = stage()
    s.p.put(s.shot, s.alice)
    const [wet, dry] = ['wet', 'dry'].map((name) => s.look(s.alice, name)) as [string, string]
    const second = s.event(s.alice, 0.503, dry)
    const first = s.event(s.alice, 0.497, wet)
    const halves = s.halves(0.5)
    const [a, b] = [first, second].map((e) => s.p.store.must('transformations', e.id))
    expect([a!.at, b!.at]).toEqual([0.02, 0.02])
    expect(a!.ordinal).toBeLessThan(b!.ordinal)
    const instance = s.p.store.must('sceneAssetInstances', s.p.instanceId(s.scene, s.alice))
    expect(resolveLook(s.p.store, instance, { shotId: halves.second.id, at: 'end' }).name).toBe('dry')
    expect(resolveLook(s.p.store, instance, { shotId: halves.second.id, at: 'start' }).id).toBe(s.alice.defaultLookId)
    expect(seamHolds(s.p.store, { fromShotId: halves.first.id, toShotId: halves.second.id })).toBe(true)
  })

  test('beside a one-frame half they happen between the shots, in order, and the still is not shared', () => {
    const s = stage(10)
    s.p.put(s.shot, s.alice)
    const [wet, dry] = ['wet', 'dry'].map((name) => s.look(s.alice, name)) as [string, string]
    const later = s.event(s.alice, 0.91, dry)
    const sooner = s.event(s.alice, 0.89, wet)
    const { first, second } = s.halves(0.9)
    expect([sooner, later].map((e) => s.p.store.must('transformations', e.id))).toMatchObject([
      { kind: 'between_shots', at: null, shotId: first.id },
      { kind: 'between_shots', at: null, shotId: first.id },
    ])
    const instance = s.p.store.must('sceneAssetInstances', s.p.instanceId(s.scene, s.alice))
    expect(resolveLook(s.p.store, instance, { shotId: second.id, at: 'start' }).name).toBe('dry')
    expect(s.p.store.list('seamsFrom', first.id)).toEqual([])
  })

  test('both halves share the still at the cut; the seam to the next shot follows the second half', () => {
    const s = stage()
    s.p.put(s.shot, s.alice)
    s.p.put(s.next, s.alice)
    s.p.run((draft) => setSeam(draft, { fromShotId: s.shot.id, toShotId: s.next.id, shared: true }))
    const { first, second } = s.halves(0.5)
    expect(s.p.store.list('seamsFrom', first.id)).toMatchObject([{ toShotId: second.id }])
    expect(s.p.store.list('seamsFrom', second.id)).toMatchObject([{ toShotId: s.next.id }])
    expect([first, second].map((half) => seamHolds(s.p.store, s.p.store.first('seamsFrom', half.id)!))).toEqual([
      true,
      true,
    ])
  })

  test('an asset that leaves or enters at the cut beside a one-frame half keeps the still from being shared, a deleted one does not', () => {
    const s = stage(10)
    s.p.put(s.shot, s.alice, { presence: 'exits', exitAt: 0.9 })
    const { first } = s.halves(0.9)
    expect(s.times(first, s.alice)).toEqual(['throughout', 0, 1])
    expect(s.p.store.list('seamsFrom', first.id)).toEqual([])
    const t = stage(10)
    t.p.put(t.shot, t.alice, { presence: 'exits', exitAt: 0.9 })
    t.p.run((draft) => deleteAsset(draft, { assetId: t.alice.id }))
    expect(t.p.store.list('seamsFrom', t.halves(0.9).first.id)).toHaveLength(1)
  })

  test('a video of a shot that had no stills is stale because of the split too, as often as it is split, and not when it only gets shorter', () => {
    const s = stage()
    s.p.take(s.shot, 'video')
    const cause = () => freshnessOf(s.p.store, s.shot.id, 'video').causes[0]
    s.halves(0.6)
    s.halves(0.5)
    expect(cause()).toBe('The shot was split.')
    const t = stage()
    t.p.take(t.shot, 'video')
    t.p.run((draft) => draft.update('shots', t.shot.id, { durationFrames: 50 }))
    expect(freshnessOf(t.p.store, t.shot.id, 'video').causes[0]).toMatch(/^The duration is now/)
  })

  test('takes stay with the end they show, with choice, approval and hand-written words; the video stays and is stale', () => {
    const s = stage()
    s.p.put(s.shot, s.alice)
    const start = s.p.take(s.shot, 'startFrame')
    const [older, newer] = [s.p.take(s.shot, 'endFrame'), s.p.take(s.shot, 'endFrame')]
    s.p.run((draft) => chooseTake(draft, { shotId: s.shot.id, kind: 'endFrame', takeId: older.id }))
    s.p.run((draft) => editPrompt(draft, { shotId: s.shot.id, prompt: 'start', text: 'At the start.' }))
    s.p.run((draft) => editPrompt(draft, { shotId: s.shot.id, prompt: 'end', text: 'At the end.' }))
    const video = s.p.take(s.shot, 'video')
    s.p.run((draft) =>
      draft.add('planEdits', {
        id: `${s.shot.id}:end`,
        shotId: s.shot.id,
        frame: 'end',
        passes: [{ assetIds: [s.alice.id], note: 'closer' }],
      }),
    )
    const { first, second } = s.halves(0.5)
    const listed = (half: Shot, kind: 'startFrame' | 'endFrame' | 'video') =>
      takesOf(s.p.store, half.id, kind).map((t) => t.id)
    expect([listed(first, 'startFrame'), listed(first, 'endFrame'), listed(first, 'video')]).toEqual([
      [start.id],
      [],
      [video.id],
    ])
    expect([listed(second, 'startFrame'), listed(second, 'endFrame'), listed(second, 'video')]).toEqual([
      [],
      [older.id, newer.id],
      [],
    ])
    expect(chosenTake(s.p.store, second.id, 'endFrame')?.id).toBe(older.id)
    expect(currentPrompt(s.p.store, first.id, 'start')?.text).toContain('At the start.')
    expect([currentPrompt(s.p.store, first.id, 'end'), currentPrompt(s.p.store, second.id, 'start')]).toEqual([
      undefined,
      undefined,
    ])
    expect(currentPrompt(s.p.store, second.id, 'end')?.text).toContain('At the end.')
    expect([
      s.p.store.get('planEdits', `${first.id}:end`),
      s.p.store.get('planEdits', `${second.id}:end`)?.passes[0]?.note,
    ]).toEqual([undefined, 'closer'])
    const status = freshnessOf(s.p.store, first.id, 'video')
    expect([status.status, status.causes[0]]).toEqual(['stale', 'The shot was split.'])
  })

  test('an open suggestion is cut like an assignment', () => {
    const s = stage()
    s.p.run((draft) =>
      draft.add('suggestions', {
        id: draft.newId(),
        shotId: s.shot.id,
        assetId: s.bob.id,
        presence: 'passes_through',
        enterAt: 0.25,
        exitAt: 0.75,
        enterFrom: 'left',
        exitTo: 'right',
        evidence: { line: 1, text: 'Bob crosses.' },
        state: 'open',
        ordinal: 0,
      }),
    )
    const { first, second } = s.halves(0.5)
    expect(
      [first, second].map((half) =>
        s.p.store.list('suggestionsOfShot', half.id).map((x) => [x.presence, x.enterFrom, x.exitTo]),
      ),
    ).toEqual([[['enters', 'left', null]], [['exits', null, 'right']]])
  })

  test('costs as much as the shot holds, whatever the project holds', () => {
    const visits = (scenes: number, shots: number) => {
      const s = stage()
      s.p.put(s.shot, s.alice)
      s.p.put(s.shot, s.waiter, { presence: 'passes_through' })
      s.event(s.alice, 0.3, s.look(s.alice, 'wet'))
      s.p.take(s.shot, 'endFrame')
      const some = s.p.store.must('shots', s.shot.id)
      for (let i = 0; i < scenes; i++) {
        const scene = i === 0 ? s.scene : s.p.scene()
        const added = Array.from({ length: shots }, (_, n) => ({
          ...some,
          id: `s${i}-${n}`,
          sceneId: scene.id,
          number: `x${i}-${n}`,
          orderKey: `z${String(i * shots + n).padStart(8, '0')}`,
        }))
        s.p.store.apply({ added: { shots: Object.fromEntries(added.map((a) => [a.id, a])) }, updated: {}, removed: {} })
      }
      const before = s.p.store.visits
      s.halves(0.5)
      return s.p.store.visits - before
    }
    const few = visits(10, 10)
    // A look is found by its place in the scene, a few times over; no other scene is read.
    expect(visits(10, 1000) - few).toBeLessThan(5 * 990)
    expect(visits(1000, 10)).toBe(few)
  })
})
