import { commonPlaces, openPlaces, surfaces } from '../lexicon/places'
import type { Scene } from '../../model/scene'

const lastWord = (name: string): string => /[\p{L}\p{M}]+$/u.exec(name.trim())?.[0] ?? ''

/** "Canal Street", but "the empty street". */
const isStreetOfAName = (name: string): boolean =>
  /^\p{L}+(?:\s\p{L}+)? (?:street|road|avenue|lane|boulevard|drive)$/iu.test(name) && !plainStreet.test(name)
const plainStreet =
  /^(?:the |an? )?(?:empty|dark|quiet|country|village|town|city|busy|side|back|main|residential|suburban|dirt|mountain|wet|narrow|deserted|cobbled|coastal|coast|forest|gravel|another|small|old|long|rural|desert|steep|lonely|abandoned|snowy|rainy|muddy|dusty|private|public|paved|toll)\s/i

/** "the Living Room", "Brick's Patio", "Paris" */
export function placeName(name: string, mention: string): string {
  const own =
    isStreetOfAName(name) ||
    /['’]|^(a|an|the|my|our|his|her)\s/i.test(name) ||
    /\d/.test(name) ||
    /\s(of|in|at)\s/i.test(name)
  return !own && commonPlaces.has(lastWord(name)) ? `the ${mention}` : mention
}

/**
 * "in the Living Room", "on Brick's Patio", "at the Mansion" from outside; null for names no preposition fits, such
 * as "Stage - Act 1".
 */
export function whereWords(name: string, mention: string, intExt: Scene['intExt']): string | null {
  if (/\s[-–—/]\s|\d/.test(name)) return null
  const place = placeName(name, mention)
  const word = lastWord(name)
  if (surfaces.has(word)) return `on ${place}`
  return intExt === 'EXT' && !openPlaces.has(word) ? `at ${place}` : `in ${place}`
}
