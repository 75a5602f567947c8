import type { GroupOp, PathStep } from './drawOp'
import type { FrameDescription } from './frameDescription'
import { tidy } from './tidy'

const DARK = '#16141a'

/** What a point of view is seen through: eyes (dark round corners), a scope with its cross-hairs, binoculars. Opaque, so that it may be drawn over itself. */
export function seenThrough(
  { width, height }: Pick<FrameDescription, 'width' | 'height'>,
  glass: NonNullable<FrameDescription['seenThrough']>,
): GroupOp {
  const outer: PathStep[] = [['M', 0, 0], ['L', width, 0], ['L', width, height], ['L', 0, height], ['Z']]
  if (glass === 'eyes') {
    const [cx, cy] = [width / 2, height / 2]
    const d = Math.min(width, height) * 0.06
    const lens: PathStep[] = [
      ['M', 0, cy],
      ['C', 0, d * 2.6, width * 0.16, d * 0.5, cx, d * 0.3],
      ['C', width * 0.84, d * 0.5, width, d * 2.6, width, cy],
      ['C', width, height - d * 2.6, width * 0.84, height - d * 0.5, cx, height - d * 0.3],
      ['C', width * 0.16, height - d * 0.5, 0, height - d * 2.6, 0, cy],
      ['Z'],
    ]
    return { op: 'group', part: 'glass', ops: [{ op: 'path', path: [...outer, ...backwards(lens)], fill: DARK }] }
  }
  const r = Math.min(width * (glass === 'scope' ? 0.48 : 0.3), height * 0.48)
  const centres = glass === 'scope' ? [width / 2] : [width / 2 - r * 0.72, width / 2 + r * 0.72]
  const line = tidy(Math.max(1, Math.min(width, height) * 0.004))
  const cross = (x: number, y: number, x2: number, y2: number) => ({
    op: 'path' as const,
    path: [
      ['M', tidy(x), tidy(y)],
      ['L', tidy(x2), tidy(y2)],
    ] as const,
    stroke: DARK,
    lineWidth: line,
  })
  const [cx, cy] = [width / 2, height / 2]
  const rim =
    glass === 'scope'
      ? [outer, ...centres.map((x) => circle(x, cy, r))].flat()
      : [...outer, ...twoCircles(centres[0]!, centres[1]!, cy, r)]
  return {
    op: 'group',
    part: 'glass',
    ops: [
      { op: 'path', path: rim, fill: DARK },
      ...(glass === 'scope'
        ? [
            cross(cx - r, cy, cx - r * 0.08, cy),
            cross(cx + r * 0.08, cy, cx + r, cy),
            cross(cx, cy - r, cx, cy - r * 0.08),
            cross(cx, cy + r * 0.08, cx, cy + r),
          ]
        : []),
    ],
  }
}

/** Counter-clockwise, so that it is a hole in the rectangle around it. */
function circle(cx: number, cy: number, r: number): PathStep[] {
  const k = r * 0.5523
  return [
    ['M', cx - r, cy],
    ['C', cx - r, cy + k, cx - k, cy + r, cx, cy + r],
    ['C', cx + k, cy + r, cx + r, cy + k, cx + r, cy],
    ['C', cx + r, cy - k, cx + k, cy - r, cx, cy - r],
    ['C', cx - k, cy - r, cx - r, cy - k, cx - r, cy],
    ['Z'],
  ] as PathStep[]
}

/** The outline of two circles that overlap, counter-clockwise. */
function twoCircles(left: number, right: number, cy: number, r: number): PathStep[] {
  const points: [number, number][] = []
  const half = Math.acos((right - left) / 2 / r)
  for (let i = 0; i <= 48; i++) points.push(at(left, -half - ((Math.PI * 2 - half * 2) * i) / 48))
  for (let i = 0; i <= 48; i++) points.push(at(right, Math.PI - half - ((Math.PI * 2 - half * 2) * i) / 48))
  function at(cx: number, a: number): [number, number] {
    return [tidy(cx + Math.cos(a) * r), tidy(cy + Math.sin(a) * r)]
  }
  return [...points.map(([x, y], i): PathStep => [i === 0 ? 'M' : 'L', x, y]), ['Z']]
}

/** The same closed path the other way round. */
function backwards(path: readonly PathStep[]): PathStep[] {
  const corners: [number, number][] = []
  let [x, y] = [0, 0]
  for (const step of path) {
    if (step[0] === 'M') [x, y] = [step[1], step[2]]
    if (step[0] !== 'C') continue
    for (let i = 1; i <= 16; i++) corners.push(bezier([x, y], step, i / 16))
    ;[x, y] = [step[5], step[6]]
  }
  return [...corners.reverse().map(([px, py], i): PathStep => [i === 0 ? 'M' : 'L', tidy(px), tidy(py)]), ['Z']]
}

function bezier(
  [x, y]: readonly [number, number],
  [, ax, ay, bx, by, ex, ey]: Extract<PathStep, readonly ['C', ...number[]]>,
  t: number,
): [number, number] {
  const s = 1 - t
  const mix = (a: number, b: number, c: number, d: number) =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
  return [mix(x, ax, bx, ex), mix(y, ay, by, ey)]
}
