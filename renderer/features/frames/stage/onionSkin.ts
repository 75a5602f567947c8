import type { FrameDescription, FrameSubject } from '@shared/drawing/frameDescription'

/** Less than this apart, a figure stands where it stood; fractions of the frame. */
const SAME = 0.01

/** The figures of the other end worth a ghost: those that are not here, or stand, look or face otherwise. */
export function ghosts(frame: FrameDescription, other: FrameDescription): FrameSubject[] {
  return other.subjects.filter((there) => {
    const here = frame.subjects.find((s) => s.assetId === there.assetId)
    if (!here) return true
    const near =
      Math.abs(here.x - there.x) < SAME &&
      Math.abs(here.y - there.y) < SAME &&
      Math.abs(here.scale - there.scale) < SAME
    return !near || here.flip !== there.flip || here.lookName !== there.lookName
  })
}
