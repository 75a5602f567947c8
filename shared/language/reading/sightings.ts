import { absenceVerbs, absenceWords, absentStates, bodyParts, heardVerbs, likenesses } from '../lexicon/things'
import { clauseOpeners, unseenPlaces } from '../lexicon/smallWords'
import type { Token } from '../text/tokens'
import { groupEndingAt } from './subjects'

/** A name that a sentence uses of someone in sight. */
export interface Sighting {
  readonly name: string
  readonly at: number
  /** False for those only looked at or spoken to: the name is no subject. */
  readonly strong: boolean
}

/** Who is seen in a sentence, but for those told otherwise. */
export function readSightings(tokens: readonly Token[], otherwise: ReadonlySet<string>): Sighting[] {
  const found: Sighting[] = []
  let quoted = false
  tokens.forEach((token, k) => {
    if (/^["“”]$/.test(token.text)) quoted = token.text === '“' || (token.text === '"' && !quoted)
    if (token.name === undefined || otherwise.has(token.name) || quoted) return
    const next = tokens[k + 1]?.low ?? ''
    if (token.possessive && !bodyParts.has(next) && !bodyParts.has(tokens[k + 2]?.low ?? '')) return
    if (isAbsent(tokens, k)) return
    found.push({ name: token.name, at: token.start, strong: !token.possessive && isSubject(tokens, k) })
  })
  return found
}

/** "a photo of Mary", "waits for Mary", "without Mary", "calls Mary". */
function isAbsent(tokens: readonly Token[], k: number): boolean {
  if (isHeardOnly(tokens, k)) return true
  const before = (n: number): string => tokens[k - n]?.low ?? ''
  if (/^(?:of|from|by|to|about)$/.test(before(1)) && likenesses.has(before(2))) return true
  if (/^(?:for|of|about)$/.test(before(1)) && absenceVerbs.has(before(2))) return true
  if (absenceWords.has(before(1))) return true
  return (
    tokens[k + 1]?.low === 'is' &&
    absentStates.has(tokens[k + 2]?.low ?? '') &&
    /^(?:[.,;!]|here|there|to)?$/.test(tokens[k + 3]?.low ?? '')
  )
}

/** "The Nurse calls from within", "MARA (O.S.) laughs". */
function isHeardOnly(tokens: readonly Token[], k: number): boolean {
  if (tokens[k + 1]?.text === '(' && /^(?:o\.?s|o\.?c|v\.?o|off|within)$/.test(tokens[k + 2]?.low ?? '')) return true
  if (!heardVerbs.has(tokens[k + 1]?.low ?? '')) return false
  const end = tokens.findIndex((t, n) => n > k && /^[.,;:!?]$/.test(t.text))
  return tokens.slice(k + 1, end < 0 ? k + 8 : Math.min(end, k + 8)).some((t) => unseenPlaces.has(t.low))
}

function isSubject(tokens: readonly Token[], k: number): boolean {
  const { start } = groupEndingAt(tokens, k)
  const before = tokens[start - 1]
  return (
    before === undefined ||
    /^(?:[.,;:!?(—…"“]|--)$/.test(before.low) ||
    clauseOpeners.has(before.low) ||
    (/(?:on|to)$/.test(before.low) && start === 2)
  )
}
