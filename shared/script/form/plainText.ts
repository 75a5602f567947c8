import type { CleanLines } from '../fountain/comments'
import { cueParts, isPlainHeading, isTransition, looksLikeAction } from '../fountain/lineRules'

/**
 * Text that came out of a PDF without its layout has hardly a blank line: headings, cues and what follows a speech are told by their form and by how wide
 * they run. Sets the breaks; answers whether the text was such.
 */
export function breakPlainText({ text, skipped, breaks }: CleanLines, from: number): boolean {
  let [blank, full] = [0, 0]
  for (let i = from; i < text.length; i++) {
    if (skipped[i]) continue
    if (text[i]!.trim() === '') blank++
    else full++
  }
  if (full < 20 || blank * 12 > full) return false
  const names = cueNames(text, skipped, from)
  if (names.size === 0) return false
  const widths = [...text.keys()]
    .filter((i) => i > from && names.has(cueKey(text[i - 1]!)) && !text[i]!.trim().startsWith('('))
    .map((i) => text[i]!.trim().length)
    .sort((a, b) => a - b)
  const spoken = widths[Math.floor(widths.length * 0.9)] ?? 0
  let inSpeech = false
  for (let i = from; i < text.length; i++) {
    if (skipped[i]) continue
    const line = text[i]!.trim()
    const above = (text[i - 1] ?? '').trim()
    if (names.has(cueKey(line)) || isPlainHeading(line) || isTransition(line)) {
      breaks[i] = 1
      inSpeech = names.has(cueKey(line))
      if (!inSpeech && i + 1 < text.length) breaks[i + 1] = 1
    } else if (inSpeech && line.length > spoken + 2 && /[.!?…"”)-]$/.test(above) && !names.has(cueKey(above))) {
      breaks[i] = 1
      inSpeech = false
    }
  }
  return true
}

const cueKey = (line: string): string => cueParts(line.trim(), false)?.name ?? ''

/** Short capitals above other text that come more than once, or with (V.O.) and the like. */
function cueNames(text: readonly string[], skipped: Uint8Array, from: number): Set<string> {
  const counts = new Map<string, number>()
  for (let i = from; i + 1 < text.length; i++) {
    const line = text[i]!.trim()
    if (skipped[i] || line.length > 45 || !/\p{Ll}/u.test(text[i + 1]!)) continue
    const cue = cueParts(line, false)
    if (
      !cue ||
      looksLikeAction(cue.name) ||
      isTransition(line) ||
      isPlainHeading(line) ||
      cue.name.split(' ').length > 4 ||
      /[.\d]$/.test(cue.name)
    )
      continue
    counts.set(cue.name, (counts.get(cue.name) ?? 0) + (cue.extension ? 2 : 1))
  }
  return new Set([...counts].filter(([, n]) => n > 1).map(([name]) => name))
}
