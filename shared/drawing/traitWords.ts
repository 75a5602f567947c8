import { colourWords } from './drawingColours'

/** Lower-case words of a text; hyphened ones are split ("red-haired" -> red, haired). */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .match(/[a-z]+/g) ?? []
  )
}

/** Does any of the words, in its plain or plural form, occur? */
export function hasWord(words: readonly string[], ...wanted: readonly string[]): boolean {
  return indexOfWord(words, wanted) >= 0
}

function indexOfWord(words: readonly string[], wanted: readonly string[]): number {
  return words.findIndex((word) => wanted.includes(word) || (word.endsWith('s') && wanted.includes(word.slice(0, -1))))
}

const LOOK_BACK = 3

/**
 * The colour said of one of the wanted things: the nearest colour word before it ("blue summer dress"), else right
 * after it ("dress, blue"). Words such as "and" or another thing in between end the search. Null = not said.
 */
export function colourOf(words: readonly string[], wanted: readonly string[]): string | null {
  const at = indexOfWord(words, wanted)
  if (at < 0) return null
  for (let i = at - 1; i >= Math.max(0, at - LOOK_BACK); i--) {
    const word = words[i]!
    if (word === 'and' || word === 'with' || word === 'in') break
    const colour = colourWords[word]
    if (colour) return colour
  }
  return null
}

/** The first colour word of all. */
export function firstColour(words: readonly string[]): string | null {
  for (const word of words) {
    const colour = colourWords[word]
    if (colour && word !== 'dark' && word !== 'pale') return colour
  }
  return null
}
