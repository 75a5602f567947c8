import { wordList } from './wordList'

/** A closed class of words: asked in small letters or capitals, listed in small ones. */
export interface WordSet {
  has(word: string): boolean
  readonly words: readonly string[]
}

/** The words of texts that list them with spaces between, and of other classes. */
export function wordSet(...parts: readonly (string | WordSet)[]): WordSet {
  const words = [...new Set(parts.flatMap((part) => (typeof part === 'string' ? wordList(part) : part.words)))]
  const set = new Set(words)
  return { words, has: (word) => set.has(word) || (opensLarge(word) && set.has(word.toLowerCase())) }
}

/** May the word be written with capitals? Most are asked for in small letters, and signs have none. */
function opensLarge(word: string): boolean {
  const first = word.charCodeAt(0)
  return first > 122 || (first < 97 && (word.length > 1 || first >= 65))
}
