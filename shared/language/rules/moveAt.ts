import { classes } from '../lexicon/classes'
import { negations, noEventBefore, placeOpeners } from '../lexicon/smallWords'
import type { FormKind } from '../lexicon/verbForms'
import type { Token } from '../text/tokens'
import type { MoveKind, MoveRow } from './moveRow'
import { moveRows } from './moveRows'
import { isAdverb } from './pattern'
import { RowIndex } from './rowIndex'

/** A verb that tells of coming or going, found in a sentence. */
export interface FoundVerb {
  readonly row: MoveRow
  readonly kind: MoveKind
  /** "enters"; "enter" (with they, in "Enter X"); "entering"; "is led off". */
  readonly form: FormKind
  /** Index after the verb and its particle. */
  readonly end: number
  /** The noun of its place; "" for just "in". */
  readonly place: string
  /** Indexes of whoever is moved by somebody else. */
  readonly object: readonly [from: number, to: number] | null
  /** Whoever is moved is told by a pronoun: "lets him out". */
  readonly pronoun: 'him' | 'her' | 'them' | null
}

const rows = new RowIndex(moveRows)

/** May the word tell of movement? Any other is passed over at once. */
export const isMovement = (word: string): boolean => rows.has(word)

/**
 * The verb of coming or going that stands at `i`: the first row that fits. Knows "appears to be" and "enters the
 * code" as none.
 */
export function verbAt(tokens: readonly Token[], i: number): FoundVerb | null {
  if (!rows.has(tokens[i]!.low)) return null
  const before = tokens[i - 1]?.low ?? ''
  const noEvent = isNoEvent(tokens, i)
  for (const { row, match } of rows.at(tokens, i)) {
    if (noEvent && before !== row.despite && row.form !== 'finite') continue
    if (row.inverted && !opensWithPlace(tokens, i)) continue
    if (row.near && !tokens.slice(Math.max(0, i - 3), i).some(({ low }) => classes[row.near!].has(low))) continue
    const form = match.form ?? formOfState(tokens, i, row)
    if (form === 'ing' && (row.form === 'now' || (row.form !== 'loose' && !opensPhrase(tokens, i)))) {
      if (row.means === 'none') return null
      continue
    }
    if (row.means === 'none') return null
    const object = row.moves ? match.object : null
    const alone = object && object[1] === object[0] + 1 ? tokens[object[0]]!.low : ''
    return {
      row,
      kind: row.means,
      form,
      end: match.end,
      place: match.noun ?? '',
      object,
      pronoun: alone === 'him' || alone === 'her' || alone === 'them' ? alone : null,
    }
  }
  return null
}

/** Where no verb stands: "Otto is OFF", "He's OUT the door", "takes his boots, then OUT the window". */
function formOfState(tokens: readonly Token[], i: number, row: MoveRow): FormKind {
  if (row.form === 'finite' || tokens[i]!.low === 'is') return 's'
  if (row.after === undefined) return 'base'
  return tokens[i - 1]?.low === 'then' ? 's' : 'done'
}

/** "to leave", "can't enter", "the exit", "never quite leaves": no event. */
function isNoEvent(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.low ?? ''
  if (noEventBefore.has(before)) return true
  if (isAdverb(before) && negations.has(tokens[i - 2]?.low ?? '')) return true
  return before === '-' || tokens[i + 1]?.text === '-'
}

/** "Over the side swarm the pirates": nobody stands between the place and the verb. */
const opensWithPlace = (tokens: readonly Token[], i: number): boolean =>
  i > 0 &&
  i < 9 &&
  placeOpeners.has(tokens[0]!.low) &&
  tokens
    .slice(0, i)
    .every(
      (t) =>
        (t.name === undefined || t.possessive) &&
        /^(?:[\p{L}'-]+|,)$/u.test(t.text) &&
        !/^(?:he|she|they|we|and)$/.test(t.low),
    )

/** "Otto stops, leaving": the verb in -ing begins a phrase of its own. */
function opensPhrase(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return before === undefined || /^(?:[,;—(]|--|and|is|are)$/.test(before.low)
}
