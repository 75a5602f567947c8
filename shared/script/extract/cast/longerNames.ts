import type { ScriptElement } from '../../scriptTypes'
import type { Token } from '../../../language/text/tokens'
import { NameIndex } from '../../../language/text/nameIndex'
import { capitalOpeners } from '../../../language/lexicon/screenWords'
import { isTitle, nameKey } from '../../../language/text/names'
import { lineBreaks } from '../../../language/text/splitSentences'

/** A name the action gives someone, with its first line. */
export interface FoundName {
  key: string
  form: string
  line: number
}

/** Full names in the text of a speaker: "Robin Goodfellow" where ROBIN speaks, "Cyber Bob" where BOB does. */
export function findLongerNames(actions: readonly ScriptElement[], names: readonly string[]): FoundName[] {
  const known = new Set(names)
  const index = new NameIndex(names)
  const found = new Map<string, FoundName>()
  /** First names at the start of a sentence, where any word has a capital: they must come twice. */
  const doubtful = new Map<string, FoundName[]>()
  const add = (name: FoundName): void => {
    if (!known.has(name.key) && !found.has(name.key)) found.set(name.key, name)
  }
  for (const action of actions) {
    if (!/\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}/u.test(action.text)) continue
    const tokens = index.read(action.text)
    tokens.forEach((token, k) => {
      if (token.name === undefined || token.possessive || token.text === token.text.toUpperCase()) return
      const [before, next] = [tokens[k - 1], tokens[k + 1]]
      const at = { line: action.line + lineBreaks(action.text, token.start) }
      if (isNamePart(next)) add({ ...nameOf(`${token.text} ${next.text}`), ...at })
      else if (isNamePart(before)) {
        const name = { ...nameOf(`${before.text} ${token.text}`), ...at }
        if (/^(?:\p{Ll}|,|Enter$|The$)/u.test(tokens[k - 2]?.text ?? '')) add(name)
        else doubtful.set(before.low, [...(doubtful.get(before.low) ?? []).slice(0, 20), name])
      }
    })
  }
  for (const [word, list] of [...doubtful].slice(0, 200)) {
    const sure = [...found.values()].some((n) => n.key.startsWith(`${word.toUpperCase()} `))
    if ((list.length > 1 || sure) && !inSmallLetters(actions, word)) list.forEach(add)
  }
  return [...found.values()]
}

function nameOf(form: string): { key: string; form: string } {
  return { key: nameKey(form), form }
}

function inSmallLetters(actions: readonly ScriptElement[], word: string): boolean {
  const small = new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'u')
  return actions.some((a) => small.test(a.text))
}

/** A capitalised word that is no title, weekday, opener of a sentence or name of someone else. */
function isNamePart(token: Token | undefined): token is Token {
  if (!token || token.name !== undefined || !/^\p{Lu}\p{Ll}{2,}$/u.test(token.text)) return false
  return !isTitle(token.low.toUpperCase()) && !capitalOpeners.has(token.low) && !/(?:ly|ing|day)$/.test(token.low)
}
