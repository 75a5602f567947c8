import type { FrameDescription } from '../../drawing/frameDescription'
import { subjectBox } from '../../drawing/subjectBox'
import { clamp, roundTo } from '../../model/numbers'
import type { PlannedPass } from './passPlan'

/** A rectangle of a picture, in fractions of its size. */
export interface PicturePart {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Room around a figure for hats, shadows and what it holds: of its longer side, and of the frame's height at least. */
const margin = { ofBox: 0.12, ofFrame: 0.03 }

/**
 * Where a pass may change its base plate: the boxes of what it adds, with some room around them (domain.md 5.14). Null = anywhere: the first pass makes the
 * whole picture, and what has no place in the blocking may come to stand wherever the model puts it.
 */
export function editRegion(frame: FrameDescription, pass: PlannedPass): PicturePart[] | null {
  if (pass.index === 1) return null
  const parts: PicturePart[] = []
  for (const id of pass.assetIds) {
    const subject = frame.subjects.find(({ assetId }) => assetId === id)
    const part = subject && grown(subjectBox(frame, subject), frame)
    if (!part) return null
    parts.push(part)
  }
  return parts.length ? parts : null
}

/** A box in frame pixels with room around it, cut to the frame; null where nothing of it is in the frame. */
function grown(box: PicturePart, { width, height }: FrameDescription): PicturePart | null {
  const room = Math.max(margin.ofBox * Math.max(box.width, box.height), margin.ofFrame * height)
  const across = (px: number) => roundTo(clamp(px / width, 0, 1), 4)
  const down = (px: number) => roundTo(clamp(px / height, 0, 1), 4)
  const [left, right] = [across(box.x - room), across(box.x + box.width + room)]
  const [top, bottom] = [down(box.y - room), down(box.y + box.height + room)]
  const inFrame = box.x < width && box.x + box.width > 0 && box.y < height && box.y + box.height > 0
  return inFrame && right > left && bottom > top
    ? { x: left, y: top, width: roundTo(right - left, 4), height: roundTo(bottom - top, 4) }
    : null
}
