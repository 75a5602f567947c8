import type { CameraMove, Framing } from '../model/cameraMove'
import { barbed } from './barbed'
import type { DrawOp, PathStep } from './drawOp'
import { markInks } from './marks'
import { tidy } from './tidy'

interface Size {
  readonly width: number
  readonly height: number
}
type Place = readonly [number, number]

const ink = markInks.red
const edge = '#0b0d12'
/** Thickness of the lines, as a share of the picture's shorter side. */
const thickness = 0.006

/**
 * A camera move drawn over its picture as boards do: the first framing in whole lines, the last one in broken lines, and arrows from the one to the other.
 * @param thinnest a share of the picture's shorter side
 */
export function cameraArrows({ first, last }: Pick<CameraMove, 'first' | 'last'>, size: Size, thinnest = 0): DrawOp[] {
  const line = tidy(Math.min(size.width, size.height) * Math.max(thickness, thinnest))
  const [from, to] = [cornersOf(first, size, line), cornersOf(last, size, line)]
  const paths = [
    [...from.map((at, i): PathStep => [i ? 'L' : 'M', ...at]), ['Z'] as const],
    ...broken(to, line * 4),
    ...arrowsBetween(first, last, size, line),
  ]
  return [
    ...paths.map((path): DrawOp => ({ op: 'path', path, stroke: edge, lineWidth: tidy(line * 1.9), alpha: 0.5 })),
    ...paths.map((path): DrawOp => ({ op: 'path', path, stroke: ink, lineWidth: line })),
  ]
}

/** The corners of a framing, clockwise; its lines lie in the picture. */
function cornersOf({ x, y, width }: Framing, size: Size, line: number): Place[] {
  const inset = line
  const [left, right] = [x * size.width + inset, (x + width) * size.width - inset]
  const [top, bottom] = [y * size.height + inset, (y + width) * size.height - inset]
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ].map(([a, b]): Place => [tidy(a!), tidy(b!)])
}

/** The outline of a framing in dashes of a length. */
function broken(corners: readonly Place[], dash: number): PathStep[][] {
  return corners.flatMap((from, i) => {
    const to = corners[(i + 1) % corners.length]!
    const long = Math.hypot(to[0] - from[0], to[1] - from[1])
    // A dash at both corners.
    const count = Math.max(1, Math.round(long / dash / 2))
    const at = (part: number): [number, number] => [
      tidy(from[0] + (to[0] - from[0]) * part),
      tidy(from[1] + (to[1] - from[1]) * part),
    ]
    return Array.from({ length: count + 1 }, (_, n): PathStep[] => [
      ['M', ...at(n === 0 ? 0 : (n - 0.25) / count)],
      ['L', ...at(n === count ? 1 : (n + 0.25) / count)],
    ])
  })
}

/** Where the framing moves its middle goes along an arrow; where it grows or shrinks its corners do. */
function arrowsBetween(first: Framing, last: Framing, size: Size, line: number): PathStep[][] {
  const resizes = Math.abs(first.width - last.width) > 0.03
  if (resizes) {
    const [from, to] = [cornersOf(first, size, line), cornersOf(last, size, line)]
    return from.flatMap((corner, i) => arrow(corner, to[i]!, line))
  }
  const middle = ({ x, y, width }: Framing): Place => [
    tidy((x + width / 2) * size.width),
    tidy((y + width / 2) * size.height),
  ]
  return arrow(middle(first), middle(last), line * 1.4)
}

/** A line with two barbs; nothing where it would be all barbs. */
function arrow([ax, ay]: Place, [bx, by]: Place, line: number): PathStep[][] {
  const long = Math.hypot(bx - ax, by - ay)
  const barb = line * 5
  if (long < barb) return []
  return barbed([ax, ay], [bx, by], barb)
}
