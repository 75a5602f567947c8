import type { CanvasLike } from '@shared/drawing/execute'
import type { ClipPicture } from './clipFrames'
import type { FilmBackdrop } from './filmFrame'

type Picture = ImageBitmap | ClipPicture

/**
 * Keeps the painted place of a shot whose camera stands still: what is behind the people is painted once, and then laid down as a picture, pixel for
 * pixel the same. One for each canvas that plays.
 */
export class KeptBackdrop implements FilmBackdrop<Picture, CanvasRenderingContext2D> {
  private key = ''
  private layer: OffscreenCanvas | null = null

  draw(canvas: CanvasRenderingContext2D, key: string, paint: (canvas: CanvasLike<Picture>) => void): void {
    const { width, height } = canvas.canvas
    const whole = `${width} ${height} ${key}`
    // What is shown but once is not worth a layer.
    if (whole !== this.key) {
      this.key = whole
      this.layer = null
      paint(canvas)
      return
    }
    this.layer ??= painted(canvas, paint)
    canvas.save()
    canvas.setTransform(1, 0, 0, 1, 0, 0)
    canvas.drawImage(this.layer, 0, 0)
    canvas.restore()
  }
}

function painted(canvas: CanvasRenderingContext2D, paint: (canvas: CanvasLike<Picture>) => void): OffscreenCanvas {
  const layer = new OffscreenCanvas(canvas.canvas.width, canvas.canvas.height)
  const inner = layer.getContext('2d')!
  inner.setTransform(canvas.getTransform())
  inner.imageSmoothingQuality = canvas.imageSmoothingQuality
  paint(inner)
  return layer
}
