import { acronyms } from '../lexicon/acronyms'
import { nameJoiners } from '../lexicon/names'
import { genderedTitles, neutralTitles } from '../lexicon/people'

/** For comparing names: capitals, plain apostrophes, no leading article, no brackets. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toUpperCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/[“”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:THE|AN?) (?=\S)/, '')
}

/** A name key without the articles inside it: MAN IN A WET SUIT and MAN IN WET SUIT are one name. */
export const withoutArticles = (key: string): string => key.replace(/ (?:THE|AN?)(?= \S)/g, '')

/**
 * The words of a name key: "BRICK BRADDOCK" -> BRICK, BRADDOCK; dots go ("DR." -> DR), apostrophes and hyphens stay.
 */
export function nameWords(key: string): string[] {
  return key
    .split(/[\s/]+/)
    .map((w) => w.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((w) => w !== '')
}

/** A title before a name: "DR", "Mrs". */
export function isTitle(word: string): boolean {
  return neutralTitles.has(word) || genderedTitles.has(word)
}

/**
 * "BRICK BRADDOCK" -> "Brick Braddock". Names with digits ("C3PO") and short ones without a vowel ("DJ") stay in
 * capitals; a mixed spelling of the text ("McCLANE" -> "McClane") is for the caller to prefer.
 */
export function displayName(key: string): string {
  return key
    .split(' ')
    .map((word, i, { length }) =>
      i > 0 && i < length - 1 && nameJoiners.has(word) ? word.toLowerCase() : titleWord(word),
    )
    .join(' ')
}

function titleWord(word: string): string {
  if (/^\d+(?:ST|ND|RD|TH)$/.test(word)) return word.toLowerCase()
  const letters = word.replace(/[^\p{L}]/gu, '')
  if (/\p{L}/u.test(word) && /\d/.test(word)) return word
  if (/^(?:\p{L}\.)+$/u.test(word)) return word
  if (
    letters.length > 1 &&
    letters.length <= 3 &&
    !/[AEIOUYÀ-Ý]/.test(letters) &&
    !isTitle(letters) &&
    letters !== 'ST'
  )
    return word
  if (acronyms.has(letters) && letters === word) return word
  if (/^(?:II|III|IV|VI|VII|VIII|IX)$/.test(letters)) return word
  return word
    .toLowerCase()
    .replace(/(^|[-–/."“(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(
      /^([ODL]')(\p{L})(?=\p{L}{2})/iu,
      (_, before: string, letter: string) => before.toUpperCase() + letter.toUpperCase(),
    )
}

/**
 * Of TEODORA "TEO" MARSH the text goes on to call her Teo: TEO MARSH, with blanks for the rest, so that offsets stay.
 */
export const withNicknames = (text: string): string =>
  /["“'‘]\p{Lu}/u.test(text)
    ? text.replace(
        /(?<![\p{L}])(\p{Lu}[\p{L}'’.-]+ )["“'‘](\p{Lu}[\p{L}]+)["”'’](?= \p{Lu}\p{L})/gu,
        (_, first: string, nick: string) => `${' '.repeat(first.length + 2)}${nick}`,
      )
    : text
