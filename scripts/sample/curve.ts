/** A place on a drawing, in its pixels. */
export type Point = readonly [x: number, y: number]

interface Node {
  readonly x: number
  readonly y: number
  readonly corner: boolean
}

/** Reads "12,40 80,66! 90,120": the places a pen goes through; "!" is a corner, all others are passed in a smooth bend. */
function nodesOf(text: string): Node[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const corner = word.endsWith('!')
      const [x, y] = (corner ? word.slice(0, -1) : word).split(',').map(Number)
      if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y))
        throw new Error(`no place: ${word}`)
      return { x, y, corner }
    })
}

/** The curve through the places of `text`, as points about `step` pixels apart. A closed one does not repeat its first point. */
export function curve(text: string, closed = false, step = 14): Point[] {
  const nodes = nodesOf(text)
  const count = nodes.length
  const at = (i: number): Node => (closed ? nodes[(i + count) % count]! : nodes[Math.min(count - 1, Math.max(0, i))]!)
  const out: Point[] = []
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const from = at(i)
    const to = at(i + 1)
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const leave = tangent(at(i - 1), from, to, length)
    const arrive = tangent(from, to, at(i + 2), length)
    const steps = Math.max(2, Math.round(length / step))
    for (let s = 0; s < steps; s++) out.push(hermite(from, leave, to, arrive, s / steps))
  }
  if (!closed) out.push([at(count - 1).x, at(count - 1).y])
  return out
}

/** Direction of the bend at a node: along its neighbours, shortened where they are unequally far, none at a corner. */
function tangent(before: Node, node: Node, after: Node, length: number): Point {
  const span = Math.hypot(after.x - before.x, after.y - before.y)
  if (node.corner || span === 0) return [0, 0]
  return [((after.x - before.x) / span) * length, ((after.y - before.y) / span) * length]
}

function hermite(from: Node, leave: Point, to: Node, arrive: Point, t: number): Point {
  const t2 = t * t
  const t3 = t2 * t
  const a = 2 * t3 - 3 * t2 + 1
  const b = t3 - 2 * t2 + t
  const c = 3 * t2 - 2 * t3
  const d = t3 - t2
  return [a * from.x + b * leave[0] + c * to.x + d * arrive[0], a * from.y + b * leave[1] + c * to.y + d * arrive[1]]
}

/** Twice the signed area; above 0 when the points run clockwise on a screen. */
export function turning(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return sum + x * nextY - nextX * y
  }, 0)
}

/** Length of a line through points. */
export function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i]![0], y - points[i]![1]), 0)
}
