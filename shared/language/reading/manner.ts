import type { FrameSide } from '../../model/assignment'
import { mannerOpeners, objectOpeners } from '../lexicon/smallWords'
import { doingVerbs } from '../lexicon/verbs'
import { RowIndex } from '../rules/rowIndex'
import { sideRows } from '../rules/sideRows'
import type { Token } from '../text/tokens'

const sides = new RowIndex(sideRows)
/** How far behind the verb a side may be told. */
const sideReach = 14
const openerReach = 12
const longestPhrase = 24

/** The edge of the picture that the words behind a verb tell; what is told first of the rows' order counts. */
export function sideOf(tokens: readonly Token[], from: number): FrameSide | null {
  const to = Math.min(tokens.length, from + sideReach)
  let best: { place: number; side: FrameSide } | null = null
  for (let i = from; i < to; i++)
    for (const { row, place } of sides.at(tokens, i, to)) {
      if (row.first && i > from) continue
      if (!best || place < best.place) best = { place, side: row.means }
    }
  return best?.side ?? null
}

/**
 * The words after the verb up to the next clause, from their first preposition or participle on: "through the door,
 * carrying a tray".
 */
export function phraseAfter(tokens: readonly Token[], from: number): string {
  let start = from
  while (start < tokens.length && start < from + openerReach && !opensManner(tokens[start]!)) {
    if (/^(?:[.;:!?]|--|—|and|then|as|while)$/.test(tokens[start]!.low)) return ''
    start++
  }
  if (start >= tokens.length || start >= from + openerReach) return ''
  let end = start
  while (
    end < tokens.length &&
    end < start + longestPhrase &&
    !/^(?:[.;:!?—]|--|as|while|then|who|except|but)$/.test(tokens[end]!.low) &&
    !isNextVerb(tokens, end)
  )
    end++
  while (end > start && /^(?:,|and)$/.test(tokens[end - 1]!.low)) end--
  let out = ''
  for (let k = start; k < end; k++)
    out += (k > start && tokens[k]!.start > tokens[k - 1]!.end ? ' ' : '') + tokens[k]!.text
  return out.slice(0, 200)
}

const opensManner = ({ low }: Token): boolean => mannerOpeners.has(low) || /^\p{Ll}+(?:ing|ly)$/u.test(low)

/** "and drops her bag": another doing begins. */
function isNextVerb(tokens: readonly Token[], k: number): boolean {
  const verb = /^(?:\p{L}+ly|then|almost)$/u.test(tokens[k + 1]?.low ?? '') ? k + 2 : k + 1
  // "hurries past with a clipboard, stops, comes back"
  const lone = /^(?:[,.;]|)$/.test(tokens[verb + 1]?.text ?? '')
  if (tokens[k]!.text === ',' && lone && doingVerbs.has(tokens[verb]?.low ?? '')) return true
  return (
    tokens[k]!.low === 'and' &&
    /^\p{Ll}+s$/u.test(tokens[verb]?.text ?? '') &&
    objectOpeners.has(tokens[verb + 1]?.low ?? '')
  )
}
