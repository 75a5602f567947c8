import type { ShotAngle, ShotSize } from '../../model/shot'

/** How large a grown figure is, and how far below the frame's upper edge its head begins, as fractions of the frame. */
const framings: Readonly<Record<ShotSize, readonly [number, number]>> = {
  extreme_wide: [0.25, 0.54],
  wide: [0.52, 0.34],
  full: [0.78, 0.16],
  pov: [1.1, 0.1],
  medium_wide: [1, 0.1],
  two_shot: [1.3, 0.1],
  medium: [1.4, 0.1],
  over_shoulder: [1.5, 0.1],
  insert: [2.6, -0.93],
  medium_close: [1.9, 0.09],
  close: [2.5, 0.07],
  extreme_close: [3.4, -0.06],
}
/** Nobody said how near: whole figures, and their surroundings. */
const unsaid: readonly [number, number] = [0.62, 0.26]
/** What is seen through a scope, or "from inches away". */
const nearby: readonly [number, number] = framings.close
/** Whoever sits in a car is seen from the chest up, unless the shot says otherwise. */
const inCar: readonly [number, number] = [1.5, 0.12]

/** Seen from below people loom and stand high in the picture, from above they are small and low. */
const angleShift: Readonly<Record<ShotAngle, number>> = { eye: 0, low: -0.04, high: 0.06, overhead: 0.1, dutch: 0 }
const angleSize: Readonly<Record<ShotAngle, number>> = { eye: 1, low: 1.12, high: 0.9, overhead: 0.82, dutch: 1 }

/** Share of a figure's height above its eyes. */
export const ABOVE_EYES = 0.12

export interface BlockingShot {
  readonly size: ShotSize | null
  readonly angle: ShotAngle | null
  /** The text brings the faces near: "his face fills the scope". */
  readonly nearby?: boolean
  /** Inside a car. */
  readonly inCar?: boolean
}

export interface Framing {
  /** Height of a grown figure. */
  readonly wanted: number
  /** The line of the eyes, down from the upper edge. */
  readonly eyes: number
}

/** How large people are and how high their eyes, by size and angle of the shot. */
export function framingOf(shot: BlockingShot): Framing {
  const [size, headroom] =
    shot.nearby && (shot.size === null || shot.size === 'pov')
      ? nearby
      : shot.inCar && (shot.size === null || shot.size === 'wide')
        ? inCar
        : shot.size === null
          ? unsaid
          : framings[shot.size]
  const angle = shot.angle ?? 'eye'
  const wanted = size * angleSize[angle]
  return { wanted, eyes: headroom + wanted * ABOVE_EYES + (shot.size === 'insert' ? 0 : angleShift[angle]) }
}
