import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinedAt, joinedStay, splitTimes, type AssetTimes, type CutFrames } from './splitTimes'

type Pair = readonly [number, number]
const half: CutFrames = { first: 50, second: 50 }

/** Times given in frames of the whole shot; halves come back as fractions. */
function split(interval: Pair | null, events: readonly number[], cut: CutFrames) {
  const frames = cut.first + cut.second
  const out = splitTimes(
    {
      interval: interval && { enterAt: interval[0] / frames, exitAt: interval[1] / frames },
      events: events.map((e) => e / frames),
    },
    cut,
  )
  const frame = (at: number, of: number) => Math.round(at * of * 1e6) / 1e6
  return {
    first: out.first && [frame(out.first.enterAt, cut.first), frame(out.first.exitAt, cut.first)],
    second: out.second && [frame(out.second.enterAt, cut.second), frame(out.second.exitAt, cut.second)],
    events: out.events.map((e) => (e.half === 'cut' ? 'cut' : `${e.half} ${frame(e.at, cut[e.half])}`)),
    atCut: out.atCut,
  }
}

describe('splitTimes', () => {
  test.each([
    ['throughout', [0, 100], [0, 50], [0, 50]],
    ['a crossing over the cut', [25, 75], [25, 50], [0, 25]],
    ['an entrance before the cut', [20, 100], [20, 50], [0, 50]],
    ['an entrance after the cut', [60, 100], null, [10, 50]],
    ['an exit before the cut', [0, 30], [0, 30], null],
    ['an exit after the cut', [0, 80], [0, 50], [0, 30]],
    ['an edge more than half a frame away stays', [50.6, 100], null, [0.6, 50]],
    ['an entrance at the cut', [50, 100], null, [1, 50]],
    ['an entrance up to half a frame before', [49.5, 100], null, [1, 50]],
    ['an entrance up to half a frame after', [50.5, 100], null, [1, 50]],
    ['an exit at the cut', [0, 50], [0, 50], [0, 1]],
    ['an exit just before the cut', [10, 49.7], [10, 50], [0, 1]],
    ['an overtaken exit moves as far as its entrance', [49.8, 50.9], null, [1, 2.1]],
    ['an exit that came to the same place too', [49.8, 50.4], null, [1, 1.6]],
    ['an exit a frame after the cut', [50, 51], null, [1, 2]],
    ['an exit that is not overtaken stays', [49.8, 51.5], null, [1, 1.5]],
  ] as [string, Pair, Pair | null, Pair | null][])('cuts %s', (_what, interval, first, second) => {
    expect(split(interval, [], half)).toEqual({ first, second, events: [], atCut: false })
  })

  test.each([
    ['in the half that holds it', null, [20, 80], ['first 20', 'second 30']],
    ['at the cut', null, [50], ['second 1']],
    ['near the cut, in order', null, [49.6, 50, 50.4], ['second 1', 'second 1', 'second 1']],
    ['that would be overtaken', null, [49.6, 50.8, 51.2], ['second 1', 'second 1', 'second 1.2']],
    ['alone less than a frame after the cut', null, [50.8], ['second 0.8']],
  ] as [string, null, number[], string[]][])('puts an event %s', (_what, interval, events, places) => {
    expect(split(interval, events, half).events).toEqual(places)
  })

  test('an event at the cut takes an entrance and an exit less than a frame later along', () => {
    expect(split([50.7, 100], [50.2], half)).toMatchObject({ second: [1, 50], events: ['second 1'] })
    expect(split([0, 50.7], [50.2], half)).toMatchObject({ second: [0, 1.5], events: ['second 1'] })
  })

  test('a two-frame half keeps an overtaken exit inside', () => {
    expect(split([9.6, 10.9], [], { first: 10, second: 2 })).toMatchObject({ first: null, second: [1, 1.5] })
  })

  const narrow: CutFrames = { first: 9, second: 1 }
  test.each([
    ['an asset leaving there ends at the cut', [0, 9.3], [0, 9], null, true],
    ['one entering there begins at the cut', [8.7, 10], null, [0, 1], true],
    ['a crossing that entered before ends there', [3, 9], [3, 9], null, true],
    ['a crossing that entered just before ends there', [8.6, 9.4], [8.6, 9], null, true],
    ['a crossing that enters after begins there', [9.1, 9.4], null, [0, 0.4], true],
    ['a crossing on to the end begins there', [8.8, 9.8], null, [0, 0.8], true],
    ['others are cut as ever', [2, 9.7], [2, 9], [0, 0.7], false],
    ['throughout', [0, 10], [0, 9], [0, 1], false],
  ] as [string, Pair, Pair | null, Pair | null, boolean][])(
    'beside a one-frame half %s',
    (_what, interval, first, second, atCut) => {
      expect(split(interval, [], narrow)).toEqual({ first, second, events: [], atCut })
    },
  )

  test('beside a one-frame half an event happens between the shots', () => {
    expect(split(null, [3, 8.8, 9.2, 9.7], narrow)).toMatchObject({
      events: ['first 3', 'cut', 'cut', 'second 0.7'],
      atCut: true,
    })
  })

  test('a one-frame first half has room after it', () => {
    expect(split([1, 10], [1.2], { first: 1, second: 9 })).toEqual({
      first: null,
      second: [1, 9],
      events: ['second 1'],
      atCut: false,
    })
  })
})

const cuts = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([first, second]): CutFrames => ({ first, second }))
/** A moment of a shot, often near the cut or an end of it. */
const moment = (cut: CutFrames) =>
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc
      .double({ min: -1.2, max: 1.2, noNaN: true })
      .map((d) => Math.min(1, Math.max(0, (cut.first + d) / (cut.first + cut.second)))),
    fc.constantFrom(0, 1),
  )
const cases = cuts.chain((cut) =>
  fc.record({
    cut: fc.constant(cut),
    times: fc.record({
      interval: fc.option(
        fc
          .tuple(moment(cut), moment(cut))
          .map(([a, b]) => ({ enterAt: Math.min(a, b), exitAt: Math.max(a, b) }))
          .filter((i) => i.exitAt - i.enterAt > 1e-7),
      ),
      events: fc
        .array(
          moment(cut).filter((m) => m > 0 && m < 1),
          { maxLength: 4 },
        )
        .map((e) => e.sort((a, b) => a - b)),
    }),
  }),
)
const near = (at: number, { first, second }: CutFrames) => Math.abs(at * (first + second) - first) <= 0.5 + 1e-9
const untouched = ({ interval, events }: AssetTimes, cut: CutFrames) =>
  !events.some((e) => near(e, cut)) &&
  !(
    interval &&
    ((interval.enterAt > 0 && near(interval.enterAt, cut)) || (interval.exitAt < 1 && near(interval.exitAt, cut)))
  )

describe('splitTimes for any times', () => {
  test('keeps every asset in at least one half, in valid intervals, with the same ends of the shot', () => {
    fc.assert(
      fc.property(cases, ({ cut, times }) => {
        const { first, second } = splitTimes(times, cut)
        expect(first !== null || second !== null).toBe(times.interval !== null)
        for (const stay of [first, second])
          if (stay)
            expect(stay.enterAt >= 0 && stay.exitAt <= 1 && stay.enterAt < stay.exitAt && stay.presence).toBeTruthy()
        expect(first?.enterAt === 0).toBe(times.interval?.enterAt === 0)
        expect(second?.exitAt === 1).toBe(times.interval?.exitAt === 1)
      }),
      { numRuns: 2000 },
    )
  })

  test('who is at the end of the first half is at the start of the second, but for what had no room', () => {
    fc.assert(
      fc.property(cases, ({ cut, times }) => {
        const { first, second, atCut } = splitTimes(times, cut)
        if (!atCut) expect(first?.exitAt === 1).toBe(second?.enterAt === 0)
      }),
      { numRuns: 2000 },
    )
  })

  test('time on stage changes by what moved at most: a frame and a half', () => {
    fc.assert(
      fc.property(cases, ({ cut, times }) => {
        const { first, second } = splitTimes(times, cut)
        const frames = (s: { enterAt: number; exitAt: number } | null, of: number) =>
          s ? (s.exitAt - s.enterAt) * of : 0
        const change =
          frames(first, cut.first) + frames(second, cut.second) - frames(times.interval, cut.first + cut.second)
        expect(Math.abs(change)).toBeLessThanOrEqual(untouched(times, cut) ? 1e-6 : 1.5 + 1e-6)
      }),
      { numRuns: 2000 },
    )
  })

  test('never turns the order of events round', () => {
    fc.assert(
      fc.property(cases, ({ cut, times }) => {
        const { events } = splitTimes(times, cut)
        const places = events.map((e) =>
          e.half === 'cut' ? cut.first : e.half === 'first' ? e.at * cut.first : cut.first + e.at * cut.second,
        )
        for (let i = 1; i < places.length; i++) expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(-1e-9)
        for (const e of events) if (e.half !== 'cut') expect(e.at > 0 && e.at < 1).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('joined again they are what they were, but for what lay within half a frame of the cut', () => {
    fc.assert(
      fc.property(
        cases.filter(({ cut, times }) => untouched(times, cut)),
        ({ cut, times }) => {
          const { first, second, events } = splitTimes(times, cut)
          const joined = joinedStay(first ?? undefined, second ?? undefined, cut)
          if (times.interval) {
            expect(joined!.enterAt).toBeCloseTo(times.interval.enterAt, 8)
            expect(joined!.exitAt).toBeCloseTo(times.interval.exitAt, 8)
            expect([joined!.enterAt === 0, joined!.exitAt === 1]).toEqual([
              times.interval.enterAt === 0,
              times.interval.exitAt === 1,
            ])
          } else expect(joined).toBeNull()
          events.forEach((e, i) =>
            expect(e.half === 'cut' ? -1 : joinedAt(e.at, e.half, cut)).toBeCloseTo(times.events[i]!, 8),
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
})
