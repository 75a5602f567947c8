import { moreFamilies } from '@shared/drawing/execute'

const fonts = new Map<string, string>()

/** The font of a text that is painted by the window itself, for names in any script. @param size pixels */
export function canvasFont(weight: number, size: number): string {
  const key = `${weight}/${size}`
  const known = fonts.get(key)
  if (known !== undefined) return known
  const font = `${weight} ${size}px Inter, ${moreFamilies}`
  fonts.set(key, font)
  return font
}

/** Calls back when a font has arrived that a painted text asked for, e.g. of another script. Answers how to end it. */
export function onFonts(repaint: () => void): () => void {
  document.fonts.addEventListener('loadingdone', repaint)
  return () => document.fonts.removeEventListener('loadingdone', repaint)
}

type Measures = Pick<CanvasRenderingContext2D, 'measureText' | 'font'>

const widths = new Map<string, number>()
const mostWidths = 5000
// What was measured before a font was there was measured with another one.
if ('document' in globalThis && 'fonts' in document)
  document.fonts.addEventListener('loadingdone', () => widths.clear())

/** How wide a text is in the font that is set, in pixels; remembered, as measuring costs more than painting. */
export function textWidth(ctx: Measures, text: string): number {
  const key = `${ctx.font}/${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size >= mostWidths) widths.clear()
  const { width } = ctx.measureText(text)
  widths.set(key, width)
  return width
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A text cut to so much room, with an ellipsis; whole signs go, whatever the script. Measured with the font that is set. */
export function shortened(ctx: Measures, text: string, room: number): string {
  if (textWidth(ctx, text) <= room) return text
  const signs = [...letters.segment(text)].map((s) => s.segment)
  while (signs.length > 1) {
    signs.pop()
    const cut = `${signs.join('').trimEnd()}…`
    if (textWidth(ctx, cut) <= room) return cut
  }
  return `${signs.join('')}…`
}
