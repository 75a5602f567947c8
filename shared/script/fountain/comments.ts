import type { ScriptElement, ScriptWarning } from '../scriptTypes'

export interface CleanLines {
  /** The lines without notes and boneyards. */
  text: string[]
  /** 1 where nothing but a note or boneyard stood: such a line is neither text nor a blank line. */
  skipped: Uint8Array
  /** 1 where a line begins a paragraph though no blank line stands before it. */
  breaks: Uint8Array
  elements: ScriptElement[]
  warnings: ScriptWarning[]
}

const maxWarnings = 100

/** A line of exactly two spaces does not end a paragraph or speech; any other line of spaces is blank (https://fountain.io/syntax). */
export const pause = '  '

/**
 * Takes boneyards (also over blank lines) and notes (within a paragraph; a line of two spaces does not end it) out of the
 * lines. Unclosed ones stay as text, with a warning. Linear in the length of the text.
 */
export function takeComments(lines: readonly string[]): CleanLines {
  const clean: CleanLines = {
    text: lines.slice(),
    skipped: new Uint8Array(lines.length),
    breaks: new Uint8Array(lines.length),
    elements: [],
    warnings: [],
  }
  takeSpans(clean, 0, lines.length, '/*', '*/', 'boneyard')
  for (let from = 0; from < lines.length;) {
    let to = from
    while (to < lines.length && (clean.skipped[to] || clean.text[to]!.trim() !== '' || clean.text[to] === pause)) to++
    if (to > from) takeSpans(clean, from, to, '[[', ']]', 'note')
    from = to + 1
  }
  return clean
}

function takeSpans(
  clean: CleanLines,
  from: number,
  to: number,
  open: string,
  close: string,
  type: 'boneyard' | 'note',
): void {
  const lastClose = findLastClose(clean.text, from, to, close)
  /** Where the span that is open began, and its text so far. */
  let begin = -1
  let inside: string[] = []
  for (let i = from; i < to; i++) {
    const line = clean.text[i]!
    if (begin < 0 && !line.includes(open)) continue
    const within = begin >= 0
    let kept = ''
    let at = 0
    let took = within
    for (;;) {
      if (begin >= 0) {
        const end = line.indexOf(close, at)
        inside.push(line.slice(at, end < 0 ? undefined : end))
        if (end < 0) break
        addElement(clean.elements, { type, text: inside.join('\n').trim(), line: begin + 1, endLine: i + 1 })
        begin = -1
        at = end + close.length
      }
      const start = line.indexOf(open, at)
      if (start < 0 || !isBefore(i, start + open.length, lastClose)) {
        if (start >= 0) warnUnclosed(clean.warnings, type, i + 1)
        kept += line.slice(at)
        break
      }
      kept += line.slice(at, start)
      at = start + open.length
      begin = i
      inside = []
      took = true
    }
    if (!took) continue
    clean.text[i] = kept
    if (kept.trim() === '') clean.skipped[i] = 1
  }
}

interface Place {
  line: number
  column: number
}

function findLastClose(lines: string[], from: number, to: number, close: string): Place | null {
  for (let line = to - 1; line >= from; line--) {
    const column = lines[line]!.lastIndexOf(close)
    if (column >= 0) return { line, column }
  }
  return null
}

function isBefore(line: number, column: number, place: Place | null): boolean {
  return place !== null && (line < place.line || (line === place.line && column <= place.column))
}

/** Several notes of one line become one element. */
function addElement(elements: ScriptElement[], added: ScriptElement): void {
  const last = elements.at(-1)
  if (last && last.type === added.type && last.line === added.line && last.endLine === last.line) {
    last.text += `\n${added.text}`
    last.endLine = added.endLine
  } else elements.push(added)
}

function warnUnclosed(warnings: ScriptWarning[], type: 'boneyard' | 'note', line: number): void {
  const code = type === 'note' ? 'UNCLOSED_NOTE' : 'UNCLOSED_BONEYARD'
  if (warnings.length >= maxWarnings || warnings.at(-1)?.line === line) return
  const message =
    type === 'note'
      ? `The note that opens with [[ in line ${line} is not closed within its paragraph, so it was read as script. Add ]] where it ends.`
      : `The boneyard that opens with /* in line ${line} is never closed, so it was read as script. Add */ where it ends.`
  warnings.push({ line, code, message })
}
