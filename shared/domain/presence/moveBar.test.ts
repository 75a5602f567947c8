import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { moveBar } from './moveBar'

type Interval = readonly [enterAt: number, exitAt: number] | null

/** A scene of shots of 100 frames with Alice in them as the intervals say. */
function scene(...intervals: Interval[]) {
  const p = new TestProject()
  const where = p.scene()
  const shots = p.shots(where, intervals.length, { durationFrames: 100 })
  const alice = p.asset('character', 'Alice')
  intervals.forEach((interval, i) => interval && p.put(shots[i]!, alice, { enterAt: interval[0], exitAt: interval[1] }))
  const input = (from: number, byFrames: number) => ({
    sceneAssetInstanceId: p.instanceId(where, alice),
    fromShotId: shots[from]!.id,
    byFrames,
  })
  return {
    p,
    move: (from: number, byFrames: number) => p.run((draft) => moveBar(draft, input(from, byFrames))),
    refusal: (from: number, byFrames: number) => p.refusal((draft) => moveBar(draft, input(from, byFrames))),
    now: (): Interval[] =>
      shots.map((shot) => {
        const a = p.assignment(shot, alice)
        return a ? [a.enterAt, a.exitAt] : null
      }),
  }
}

describe('assignment.moveBar', () => {
  test.each<[string, Interval[], [from: number, byFrames: number], Interval[]]>([
    ['later inside its shot', [[0.2, 0.5]], [0, 30], [[0.5, 0.8]]],
    ['earlier to the start of its shot', [[0.4, 0.7]], [0, -40], [[0, 0.3]]],
    [
      'over a cut',
      [[0.5, 0.9], null],
      [0, 30],
      [
        [0.8, 1],
        [0, 0.2],
      ],
    ],
    ['past a cut', [[0.5, 0.9], null, null], [0, 150], [null, null, [0, 0.4]]],
    ['back past a cut', [null, null, [0.2, 0.6]], [2, -170], [[0.5, 0.9], null, null]],
    [
      'of several shots, taken at any of them',
      [[0.5, 1], [0, 1], [0, 0.5], null],
      [1, 50],
      [null, [0, 1], [0, 1], null],
    ],
    [
      'up to another stay, which it joins',
      [
        [0, 1],
        [0.5, 0.9],
      ],
      [1, -50],
      [
        [0, 1],
        [0, 0.4],
      ],
    ],
  ])('%s', (_name, before, [from, byFrames], after) => {
    const s = scene(...before)
    s.move(from, byFrames)
    expect(s.now()).toEqual(after)
  })

  test('it is refused beyond the scene, into another stay, and where there is no bar', () => {
    const s = scene([0, 0.5], null, [0.5, 0.9])
    expect(s.refusal(0, -1)).toBe('BAR_LEAVES_SCENE')
    expect(s.refusal(2, 11)).toBe('BAR_LEAVES_SCENE')
    expect(s.refusal(2, -201)).toBe('BAR_IN_THE_WAY')
    expect(s.refusal(1, 5)).toBe('NOT_IN_SHOT')
  })

  test('a move keeps the length and is taken back by the opposite one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 350 }),
        fc.integer({ min: 2, max: 49 }),
        fc.integer({ min: -350, max: 350 }),
        (start, length, by) => {
          fc.pre(start + length <= 400 && start + by >= 0 && start + by + length <= 400)
          const cover = (frame: number, shot: number) => Math.min(1, Math.max(0, (frame - shot * 100) / 100))
          const intervals = [0, 1, 2, 3].map((shot): Interval => {
            const [enterAt, exitAt] = [cover(start, shot), cover(start + length, shot)]
            return exitAt > enterAt ? [enterAt, exitAt] : null
          })
          const s = scene(...intervals)
          const frames = () => s.now().reduce((sum, i) => sum + (i ? Math.round((i[1] - i[0]) * 100) : 0), 0)
          const first = () => s.now().findIndex((i) => i !== null)
          const before = s.now()
          s.move(first(), by)
          // An edge within a frame of a cut snaps to it, as when it is dragged (domain.md 1.4).
          expect(Math.abs(frames() - length)).toBeLessThanOrEqual(2)
          if (frames() !== length) return
          s.move(first(), -by)
          expect(s.now().map((i) => i?.map((x) => Math.round(x * 100)))).toEqual(
            before.map((i) => i?.map((x) => Math.round(x * 100))),
          )
        },
      ),
    )
  })
})
