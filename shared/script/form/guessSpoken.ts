import type { CleanLines } from '../fountain/comments'
import { cueParts, isPlainHeading, startsLikeHeading } from '../fountain/lineRules'
import { isAct, sceneLine } from './acts'
import { spokenLine } from './spokenLines'

/**
 * Is the text a transcript (`NAME: words`) or a stage play (`NAME. words`)? Only where such lines are many, come again under the same names, and outdo
 * the cues of a screenplay.
 */
export function guessSpoken({ text, skipped }: CleanLines): 'transcript' | 'play' | null {
  const found = { colon: new Map<string, number>(), dot: new Map<string, number>() }
  let [lines, cues, acts] = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const line = text[i]!.trim()
    if (skipped[i] || line === '') continue
    lines++
    if (startsLikeHeading(line) || isPlainHeading(line)) continue
    if (isAct(line) || sceneLine(line)) acts++
    const colon = spokenLine(line, false)
    if (colon) add(found.colon, colon.name)
    else {
      const dot = spokenLine(line, true)
      if (dot && dot.words !== '' && !/\p{Ll}/u.test(dot.name)) add(found.dot, dot.name)
    }
    if (cueParts(line, false) && (text[i - 1]?.trim() ?? '') === '' && (text[i + 1]?.trim() ?? '') !== '') cues++
  }
  const colons = speeches(found.colon)
  if (colons.lines >= 3 && colons.lines > cues && colons.lines * 3 >= lines) return 'transcript'
  const dots = speeches(found.dot)
  if (dots.lines >= 3 && dots.lines > cues && (dots.lines * 3 >= lines || (acts > 0 && dots.lines * 8 >= lines)))
    return 'play'
  return null
}

function add(names: Map<string, number>, name: string): void {
  const key = name.toUpperCase()
  names.set(key, (names.get(key) ?? 0) + 1)
}

/** Lines of names that speak more than once; a short text may have a name that speaks but once. */
function speeches(names: ReadonlyMap<string, number>): { lines: number } {
  let lines = 0
  let once = 0
  for (const count of names.values())
    if (count > 1) lines += count
    else once++
  return { lines: lines > 0 ? lines + Math.min(once, lines) : 0 }
}
