import type { DrawOp } from '../drawOp'
import type { FrameDescription, FrameSubject } from '../frameDescription'
import { INK } from '../drawingColours'
import { box } from '../pen'
import { Pen } from '../pen'
import { drawSet } from './drawSet'

/** A second location in one frame: its set on a card, standing at (0, 0). Width and height in frame pixels. */
export function setPreview(frame: FrameDescription, subject: FrameSubject, width: number, height: number): DrawOp[] {
  const inner: FrameDescription = {
    ...frame,
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.round(height)),
    size: null,
    angle: null,
    location: {
      assetId: subject.assetId,
      name: subject.name,
      intExt: '',
      timeOfDay: frame.location?.timeOfDay ?? '',
      picture: null,
    },
    subjects: [],
  }
  const clip = new Pen({ seed: 0, unit: 1, line: 1, tremble: 0 })
  clip.within(box(0, 0, width, height), () => clip.ops.push(...drawSet(inner)))
  return [
    { op: 'group', transform: [1, 0, 0, 1, -width / 2, -height], ops: clip.ops },
    { op: 'rect', x: -width / 2, y: -height, width, height, stroke: INK, lineWidth: frame.height * 0.004 },
  ]
}
