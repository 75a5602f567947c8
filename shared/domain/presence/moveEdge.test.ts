import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presenceOf, type FrameSide } from '../../model/assignment'
import { TestProject } from '../../testing/testProject'
import { barOf, moveEdge } from './moveEdge'
import { setAssignment } from './setAssignment'
import { restoreShot, trayShot } from '../structure/tray'
import { setTransformation } from '../looks/transformationRules'

type Interval = readonly [enterAt: number, exitAt: number] | null

/** A scene of shots of 100 frames with Alice in them as the intervals say. */
function scene(...intervals: Interval[]) {
  const p = new TestProject()
  const where = p.scene()
  const shots = p.shots(where, intervals.length, { durationFrames: 100 })
  const alice = p.asset('character', 'Alice')
  intervals.forEach((interval, i) => interval && p.put(shots[i]!, alice, { enterAt: interval[0], exitAt: interval[1] }))
  const instanceId = p.instanceId(where, alice)
  const move = (from: number, edge: 'enter' | 'exit', to: number, at: number) => ({
    sceneAssetInstanceId: instanceId,
    fromShotId: shots[from]!.id,
    edge,
    toShotId: shots[to]!.id,
    at,
  })
  return {
    p,
    where,
    shots,
    alice,
    instanceId,
    move: (from: number, edge: 'enter' | 'exit', to: number, at: number) =>
      p.run((draft) => moveEdge(draft, move(from, edge, to, at))),
    refusal: (from: number, edge: 'enter' | 'exit', to: number, at: number) =>
      p.refusal((draft) => moveEdge(draft, move(from, edge, to, at))),
    edit: (shot: number, fields: { enterFrom?: FrameSide; exitTo?: FrameSide; action?: string }) =>
      p.run((draft) => setAssignment(draft, { shotId: shots[shot]!.id, assetId: alice.id, ...fields })),
    now: (): Interval[] =>
      shots.map((shot) => {
        const a = p.assignment(shot, alice)
        return a ? [a.enterAt, a.exitAt] : null
      }),
  }
}

describe('assignment.moveEdge', () => {
  test.each([
    ['inside its shot', [[0, 1]], [0, 'enter', 0, 0.4], [[0.4, 1]]],
    ['of an exit inside its shot', [[0.2, 0.6]], [0, 'exit', 0, 0.8], [[0.2, 0.8]]],
    ['back to the cut', [[0.4, 1]], [0, 'enter', 0, 0], [[0, 1]]],
    [
      'to later shots, which uncovers those before',
      [
        [0.2, 1],
        [0, 1],
        [0, 1],
      ],
      [0, 'enter', 2, 0.5],
      [null, null, [0.5, 1]],
    ],
    [
      'to earlier shots, which covers those between',
      [null, null, [0.5, 1], [0, 0.3]],
      [2, 'enter', 0, 0.7],
      [
        [0.7, 1],
        [0, 1],
        [0, 1],
        [0, 0.3],
      ],
    ],
    [
      'of an exit to later shots',
      [[0.5, 0.8], null, null],
      [0, 'exit', 2, 0.25],
      [
        [0.5, 1],
        [0, 1],
        [0, 0.25],
      ],
    ],
    [
      'of an exit to earlier shots',
      [
        [0.5, 1],
        [0, 1],
        [0, 0.4],
      ],
      [0, 'exit', 0, 0.9],
      [[0.5, 0.9], null, null],
    ],
    [
      'named by any shot of the bar',
      [
        [0.2, 1],
        [0, 1],
        [0, 0.5],
      ],
      [2, 'enter', 1, 0.5],
      [null, [0.5, 1], [0, 0.5]],
    ],
    [
      'onto a bar it meets, which joins them',
      [[0.2, 0.6], null, [0.3, 1]],
      [2, 'enter', 0, 0.4],
      [
        [0.2, 1],
        [0, 1],
        [0, 1],
      ],
    ],
    [
      'of an exit onto a bar it meets',
      [[0, 0.3], null, [0.4, 0.9]],
      [0, 'exit', 2, 0.6],
      [
        [0, 1],
        [0, 1],
        [0, 0.9],
      ],
    ],
    [
      'over a whole bar on the way',
      [[0, 0.3], [0.2, 0.4], null],
      [0, 'exit', 2, 0.5],
      [
        [0, 1],
        [0, 1],
        [0, 0.5],
      ],
    ],
    [
      'of an entrance to the end of a shot, which is the next one’s start',
      [null, [0.5, 1]],
      [1, 'enter', 0, 1],
      [null, [0, 1]],
    ],
    [
      'of an exit to the start of a shot, which is the previous one’s end',
      [[0, 0.5], null],
      [0, 'exit', 1, 0],
      [[0, 1], null],
    ],
    [
      'within a frame of the cut',
      [
        [0, 1],
        [0, 1],
      ],
      [0, 'enter', 0, 0.995],
      [null, [0, 1]],
    ],
    [
      'within a frame after the cut',
      [
        [0, 1],
        [0, 1],
      ],
      [0, 'enter', 1, 0.004],
      [null, [0, 1]],
    ],
  ] as [string, Interval[], [number, 'enter' | 'exit', number, number], Interval[]][])(
    'moves an edge %s',
    (_what, before, move, after) => {
      const s = scene(...before)
      s.move(...move)
      expect(s.now()).toEqual(after)
    },
  )

  test.each([
    [
      'SPLIT_NEEDED',
      'a gap inside an earlier shot',
      [
        [0, 0.3],
        [0.5, 1],
      ],
      [1, 'enter', 0, 0.6],
    ],
    [
      'SPLIT_NEEDED',
      'a gap inside a later shot',
      [
        [0, 0.5],
        [0.7, 1],
      ],
      [0, 'exit', 1, 0.4],
    ],
    ['EDGE_CROSSED', 'an entrance past its exit in the shot', [[0.2, 0.6]], [0, 'enter', 0, 0.6]],
    ['EDGE_CROSSED', 'an exit before its entrance in the shot', [[0.2, 0.6]], [0, 'exit', 0, 0.2]],
    ['EDGE_CROSSED', 'an entrance past the end of its bar', [[0, 1], [0, 0.5], null], [0, 'enter', 2, 0.5]],
    ['EDGE_CROSSED', 'an exit before the start of its bar', [null, [0.5, 1], [0, 1]], [2, 'exit', 0, 0.5]],
    ['EMPTY_INTERVAL', 'less than a frame at the end of the scene', [null, [0, 1]], [1, 'enter', 1, 0.995]],
    ['EMPTY_INTERVAL', 'less than a frame at the start of the scene', [[0, 1], null], [0, 'exit', 0, 0.005]],
    ['NOT_IN_SHOT', 'a bar that is not there', [[0, 1], null], [1, 'exit', 1, 0.5]],
  ] as [string, string, Interval[], [number, 'enter' | 'exit', number, number]][])(
    'refuses with %s %s',
    (code, _what, before, move) => {
      const s = scene(...before)
      expect(s.refusal(...move)).toBe(code)
      expect(s.now()).toEqual(before)
    },
  )

  test('refuses another scene, a deleted asset and what is gone', () => {
    const s = scene([0, 1])
    const elsewhere = s.p.shot(s.p.scene('EXT. GARDEN'))
    const input = {
      sceneAssetInstanceId: s.instanceId,
      fromShotId: s.shots[0]!.id,
      edge: 'exit' as const,
      toShotId: elsewhere.id,
      at: 0.5,
    }
    const refusal = (fields: Partial<typeof input>) => s.p.refusal((draft) => moveEdge(draft, { ...input, ...fields }))
    expect(refusal({})).toBe('OTHER_SCENE')
    expect(refusal({ fromShotId: elsewhere.id })).toBe('OTHER_SCENE')
    expect(refusal({ toShotId: 'gone' })).toBe('NOT_FOUND')
    expect(refusal({ sceneAssetInstanceId: 'gone' })).toBe('NOT_FOUND')
    s.p.run((draft) => draft.update('assets', s.alice.id, { deleted: true }))
    expect(refusal({ toShotId: s.shots[0]!.id })).toBe('ASSET_DELETED')
  })

  test('puts what leaves a shot to sleep and names it', () => {
    const s = scene([0, 1], [0, 1])
    const event = s.p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: s.instanceId,
        kind: 'within_shot',
        shotId: s.shots[1]!.id,
        at: 0.5,
        fromLookId: null,
        toLookId: s.alice.defaultLookId,
      }),
    )
    s.move(0, 'exit', 0, 0.5)
    expect(s.p.warnings.map((w) => w.message)).toEqual([
      'Alice leaves shot 2; its change of look sleeps until it returns.',
    ])
    expect(s.p.store.must('transformations', event.id).suspended).toBe('uncovered')
    s.move(0, 'exit', 1, 0.5)
    expect(s.p.store.must('transformations', event.id).suspended).toBe('')
  })

  test('brings the side and the action of the edge into the shot it reaches, and leaves the action where another edge needs it', () => {
    const s = scene([0.2, 0.6], null, null)
    const at = (i: number) => s.p.assignment(s.shots[i]!, s.alice)
    s.edit(0, { enterFrom: 'left', exitTo: 'background', action: 'with a tray' })
    s.move(0, 'exit', 1, 0.4)
    expect(at(0)).toMatchObject({ presence: 'enters', enterFrom: 'left', exitTo: null, action: 'with a tray' })
    expect(at(1)).toMatchObject({ presence: 'exits', exitTo: 'background', action: '' })
    s.edit(1, { action: 'limping' })
    s.move(0, 'exit', 2, 0.5)
    expect(at(1)).toMatchObject({ presence: 'throughout', exitTo: null, action: '' })
    expect(at(2)).toMatchObject({ presence: 'exits', exitTo: 'background', action: 'limping' })
    s.move(0, 'exit', 1, 0.5)
    expect(at(1)).toMatchObject({ presence: 'exits', exitTo: 'background', action: 'limping' })
  })

  test('a joined bar ends with the words of the bar it met', () => {
    const s = scene([0, 0.5], [0.2, 0.8])
    s.edit(0, { exitTo: 'left' })
    s.edit(1, { exitTo: 'right', action: 'running' })
    s.move(0, 'exit', 1, 0.5)
    expect(s.p.assignment(s.shots[1]!, s.alice)).toMatchObject({
      presence: 'exits',
      exitAt: 0.8,
      exitTo: 'right',
      action: 'running',
    })
  })

  test('snaps only the edge that is dragged, not one that a split left within a frame of the cut', () => {
    const s = scene([0, 1])
    const { id } = s.p.assignment(s.shots[0]!, s.alice)!
    s.p.run((draft) => draft.update('assignments', id, { presence: 'enters', enterAt: 0.004 }))
    s.move(0, 'exit', 0, 0.5)
    expect(s.now()).toEqual([[0.004, 0.5]])
    expect(s.p.warningCodes()).toEqual(['PASSES_THROUGH'])
  })

  test('remembers no time of the bar it met', () => {
    const s = scene([0, 0.5], [0.2, 0.8])
    s.move(0, 'exit', 1, 0.5)
    expect(s.p.store.must('project', 'project').lastTimes.exitAt).not.toBe(0.8)
  })

  test('works in a shot that came back from the tray, and refuses one that lies there', () => {
    const s = scene([0, 0.5], [0, 1], null)
    s.p.run((draft) => trayShot(draft, s.shots[1]!.id))
    expect(s.refusal(0, 'exit', 1, 0.5)).toBe('IN_TRAY')
    s.p.run((draft) => restoreShot(draft, { shotId: s.shots[1]!.id, beforeShotId: s.shots[2]!.id }))
    s.move(0, 'exit', 2, 0.5)
    expect(s.now()).toEqual([
      [0, 1],
      [0, 1],
      [0, 0.5],
    ])
  })

  test('remembers the new time and warns of a crossing', () => {
    const s = scene([0.3, 1])
    s.move(0, 'exit', 0, 0.8)
    expect(s.p.warningCodes()).toEqual(['PASSES_THROUGH'])
    expect(s.p.store.must('project', 'project').lastTimes.passes).toEqual([0.3, 0.8])
    s.move(0, 'enter', 0, 0.002)
    expect(s.p.warningCodes()).toEqual(['SNAPPED'])
  })

  test('moves exactly the edge of the bar: covered is what lies between the other edge and the new one, and other bars stay unless met', () => {
    const interval: fc.Arbitrary<Interval> = fc.oneof(
      fc.constant(null),
      fc.constantFrom<Interval>([0, 1], [0.3, 1], [0, 0.7], [0.3, 0.7]),
    )
    fc.assert(
      fc.property(
        fc.array(interval, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.constantFrom('enter', 'exit'),
        fc.nat(),
        fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
        (intervals, fromPick, edge, toPick, at) => {
          fc.pre(intervals.some((i) => i !== null))
          const s = scene(...intervals)
          const present = intervals.flatMap((i, index) => (i ? [index] : []))
          const from = present[fromPick % present.length]!
          const to = toPick % intervals.length
          const bar = barOf(s.p.store, s.shots, s.instanceId, from)!
          const before = s.now()
          if (s.refusal(from, edge, to, at) !== null) return
          s.move(from, edge, to, at)
          const after = s.now()
          for (const a of s.p.store.all('assignments')) expect(presenceOf(a.enterAt, a.exitAt)).toBe(a.presence)
          // A line over the whole scene: which halves of tenths are covered.
          const line = (state: Interval[], x: number) => {
            const i = Math.min(state.length - 1, Math.floor(x))
            const [enterAt, exitAt] = state[i] ?? [2, 2]
            return x - i > enterAt && x - i < exitAt
          }
          const other = edge === 'enter' ? bar.last + before[bar.last]![1] : bar.first + before[bar.first]![0]
          const target = to + at
          const was = edge === 'enter' ? bar.first + before[bar.first]![0] : bar.last + before[bar.last]![1]
          for (let x = 0.05; x < intervals.length; x += 0.1) {
            const inNew = x > Math.min(other, target) && x < Math.max(other, target)
            const inOld = x > Math.min(other, was) && x < Math.max(other, was)
            expect(line(after, x), `at ${x.toFixed(2)}`).toBe(inNew || (!inOld && line(before, x)))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
