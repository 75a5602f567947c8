import { changeRows } from '../rules/changeRows'
import { RowIndex } from '../rules/rowIndex'
import type { Token } from '../text/tokens'

/** Somebody turns into somebody, by the keys of their names. */
export interface Turn {
  /** Null where a pronoun does it. */
  readonly from: string | null
  readonly to: string
  /** Offset of the word that tells it. */
  readonly at: number
}

const changes = new RowIndex(changeRows)
/** Behind the verb: who it is then. */
const reach = 8

/** Who turns into whom in a sentence: "Tom turns into a GARDEN GNOME", "Where the gnome stood is now Tom"; null of any other. */
export function turnIn(tokens: readonly Token[]): Turn | null {
  const isNamed = (token: Token) => token.name !== undefined && !token.possessive
  const told = tokens.findIndex((_, i) => [...changes.at(tokens, i)].length > 0)
  const replaced =
    tokens[0]?.low === 'where' ? tokens.findIndex((t, i) => t.low === 'now' && tokens[i - 1]?.low === 'is') : -1
  const verb = told >= 0 ? told : replaced
  if (verb < 1) return null
  const from = tokens.slice(0, verb).findLast(isNamed)?.name ?? null
  const behind = tokens.slice(verb + 1, verb + reach)
  const over = behind.findIndex(({ low }) => /^(?:[,.;:!?—]|--|and|but|of|as|who|which|that)$/.test(low))
  const to = (over < 0 ? behind : behind.slice(0, over)).find(isNamed)?.name
  const isSomebody = from !== null || tokens.slice(0, verb).some(({ low }) => /^(?:he|she|it)$/.test(low))
  return to !== undefined && to !== from && isSomebody ? { from, to, at: tokens[verb]!.start } : null
}
