import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { moveBars } from './moveBars'

type Interval = readonly [enterAt: number, exitAt: number] | null

/** A scene of shots of 100 frames with everybody in them as the intervals say. */
function scene(cast: Record<string, Interval[]>) {
  const p = new TestProject()
  const where = p.scene()
  const shots = p.shots(where, Object.values(cast)[0]!.length, { durationFrames: 100 })
  const assets = Object.fromEntries(Object.keys(cast).map((name) => [name, p.asset('character', name)]))
  for (const [name, intervals] of Object.entries(cast))
    intervals.forEach(
      (interval, i) => interval && p.put(shots[i]!, assets[name]!, { enterAt: interval[0], exitAt: interval[1] }),
    )
  const bars = (taken: Record<string, number | number[]>) =>
    Object.entries(taken).flatMap(([name, places]) =>
      [places].flat().map((i) => ({
        sceneAssetInstanceId: p.instanceId(where, assets[name]!),
        fromShotId: shots[i]!.id,
      })),
    )
  return {
    p,
    shots,
    input: (taken: Record<string, number | number[]>, byFrames: number, edge?: 'enter' | 'exit') => ({
      bars: bars(taken),
      byFrames,
      ...(edge ? { edge } : {}),
    }),
    now: (name: string): Interval[] =>
      shots.map((shot) => {
        const a = p.assignment(shot, assets[name]!)
        return a ? [a.enterAt, a.exitAt] : null
      }),
  }
}

describe('assignment.moveBars', () => {
  test('all go as far, over cuts too, in one step', () => {
    const s = scene({ Alice: [[0.5, 0.9], null], Bob: [[0.2, 0.4], null] })
    const moved = s.p.run((draft) => moveBars(draft, s.input({ Alice: 0, Bob: 0 }, 30)))
    expect(s.now('Alice')).toEqual([
      [0.8, 1],
      [0, 0.2],
    ])
    expect(s.now('Bob')).toEqual([[0.5, 0.7], null])
    expect(moved.map((bar) => bar.byFrames)).toEqual([30, 30])
  })

  test('each stops at its own limit, and the answer says how far it went and where it is', () => {
    const s = scene({
      Alice: [[0.2, 0.9], null, [0, 1]],
      Bob: [null, null, [0.1, 0.95]],
    })
    const moved = s.p.run((draft) => moveBars(draft, s.input({ Alice: 0, Bob: 2 }, 120)))
    expect(moved.map(({ byFrames, shotId }) => [byFrames, s.shots.findIndex((x) => x.id === shotId)])).toEqual([
      [110, 1],
      [5, 2],
    ])
    expect(s.now('Alice')).toEqual([null, [0.3, 1], [0, 1]])
  })

  test('bars of one lane keep their distance, in either direction', () => {
    for (const [byFrames, after] of [
      [20, [[0.3, 0.5], [0.4, 0.6], null]],
      [-10, [[0, 0.2], [0.1, 0.3], null]],
    ] as const) {
      const s = scene({ Alice: [[0.1, 0.3], [0.2, 0.4], null] })
      s.p.run((draft) => moveBars(draft, s.input({ Alice: [0, 1] }, byFrames)))
      expect(s.now('Alice')).toEqual(after)
    }
  })

  test('one end of each: an exit goes no further back than the frame after its entrance', () => {
    const s = scene({ Alice: [[0.5, 1], [0, 0.4], null], Bob: [[0.2, 0.4], null, null] })
    s.p.run((draft) => moveBars(draft, s.input({ Alice: 0, Bob: 0 }, -60, 'exit')))
    expect(s.now('Alice')).toEqual([[0.5, 0.8], null, null])
    expect(s.now('Bob')[0]![1]).toBeCloseTo(0.21)
    s.p.run((draft) => moveBars(draft, s.input({ Alice: 0, Bob: 0 }, 1000, 'exit')))
    expect(s.now('Bob')).toEqual([
      [0.2, 1],
      [0, 1],
      [0, 1],
    ])
  })

  test('without room for any of them it is refused', () => {
    const s = scene({ Alice: [[0, 1]], Bob: [[0, 0.5]] })
    expect(s.p.refusal((draft) => moveBars(draft, s.input({ Alice: 0, Bob: 0 }, -5)))).toBe('BARS_HAVE_NO_ROOM')
    expect(s.p.refusal((draft) => moveBars(draft, s.input({ Alice: 0, Bob: 0 }, 5)))).toBeNull()
  })

  test('whatever is there, nobody gets lost and no length changes', () => {
    const stay = fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 55, max: 100 }))
        .map(([a, b]) => [a / 100, b / 100] as const),
      { nil: null },
    )
    fc.assert(
      fc.property(
        fc.array(stay, { minLength: 4, maxLength: 4 }),
        fc.array(stay, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: -250, max: 250 }),
        (alice, bob, byFrames) => {
          const first = (list: readonly Interval[]) => list.findIndex(Boolean)
          fc.pre(first(alice) >= 0 && first(bob) >= 0)
          const s = scene({ Alice: alice, Bob: bob })
          const length = (name: string) =>
            s.now(name).reduce((sum, stays) => sum + (stays ? stays[1] - stays[0] : 0), 0)
          const before = [length('Alice'), length('Bob')]
          const input = s.input({ Alice: first(alice), Bob: first(bob) }, byFrames)
          if (s.p.refusal((draft) => moveBars(draft, input)) !== null) return
          s.p.run((draft) => moveBars(draft, input))
          expect(length('Alice')).toBeCloseTo(before[0]!)
          expect(length('Bob')).toBeCloseTo(before[1]!)
        },
      ),
      { numRuns: 60 },
    )
  })
})
