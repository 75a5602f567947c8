import { drawList } from '../drawList'
import type { DrawOp } from '../drawOp'
import type { FrameDescription } from '../frameDescription'
import { overOps } from '../overPicture'
import type { PlacedPicture, PrintPage } from './layOutPages'
import type { Measure } from './wrapText'

/**
 * Everything on a page as drawing operations.
 * @param frameOf the still behind a key; null leaves its place empty
 * @param measure how wide words are that stand over pictures
 */
export function pageOps(
  page: PrintPage,
  frameOf: (key: string) => FrameDescription | null,
  measure: Measure,
): DrawOp[] {
  return [...page.pictures.flatMap((placed) => pictureOps(placed, frameOf, measure)), ...page.ops]
}

/** Lines over pictures are no thinner, in points. */
const thinnest = 0.9

function pictureOps(
  { picture, x, y, width, height }: PlacedPicture,
  frameOf: (key: string) => FrameDescription | null,
  measure: Measure,
): DrawOp[] {
  const over = (place: { x: number; y: number; width: number; height: number }) =>
    picture.over ? overOps(picture.over, place, measure, thinnest) : []
  if ('mediaId' in picture) {
    // The whole of it, as large as its place takes.
    const scale = Math.min(width / picture.width, height / picture.height)
    const [w, h] = [picture.width * scale, picture.height * scale]
    const place = { x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h }
    return [
      { op: 'image', mediaId: picture.mediaId, sx: 0, sy: 0, sw: picture.width, sh: picture.height, ...place },
      ...over(place),
    ]
  }
  const frame = frameOf(picture.frame)
  if (!frame) return []
  const scale = Math.min(width / frame.width, height / frame.height)
  return [
    {
      op: 'group',
      transform: [scale, 0, 0, scale, x, y],
      clip: [['M', 0, 0], ['L', frame.width, 0], ['L', frame.width, frame.height], ['L', 0, frame.height], ['Z']],
      ops: drawList(frame),
    },
    ...over({ x, y, width: frame.width * scale, height: frame.height * scale }),
  ]
}
