import type { ShotAngle, ShotSize } from '../../model/shot'
import type { Pen } from '../pen'
import type { Choices } from '../choices'
import type { Light } from './light'
import type { Weather } from '../../language/lexicon/weathers'

/**
 * What a set is drawn on: units of a 900 high picture, x = 0 in its middle, y downwards. At eye level the floor meets
 * the wall (or the ground the sky) at FLOOR.
 */
export interface Backdrop {
  readonly pen: Pen
  /** Half of the width that is seen. */
  readonly half: number
  /** Everything above this and below that is out of the picture. */
  readonly top: number
  readonly bottom: number
  readonly light: Light
  readonly choices: Choices
  /** 1, or -1 to mirror the set: rooms differ. */
  readonly side: 1 | -1
  readonly weather: Weather | null
  /** What a sign may say. */
  readonly name: string
}

export const BACKDROP_HEIGHT = 900
export const FLOOR = 600

/** Where the camera stands: the set is magnified by `zoom` around (0, focusY). */
export interface Camera {
  readonly zoom: number
  readonly focusY: number
}

const zooms: Readonly<Record<ShotSize, number>> = {
  extreme_wide: 0.74,
  wide: 1,
  two_shot: 1.45,
  full: 1.12,
  medium_wide: 1.35,
  medium: 1.6,
  over_shoulder: 1.75,
  pov: 1.4,
  medium_close: 1.95,
  close: 2.4,
  extreme_close: 3.2,
  insert: 2.2,
}
/** The camera tilts: how far the middle of the picture moves on the set. */
const tilts: Readonly<Record<ShotAngle, number>> = { eye: 0, low: -190, high: 190, overhead: 0, dutch: 0 }
/** From overhead only so much of the picture's height is still wall. */
const WALL_FROM_OVERHEAD = 0.1

export function cameraOf(size: ShotSize | null, angle: ShotAngle | null): Camera {
  const zoom = size === null ? 1 : zooms[size]
  // Details are looked down upon.
  if (size === 'insert') return { zoom: 2.2, focusY: 560 }
  if (angle === 'overhead') return { zoom, focusY: FLOOR + (BACKDROP_HEIGHT / zoom) * (0.5 - WALL_FROM_OVERHEAD) }
  const near = Math.max(0, zoom - 1)
  return { zoom, focusY: 450 - Math.min(80, near * 55) + (angle === null ? 0 : tilts[angle]) / Math.max(1, zoom * 0.9) }
}
