import { drawList } from '../drawList'
import type { DrawOp } from '../drawOp'
import type { FrameDescription } from '../frameDescription'
import type { PlacedPicture, PrintPage } from './layOutPages'

/** Everything on a page as drawing operations. @param frameOf the still behind a key; null leaves its place empty */
export function pageOps(page: PrintPage, frameOf: (key: string) => FrameDescription | null): DrawOp[] {
  return [...page.pictures.flatMap((placed) => pictureOps(placed, frameOf)), ...page.ops]
}

function pictureOps(
  { picture, x, y, width, height }: PlacedPicture,
  frameOf: (key: string) => FrameDescription | null,
): DrawOp[] {
  if ('mediaId' in picture) {
    // The whole of it, as large as its place takes.
    const scale = Math.min(width / picture.width, height / picture.height)
    const [w, h] = [picture.width * scale, picture.height * scale]
    const place = { x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h }
    return [{ op: 'image', mediaId: picture.mediaId, sx: 0, sy: 0, sw: picture.width, sh: picture.height, ...place }]
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
  ]
}
