import type { CleanLines } from '../fountain/comments'
import { startsLikeHeading } from '../fountain/lineRules'

/** A name of one to three words in letters without capitals, and what stands in brackets behind it: "韩梅梅（画外音）". */
const nameLine = /^((?:[\p{Lo}\p{M}ー]+)(?:[ ·・][\p{Lo}\p{M}ー]+){0,2})\s*(?:[（(]([^（）()]{1,20})[）)])?$/u
/** Longer than names are: signs of Chinese and Japanese, and letters of other scripts. */
const mostSigns = 8
const mostLetters = 24

/**
 * Cues of scripts whose letters have no capitals (Chinese, Japanese, Korean, Arabic, Hebrew …): a name alone behind a blank line, with text right below,
 * that the script has elsewhere too. They are marked as Fountain marks a cue, so that they are read like any other. In a text that is mostly in
 * letters with capitals nothing is done. Answers how many there are.
 */
export function markCaselessCues({ text, skipped }: CleanLines, from: number): number {
  const body = text.slice(from).join('\n')
  const caseless = body.match(/\p{Lo}/gu)?.length ?? 0
  if (caseless * 2 < (body.match(/\p{L}/gu)?.length ?? 0)) return 0
  const found: { line: number; name: string; extension: string }[] = []
  const times = new Map<string, number>()
  for (let i = from; i < text.length; i++) {
    if (skipped[i] || (i > from && text[i - 1]!.trim() !== '' && !startsLikeHeading(text[i - 1]!.trim()))) continue
    const match = nameLine.exec(text[i]!.trim())
    const name = match?.[1] ?? ''
    const below = text[i + 1]?.trim() ?? ''
    if (name.length < 2 || name.length > (/\p{Script=Han}/u.test(name) ? mostSigns : mostLetters)) continue
    if (below === '' || startsLikeHeading(below) || startsLikeHeading(text[i]!.trim())) continue
    found.push({ line: i, name, extension: match?.[2] ?? '' })
    if (!times.has(name)) times.set(name, body.split(name).length - 1)
  }
  const cues = found.filter(({ name }) => times.get(name)! > 1)
  for (const { line, name, extension } of cues) text[line] = `@${name}${extension && ` (${extension})`}`
  return cues.length
}
