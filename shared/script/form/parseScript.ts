import { textReadings, type ScriptFormat, type TextReading } from '../../model/script'
import { takeComments, type CleanLines } from '../fountain/comments'
import { parseFountain } from '../fountain/parseFountain'
import { readBody } from '../fountain/readBody'
import { readTitlePage } from '../fountain/titlePage'
import { tooLarge, unreadable } from '../limits'
import type { ParsedScript, ScriptElement, ScriptWarning } from '../scriptTypes'
import { splitLines } from '../splitLines'
import { takeActs } from './acts'
import { markCaselessCues } from './caselessCues'
import { guessSpoken } from './guessSpoken'
import { readMulticam } from './multicam'
import { takePageFurniture } from './pageFurniture'
import { closeSpacedCues, skipFrontMatter, unwrapHeadings } from './looseLines'
import { breakPlainText } from './plainText'
import { isPlainHeading } from '../fountain/lineRules'
import { moveSceneNumbers } from './sceneNumbers'
import { readSpokenLines } from './spokenLines'

/**
 * Reads the text of a script in the form it is written in (domain.md 11.1): guessed, or as told. Fountain that holds nothing of a page is read as
 * `parseFountain` reads it. Never throws, linear in the length of the text; line numbers are those of the file.
 */
export function parseScript(text: string, reading: TextReading | null = null): ParsedScript {
  if (reading === 'fountain') return parseFountain(text)
  const refusal = tooLarge(text)
  if (refusal) return unreadable('screenplay', refusal)
  const lines = splitLines(text)
  const clean = takeComments(lines)
  unwrapHeadings(clean, 0)
  const spoken = reading === null ? guessSpoken(clean) : null
  const read = reading ?? spoken
  if (read === 'transcript' || read === 'play') {
    const title = readTitlePage(clean.text, true)
    takePageFurniture(clean, title.end)
    return finish(read, title, lines, clean, {
      elements: readSpokenLines(clean, title.end, read === 'play'),
      warnings: [],
    })
  }
  const title = readTitlePage(clean.text)
  const caseless = markCaselessCues(clean, title.end)
  const furniture = takePageFurniture(clean, title.end)
  const numbered = moveSceneNumbers(clean, title.end)
  const headings = countHeadings(clean, title.end)
  skipFrontMatter(clean, title.end)
  const spaced = closeSpacedCues(clean, title.end)
  const acts = takeActs(clean, title.end, headings === 0)
  const broken = breakPlainText(clean, title.end)
  const multicam =
    read === 'multicam' ? readMulticam(clean, title.end, true) : read === null && readMulticam(clean, title.end, false)
  const format =
    read ??
    (multicam
      ? 'multicam'
      : isNumbered(numbered, headings)
        ? 'shooting'
        : furniture + acts + numbered + caseless > 0 || broken || spaced
          ? 'screenplay'
          : 'fountain')
  return finish(format, title, lines, clean, readBody(clean, title.end))
}

/** Most of its headings carry numbers of the page, not only one by chance. */
const isNumbered = (numbered: number, headings: number): boolean => numbered > 0 && numbered * 2 > headings

function countHeadings({ text, skipped }: CleanLines, from: number): number {
  let count = 0
  for (let i = from; i < text.length; i++) if (!skipped[i] && isPlainHeading(text[i]!.trim())) count++
  return count
}

function finish(
  format: ScriptFormat,
  title: ReturnType<typeof readTitlePage>,
  lines: string[],
  clean: CleanLines,
  body: { elements: ScriptElement[]; warnings: ScriptWarning[] },
): ParsedScript {
  // Fountain keeps what action is indented by; on a page it is the margin.
  const inMargin = format !== 'fountain'
  const elements = [...body.elements, ...clean.elements]
    .map((e) => (inMargin && e.type === 'action' ? { ...e, text: e.text.replace(/^[ \t]+/gm, '') } : e))
    .sort((a, b) => a.line - b.line)
  const warnings = [...clean.warnings, ...body.warnings].sort((a, b) => a.line - b.line)
  return { format, titlePage: title.entries, elements, lines, warnings }
}

/** A stored text is read as it was when it was imported. */
export const isTextReading = (format: ScriptFormat): format is TextReading =>
  (textReadings as readonly string[]).includes(format)
