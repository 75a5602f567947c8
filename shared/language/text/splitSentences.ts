import { isDense } from './tokens'

/** A piece of a text and where it begins. */
export interface Piece {
  text: string
  start: number
}

const abbreviations =
  /(?:^|[\s("“'‘])(?:MR|MRS|MS|DR|SGT|LT|CAPT|COL|GEN|PROF|REV|Mr|Mrs|Ms|Dr|St|Sgt|Lt|Capt|Col|Gen|Prof|Rev|Jr|Sr|vs|No|Inc|Ltd|\p{Lu})$/u
const denseSentences = new Intl.Segmenter('und', { granularity: 'sentence' })

/**
 * Cuts a text into sentences; "Mr." and initials end none, nor does a stop before a small letter ("long... and
 * longer"). Chinese and Japanese have no spaces behind their stops; where they are written the platform's segmenter
 * cuts once more. Linear.
 */
export function splitSentences(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const stop of text.matchAll(/[.!?…]{1,12}["'”’)\]]{0,4}(?=\s|$)|\n\n/g)) {
    const end = stop.index + stop[0].length
    if (stop[0] === '.' && abbreviations.test(text.slice(Math.max(start, stop.index - 8), stop.index))) continue
    if (stop[0] !== '\n\n' && /^\s*\p{Ll}/u.test(text.slice(end, end + 4))) continue
    push(pieces, text, start, end)
    start = end
  }
  push(pieces, text, start, text.length)
  return pieces
}

function push(pieces: Piece[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end)
  if (!isDense(raw)) return pushTrimmed(pieces, raw, start)
  // An opening bracket belongs to what it opens.
  let opened = 0
  for (const { segment, index } of denseSentences.segment(raw)) {
    const closed = /[「『（《〈【“‘(\s]*$/u.exec(segment)!.index
    pushTrimmed(pieces, raw.slice(index - opened, index + closed), start + index - opened)
    opened = segment.length - closed
  }
  pushTrimmed(pieces, raw.slice(raw.length - opened), end - opened)
}

function pushTrimmed(pieces: Piece[], raw: string, start: number): void {
  const trimmed = raw.trim()
  if (trimmed !== '') pieces.push({ text: trimmed, start: start + raw.length - raw.trimStart().length })
}

/** No paragraph of a script is longer; of a longer one only so much is read for names and movements. */
export const maxParagraph = 20_000

/** No sentence of a script is longer; hostile ones are read no further for names and movements. */
const maxSentence = 2000

/** The sentences of an action paragraph, to be read for names and movements. */
export function readableSentences(text: string): Piece[] {
  return splitSentences(text).map((s) =>
    s.text.length > maxSentence ? { ...s, text: s.text.slice(0, maxSentence) } : s,
  )
}

/** Line breaks of a text before an offset. */
export function lineBreaks(text: string, end: number): number {
  let count = 0
  for (let i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) count++
  return count
}
