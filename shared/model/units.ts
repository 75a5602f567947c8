/**
 * Units as flavoured numbers: a plain number fits, a number of another unit does not.
 * Fractions run from 0 to 1 of a shot's duration or of a frame's width or height.
 */
declare const unit: unique symbol
type Flavoured<U extends string> = number & { readonly [unit]?: U }

export type Fraction = Flavoured<'fraction'>
export type Seconds = Flavoured<'seconds'>
/** A whole number of film frames. */
export type FrameCount = Flavoured<'frames'>
export type Px = Flavoured<'px'>

/** Seconds to whole frames, at least one (domain.md 1). */
export function secondsToFrames(seconds: Seconds, fps: number): FrameCount {
  return Math.max(1, Math.round(seconds * fps))
}

export function framesToSeconds(frames: FrameCount, fps: number): Seconds {
  return frames / fps
}
