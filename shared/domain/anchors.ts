import type { AssetType } from '../model/asset'
import { oneLine } from './manifest'

export interface AnchorSubject {
  readonly assetId: string
  readonly name: string
  readonly type: AssetType
  readonly description: string
  /** Number in the manifest; null when no picture is sent. */
  readonly index: number | null
  /** "at left third", used when two phrases would be the same. */
  readonly place: string
}

const maxWords = 8
const joiners = new Set(['with', 'in', 'wearing', 'and', 'of', 'who', 'that', 'a', 'an', 'the', 'on', 'at', 'by', 'to', 'from', 'his', 'her', 'their', 'its', 'or', 'for', 'very', 'is', 'has'])

/**
 * The trait an asset is recognised by: the first clause of its description, at most eight words with the article, never ending in the middle
 * of a clause (domain.md 4). Empty when the description gives none.
 */
export function traitPhrase(description: string, name = ''): string {
  let clause = oneLine(description).replace(/^[-–—:,;.\s]+/, '').split(/[,;.:!?()]|\s[-–—]\s/)[0]!.trim()
  clause = clause.replace(/^(an?|the|one|this|our)\s+/i, '').replace(/^(he|she|it|they)\s+(is|are|has|wears)\s+(an?\s+|the\s+)?/i, '')
  const words = clause.split(' ').filter(Boolean).slice(0, maxWords - 1)
  while (words.length && joiners.has(words.at(-1)!.toLowerCase())) words.pop()
  const phrase = words.join(' ')
  if (!phrase || phrase.toLowerCase() === name.toLowerCase()) return ''
  // A description starts with a capital only because it starts; a name inside keeps its capitals.
  return /^[A-Z][a-z]/.test(phrase) && !/^[A-Z][a-z]+ [A-Z]/.test(phrase) ? phrase[0]!.toLowerCase() + phrase.slice(1) : phrase
}

/**
 * The words in brackets behind each name: "the red-haired woman from Image #1". Phrases differ from each other within a frame, else
 * the position is added; without a trait "the character from Image #1".
 */
export function anchorPhrases(subjects: readonly AnchorSubject[], traits = true): Map<string, string> {
  const base = new Map<string, string>()
  const seen = new Map<string, number>()
  for (const subject of subjects) {
    const trait = traits ? traitPhrase(subject.description, subject.name) : ''
    const phrase = trait || (subject.index === null ? '' : subject.type)
    base.set(subject.assetId, phrase)
    seen.set(phrase.toLowerCase(), (seen.get(phrase.toLowerCase()) ?? 0) + 1)
  }
  const out = new Map<string, string>()
  for (const subject of subjects) {
    const phrase = base.get(subject.assetId)!
    const twin = phrase !== '' && seen.get(phrase.toLowerCase())! > 1
    const words = phrase ? `the ${phrase}${twin && subject.place ? ` ${subject.place}` : ''}` : ''
    const image = subject.index === null ? '' : `from Image #${subject.index}`
    out.set(subject.assetId, [words, image].filter(Boolean).join(' '))
  }
  return out
}
