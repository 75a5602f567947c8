import { stripEmphasis } from './emphasis'

/** Longer lines are no cues, headings or transitions; keeps the tests below cheap on hostile input. */
const maxCue = 120
const maxHeading = 500

const headingStart = /^(?:(?:INT|EXT|I|E)\.?\s?\/\s?(?:INT|EXT|I|E)|INT|EXT|EST)(?:\.|\s)/i
/** "Est ce que" and "I / e .." are text: without the dot these must be in capitals. */
const doubtfulStart = /^(?:EST|I\.?\s?\/\s?E)\s/i

export interface Heading {
  text: string
  sceneNumber?: string
}

/** Does the line open with INT, EXT, EST, INT./EXT, INT/EXT or I/E, followed by a dot or space? */
export function startsLikeHeading(trimmed: string): boolean {
  if (trimmed.length > maxHeading) return false
  const plain = stripEmphasis(trimmed)
  if (!headingStart.test(plain)) return false
  return !doubtfulStart.test(plain) || plain === plain.toUpperCase()
}

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
  if (rest === '' || (!forced && (!/\p{Lu}/u.test(rest) || /\p{Ll}/u.test(rest)))) return null
  return { name: rest.replace(/\s+/g, ' '), extension: extensions.filter((e) => e !== '').join(', '), dual }
}

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
