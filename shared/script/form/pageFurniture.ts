import type { CleanLines } from '../fountain/comments'
import { indentOf } from '../fountain/indent'
import { cueParts, isPlainHeading } from '../fountain/lineRules'

/** "(MORE)", "CONTINUED: (2)", "OMITTED" and their like in other languages, without the scene numbers around. */
const more = /^[([]\s*(?:MORE|WEITER|MEHR|SUITE|À SUIVRE|MÁS|SEGUE|MAIS|MEER|DALEJ|ДАЛЬШЕ|DEVAMI|MER)\s*[)\]]$/i
const continued =
  /^[([]?\s*(?:CONTINUED|CONT['’]?D|CONTINUES|FORTSETZUNG|SUITE|CONTINÚA|CONTINUA|ПРОДОЛЖЕНИЕ|DEVAM)\s*[:.]?\s*[)\]]?\s*:?$/
const omitted =
  /^[([]?\s*(?:SCENES?\s+)?(?:OMIT(?:TED|S)?|DELETED|ENTFÄLLT|SUPPRIMÉE?|OMITID[AO])(?:\s+SCENES?)?\s*[)\]]?[.:]?$/
const numberToken =
  /^(?:\*|[-–—,&.:]|[([]?[A-Z]{0,3}-?\d{1,4}[A-Z]{0,3}[)\]]?[-–,.:&]?(?:[A-Z]{0,3}\d{1,4}[A-Z]{0,3}[,.:]?)?)$/
const joiner = /^(?:THRU|THROUGH|TO|AND|SC\.?|SCENES?)$/

/** A line without the numbers at its two ends: "14-16 OMITTED 14-16" is OMITTED. */
function withoutNumbers(trimmed: string): string {
  const words = trimmed.split(/\s+/)
  let [from, to] = [0, words.length]
  while (from < to && (numberToken.test(words[from]!) || joiner.test(words[from]!))) from++
  while (to > from && (numberToken.test(words[to - 1]!) || joiner.test(words[to - 1]!))) to--
  return words.slice(from, to).join(' ')
}

const pageNumber =
  /^(?:(?:page|seite|pág\.?|p\.)\s*)?[-–—([]?\s*(\d{1,3})[A-Z]?\s*[-–—)\]]?\s*\.?(?:\s*\(?of \d+\)?)?$/i
const date = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:19|20)\d\d-\d\d-\d\d\b/
const draft =
  /\b(?:(?:BLUE|PINK|YELLOW|GREEN|GOLDENROD|BUFF|SALMON|CHERRY|TAN|WHITE|IVORY|GR[AE]Y)\s+(?:REV|REVISION|REVISIONS|REVISED|PAGES?|DRAFT)|REVISION|REVISIONS|REVISED|REV\.?|DRAFT|SHOOTING SCRIPT|PRODUCTION DRAFT)\b/i

type Kind = 'more' | 'continued' | 'omitted' | 'page' | 'header'

const isBlank = (line: string): boolean => line.trim() === ''

/**
 * Takes out what belongs to pages, not to the film: form feeds, page numbers, draft lines, (MORE), (CONTINUED), OMITTED, revision marks in the margin. A
 * speech or paragraph that a page cut in two is joined. Answers how many lines were taken.
 */
export function takePageFurniture(clean: CleanLines, from: number): number {
  takeRevisionMarks(clean, from)
  const feeds = takeFormFeeds(clean, from)
  const kinds = furnitureOf(clean, from, feeds)
  let taken = 0
  for (let i = from; i < clean.text.length; i++) {
    if (!kinds[i]) {
      if (feeds[i]) joinCut(clean, i, i - 1, false)
      continue
    }
    let end = i
    for (let k = i; k < clean.text.length && (kinds[k] || isBlank(clean.text[k]!) || clean.skipped[k]); k++)
      if (kinds[k]) end = k
    let wasMore = false
    for (let k = i; k <= end; k++) {
      if (!kinds[k]) continue
      clean.skipped[k] = 1
      wasMore ||= kinds[k] === 'more'
      taken++
    }
    joinCut(clean, i, end, wasMore)
    i = end
  }
  return taken
}

/** "Otto waits.      *": a mark of the margin, far behind the words. */
function takeRevisionMarks({ text }: CleanLines, from: number): void {
  for (let i = from; i < text.length; i++) {
    const line = text[i]!
    if (!line.includes('*')) continue
    if (/^\s*\*{1,2}\s*$/.test(line)) text[i] = ''
    else if (/(?:\s{3,}|\t\s*)\*{1,2}\s*$/.test(line)) text[i] = line.replace(/\s*\*{1,2}\s*$/, '')
  }
}

function takeFormFeeds({ text, breaks }: CleanLines, from: number): Uint8Array {
  const feeds = new Uint8Array(text.length)
  for (let i = from; i < text.length; i++) {
    const line = text[i]!
    if (!line.includes('\f')) continue
    const at = line.trimStart() === '' || /^\s*\f/.test(line) || line.trim().startsWith('\f') ? i : i + 1
    text[i] = line.replaceAll('\f', '')
    if (at < text.length) feeds[at] = breaks[at] = 1
  }
  return feeds
}

function furnitureOf({ text, skipped }: CleanLines, from: number, feeds: Uint8Array): (Kind | undefined)[] {
  const kinds: (Kind | undefined)[] = Array.from({ length: text.length })
  const numbers: { line: number; value: number; sure: boolean }[] = []
  const headers = new Map<string, number[]>()
  for (let i = from; i < text.length; i++) {
    const line = text[i]!
    const trimmed = line.trim()
    if (skipped[i] || trimmed === '' || trimmed.length > 140) continue
    const lone = isBlank(text[i - 1] ?? '') && isBlank(text[i + 1] ?? '')
    if (more.test(trimmed) || (trimmed === 'MORE' && indentOf(line) >= 15)) kinds[i] = 'more'
    else if (trimmed.includes('CONT') && continued.test(withoutNumbers(trimmed))) kinds[i] = 'continued'
    else if (/OMIT|DELE|ENTF|SUPP/.test(trimmed) && omitted.test(withoutNumbers(trimmed))) kinds[i] = 'omitted'
    else if (/\d/.test(trimmed)) {
      const page = pageNumber.exec(trimmed)
      if (page && isPlainHeading(text[i + 1]?.trim() ?? '') && !feeds[i]) continue
      if (page) {
        const sure = feeds[i] === 1 || indentOf(line) >= 30 || (lone && /\D/.test(trimmed))
        numbers.push({ line: i, value: Number(page[1]), sure })
      } else if (
        (date.test(trimmed) && draft.test(trimmed)) ||
        (/\s{3,}\d{1,3}[A-Z]?\.?$|^\d{1,3}[A-Z]?\.?\s{3,}/.test(trimmed) && (date.test(trimmed) || draft.test(trimmed)))
      ) {
        if (draft.test(trimmed) && date.test(trimmed) && trimmed.length < 100) kinds[i] = 'header'
      } else if (/^\S.*\s{3,}(?:page\s*)?\d{1,3}[A-Z]?\.?$|^\d{1,3}[A-Z]?\.?\s{3,}\S/i.test(trimmed) || feeds[i]) {
        const key = trimmed.replace(/\d+[A-Z]?\.?/g, '#').replace(/\s+/g, ' ')
        headers.set(key, [...(headers.get(key) ?? []), i].slice(0, 400))
      }
    }
  }
  // The same line with another number on page after page is a header.
  for (const [key, lines] of headers)
    if (lines.length >= 3 && /\p{L}/u.test(key) && !/^# .* #$/.test(key)) for (const i of lines) kinds[i] = 'header'
  numbers.forEach(({ line, value, sure }, k) => {
    const near = [line - 3, line - 2, line - 1, line + 1, line + 2, line + 3].some((i) => kinds[i] || feeds[i])
    const inRow = [numbers[k - 1], numbers[k + 1]].some(
      (other, side) =>
        other &&
        other.value === value + (side === 0 ? -1 : 1) &&
        Math.abs(other.line - line) >= 12 &&
        Math.abs(other.line - line) <= 150,
    )
    if (sure || near || inRow) kinds[line] = 'page'
  })
  return kinds
}

/** What the lines from `first` to `end` cut in two is joined; what they only parted stays parted. */
function joinCut(clean: CleanLines, first: number, end: number, wasMore: boolean): void {
  const { text, skipped, breaks } = clean
  let before = first - 1
  while (before >= 0 && (isBlank(text[before]!) || skipped[before])) before--
  let after = end + 1
  while (after < text.length && (isBlank(text[after]!) || skipped[after])) after++
  if (before < 0 || after >= text.length) return
  const goesOn = goesOnAs(clean, before, after, wasMore)
  if (goesOn === 'no') {
    breaks[after] = 1
    return
  }
  for (let i = before + 1; i < after; i++) skipped[i] = 1
  breaks[after] = 0
  if (goesOn === 'speech') skipped[after] = 1
}

/** Does the text after a page go on with what stood before it: a speech under its cue again, or a sentence in its midst? */
function goesOnAs(
  { text, skipped }: CleanLines,
  before: number,
  after: number,
  wasMore: boolean,
): 'speech' | 'text' | 'no' {
  const next = text[after]!
  const again = cueParts(next.trim(), false)
  if (again && !isBlank(text[after + 1] ?? '')) {
    if (!wasMore && !again.extension.includes("CONT'D")) return 'no'
    for (let i = before; i >= 0 && i > before - 60; i--) {
      if (skipped[i]) continue
      if (isBlank(text[i]!)) return 'no'
      const cue = cueParts(text[i]!.trim(), false)
      if (cue && cue.name === again.name) return 'speech'
    }
    return 'no'
  }
  const last = text[before]!.trim()
  const sameMargin = Math.abs(indentOf(next) - indentOf(text[before]!)) <= 1
  return sameMargin && /^\p{Ll}/u.test(next.trim()) && !/[.!?:…"”)]$/.test(last) && !/^[^\p{Ll}]*$/u.test(last)
    ? 'text'
    : 'no'
}
