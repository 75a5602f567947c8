import {
  dottedHeadingWords,
  headingMarks,
  insideSigns,
  insideWords,
  outsideSigns,
  outsideWords,
  timeWords,
} from '../../language/lexicon/headingWords'
import { hasSideBehind, isPlaceAndTime, meantBefore } from '../../language/text/splitHeading'
import { stripEmphasis } from './emphasis'

/** Longer lines are no cues, headings or transitions; keeps the tests below cheap on hostile input. */
const maxCue = 120
const maxHeading = 500

/** Headings as they are tested: full-width signs plain, marks of letters joined. */
export const plainSigns = (text: string): string =>
  /[\u0300-\u036f\u3000\uff01-\uff5e]/.test(text) ? text.normalize('NFKC') : text

const anyOf = (words: readonly string[]) => words.map((w) => w.normalize('NFC')).join('|')
const english = '(?:INT|EXT|I|E)'
/** INT, EXT and EST in small letters too, as Fountain has it; I/E, INT-EXT and the like. */
const headingStart = new RegExp(
  `^(?:${english}\\.?\\s?[/&-]\\s?${english}|INT|EXT|EST)(?:[.:\\s]|$)|^(?:INT|EXT)\\s*[-–—,(]`,
  'i',
)
/** Other words for it, and other languages, in capitals only. */
const otherWord = anyOf([...insideWords, ...outsideWords])
const otherStart = new RegExp(`^(?:${otherWord})\\.?(?:\\s?[/&-]\\s?(?:${otherWord})\\.?)?(?:[.:/\\s–—-]|$)`)
/** The plain letters that a heading may open with. */
const openingLetters = new Set(
  [...insideWords, ...outsideWords, 'I', 'E'].flatMap((word) => [word[0]!, word[0]!.toLowerCase()]),
)
const dottedOnly = new RegExp(`^(?:${anyOf(dottedHeadingWords)})(?![\\p{L}.:/]|\\s?[-–—/])`, 'u')
/** "Est ce que" and "I / e .." are text: without the dot these must be in capitals. */
const doubtfulStart = /^(?:EST|I\.?\s?[/&-]\s?E)\s|^(?:INT|EXT)\s*[-–—,(]/i

export interface Heading {
  text: string
  sceneNumber?: string
}

/**
 * Does the line open like a scene heading: INT, EXT, EST, INT./EXT or I/E and a dot or space, their like in other languages in capitals
 * (`headingWords`), a mark of Japanese headings, or 内景 and 外景?
 */
export function startsLikeHeading(trimmed: string): boolean {
  if (trimmed.length > maxHeading) return false
  const plain = plainSigns(stripEmphasis(trimmed))
  const first = plain.charCodeAt(0)
  if (meantBefore.test(plain)) return isCapitals(plain)
  if (endsInTime(plain)) return true
  // Most lines begin with none of these letters: cheap to tell.
  if (first < 128 && !openingLetters.has(plain[0]!)) return false
  if (headingStart.test(plain)) return !doubtfulStart.test(plain) || isCapitals(plain)
  if (otherStart.test(plain))
    return isCapitals(plain) && !dottedOnly.test(plain) && !/[.!?]\s*$/.test(plain.replace(/\.$/, ''))
  return first > 128 && isSignHeading(plain)
}

/** "KÜCHE - INNEN/TAG", "HALL - NIGHT": capitals that name a place and end in a time of day. */
function endsInTime(plain: string): boolean {
  if (plain.length > 100 || !/[\s/.]\p{Lu}+\.?$/u.test(plain) || !isCapitals(plain)) return false
  return hasSideBehind(plain) || isPlaceAndTime(plain)
}

/** A heading that no reader takes for a sentence: it ends a paragraph or speech without a blank line between. */
export function isPlainHeading(trimmed: string): boolean {
  return trimmed.length <= 160 && startsLikeHeading(trimmed) && isCapitals(trimmed)
}

const isCapitals = (text: string): boolean =>
  !/\p{Ll}/u.test(text.replace(/\([^)]*\)|\b(?:Mc|Mac)(?=\p{Lu})|(?<=\d)(?:st|nd|rd|th|s)\b/gu, ''))

const signs = [...insideSigns, ...outsideSigns]
/** "○喫茶店・中（夜）", "内景 厨房 夜", "厨房 内 日": a mark, or a word for inside or outside beside others. */
function isSignHeading(plain: string): boolean {
  if (plain.length > 60 || /[。!?「」:]/.test(plain)) return false
  if (headingMarks.includes(plain[0]!)) return plain.length > 1
  const words = plain.split(/[\s./、，,・·-]+/).filter((w) => w !== '')
  return (
    words.length > 1 &&
    (signs.includes(words[0]!) ||
      /^[内外]景/.test(plain) ||
      (words.some((w) => signs.includes(w)) && words.some((w) => timeSigns.includes(w))))
  )
}
const timeSigns = timeWords.filter((w) => w.charCodeAt(0) > 0x2e80)

/** A forced heading: one dot, then a letter or digit; "..." is action (https://fountain.io/syntax#scene-headings). */
export function isForcedHeading(trimmed: string): boolean {
  return /^\.[\p{L}\p{N}]/u.test(trimmed) && trimmed.length <= maxHeading
}

/** Splits `EXT. ROOF - DAY #12A#`. */
export function headingParts(trimmed: string): Heading {
  const plain = stripEmphasis(trimmed).trim()
  const open = plain.endsWith('#') ? plain.lastIndexOf('#', plain.length - 2) : -1
  const number = open < 0 ? '' : plain.slice(open + 1, -1).trim()
  if (number === '' || number.length > 20) return { text: plain }
  return { text: plain.slice(0, open).trim(), sceneNumber: number }
}

/** Capitals ending in TO: (https://fountain.io/syntax#transition). */
export function isTransition(trimmed: string): boolean {
  return trimmed.endsWith('TO:') && trimmed.length <= maxCue && /\s/.test(trimmed) && !/\p{Ll}/u.test(trimmed)
}

export interface Cue {
  name: string
  extension: string
  dual: boolean
}

/**
 * Reads `STEEL (V.O.) (CONT'D) ^`. Null when the line cannot be a cue: small letters outside brackets (unless forced by @)
 * or no letter at all. Whether text follows is the caller's question.
 */
export function cueParts(trimmed: string, forced: boolean): Cue | null {
  if (trimmed.length > maxCue) return null
  let rest = stripEmphasis(trimmed).trim()
  const dual = rest.endsWith('^')
  if (dual) rest = rest.slice(0, -1).trimEnd()
  const extensions: string[] = []
  while (rest.endsWith(')')) {
    const open = rest.lastIndexOf('(')
    if (open < 0) break
    extensions.unshift(cleanExtension(rest.slice(open + 1, -1)))
    rest = rest.slice(0, open).trimEnd()
  }
  if (!forced && isNoCue(rest)) return null
  if (rest === '' || (!forced && (!/\p{Lu}/u.test(rest) || /\p{Ll}/u.test(rest)))) return null
  return { name: rest.replace(/\s+/g, ' '), extension: extensions.filter((e) => e !== '').join(', '), dual }
}

/** "OTTO STANDS UP." and "OTTO'S POV" name nobody who speaks. */
const isNoCue = (rest: string): boolean =>
  /(?:^|\s|['’]S\s)P\.?O\.?V\.?$/.test(rest) ||
  (/[^.][.!?]$/.test(rest) &&
    /\s.*\s|\s\S{5,}$/.test(rest) &&
    !/(?:^|[\s.])(?:\p{L}|JR|SR|MR|MRS|MS|DR|ST|ESQ|INC|LTD|CO|NO|PROF|SGT|LT|CAPT|COL|GEN|REV|HON|PHD|MD)\.$/u.test(
      rest,
    ))

/** "O. S." and "o.s." are "O.S."; the rest as typed. */
function cleanExtension(text: string): string {
  const bare = text.trim()
  const letters = bare.replace(/[^\p{L}]/gu, '').toUpperCase()
  if (['VO', 'OS', 'OC'].includes(letters) && bare.length <= 7) return `${letters[0]}.${letters[1]}.`
  if (letters === 'CONTD' || letters === 'CONT' || letters === 'CONTINUED') return "CONT'D"
  return bare
}

/** Reads as a cue by the rules, but no character is called that: "SCANNING THE AISLES...". */
export function looksLikeAction(cue: string): boolean {
  return /(?:\.\.|[…!?:,;])$/.test(cue) || /[—–]|--/.test(cue) || cue.split(' ').length > 6
}
