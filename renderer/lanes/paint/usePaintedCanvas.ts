import { useEffect, type RefObject } from 'react'
import { useTheme } from '../../app/theme'
import { onFonts } from '../../common/canvasText'
import { readPalette, type Palette } from './palette'

/** What paints a canvas, and how it is told no more of changes. */
export interface Painting {
  /** Draws all of it; `width` in pixels of the window. */
  paint(ctx: CanvasRenderingContext2D, width: number, palette: Palette): void
  readonly stops: readonly (() => void)[]
}

/**
 * Paints a canvas as wide as its box, outside React: at most once a frame, when something it shows has changed, when the box gets another
 * width, and in another theme.
 * @param height in pixels of the window
 * @param begin gets what asks for a repaint and hands it to all that the picture depends on; a new function begins anew
 */
export function usePaintedCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  box: RefObject<HTMLElement | null>,
  height: number,
  begin: (repaint: () => void) => Painting,
): void {
  useEffect(() => {
    const [element, around] = [canvas.current!, box.current!]
    let asked = 0
    let palette = readPalette()
    const draw = () => {
      asked = 0
      const width = around.clientWidth
      if (!width) return
      const ratio = window.devicePixelRatio || 1
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
      if (element.width !== across || element.height !== down) {
        Object.assign(element, { width: across, height: down })
        Object.assign(element.style, { width: `${width}px`, height: `${height}px` })
      }
      const ctx = element.getContext('2d', { alpha: false })!
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      painting.paint(ctx, width, palette)
    }
    const repaint = () => {
      if (!asked) asked = requestAnimationFrame(draw)
    }
    const painting = begin(repaint)
    const room = new ResizeObserver(repaint)
    room.observe(around)
    repaint()
    const ownStops = [
      onFonts(repaint),
      useTheme.subscribe(() => {
        palette = readPalette()
        repaint()
      }),
    ]
    return () => {
      cancelAnimationFrame(asked)
      room.disconnect()
      for (const stop of [...ownStops, ...painting.stops]) stop()
    }
  }, [canvas, box, height, begin])
}
