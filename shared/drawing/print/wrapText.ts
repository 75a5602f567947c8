/** How wide a line of text is, in points. */
export type Measure = (text: string, size: number, weight: 400 | 600) => number

// Where a line may break: at spaces, and between signs of scripts that are written without them.
const pieces =
  /\s+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\p{P}\p{Lm}]*|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A text in lines that are no wider than `width`: nothing of it is left out, and a word too long for a line is broken. An empty text has no lines. */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()
  if (!clean) return lines
  for (const paragraph of clean.split('\n')) {
    let line = ''
    let used = 0
    const flush = () => {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    for (const [piece] of paragraph.matchAll(pieces)) {
      const isSpace = /^\s/.test(piece)
      const own = widthOf(piece)
      if (used + own <= width || isSpace) {
        if (isSpace && !line) continue
        line += isSpace ? ' ' : piece
        used += isSpace ? widthOf(' ') : own
        continue
      }
      if (line) flush()
      if (own <= width) {
        line = piece
        used = own
        continue
      }
      for (const { segment } of graphemes.segment(piece)) {
        const one = widthOf(segment)
        if (line && used + one > width) flush()
        line += segment
        used += one
      }
    }
    flush()
  }
  return lines
}

/** Whether a line reads from right to left, by the first of its signs that has a direction. */
export function isRightToLeft(text: string): boolean {
  const first = /[\p{L}]/u.exec(text)?.[0]
  return first !== undefined && /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(first)
}
