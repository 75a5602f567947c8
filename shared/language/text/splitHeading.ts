import type { Scene } from '../../model/scene'
import {
  dottedHeadingWords,
  headingMarks,
  insideSigns,
  insideWords,
  outsideSigns,
  outsideWords,
  plainTimeWords,
  timeQualifiers,
  timeWords,
} from '../lexicon/headingWords'
import { escapeRegExp } from './escapeRegExp'

/**
 * What a heading names: a place, only a time, a way of looking at the place before (POV, CLOSE ON), or text on
 * screen.
 */
export type HeadingKind = 'place' | 'time' | 'camera' | 'title'

/** The parts of a scene heading. */
export interface SplitHeading extends Pick<Scene, 'intExt' | 'set' | 'timeOfDay'> {
  kind: HeadingKind
  /** The second place of a heading that names two: "INT. ANNA'S FLAT / INT. BO'S CAR". */
  also?: string
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
  `^(?:(${alternatives([...all, 'I', 'E'])})\\.?\\s?/\\s?(${alternatives([...all, 'I', 'E'])})(?:[.:\\s]+|$)|(${alternatives(plain)})(?:[.:\\s]+|$)|(${alternatives(dotted)})(?:\\.\\s*|\\s*[-–—]+\\s*))[-–—\\s]*`,
)
/** " - ", "- ", " — ", "--" and a long dash without spaces part a heading; a hyphen inside a word does not. */
const separator = /\s+[-–—]+\s*|\s*[-–—]+\s+|\s*(?:-{2,}|[–—]+)\s*/

const times = new Set(timeWords)
const plainTimes = new Set(plainTimeWords)
const qualifiers = new Set(timeQualifiers)

/** Parts that tell how a scene is meant, not where it is. */
const remark =
  /^(?:FLASHBACK|FLASH[- ]?FORWARD|DREAM(?: SEQUENCE)?|NIGHTMARE|FANTASY|ESTABLISHING(?: SHOT)?|STOCK(?: FOOTAGE)?|INTERCUT|MONTAGE|PRESENT(?: DAY)?|(?:THE )?PAST|TRAVELL?ING|MOVING|DRIVING|PARKED|FLYING|RUNNING|WALKING|VARIOUS(?: SHOTS| LOCATIONS| ANGLES)?|SERIES OF SHOTS|RAIN(?:ING)?|SNOW(?:ING)?|BACK TO SCENE|AS BEFORE|POV|SLOW MOTION|D\/N|(?:(?:EARLY|MID|LATE|MID\/LATE)[- ]?)?'?(?:(?:18|19|20)\d\d|\d0)(?:'?S)?|NEW SCENE|STORY VERSION|THE STORM)$/
/** Parts that place a scene beside another one: remarks, unless they are a time ("LATER", "SAME TIME", "CONTINUED"). */
const relation = /^(?:CONTINUED|SAME(?: .{1,30})?|LATER(?: .{1,20})?)$/

const cameraHeading =
  /\b(?:P\.?O\.?V|POINT OF VIEW|CLOSE[- ]?UP|CLOSER|CLOSE (?:ON|SHOT)|TIGHT ON|ANGLE|WIDER|WIDE (?:ON|SHOT|ANGLE)|MEDIUM SHOT|TWO[- ]SHOT|OVER[- ]THE[- ]SHOULDER|INSERT|BACK TO|RESUME|REVERSE|(?:TRACKING|AERIAL|LONG|FULL|CRANE|DOLLY) SHOT)\b|^(?:ON|WITH) /
const titleHeading =
  /\b(?:TITLES?|TITLE CARD|CREDITS?|SUPER|SUPERIMPOSE|CAPTION|MONTAGE|SERIES OF SHOTS|FLASHBACKS?|INTERCUT|DREAM SEQUENCE|BLACK|BLACK SCREEN|BLACKNESS|WHITE SCREEN|OVER BLACK|TEASER|COLD OPEN|ACT (?:ONE|TWO|THREE|FOUR|FIVE|I+|IV|V|\d)|THE END|EPILOGUE|PROLOGUE|END OF|BEGIN)\b/

/** "FLASHBACK - INT. HALL", "END FLASHBACK. EXT. FIELD": how the scene is meant stands before its heading. */
export const meantBefore =
  /^(?:BEGIN |START (?:OF )?|END (?:OF )?|BACK TO )?(?:THE )?(?:FLASH[- ]?BACKS?|FLASH[- ]?FORWARDS?|DREAM(?: SEQUENCE)?|NIGHTMARE|FANTASY|MEMORY|VISION|PRESENT(?: DAY)?|LATER|PROLOGUE|EPILOGUE|TEASER|COLD OPEN)(?:\s*(?:\d{1,2}|\([^()]{1,20}\)))?(?:\s*[-–—:.]+\s*|\s+)(?=(?:INT|EXT|I\/E)[.\s/])/

/** "SCENE 2. THE GARDEN": the number is no part of the place. */
const sceneBefore =
  /^(?:SCENE|SZENE|SCÈNE|ESCENA|SCENA|CENA|SCEN|СЦЕНА|SAHNE) (?:\d{1,3}[A-Z]?|[IVX]{1,5}|[A-Z])\s*[.:–—-]\s*(?=\S)/

/**
 * Splits a scene heading into INT/EXT, set and time of day; the set keeps its " - " chain (domain.md 11). Without INT
 * or EXT a heading may be no place at all: `SNIPER SCOPE POV` looks at the place before, `OPENING TITLES` is text on
 * screen.
 */
export function splitHeading(heading: string): SplitHeading {
  const text = sideFirst(plainHeading(heading).replace(meantBefore, ''))
  const named = sceneBefore.exec(text)
  if (named) return splitHeading(text.slice(named[0].length))
  const signs = splitSigns(text)
  if (signs) return signs
  const two = secondPlace.exec(text)
  if (two && prefix.test(text)) {
    const [first, second] = [
      splitOne(text.slice(0, two.index)),
      splitOne(text.slice(two.index).replace(/^\s*\/\s*/, '')),
    ]
    if (first.set !== '' && second.set !== '') {
      const intExt = first.intExt === second.intExt ? first.intExt : 'INT/EXT'
      return { ...first, intExt, timeOfDay: first.timeOfDay || second.timeOfDay, also: second.set }
    }
  }
  return splitOne(text)
}

const sides = alternatives(all)
/** "KÜCHE - INNEN/TAG", "KITCHEN - INT. - DAY": inside or outside behind the place, then the time. */
const sideBehind = new RegExp(
  `^(.+?)(?:\\s+[-–—]\\s*|[,.]\\s*|\\s+|\\s*[-–—]\\s+)(${sides})\\.?(?:\\s?/\\s?(${sides})\\.?)?(?:\\s*[-–—/,.]\\s*|\\s+)([^-–—/]+)$`,
)

/** Does the line, in capitals, name a place, then inside or outside, then a time? */
export function hasSideBehind(text: string): boolean {
  const found = sideBehind.exec(text)
  return found !== null && isTime(found[4]!.replace(/\.$/, '')) && !prefix.test(text)
}

/** The place behind inside or outside, as most headings have it. */
function sideFirst(text: string): string {
  const found = hasSideBehind(text) ? sideBehind.exec(text) : null
  return found
    ? `${found[2]}${found[3] ? `/${found[3]}` : ''}. ${found[1]!.replace(/[\s,–—-]+$/, '')} - ${found[4]!}`
    : text
}

/** "HALL - NIGHT": a place and a time of day without inside or outside. */
export function isPlaceAndTime(text: string): boolean {
  const found = /^(\p{Lu}[^:!?"“”()]{1,50}?)\s+[-–—]+\s+([^-–—:!?]{2,24})$/u.exec(text)
  if (!found || !isTime(found[2]!) || !found[2]!.split(/\s+/).some((word) => plainTimes.has(word))) return false
  return !titleHeading.test(text) && !cameraHeading.test(text) && !isTime(found[1]!) && !noPlace.test(text)
}
const noPlace =
  /^(?:CUT|FADE|DISSOLVE|SMASH|MATCH|BACK|LATER|CONTINUED|SHOT|THE END|SAME|DAY|NIGHT|SERIES|STOCK|ARCHIVE|NEWS|VOICE|TITLE|TEXT)\b/

/** In capitals, with plain signs and round brackets. */
function plainHeading(heading: string): string {
  const plain = /[\u3000\uff01-\uff5e]/.test(heading) ? heading.normalize('NFKC') : heading
  return plain.toUpperCase().replaceAll('’', "'").replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/g, ' ').trim()
}

/** " / INT. BO'S CAR" behind a place. */
const secondPlace = /\s+\/\s*(?:INT|EXT)[.\s]\s*(?=\S)/

/** "内景 厨房 日", "厨房 内 日", "○喫茶店・中（夜）": places and times in signs, parted by spaces or brackets. */
function splitSigns(text: string): SplitHeading | null {
  const bare = headingMarks.includes(text[0] ?? ' ') ? text.slice(1).trim() : text
  if (!/^[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/.test(bare)) return null
  const words = bare.split(/[\s./、，,・()·-]+/).filter((w) => w !== '')
  const side = words.find((w) => insideSigns.includes(w) || outsideSigns.includes(w))
  const time = words.filter((w) => times.has(w))
  const place = words.filter((w) => w !== side && !times.has(w))
  if ((words.length < 2 && bare === text) || place.length === 0) return null
  const intExt = side === undefined ? '' : insideSigns.includes(side) ? 'INT' : 'EXT'
  return { intExt, set: place.join(' '), timeOfDay: time.join(' '), kind: 'place' }
}

function splitOne(text: string): SplitHeading {
  const match = prefix.exec(text)
  const intExt = match ? inOrOut(match[1] ?? match[3] ?? match[4]!, match[2]) : ''
  const parts = text
    .slice(match ? match[0].length : 0)
    .split(separator)
    .map((p) => p.replace(/^[\s,.:;]+|[\s,:;]+$/g, '').replace(/(?<!\p{Lu})\.$|(?<=\p{Lu}{3})\.$/u, ''))
    .filter((p) => p !== '')
  const time: string[] = []
  while (parts.length > (match ? 0 : 1)) {
    const last = parts.at(-1)!
    const tail = isTime(last) ? { set: '', time: last } : parts.length === 1 || isRemark(last) ? null : splitTail(last)
    if (tail && tail.set === '') time.unshift(timeAlone(tail.time))
    else if (!isRemark(last)) break
    parts.pop()
  }
  if (time.length === 0 && parts.length > 0) {
    const tail = splitTail(parts.at(-1)!) ?? (match ? bareTail(parts.at(-1)!) : null)
    if (tail) {
      parts[parts.length - 1] = tail.set
      time.push(tail.time)
    }
  }
  // "INT./JOUR - CUISINE"
  const front = match && time.length === 0 && parts.length > 1 ? parts[0]!.replace(/^\/\s*/, '') : ''
  if (front !== '' && isTime(front)) {
    time.push(front)
    parts.shift()
  }
  const set = parts
    .map((p) => withoutRemarks(stripBrackets(p, true)).replace(/^[\s/|]+|[\s/|]+$/g, ''))
    .filter((p) => p !== '')
    .join(' - ')
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
  // "DAY / DRIVING"
  const pieces = part.split(/\s+\/\s+/)
  if (pieces.length > 1 && pieces.some(isRemark)) return pieces.filter((p) => !isRemark(p)).every(isTime)
  const words = stripBrackets(part)
    .split(/[\s/,&]+/)
    .filter((w) => w !== '')
  if (words.length === 0 || words.length > 6) return false
  if (/^\d{1,2}(?:[:.]\d\d)?\s?(?:[AP]\.?M\.?|O'CLOCK)?$/.test(words.join(' ')) && /[:AP]/.test(part)) return true
  const plain = words.map((w) => w.replace(/[.]/g, ''))
  return /^(?:MAGIC|GOLDEN) HOUR$/.test(plain.join(' ')) || areTimes(plain)
}

const areTimes = (words: readonly string[]): boolean =>
  words.some((w) => times.has(w)) &&
  words.every((w) => times.has(w) || qualifiers.has(w) || /^\d+(?:ST|ND|RD|TH)?$/.test(w))

function isRemark(part: string): boolean {
  return means(stripBrackets(part).trim()) || (/^\(.*\)$/.test(part) && means(part.slice(1, -1).trim()))
}

const means = (text: string): boolean => remark.test(text) || (relation.test(text) && !areTimes(text.split(/\s+/)))

/** "INT. HOUSE. NIGHT" and "INT. HOUSE, NIGHT". */
function splitTail(part: string): { set: string; time: string } | null {
  const at = Math.max(part.lastIndexOf('. '), part.lastIndexOf(', '), part.lastIndexOf('; '), part.lastIndexOf(': '))
  if (at <= 0) return null
  const time = part.slice(at + 2).trim()
  return isTime(time) ? { set: part.slice(0, at).trim(), time: stripBrackets(time) } : null
}

/** "KITCHEN-DAY", "KITCHEN DAY": only the plainest times, and no "CLUB OF THE NIGHT". */
function bareTail(part: string): { set: string; time: string } | null {
  const found = /^(.*\S)(?:-|\s)(\S+)$/u.exec(part)
  if (!found || !plainTimes.has(found[2]!) || /(?:^|\s)(?:OF|THE|A|AN|LAST|GOOD|EVERY)$/.test(found[1]!)) return null
  return { set: found[1]!.trim(), time: found[2]! }
}

/** "DAY / DRIVING", "DAY (RAIN)": the time of it. */
const timeAlone = (part: string): string =>
  stripBrackets(
    part
      .split(/\s+\/\s+/)
      .filter((p) => !isRemark(p))
      .join(' / '),
  )

/** "CAR / DRIVING": how it is meant is no part of the place. */
const withoutRemarks = (part: string): string => {
  const pieces = part.split(/\s*\/\s*/)
  return pieces.length > 1 && pieces.some(isRemark) ? pieces.filter((p) => !isRemark(p)).join(' / ') : part
}

function stripBrackets(part: string, remarksOnly = false): string {
  const bare = part.replace(/\s*\(([^)]*)\)/g, (whole, inner: string) =>
    remarksOnly && !means(inner.trim()) && !isTime(inner) ? whole : '',
  )
  return bare.trim()
}

/** Does a scene go on from the one before without a break, by its time of day? */
export const isContinuous = (timeOfDay: string): boolean =>
  /\b(?:CONTINUOUS|CONT'D|SAME(?: TIME)?|CONTINUED)\b/i.test(timeOfDay)
