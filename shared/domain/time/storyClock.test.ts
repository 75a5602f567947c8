import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invertChange, type Change } from '../../records/change'
import { propose } from '../../records/draft'
import type { RecordStore } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { addScript } from '../../testing/addScript'
import { seededRandom } from '../../testing/seededRandom'
import { randomCommand } from '../../testing/randomCommands'
import { runCommand } from '../../testing/runCommand'
import { exampleProject } from '../../testing/exampleProject'
import { TestProject } from '../../testing/testProject'
import { scenesInOrder, shotsInOrder, shotsOfScene } from '../lookup'
import { updateShot, moveShot } from '../structure/shotRules'
import { StoryClock, type ClockScope } from './storyClock'

/** A film of two scenes: shots of 48, 24 and 12 frames, then of 96 and 1. */
function film() {
  const p = new TestProject()
  const first = p.scene()
  const a = [48, 24, 12].map((durationFrames) => p.shot(first, { durationFrames }))
  const second = p.scene('EXT. GARDEN - DAY')
  const b = [96, 1].map((durationFrames) => p.shot(second, { durationFrames }))
  return { p, first, second, a, b, shots: [...a, ...b] }
}

/** Every answer of a clock, by walking the records. */
function expectTrue(clock: StoryClock, store: RecordStore, scope: ClockScope): void {
  const holds = (shot: { id: string; sceneId: string }) =>
    scope === 'film' || ('sceneId' in scope ? shot.sceneId === scope.sceneId : scope.shotIds.includes(shot.id))
  let start = 0
  const all = []
  for (const scene of scenesInOrder(store)) {
    const shots = shotsOfScene(store, scene.id).filter(holds)
    const frames = shots.reduce((sum, shot) => sum + shot.durationFrames, 0)
    if (scope === 'film' || !('sceneId' in scope) || scope.sceneId === scene.id)
      expect(clock.sceneExtent(scene.id)).toEqual({ start, frames })
    else expect(clock.sceneExtent(scene.id)).toBeNull()
    for (const shot of shots) {
      expect(clock.startOf(shot)).toBe(start)
      const here = { shotId: shot.id, sceneId: scene.id, start, frames: shot.durationFrames }
      expect(clock.shotAt(start)).toEqual(here)
      expect(clock.shotAt(start + shot.durationFrames - 1)).toEqual(here)
      all.push(here)
      start += shot.durationFrames
    }
  }
  expect(clock.total).toBe(start)
  expect([...clock.shotsFrom(0)]).toEqual(all)
  expect([clock.shotAt(start), clock.shotAt(-1)]).toEqual([null, null])
}

describe('a story clock', () => {
  test('lays shots end to end over the film, a scene, or some shots', () => {
    const { p, first, second, a, b, shots } = film()
    const whole = StoryClock.of(p.store, 'film')
    expect(shots.map((shot) => whole.startOf(shot))).toEqual([0, 48, 72, 84, 180])
    expect(whole.total).toBe(181)
    expect(whole.sceneExtent(second.id)).toEqual({ start: 84, frames: 97 })
    expect(whole.shotAt(71)?.shotId).toBe(a[1]!.id)
    expect(whole.shotAt(72)?.shotId).toBe(a[2]!.id)
    const scene = StoryClock.of(p.store, { sceneId: second.id })
    expect(b.map((shot) => scene.startOf(shot))).toEqual([0, 96])
    expect([scene.total, scene.startOf(a[0]!), scene.sceneExtent(first.id)]).toEqual([97, null, null])
    const some = StoryClock.of(p.store, { shotIds: [b[1]!.id, a[1]!.id] })
    expect([some.startOf(a[1]!), some.startOf(b[1]!), some.startOf(b[0]!), some.total]).toEqual([0, 24, null, 25])
  })

  test('of a draft stands beside the one of the film', () => {
    const { p, a, b } = film()
    const clock = StoryClock.of(p.store, 'film')
    const drafted = propose(
      p.store,
      p.newId,
      (draft) => updateShot(draft, { shotId: a[1]!.id, durationFrames: 30 }),
      (store, change) => clock.after(store, change),
    )
    if (drafted instanceof Refusal) throw drafted
    expect([drafted.inspected.startOf(b[0]!), drafted.inspected.total]).toEqual([90, 187])
    expect([clock.startOf(b[0]!), clock.total]).toEqual([84, 181])
  })

  test('is the same object after a change that moves nothing', () => {
    const { p, a } = film()
    const clock = StoryClock.of(p.store, 'film')
    p.run((draft) => updateShot(draft, { shotId: a[0]!.id, text: 'Rain.', size: 'wide' }))
    expect(clock.after(p.store, p.change)).toBe(clock)
  })

  test('knows no shot of the tray', () => {
    const { p, second, a } = film()
    const clock = StoryClock.of(p.store, 'film')
    p.run((draft) => draft.update('scenes', second.id, { tray: true }))
    const without = clock.after(p.store, p.change)
    expect([without.total, without.sceneExtent(second.id)]).toEqual([84, null])
    p.run((draft) => draft.update('scenes', second.id, { tray: false }))
    const again = without.after(p.store, p.change)
    expectTrue(again, p.store, 'film')
    p.run((draft) => moveShot(draft, { shotId: a[2]!.id, index: 0 }))
    expectTrue(again.after(p.store, p.change), p.store, 'film')
  })

  test('after any commands, undone and done again, is the clock made anew', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const p = exampleProject()
        addScript(p)
        const random = seededRandom(seed)
        const scenes = scenesInOrder(p.store)
        const shots = shotsInOrder(p.store)
        const scopes: ClockScope[] = [
          'film',
          { sceneId: scenes[0]!.id },
          { shotIds: shots.filter((_, i) => i % 2).map((shot) => shot.id) },
        ]
        let clocks = scopes.map((scope) => StoryClock.of(p.store, scope))
        const follow = (change: Change) => {
          clocks = clocks.map((clock) => clock.after(p.store, change))
          clocks.forEach((clock, i) => expectTrue(clock, p.store, scopes[i]!))
        }
        for (let i = 0; i < 25; i++) {
          const { name, input } = randomCommand(p.store, random)
          const change = runCommand(p.store, p.newId, name, input)
          if (!change) continue
          follow(change)
          for (const again of [invertChange(change), change]) {
            p.store.apply(again)
            follow(again)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('an edit of one shot reads no other, in a film of ten thousand', () => {
    const p = new TestProject()
    const scene = p.scene()
    const first = p.shot(scene)
    const shots: Record<string, typeof first> = {}
    for (let i = 0; i < 10_000; i++)
      shots[`shot${i}`] = { ...first, id: `shot${i}`, orderKey: `b${String(i).padStart(5, '0')}` }
    p.store.apply({ added: { shots }, updated: {}, removed: {} })
    const clock = StoryClock.of(p.store, 'film')
    p.run((draft) => updateShot(draft, { shotId: 'shot5000', durationFrames: 7 }))
    const before = p.store.visits
    const next = clock.after(p.store, p.change)
    expect(p.store.visits - before).toBeLessThan(5)
    expect(next.startOf(shots['shot9999']!)).toBe(clock.startOf(shots['shot9999']!)! - 89)
    expect(next.shotAt(next.total - 1)?.shotId).toBe('shot9999')
  })
})
