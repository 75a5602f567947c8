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

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A text cut to so much room, with an ellipsis; whole signs go, whatever the script. Measured with the font that is set. */
export function shortened(ctx: Pick<CanvasRenderingContext2D, 'measureText'>, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text
  const signs = [...letters.segment(text)].map((s) => s.segment)
  while (signs.length > 1) {
    signs.pop()
    const cut = `${signs.join('').trimEnd()}…`
    if (ctx.measureText(cut).width <= room) return cut
  }
  return `${signs.join('')}…`
}
