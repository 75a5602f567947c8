import { fontOf } from '@shared/drawing/execute'
import type { Measure } from '@shared/drawing/print/wrapText'

let context: OffscreenCanvasRenderingContext2D | null = null

/** How wide words are in the font of frames, as the window draws them. */
export const measureWords: Measure = (text, size, weight) => {
  context ??= new OffscreenCanvas(1, 1).getContext('2d')!
  context.font = fontOf(size, weight)
  return context.measureText(text).width
}
