import fc from 'fast-check'
import { expect, test } from 'vitest'
import { framesToSeconds, secondsToFrames } from './units'

test('durations are whole frames, at least one', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), fc.integer({ min: 1, max: 240 }), (seconds, fps) => {
      const frames = secondsToFrames(seconds, fps)
      expect(Number.isInteger(frames)).toBe(true)
      expect(frames).toBeGreaterThanOrEqual(1)
      if (frames > 1) expect(Math.abs(framesToSeconds(frames, fps) - seconds)).toBeLessThanOrEqual(0.5 / fps + 1e-9)
    }),
  )
  expect(secondsToFrames(0.001, 24)).toBe(1)
  expect(secondsToFrames(4, 24)).toBe(96)
})
