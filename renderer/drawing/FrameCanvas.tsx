import { useEffect, useRef } from 'react'
import { drawList, type FramePart } from '@shared/drawing/drawList'
import { execute } from '@shared/drawing/execute'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { drawnPicture, frameFontReady, onDrawingResource } from './drawingResources'

/** Pictures up to that many pixels wide are drawn so many times larger and then made smaller, which keeps their outlines smooth. */
const smallPx = 400
const oversize = 2

function enlarged({ width, height }: HTMLCanvasElement): OffscreenCanvas | null {
  return width > smallPx ? null : new OffscreenCanvas(width * oversize, height * oversize)
}

/** A small picture of a still that is not made yet, by the drawing that would make it. */
export function FrameCanvas({
  frame,
  part,
  width,
  className,
}: {
  frame: FrameDescription
  part?: FramePart | undefined
  width: number
  className?: string | undefined
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let queued = 0
    const paint = () => {
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context) return
      const scale = (width * Math.min(2, window.devicePixelRatio || 1)) / frame.width
      element.width = Math.round(frame.width * scale)
      element.height = Math.round(frame.height * scale)
      const larger = enlarged(element)
      const drawing = larger?.getContext('2d') ?? context
      const drawn = larger ? scale * oversize : scale
      drawing.imageSmoothingQuality = 'high'
      drawing.setTransform(drawn, 0, 0, drawn, 0, 0)
      execute<CanvasImageSource>(
        drawList({ ...frame, showNames: frame.showNames && frameFontReady() }, part),
        drawing,
        drawnPicture,
      )
      if (larger) {
        context.imageSmoothingQuality = 'high'
        context.drawImage(larger, 0, 0, element.width, element.height)
      }
    }
    // After the frame: the stage comes first.
    const later = () => {
      cancelAnimationFrame(queued)
      queued = requestAnimationFrame(paint)
    }
    later()
    const stop = onDrawingResource(later)
    return () => {
      cancelAnimationFrame(queued)
      stop()
    }
  }, [frame, part, width])
  return <canvas ref={canvas} className={className} aria-hidden />
}
