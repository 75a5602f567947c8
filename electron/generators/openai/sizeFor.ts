import { GeneratorError } from '../generatorContract'

/** Sides are multiples of this, and no side is more than three times the other (backends.md 2). */
const step = 16
const [least, most] = [1024, 2048]

/** The size to ask for: the film's shape as exactly as whole steps allow, and of those the nearest to the size of a still. */
export function sizeFor(width: number, height: number): string {
  const aspect = width / height
  if (aspect > 3 || aspect < 1 / 3)
    throw new GeneratorError(
      'config',
      'Not sent: the film is more than three times as long as high, which such a model cannot draw.',
    )
  const long = Math.max(width, height)
  let best = { w: 0, h: 0, off: Infinity, far: Infinity }
  for (let side = least; side <= most; side += step) {
    const exact = aspect >= 1 ? side / aspect : side * aspect
    const other = Math.round(exact / step) * step
    const [w, h] = aspect >= 1 ? [side, other] : [other, side]
    // Within a thousandth the shape counts as exact.
    const off = Math.round(Math.abs(w / h / aspect - 1) * 1000)
    const far = Math.abs(side - long)
    if (w / h <= 3 && h / w <= 3 && (off < best.off || (off === best.off && far < best.far))) best = { w, h, off, far }
  }
  return `${best.w}x${best.h}`
}
