import type { CameraMove } from '../model/cameraMove'
import type { DrawnMark } from '../model/mark'
import { cameraArrows } from './cameraArrows'
import type { DrawOp } from './drawOp'
import { markOps } from './marks'
import type { Measure } from './print/wrapText'

/** What is drawn over the picture of a still: no part of it. */
export interface OverPicture {
  readonly marks: readonly DrawnMark[]
  /** The camera move of the shot. */
  readonly camera: Pick<CameraMove, 'first' | 'last'> | null
}

/** Drawn in pixels of a picture this wide, so that lines and letters are the same on every size. */
const wide = 1920

/**
 * All of it in a rectangle, cut off at its edges.
 * @param measure how wide words are
 * @param thinnest a line is no thinner than this, in the units of the rectangle: on small pictures it would not be seen
 */
export function overOps(
  over: OverPicture,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  measure: Measure,
  thinnest: number,
): DrawOp[] {
  if (!over.marks.length && !over.camera) return []
  const scale = width / wide
  const size = { width: wide, height: height / scale }
  const line = thinnest / scale / Math.min(size.width, size.height)
  const marks = over.marks.map((mark) => ({ ...mark, width: Math.max(mark.width, line) }))
  return [
    {
      op: 'group',
      transform: [scale, 0, 0, scale, x, y],
      clip: [['M', 0, 0], ['L', wide, 0], ['L', wide, size.height], ['L', 0, size.height], ['Z']],
      ops: [...(over.camera ? cameraArrows(over.camera, size, line) : []), ...markOps(marks, size, measure)],
    },
  ]
}
