import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyRate } from '../../testing/anyRate'
import { parseFrameRate, wholeRate } from './frameRates'
import { convertFrames, fractionToFrame, framesToSeconds, frameToFraction, secondsToFrames } from './frames'

const ntsc24 = parseFrameRate('23.976')!.fps
const counts = fc.integer({ min: 1, max: 10_000_000 })

describe('frames and seconds', () => {
  test('durations are whole frames, at least one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), anyRate, (seconds, rate) => {
        const frames = secondsToFrames(seconds, rate)
        expect(Number.isInteger(frames)).toBe(true)
        expect(frames).toBeGreaterThanOrEqual(1)
        if (frames > 1)
          expect(Math.abs(framesToSeconds(frames, rate) - seconds)).toBeLessThanOrEqual(
            (0.5 * rate.den) / rate.num + 1e-9,
          )
      }),
    )
    expect(secondsToFrames(0.001, wholeRate(24))).toBe(1)
    expect(secondsToFrames(4, wholeRate(24))).toBe(96)
  })

  test('come back from each other without drift', () => {
    fc.assert(
      fc.property(counts, anyRate, (frames, rate) => {
        expect(secondsToFrames(framesToSeconds(frames, rate), rate)).toBe(frames)
      }),
    )
  })

  test('are exact at NTSC rates', () => {
    expect(framesToSeconds(74, ntsc24).toFixed(3)).toBe('3.086')
    expect(framesToSeconds(24_000, ntsc24)).toBe(1001)
    expect(secondsToFrames(1001, ntsc24)).toBe(24_000)
  })
})

describe('a duration at another rate', () => {
  test.each([
    [96, '24', '25', 100],
    [367, '120', '25', 76],
    [76, '25', '120', 365],
    [1, '24', '1', 1],
    [3, '60', '30', 2],
    [24_000, '24', '23.976', 23_976],
    [72, '23.976', '24', 72],
    [30_000, '29.97', '59.94', 60_000],
  ])('%d frames at %s are at %s %d', (frames, from, to, there) => {
    expect(convertFrames(frames, parseFrameRate(from)!.fps, parseFrameRate(to)!.fps)).toBe(there)
  })

  test('lasts as long to half a frame, in whole frames, at least one', () => {
    fc.assert(
      fc.property(counts, anyRate, anyRate, (frames, from, to) => {
        const there = convertFrames(frames, from, to)
        expect(Number.isInteger(there)).toBe(true)
        const exact = BigInt(frames) * BigInt(from.den * to.num)
        const one = BigInt(from.num * to.den)
        const twiceOff = BigInt(there) * one * 2n - exact * 2n
        if (there > 1) expect(twiceOff <= one && twiceOff > -one).toBe(true)
        else expect(exact * 2n < one * 3n).toBe(true)
      }),
    )
  })

  test('is the same again through a finer rate, and through a coarser one within its frame', () => {
    fc.assert(
      fc.property(counts, anyRate, anyRate, (frames, from, to) => {
        const back = convertFrames(convertFrames(frames, from, to), to, from)
        const coarser = (from.num * to.den) / (from.den * to.num)
        if (coarser <= 1) expect(back).toBe(frames)
        else expect(Math.abs(back - frames)).toBeLessThanOrEqual(coarser)
      }),
    )
  })
})

test('a fraction of a shot is the nearest cut between frames, and each frame keeps its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (frames, at) => {
      const frame = fractionToFrame(at, frames)
      expect(Math.abs(frame - at * frames)).toBeLessThanOrEqual(0.5)
      expect(fractionToFrame(frameToFraction(frame, frames), frames)).toBe(frame)
    }),
  )
})
