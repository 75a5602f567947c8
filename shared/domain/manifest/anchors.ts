import type { AssetType } from '../../model/asset'
import { maxTraitWords, traitPhrase } from './traitPhrase'

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

/** Words of "from Image #1" and "at left third". */
const imageWords = 3
const placeLimit = 3

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
    const phrase = phraseOf(s, maxTraitWords).toLowerCase()
    seen.set(phrase, (seen.get(phrase) ?? 0) + 1)
  }
  const phrases = new Map(
    subjects.map((s) => {
      if (s.index !== null)
        return [s.assetId, `the ${phraseOf(s, maxTraitWords - imageWords) || s.type} from Image #${s.index}`]
      const phrase = phraseOf(s, maxTraitWords)
      if (!phrase) return [s.assetId, '']
      const twin = seen.get(phrase.toLowerCase())! > 1 && s.place !== ''
      return [s.assetId, twin ? `the ${phraseOf(s, maxTraitWords - placeLimit)} ${s.place}` : `the ${phrase}`]
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
      phrases.set(s.assetId, `the ${phraseOf(s, maxTraitWords - placeLimit)} ${ordinals[i] ?? `${i + 1}th`} from left`),
    )
  }
  return phrases
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
