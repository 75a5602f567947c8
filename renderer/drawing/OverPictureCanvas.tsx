import { useEffect, useRef } from 'react'
import { execute } from '@shared/drawing/execute'
import { overOps, type OverPicture } from '@shared/drawing/overPicture'
import { frameFontReady, onDrawingResource } from './drawingResources'
import { measureWords } from './measureWords'

/** Lines are no thinner, in CSS pixels. */
const thinnest = 1.3

/** Marks and camera arrows over a small picture of a still. Sizes are CSS pixels. */
export function OverPictureCanvas({
  over,
  width,
  height,
  className,
}: {
  over: OverPicture
  width: number
  height: number
  className?: string | undefined
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paint = () => {
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context) return
      frameFontReady()
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      element.width = Math.round(width * ratio)
      element.height = Math.round(height * ratio)
      const place = { x: 0, y: 0, width: element.width, height: element.height }
      execute<CanvasImageSource>(overOps(over, place, measureWords, thinnest * ratio), context, () => undefined)
    }
    paint()
    return onDrawingResource(paint)
  }, [over, width, height])
  return <canvas ref={canvas} className={className} aria-hidden data-over />
}
