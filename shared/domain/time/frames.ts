import type { FrameRate } from '../../model/frameRate'
import type { Fraction, FrameCount, FrameIndex, Seconds } from '../../model/units'

/** How long frames last. One division of whole numbers, so that nothing adds up: 74 frames at 24000/1001 are 3.0864 s. */
export function framesToSeconds(frames: FrameCount | FrameIndex, { num, den }: FrameRate): Seconds {
  return (frames * den) / num
}

/** A duration in whole frames, the nearest, at least one (domain.md 12.2). */
export function secondsToFrames(seconds: Seconds, rate: FrameRate): FrameCount {
  return Math.max(1, Math.round(secondsInFrames(seconds, rate)))
}

/** Seconds counted in frames, with what is left of a frame. */
export function secondsInFrames(seconds: Seconds, { num, den }: FrameRate): number {
  return (seconds * num) / den
}

/**
 * A duration at another rate (domain.md 12.1): as many seconds, in the nearest whole frames (half a frame up), at least one; worked out in whole numbers.
 * There and back again it is the same through a finer rate, and through a coarser one within one of the coarser rate's frames.
 */
export function convertFrames(frames: FrameCount, from: FrameRate, to: FrameRate): FrameCount {
  const above = frames * from.den * to.num
  const below = from.num * to.den
  const rest = above % below
  return Math.max(1, (above - rest) / below + (rest * 2 >= below ? 1 : 0))
}

/** The cut between frames that a moment of a shot is nearest to (domain.md 12.2): 0 is the shot's start, its duration is its end. */
export function fractionToFrame(at: Fraction, frames: FrameCount): FrameIndex {
  return Math.round(at * frames)
}

/** Where the start of a frame lies in a shot. */
export function frameToFraction(frame: FrameIndex, frames: FrameCount): Fraction {
  return frame / frames
}
