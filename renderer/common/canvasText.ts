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

/** Widths by font and text. */
const widths = new Map<string, Map<string, number>>()
const mostWidths = 5000
// What was measured before a font was there was measured with another one.
if ('document' in globalThis && 'fonts' in document)
  document.fonts.addEventListener('loadingdone', () => widths.clear())

/**
 * How wide a text is, in pixels; remembered, as measuring costs more than painting.
 * @param font of `canvasFont`; given, because a context is slow to say which font it has
 */
export function textWidth(ctx: Measures, text: string, font: string): number {
  const ofFont = widths.get(font) ?? new Map<string, number>()
  widths.set(font, ofFont)
  const known = ofFont.get(text)
  if (known !== undefined) return known
  if (ofFont.size >= mostWidths) ofFont.clear()
  ctx.font = font
  const { width } = ctx.measureText(text)
  ofFont.set(text, width)
  return width
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A text cut to so much room, with an ellipsis; whole signs go, whatever the script. @param font of `canvasFont` */
export function shortened(ctx: Measures, text: string, room: number, font: string): string {
  if (textWidth(ctx, text, font) <= room) return text
  const signs = [...letters.segment(text)].map((s) => s.segment)
  while (signs.length > 1) {
    signs.pop()
    const cut = `${signs.join('').trimEnd()}…`
    if (textWidth(ctx, cut, font) <= room) return cut
  }
  return `${signs.join('')}…`
}
