import type { CleanLines } from '../fountain/comments'
import { isForcedHeading, isPlainHeading, plainSigns, startsLikeHeading } from '../fountain/lineRules'

/** 12, 12A, A12, 3-4, 1.2.3, 12., (12), "SC. 12": how a scene is numbered beside its heading. */
const number = String.raw`(?:#|\(|\[)?[A-Z]{0,3}-?\d{1,4}[A-Z]{0,3}(?:[-–.&,/+]\s?[A-Z]{0,2}\d{1,4}[A-Z]{0,2}|pt\.?\s?\d?)*(?:#|\)|\])?`
const leading = new RegExp(
  `^(?:SC(?:ENE)?\\.?\\s*|SZENE\\s*|BILD\\s*|SEQ(?:UENCE|\\.)?\\s*|SÉQ(?:UENCE|\\.)?\\s*|CENA\\s*|SCEN\\s*|SAHNE\\s*|SCÈNE\\s*|ESCENA\\s*|SCENA\\s*|СЦЕНА\\s*)?(${number})(?:[.):]?\\s*[-–]?\\s+|[.):]|(?=INT\\.|EXT\\.|INT/|EXT/)|\\s*:)\\s*(\\S.*)$`,
)
const trailing = new RegExp(`^(.*?\\S)(\\s*)(?<![.\\d])(${number}\\.?)$`)
const alone = new RegExp(`^(${number})$`)

const bare = (found: string): string => found.replace(/^[#([]|[#)\]]$/g, '').replace(/\.$/, '')

/** "第一场 内景 厨房", "场景一：客厅", "1、厨房 日 内", "S#1. 카페": numbers of scripts that are written in signs. */
const signNumber =
  /^(?:第\s*([\d一二三四五六七八九十百]{1,4})\s*(?:场|場|幕)|(?:场景|場景|シーン|씬)\s*([\d一二三四五六七八九十百]{1,4})|S#\s*(\d{1,4})|(\d{1,4})(?=[、．.]))\s*[:.、．]?\s*(\S.{0,80})$/

function signedHeading(trimmed: string): NumberedHeading | null {
  const found = /[^\0-\u2e7f]/.test(trimmed) ? signNumber.exec(trimmed) : null
  if (!found) return null
  const text = found[5]!.trim()
  const number = found.slice(1, 5).find((n) => n !== undefined)!
  if (found[3] !== undefined || startsLikeHeading(text))
    return { text: startsLikeHeading(text) ? text : `○${text}`, number }
  return null
}

export interface NumberedHeading {
  text: string
  number: string
}

/**
 * A heading with its number before it, behind it or on both sides: `12  INT. HALL - DAY  12`. Null when the line has none. `loud` lines (capitals between
 * two equal numbers) are headings of shooting scripts too, whatever they open with.
 */
export function numberedHeading(line: string): NumberedHeading | null {
  const trimmed = plainSigns(line.trim())
  const signed = signedHeading(trimmed)
  if (signed) return signed
  if (trimmed.length > 500 || !/\d/.test(trimmed) || /#[^#]+#$/.test(trimmed)) return null
  const front = leading.exec(trimmed)
  const before = front ? bare(front[1]!) : ''
  const rest = front ? front[2]! : trimmed
  const isHeading = startsLikeHeading(rest)
  const back = trailing.exec(rest)
  const after = back ? bare(back[3]!) : ''
  const same = after !== '' && after === before
  // Behind a heading a number counts when it says what the front one says, or stands apart.
  if (back && (same || (back[2]!.length >= 3 && (before === '' || !startsLikeHeading(back[3]!))))) {
    const text = back[1]!.trim()
    if (isHeading) return { text, number: before || after }
    if (same && front && isLoud(text) && /\s{2}/.test(trimmed)) return { text, number: before }
    return null
  }
  return isHeading && before !== '' ? { text: rest.trim(), number: before } : null
}

const isLoud = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/**
 * Moves scene numbers behind their headings as Fountain has them (`INT. HALL - DAY #12#`), also those on a line of their own above and below. Answers
 * how many headings had one.
 */
export function moveSceneNumbers(clean: CleanLines, from: number): number {
  const { text, skipped } = clean
  let count = 0
  for (let i = from; i < text.length; i++) {
    const line = text[i]!
    if (skipped[i] || !/[\d一二三四五六七八九十]/.test(line)) continue
    const found = numberedHeading(line)
    if (found) {
      text[i] = rewritten(found)
      count++
    } else if (
      alone.test(line.trim()) &&
      i + 1 < text.length &&
      isPlainHeading(text[i + 1]!.trim()) &&
      !numberedHeading(text[i + 1]!)
    ) {
      // Text taken from a PDF: the numbers of the margins on lines of their own.
      const own = bare(line.trim())
      text[i + 1] = rewritten({ text: text[i + 1]!.trim(), number: own })
      skipped[i] = 1
      if (text[i + 2]?.trim() === line.trim()) skipped[i + 2] = 1
      count++
      i++
    }
  }
  if (count >= 5) count += moveShotNumbers(clean, from)
  return count
}

function rewritten({ text, number }: NumberedHeading): string {
  const forced = startsLikeHeading(`${text} #1#`) || !isForcedHeading(`.${text}`) ? '' : '.'
  return `${forced}${text}${number.length <= 20 ? ` #${number}#` : ''}`
}

const shotNumber = /^([A-Z]?(\d{1,4})[A-Z]{0,2})\.?(?:\s{2,}|\t\s*)(\S.{2,80})$/

/** In a numbered script also "34   CLOSE SHOT - RICK", with its number only before it and in line with those around. */
function moveShotNumbers({ text, skipped }: CleanLines, from: number): number {
  let count = 0
  let last = 0
  for (let i = from; i < text.length; i++) {
    const line = text[i]!.trim()
    if (skipped[i] || line === '') continue
    const known = /#[A-Z]{0,3}-?(\d{1,4})[^#]*#$/.exec(line)
    if (known) last = Number(known[1])
    if (known || !/^[A-Z]?\d/.test(line)) continue
    const found = shotNumber.exec(line)
    const at = found ? Number(found[2]) : 0
    if (!found || at < last || at > last + 6 || !isLoud(found[3]!) || /^\(?(?:CONTINUED|OMIT)/.test(found[3]!)) continue
    if (i > from && text[i - 1]!.trim() !== '' && !skipped[i - 1]) continue
    text[i] = rewritten({ text: found[3]!, number: found[1]! })
    last = at
    count++
  }
  return count
}
