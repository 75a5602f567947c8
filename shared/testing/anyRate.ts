import fc from 'fast-check'
import { ntscBases, type FrameRate, type Timing } from '../model/frameRate'
import { canDropFrames } from '../domain/time/frameRates'

/** Any frame rate a project may have, half of them NTSC. */
export const anyRate: fc.Arbitrary<FrameRate> = fc.oneof(
  fc.integer({ min: 1, max: 240 }).map((num): FrameRate => ({ num, den: 1 })),
  fc.constantFrom(...ntscBases).map((base): FrameRate => ({ num: base * 1000, den: 1001 })),
)

/** Any frame rate with a way of counting that it allows. */
export const anyTiming: fc.Arbitrary<Timing> = fc
  .tuple(anyRate, fc.boolean())
  .map(([fps, drop]) => ({ fps, dropFrame: drop && canDropFrames(fps) }))
