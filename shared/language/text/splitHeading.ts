import type { Scene } from '../../model/scene'
import { dottedHeadingWords, insideWords, outsideWords, timeQualifiers, timeWords } from '../lexicon/headingWords'
import { escapeRegExp } from './escapeRegExp'

/**
 * What a heading names: a place, only a time, a way of looking at the place before (POV, CLOSE ON), or text on
 * screen.
 */
export type HeadingKind = 'place' | 'time' | 'camera' | 'title'

/** The parts of a scene heading. */
export interface SplitHeading extends Pick<Scene, 'intExt' | 'set' | 'timeOfDay'> {
  kind: HeadingKind
}

const alternatives = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|')
const all = [...insideWords, ...outsideWords]
/** EST is written without its dot too; the others of these words are other things then. */
const dotted = all.filter((word) => word !== 'EST' && dottedHeadingWords.includes(word))
const plain = all.filter((word) => !dotted.includes(word))
const prefix = new RegExp(
  `^(?:(${alternatives([...all, 'I', 'E'])})\\.?\\s?/\\s?(${alternatives([...all, 'I', 'E'])})(?:[.\\s]+|$)|(${alternatives(plain)})(?:[.\\s]+|$)|(${alternatives(dotted)})(?:\\.\\s*|\\s*[-–—]+\\s*))[-–—\\s]*`,
)
/** " - ", " – ", " — ", "--" and a long dash without spaces part a heading; a hyphen inside a word does not. */
const separator = /\s+[-–—]+\s+|\s*(?:-{2,}|[–—]+)\s*/

const times = new Set(timeWords)
const qualifiers = new Set(timeQualifiers)

/** Parts that tell how a scene is meant, not where it is. */
const remark =
  /^(?:FLASHBACK|FLASH[- ]?FORWARD|DREAM(?: SEQUENCE)?|NIGHTMARE|FANTASY|ESTABLISHING(?: SHOT)?|STOCK(?: FOOTAGE)?|INTERCUT|MONTAGE|PRESENT(?: DAY)?|(?:THE )?PAST|TRAVELL?ING|MOVING|VARIOUS|RAIN(?:ING)?|SNOW(?:ING)?|BACK TO SCENE|AS BEFORE|POV|SLOW MOTION|D\/N|(?:18|19|20)\d\d)$/

const cameraHeading =
  /\b(?:P\.?O\.?V|POINT OF VIEW|CLOSE[- ]?UP|CLOSER|CLOSE (?:ON|SHOT)|TIGHT ON|ANGLE|WIDER|WIDE (?:ON|SHOT|ANGLE)|MEDIUM SHOT|TWO[- ]SHOT|OVER[- ]THE[- ]SHOULDER|INSERT|BACK TO|RESUME|REVERSE|(?:TRACKING|AERIAL|LONG|FULL|CRANE|DOLLY) SHOT)\b|^(?:ON|WITH) /
const titleHeading =
  /\b(?:TITLES?|TITLE CARD|CREDITS?|SUPER|SUPERIMPOSE|CAPTION|MONTAGE|SERIES OF SHOTS|FLASHBACKS?|INTERCUT|DREAM SEQUENCE|BLACK|BLACK SCREEN|BLACKNESS|WHITE SCREEN|OVER BLACK|TEASER|COLD OPEN|ACT (?:ONE|TWO|THREE|FOUR|FIVE|I+|IV|V|\d)|THE END|EPILOGUE|PROLOGUE|END OF|BEGIN)\b/

/**
 * Splits a scene heading into INT/EXT, set and time of day; the set keeps its " - " chain (domain.md 11). Without INT
 * or EXT a heading may be no place at all: `SNIPER SCOPE POV` looks at the place before, `OPENING TITLES` is text on
 * screen.
 */
export function splitHeading(heading: string): SplitHeading {
  const text = heading.toUpperCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()
  const match = prefix.exec(text)
  const intExt = match ? inOrOut(match[1] ?? match[3] ?? match[4]!, match[2]) : ''
  const parts = text
    .slice(match ? match[0].length : 0)
    .split(separator)
    .map((p) => p.replace(/^[\s,.:;]+|[\s,:;]+$/g, '').replace(/(?<![A-Z])\.$|(?<=[A-Z]{3})\.$/, ''))
    .filter((p) => p !== '')
  const time: string[] = []
  while (parts.length > (match ? 0 : 1)) {
    const last = parts.at(-1)!
    const tail = isTime(last) ? { set: '', time: last } : parts.length === 1 || isRemark(last) ? null : splitTail(last)
    if (tail && tail.set === '') time.unshift(stripBrackets(tail.time))
    else if (!isRemark(last)) break
    parts.pop()
  }
  if (time.length === 0 && parts.length > 0) {
    const tail = splitTail(parts.at(-1)!)
    if (tail) {
      parts[parts.length - 1] = tail.set
      time.push(tail.time)
    }
  }
  const set = parts.map((p) => stripBrackets(p, true)).join(' - ')
  const timeOfDay = time.join(' - ')
  if (match) return { intExt, set, timeOfDay, kind: 'place' }
  if (isTime(text)) return { intExt, set: '', timeOfDay: text, kind: 'time' }
  if (titleHeading.test(text)) return { intExt, set: '', timeOfDay, kind: 'title' }
  if (cameraHeading.test(text)) return { intExt, set: '', timeOfDay, kind: 'camera' }
  return { intExt, set, timeOfDay, kind: 'place' }
}

function inOrOut(first: string, second: string | undefined): Scene['intExt'] {
  const side = (word: string) => (word === 'I' || insideWords.includes(word) ? 'INT' : 'EXT')
  if (second !== undefined && side(first) !== side(second)) return 'INT/EXT'
  return side(first)
}

/** "DAY", "LATE AFTERNOON", "DAY 3", "10:30 PM", "NIGHT (RAIN)". */
function isTime(part: string): boolean {
  const words = stripBrackets(part)
    .split(/[\s/,&]+/)
    .filter((w) => w !== '')
  if (words.length === 0 || words.length > 6) return false
  if (/^\d{1,2}(?:[:.]\d\d)?\s?(?:[AP]\.?M\.?|O'CLOCK)?$/.test(words.join(' ')) && /[:AP]/.test(part)) return true
  const plain = words.map((w) => w.replace(/[.]/g, ''))
  if (/^(?:MAGIC|GOLDEN) HOUR$/.test(plain.join(' '))) return true
  return (
    plain.some((w) => times.has(w)) &&
    plain.every((w) => times.has(w) || qualifiers.has(w) || /^\d+(?:ST|ND|RD|TH)?$/.test(w))
  )
}

function isRemark(part: string): boolean {
  return remark.test(stripBrackets(part).trim()) || (/^\(.*\)$/.test(part) && remark.test(part.slice(1, -1).trim()))
}

/** "INT. HOUSE. NIGHT" and "INT. HOUSE, NIGHT". */
function splitTail(part: string): { set: string; time: string } | null {
  const at = Math.max(part.lastIndexOf('. '), part.lastIndexOf(', '), part.lastIndexOf('; '))
  if (at <= 0) return null
  const time = part.slice(at + 2).trim()
  return isTime(time) ? { set: part.slice(0, at).trim(), time: stripBrackets(time) } : null
}

function stripBrackets(part: string, remarksOnly = false): string {
  const bare = part.replace(/\s*\(([^)]*)\)/g, (whole, inner: string) =>
    remarksOnly && !remark.test(inner.trim()) && !isTime(inner) ? whole : '',
  )
  return bare.trim()
}
