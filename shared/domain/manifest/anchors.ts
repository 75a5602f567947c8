import type { AssetType } from '../../model/asset'
import { oneLine } from './manifest'
import { soundsLikePerson } from '../../language/lexicon/people'
import { wordList } from '../../language/lexicon/wordList'

export interface AnchorSubject {
  readonly assetId: string
  readonly name: string
  readonly type: AssetType
  readonly description: string
  /** Number in the manifest; null when no picture is sent. */
  readonly index: number | null
  /** "at left third", used when two phrases would be the same. */
  readonly place: string
  /** From 0 left to 1 right; tells apart those whose phrases and places are the same. */
  readonly x?: number
}

/** Words of a whole anchor, "the" and "from Image #1" counted (domain.md 4). */
const maxWords = 8
const imageWords = 3
const placeLimit = 3
const joiners = new Set(
  wordList(`
  with in wearing and of who that a an the on at by to from his her their its or for very is has holding
  carrying
`),
)
/** What a phrase without a noun of its own may begin with: "in his thirties", "with a scar". */
const adjuncts = /^(in|with|without|wearing|from|of|about|around|on|at|by|holding|carrying|aged)\b/i
/** Alone it says nothing that could be seen: "40s", "mid-20s", "34". */
const ageOnly =
  /^(in (his|her|their) )?((early|mid|late)[- ]?)?(\d+s?|twenties|thirties|forties|fifties|sixties|seventies|eighties)( years old)?$/i
/**
 * The trait an asset is recognised by: the first clause of its description that shows something, never ending inside a phrase (domain.md 4).
 * Empty when the description gives none.
 * @param limit words it may have
 */
export function traitPhrase(
  description: string,
  name = '',
  limit = maxWords - 1,
  type: AssetType = 'character',
): string {
  const clauses = oneLine(description)
    .replace(/^[-–—:,;.\s]+/, '')
    .split(/[,;.:!?()]|\s[-–—]\s/)
    .map((c) => c.trim())
    .filter(Boolean)
  let clause = clauses.find((c) => !ageOnly.test(c)) ?? clauses[0] ?? ''
  clause = clause
    .replace(/^(he|she|it|they)\s+(is|are|has|wears)\s+/i, '')
    .replace(/^(an?|the|one|this|our|his|her|their)\s+/i, '')
    .replace(/^\p{Lu}[\p{L}\s]*?(['’]s|s['’])\s+(?=\p{L})/u, '')
  const all = clause.split(' ').filter(Boolean)
  const bare =
    adjuncts.test(clause) || ageOnly.test(clause)
      ? [type, ...all]
      : type === 'character' && all.length === 1 && !soundsLikePerson(clause)
        ? [...all, type]
        : all
  const phrase = shortened(bare, limit).join(' ')
  if (!phrase || clause.toLowerCase() === name.toLowerCase()) return ''
  // A description starts with a capital only because it starts; a name inside keeps its capitals.
  return /^[A-Z][a-z]/.test(phrase) && !/^[A-Z][a-z]+ [A-Z]/.test(phrase)
    ? phrase[0]!.toLowerCase() + phrase.slice(1)
    : phrase
}

/** Cuts where a phrase ends ("red-haired woman" of "red-haired woman in blue dress"), or else keeps the last words before the first joiner: the noun is among them. */
function shortened(words: readonly string[], limit: number): readonly string[] {
  const joins = (word: string | undefined) => word !== undefined && joiners.has(word.toLowerCase())
  if (words.length <= limit) return words.slice(0, words.findLastIndex((w) => !joins(w)) + 1)
  for (let end = limit; end > 0; end--)
    if (joins(words[end]) && !joins(words[end - 1])) return withoutParticiple(words.slice(0, end))
  const first = words.findIndex((w, i) => i > 0 && joins(w))
  return words
    .slice(0, first < 0 ? words.length : first)
    .slice(-limit)
    .filter((w) => !joins(w))
}

/** "lawn flooded", cut off from "with light", is just the lawn. */
const withoutParticiple = (words: readonly string[]) =>
  words.length > 2 && /^\p{L}{3,}ed$/u.test(words.at(-1)!) && !/-/.test(words.at(-1)!) ? words.slice(0, -1) : words

/**
 * The words in brackets behind each name: "the red-haired woman from Image #1". Phrases differ from each other within a frame: by the number of
 * the image, where there is none by the position, and who stands at the same place by the order from the left; without a trait "the character from Image #1".
 */
export function anchorPhrases(subjects: readonly AnchorSubject[], traits = true): Map<string, string> {
  const phraseOf = (s: AnchorSubject, limit: number) =>
    traits ? traitPhrase(s.description, s.name, limit, s.type) : ''
  const seen = new Map<string, number>()
  for (const s of subjects) {
    if (s.index !== null) continue
    const phrase = phraseOf(s, maxWords - 1).toLowerCase()
    seen.set(phrase, (seen.get(phrase) ?? 0) + 1)
  }
  const phrases = new Map(
    subjects.map((s) => {
      if (s.index !== null)
        return [s.assetId, `the ${phraseOf(s, maxWords - 1 - imageWords) || s.type} from Image #${s.index}`]
      const phrase = phraseOf(s, maxWords - 1)
      if (!phrase) return [s.assetId, '']
      const twin = seen.get(phrase.toLowerCase())! > 1 && s.place !== ''
      return [s.assetId, twin ? `the ${phraseOf(s, maxWords - 1 - placeLimit)} ${s.place}` : `the ${phrase}`]
    }),
  )
  const crowds = new Map<string, AnchorSubject[]>()
  for (const s of subjects) {
    const phrase = phrases.get(s.assetId)!.toLowerCase()
    if (s.index === null && phrase) crowds.set(phrase, [...(crowds.get(phrase) ?? []), s])
  }
  for (const crowd of crowds.values()) {
    if (crowd.length < 2) continue
    const fromLeft = crowd.toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0))
    fromLeft.forEach((s, i) =>
      phrases.set(s.assetId, `the ${phraseOf(s, maxWords - 1 - placeLimit)} ${ordinals[i] ?? `${i + 1}th`} from left`),
    )
  }
  return phrases
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
