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
  return { words, has: (word) => set.has(word) || set.has(word.toLowerCase()) }
}
