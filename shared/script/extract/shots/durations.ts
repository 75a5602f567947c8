import type { Breakdown } from '../../../model/project'

/** Words as a speaker counts them; two characters of a script written without spaces make about one. */
export function countWords(text: string): number {
  let words = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}][^\s—–]*/gu)) words++
  if (!dense.test(text)) return words
  let characters = 0
  for (const c of text) if (dense.test(c)) characters++
  return words + Math.ceil(characters / 2)
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Seconds of an action paragraph: 3 s and 0.3 s for each ten words, at least 2 s (domain.md 11; the numbers are project settings). */
export function actionSeconds(text: string, options: Breakdown): number {
  return Math.max(
    options.minSeconds,
    options.actionBaseSeconds + (options.actionSecondsPerTenWords * countWords(text)) / 10,
  )
}

/** Seconds to speak so many words at 2.5 words a second. */
export function speechSeconds(words: number, options: Breakdown): number {
  return words / options.dialogueWordsPerSecond
}
