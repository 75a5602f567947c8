/**
 * Units as flavoured numbers: a plain number fits, a number of another unit does not.
 * Fractions run from 0 to 1 of a shot's duration or of a frame's width or height.
 */
declare const unit: unique symbol
type Flavoured<U extends string> = number & { readonly [unit]?: U }

export type Fraction = Flavoured<'fraction'>
export type Seconds = Flavoured<'seconds'>
/** A whole number of film frames: how long something is. */
export type FrameCount = Flavoured<'frames'>
/** A frame of a shot or film, the first is 0: when something is. */
export type FrameIndex = Flavoured<'frame'>
export type Px = Flavoured<'px'>
