import { drawList } from '@shared/drawing/drawList'
import { execute } from '@shared/drawing/execute'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { drawnPicture } from './drawingResources'

/** Draws a frame over a whole canvas, as the compositor would make it. */
export function paintFrame(canvas: HTMLCanvasElement, frame: FrameDescription): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const scale = canvas.width / frame.width
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.imageSmoothingQuality = 'high'
  execute<CanvasImageSource>(drawList(frame), context, drawnPicture)
}

/** Shows a stored picture over a whole canvas, what is too much cut off evenly; false while it is being read. */
export function paintStill(canvas: HTMLCanvasElement, mediaId: string): boolean {
  const context = canvas.getContext('2d')
  const picture = drawnPicture(mediaId)
  if (!context || !picture) return false
  const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height)
  return true
}
