import { turning, type Point } from './curve'

/** The light falls from the upper left, so the pen presses on the lower right. */
const weightSide: Point = [0.62, 0.78]

/** A slow tremble between -1 and 1, the same for the same seed. */
function tremble(seed: number): (along: number) => number {
  const phase = (n: number) => ((Math.sin(seed * 12.9898 + n * 78.233) * 43758.5453) % 1) * Math.PI * 2
  const [a, b, c] = [phase(1), phase(2), phase(3)]
  return (along) => (Math.sin(along / 61 + a) + Math.sin(along / 23 + b) * 0.6 + Math.sin(along / 137 + c) * 0.8) / 2.4
}

/** A pen line along points as a filled outline: pressed in the middle, thin at its ends. `width` in pixels. */
export function penLine(
  points: readonly Point[],
  width: number,
  seed: number,
  taper: 'both' | 'start' | 'end' | 'none' = 'both',
): string {
  const shake = tremble(seed)
  const lengths = along(points)
  const total = lengths.at(-1)!
  const tip = Math.min(total * 0.42, width * 9)
  const sides = points.map((point, i): [Point, Point] => {
    const [nx, ny] = normal(points, i, false)
    const from = taper === 'both' || taper === 'start' ? Math.min(1, lengths[i]! / tip) : 1
    const to = taper === 'both' || taper === 'end' ? Math.min(1, (total - lengths[i]!) / tip) : 1
    const press = 0.16 + 0.84 * Math.sin((Math.min(from, to) * Math.PI) / 2)
    const half = (width / 2) * press * (1 + 0.2 * shake(lengths[i]!))
    const off = shake(lengths[i]! + 500) * width * 0.1
    return [
      [point[0] + nx * (off + half), point[1] + ny * (off + half)],
      [point[0] + nx * (off - half), point[1] + ny * (off - half)],
    ]
  })
  return `${smooth([...sides.map((s) => s[0]), ...sides.map((s) => s[1]).reverse()])}`
}

/** The outline of a closed shape as a filled ring: thin towards the light, heavy away from it. */
export function penOutline(points: readonly Point[], width: number, seed: number): string {
  const shake = tremble(seed)
  const lengths = along(points)
  const outward = turning(points) > 0 ? 1 : -1
  const rings = points.map((point, i): [Point, Point] => {
    const [nx, ny] = normal(points, i, true).map((n) => n * outward) as unknown as Point
    const shaded = (nx * weightSide[0] + ny * weightSide[1] + 1) / 2
    const full = width * (0.4 + 0.95 * shaded) * (1 + 0.26 * shake(lengths[i]!))
    const off = shake(lengths[i]! + 300) * width * 0.16
    return [
      [point[0] + nx * (off + full * 0.6), point[1] + ny * (off + full * 0.6)],
      [point[0] + nx * (off - full * 0.4), point[1] + ny * (off - full * 0.4)],
    ]
  })
  return `${smooth(rings.map((r) => r[0]))}${smooth(rings.map((r) => r[1]).reverse())}`
}

/** A thin searching line around a closed shape, as a pencil leaves it before the pen comes. */
export function pencilOutline(points: readonly Point[], width: number, seed: number): string {
  const shake = tremble(seed * 3.7)
  const lengths = along(points)
  const ring = (half: number) =>
    points.map((point, i): Point => {
      const [nx, ny] = normal(points, i, true)
      const off = shake(lengths[i]! * 0.55) * width * 2.6 + half
      return [point[0] + nx * off, point[1] + ny * off]
    })
  return `${smooth(ring(width / 2))}${smooth(ring(-width / 2).reverse())}`
}

/** A closed path through points, rounded at every one of them. */
function smooth(points: readonly Point[]): string {
  const middle = (i: number): Point => {
    const [x, y] = points[i]!
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return [(x + nextX) / 2, (y + nextY) / 2]
  }
  const pen = relativePen(middle(points.length - 1))
  return `${pen.start}q${points.map((point, i) => pen.go(point, middle(i))).join(' ')}z`
}

/** A closed path through points as they are. */
export function closedPath(points: readonly Point[]): string {
  const pen = relativePen(points[0]!)
  return `${pen.start}l${points
    .slice(1)
    .map((point) => pen.go(point))
    .join(' ')}z`
}

/** Writes places relative to the last one reached, to a half of a pixel; what rounding loses is not added up. */
function relativePen([startX, startY]: Point): { start: string; go(...places: Point[]): string } {
  let [x, y] = [Math.round(startX * 2), Math.round(startY * 2)]
  return {
    start: `M${x / 2} ${y / 2}`,
    go(...places) {
      const halves = places.map(([px, py]): Point => [Math.round(px * 2), Math.round(py * 2)])
      const text = halves.map(([px, py]) => `${(px - x) / 2} ${(py - y) / 2}`).join(' ')
      ;[x, y] = halves.at(-1) as [number, number]
      return text
    },
  }
}

function along(points: readonly Point[]): number[] {
  let sum = 0
  return points.map(([x, y], i) => (i === 0 ? 0 : (sum += Math.hypot(x - points[i - 1]![0], y - points[i - 1]![1]))))
}

function normal(points: readonly Point[], i: number, closed: boolean): Point {
  const count = points.length
  const before = points[closed ? (i - 1 + count) % count : Math.max(0, i - 1)]!
  const after = points[closed ? (i + 1) % count : Math.min(count - 1, i + 1)]!
  const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
  return [(after[1] - before[1]) / length, -(after[0] - before[0]) / length]
}
