import type { Placement } from '@shared/domain/blocking/blockingMember'
import { clamp, roundTo } from '@shared/model/numbers'
import { handleFromFeet, turned, type Handle, type Size } from './frameGeometry'
import type { Point } from '../../../common/point'

/** What a gesture does to where a figure stands. Pure; the stage and the inspector share it. */

/** Figures may stand partly outside the frame, but never where nobody finds them again. Fractions. */
const LEAST_AT = -0.5
const MOST_AT = 2.5
export const LEAST_SCALE = 0.03
export const MOST_SCALE = 6
/** Half of the last decimal still shows on a 5 k display. */
const fine = (value: number) => roundTo(value, 4)

export const atPlace = (value: number) => fine(clamp(value, LEAST_AT, MOST_AT))
export const atScale = (value: number) => fine(clamp(value, LEAST_SCALE, MOST_SCALE))

/** Moved by fractions of the frame; `lock` keeps the axis that moved less. */
export function moved(from: Placement, by: Point, lock = false): Pick<Placement, 'x' | 'y'> {
  const sideways = Math.abs(by.x) >= Math.abs(by.y)
  return { x: atPlace(from.x + (lock && !sideways ? 0 : by.x)), y: atPlace(from.y + (lock && sideways ? 0 : by.y)) }
}

/**
 * Scaled by dragging a handle. The feet stay where they are; only the middle handle under the feet moves them, and then the head stays.
 * @param size of the figure before, frame pixels
 * @param by how far the pointer went, frame pixels
 * @param tilt how far the figure is turned around its feet, radians
 */
export function scaled(
  from: Placement,
  handle: Handle,
  size: Size,
  frame: Size,
  by: Point,
  tilt: number,
): Pick<Placement, 'x' | 'y' | 'scale'> {
  const own = turned(by, -tilt)
  if (handle === 's') {
    const scale = atScale(from.scale * Math.max(0, (size.height + own.y) / size.height))
    const down = turned({ x: 0, y: (scale - from.scale) * frame.height }, tilt)
    return { x: atPlace(from.x + down.x / frame.width), y: atPlace(from.y + down.y / frame.height), scale }
  }
  const arm = handleFromFeet(handle, size)
  const length = arm.x * arm.x + arm.y * arm.y
  const factor = ((arm.x + own.x) * arm.x + (arm.y + own.y) * arm.y) / length
  return { x: from.x, y: from.y, scale: atScale(from.scale * Math.max(0, factor)) }
}

export interface FigureDepth {
  readonly assetId: string
  readonly depth: number
}

/** The depth that puts a figure one place farther (-1) or nearer (1) among those given far to near; null at the end. */
export function depthBeyond(farToNear: readonly FigureDepth[], assetId: string, step: -1 | 1): number | null {
  const at = farToNear.findIndex((s) => s.assetId === assetId)
  const passed = farToNear[at + step]
  if (at < 0 || !passed) return null
  return between(farToNear, assetId, passed.depth, step)
}

/** The depth for a place among all, 0 farthest. Those of one depth are passed together. */
export function depthAtRank(farToNear: readonly FigureDepth[], assetId: string, rank: number): number {
  const others = farToNear.filter((s) => s.assetId !== assetId)
  const behind = others[rank - 1]
  const before = others[rank]
  if (behind && before && behind.depth < before.depth) return fine((behind.depth + before.depth) / 2)
  if (behind) return between(farToNear, assetId, behind.depth, 1)
  return before ? between(farToNear, assetId, before.depth, -1) : 0
}

/** Half-way from a depth to the next other one on that side, or one more than it. */
function between(all: readonly FigureDepth[], assetId: string, depth: number, step: -1 | 1): number {
  const beyond = all
    .filter((s) => s.assetId !== assetId && (step > 0 ? s.depth > depth : s.depth < depth))
    .map((s) => s.depth)
  if (!beyond.length) return fine(clamp(depth + step, -1000, 1000))
  return fine((depth + (step > 0 ? Math.min(...beyond) : Math.max(...beyond))) / 2)
}
