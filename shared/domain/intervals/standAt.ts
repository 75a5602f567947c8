import type { Blocking } from '../../model/transformation'

/** Where and how big a figure stands in a frame, in fractions of it. */
export type Stand = Pick<Blocking, 'x' | 'y' | 'scale' | 'flip' | 'depth'>

/** On the way from one position to another; the facing is that of the nearer end. */
export function standAt(from: Stand | undefined, to: Stand | undefined, t: number): Stand | null {
  if (!from || !to) return null
  const mix = (a: number, b: number) => (a === b ? a : Number((a + (b - a) * t).toPrecision(12)))
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    scale: mix(from.scale, to.scale),
    flip: (t < 0.5 ? from : to).flip,
    depth: mix(from.depth, to.depth),
  }
}
