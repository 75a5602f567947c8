import type { CleanLines } from '../fountain/comments'
import { cueParts, isPlainHeading } from '../fountain/lineRules'
import { stripEmphasis } from '../fountain/emphasis'
import { escapeRegExp } from '../../language/text/escapeRegExp'
import { displayName } from '../../language/text/names'

const castLine = /^\(\s*[\p{Lu}][\p{Lu}\p{N}'’.&/ -]*(?:,\s*[\p{Lu}\p{N}'’.&/ -]+)*\s*\)$/u

/**
 * The form of sitcoms shot with several cameras: who is in a scene stands in brackets below its heading, and what is done in capitals, underlined or not.
 * The capitals become sentences, so that they are read like any other, names with theirs; the cast of a scene becomes a note of who is there.
 * `told` reads so whatever the text looks like. Answers whether it did.
 */
export function readMulticam(clean: CleanLines, from: number, told: boolean): boolean {
  const { text, skipped } = clean
  const casts = castLines(clean, from)
  const actions = shoutedParagraphs(clean, from)
  if (!told && (casts.length === 0 || actions.length < 2)) return false
  const names = new Set<string>()
  for (let i = from; i < text.length; i++) {
    if (skipped[i] || text[i]!.trim() === '') continue
    if (casts.includes(i)) for (const name of castOf(text[i]!)) names.add(name)
    else if (
      (text[i - 1]?.trim() ?? '') === '' &&
      (text[i + 1]?.trim() ?? '') !== '' &&
      !isPlainHeading(text[i]!.trim())
    ) {
      const cue = cueParts(text[i]!.trim(), false)
      if (cue && cue.name.split(' ').length <= 3) names.add(cue.name)
    }
  }
  const known = [...names].sort((a, b) => b.length - a.length)
  for (const i of casts) {
    text[i] = `!${castOf(text[i]!).map(displayName).join(', ')}.`
    clean.breaks[i] = 1
    if (i + 1 < text.length) clean.breaks[i + 1] = 1
  }
  for (const [first, last] of actions) {
    let begins = true
    for (let i = first; i <= last; i++) {
      const quiet = sentences(stripEmphasis(text[i]!.trim()).replace(/^_|_$/g, ''), known, begins)
      begins = /[.!?]\s*$/.test(quiet)
      text[i] = quiet
    }
  }
  return true
}

function castOf(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(',')
    .map((n) => n.trim())
    .filter((n) => n !== '')
}

/** A line of names in brackets right below a heading. */
function castLines({ text, skipped }: CleanLines, from: number): number[] {
  const found: number[] = []
  for (let i = from + 1; i < text.length; i++) {
    if (skipped[i] || !castLine.test(text[i]!.trim())) continue
    const above = text[i - 1]!.trim() === '' ? (text[i - 2]?.trim() ?? '') : text[i - 1]!.trim()
    if (isPlainHeading(above)) found.push(i)
  }
  return found
}

/** Paragraphs of capitals that stand alone or run over several lines of capitals: what is done, not said. */
function shoutedParagraphs({ text, skipped }: CleanLines, from: number): [number, number][] {
  const found: [number, number][] = []
  for (let i = from; i < text.length; i++) {
    if (skipped[i] || text[i]!.trim() === '' || (i > from && text[i - 1]!.trim() !== '')) continue
    let last = i
    while (last + 1 < text.length && text[last + 1]!.trim() !== '') last++
    const whole = text.slice(i, last + 1).join(' ')
    const first = text[i]!.trim()
    if (
      !/\p{Ll}/u.test(whole) &&
      isShouted(whole.trim()) &&
      whole.trim().split(/\s+/).length >= 3 &&
      !isPlainHeading(first) &&
      !/^[>#=.]/.test(first) &&
      !castLine.test(first)
    )
      found.push([i, last])
    i = last
  }
  return found
}

/** Two words in capitals or more, up to a stop. In one pass, however long a paragraph is. */
function isShouted(text: string): boolean {
  const first = text.search(/\p{Lu}{2}/u)
  return first >= 0 && / \p{Lu}/u.test(text.slice(first + 2)) && /[.!?…]_?\s*\)?$/u.test(text.slice(-20))
}

function sentences(line: string, names: readonly string[], begins: boolean): string {
  let quiet = line.toLowerCase()
  for (const name of names)
    quiet = quiet.replaceAll(
      new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name.toLowerCase())}(?![\\p{L}\\p{N}])`, 'gu'),
      displayName(name),
    )
  quiet = quiet
    .replace(/([.!?]\s+)(\p{Ll})/gu, (_, end: string, letter: string) => end + letter.toUpperCase())
    .replace(/\bi\b/g, 'I')
  return begins ? quiet.replace(/^\P{L}*\p{Ll}/u, (start) => start.toUpperCase()) : quiet
}
