export type Point = readonly [number, number]

/** The point so far from another, at degrees from straight down, forward positive. */
export function along([x, y]: Point, degrees: number, length: number): Point {
  const a = (degrees * Math.PI) / 180
  return [round(x + Math.sin(a) * length), round(y + Math.cos(a) * length)]
}

/** A stretch of a limb with round ends, as a path. */
export function capsule(a: Point, b: Point, ra: number, rb: number): string {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  const dx = (b[0] - a[0]) / length
  const dy = (b[1] - a[1]) / length
  const at = ([x, y]: Point, across: number, on: number): string =>
    `${round(x - dy * across + dx * on)} ${round(y + dx * across + dy * on)}`
  return `M ${at(a, ra, 0)} L ${at(b, rb, 0)} C ${at(b, rb, rb * 1.3)} ${at(b, -rb, rb * 1.3)} ${at(b, -rb, 0)} L ${at(a, -ra, 0)} C ${at(a, -ra, -ra * 1.3)} ${at(a, ra, -ra * 1.3)} ${at(a, ra, 0)} Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
