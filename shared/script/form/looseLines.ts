import type { CleanLines } from '../fountain/comments'
import { cueParts, isPlainHeading, isTransition, looksLikeAction } from '../fountain/lineRules'

const bracketed = /^(?:\[\s*(.{3,120}?)\s*\]|\(\s*(.{3,120}?)\s*\))$/

/** "[INT. HALL - DAY]": a heading in brackets is one. */
export function unwrapHeadings({ text, skipped }: CleanLines, from: number): void {
  for (let i = from; i < text.length; i++) {
    const line = text[i]!.trim()
    if (skipped[i] || !/^[[(]/.test(line)) continue
    const found = bracketed.exec(line)
    const inside = found?.[1] ?? found?.[2]
    if (inside !== undefined && isPlainHeading(inside)) text[i] = inside
  }
}

/**
 * Text out of a word processor has a blank line behind every line: a cue, a blank line, the words. Where no cue of the text has its words right below, and
 * several stand so, the lines between are taken out. Answers whether the text was such.
 */
export function closeSpacedCues({ text, skipped }: CleanLines, from: number): boolean {
  const counts = new Map<string, number>()
  const spaced: number[] = []
  let close = 0
  for (let i = from; i + 2 < text.length; i++) {
    if (skipped[i] || (text[i - 1]?.trim() ?? '') !== '') continue
    const name = cueName(text[i]!)
    if (name === null) continue
    if (text[i + 1]!.trim() !== '') {
      close++
      continue
    }
    const below = text[i + 2]!.trim()
    if (below === '' || !/\p{Ll}/u.test(below) || isPlainHeading(below)) continue
    spaced.push(i)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const known = spaced.filter((i) => counts.get(cueName(text[i]!)!)! > 1)
  if (known.length < 3 || close * 10 > known.length) return false
  for (const i of spaced) {
    skipped[i + 1] = 1
    // "(quietly)" and a blank line more.
    if (/^\(.*\)$/.test(text[i + 2]!.trim()) && text[i + 3]?.trim() === '' && (text[i + 4]?.trim() ?? '') !== '')
      skipped[i + 3] = 1
  }
  return true
}

function cueName(line: string): string | null {
  const trimmed = line.trim()
  if (trimmed.length === 0 || trimmed.length > 45 || isPlainHeading(trimmed) || isTransition(trimmed)) return null
  const cue = cueParts(trimmed, false)
  return cue && !looksLikeAction(cue.name) && cue.name.split(' ').length <= 4 && !/[.\d:]$/.test(cue.name)
    ? cue.name
    : null
}

const byline =
  /^(?:(?:story|screenplay|teleplay|script|original screenplay)?\s*(?:written |directed |created )?by\b.{0,60}|(?:based (?:up)?on|copyright|©|draft|revised|contact|first draft|final draft|shooting script|an? (?:original )?(?:screenplay|script|short film))\b.{0,80})$/i

/** The lines of a title page without keys, up to the first heading: few of them, one of which says by whom. */
export function skipFrontMatter({ text, skipped }: CleanLines, from: number): void {
  let lines = 0
  let told = false
  for (let i = from; i < text.length && lines <= 16; i++) {
    const line = text[i]!.trim()
    if (skipped[i] || line === '') continue
    if (isPlainHeading(line)) {
      if (told) for (let k = from; k < i; k++) skipped[k] = 1
      return
    }
    if (line.length > 80 || line.startsWith('FADE IN')) return
    told ||= byline.test(line)
    lines++
  }
}
