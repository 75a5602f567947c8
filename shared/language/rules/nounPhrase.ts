import { classes, type WordClass } from '../lexicon/classes'
import { foreignArticles } from '../lexicon/foreignWords'
import { objectPronouns } from '../lexicon/pronouns'
import { articles, nounEnders, owners, phraseEnders, pointers } from '../lexicon/smallWords'
import { wordSet } from '../lexicon/wordSet'
import type { Token } from '../text/tokens'

const stops = /^(?:[.,;:!?…—)。，、；：！？]|--)$/u

/** Nothing or a punctuation mark. */
export function isStop(tokens: readonly Token[], at: number, to = tokens.length): boolean {
  return at >= to || stops.test(tokens[at]!.text)
}

/** Is the phrase before this place over? */
export function endsPhrase(tokens: readonly Token[], at: number, to = tokens.length): boolean {
  return isStop(tokens, at, to) || phraseEnders.has(tokens[at]!.low) || /^\w+(?:ing|ly)$/.test(tokens[at]!.low)
}

const nounOpeners = wordSet(articles, owners, pointers, foreignArticles)

/**
 * The noun of the phrase that begins here and the index behind it: "the secret CODE"; a bare word in small letters is
 * its own. Of "leaves the room crying" it is the room, if that is what is looked for.
 */
export function nounAt(
  tokens: readonly Token[],
  from: number,
  to = tokens.length,
  among?: WordClass,
): { noun: string; end: number } | null {
  const fits = (word: string) => among === undefined || classes[among].has(word)
  const first = tokens[from]
  if (!first || from >= to) return null
  if (!nounOpeners.has(first.low))
    return (/^\p{Ll}/u.test(first.text) || (among && first.name === undefined)) && fits(first.low)
      ? { noun: first.low.replace(/^[ld]'/, ''), end: from + 1 }
      : null
  let end = from + 1
  while (end < Math.min(to, from + 5) && /^\p{L}/u.test(tokens[end]!.text) && !nounEnders.has(tokens[end]!.low)) end++
  for (let last = end - 1; last > from; last--) {
    const noun = tokens[last]!.low
    if (fits(noun)) return { noun, end: last + 1 }
    if (!/(?:ly|ing)$/.test(noun)) return null
  }
  return null
}

/** "her way", "her head": no one is meant. */
const ownedByHer = wordSet('way exit head entrance leave escape departure')
const objectJoiners = wordSet('and , the a his two both others')
const longestObject = 11

/**
 * Index behind the names and pronouns of whoever something is done to, or -1.
 * @param also "it" counts too, or names alone
 */
export function objectEnd(tokens: readonly Token[], from: number, to: number, also: '' | 'it' | 'name'): number {
  const isPerson = ({ name, possessive, low }: Token, next: Token | undefined) => {
    if (name !== undefined) return !possessive
    if (also === 'name') return false
    return (
      (also === 'it' && low === 'it') ||
      (objectPronouns.has(low) && !(low === 'her' && ownedByHer.has(next?.low ?? '')))
    )
  }
  let end = from
  let anybody = false
  for (; end < Math.min(to, from + longestObject); end++) {
    const found = isPerson(tokens[end]!, tokens[end + 1])
    if (!found && !objectJoiners.has(tokens[end]!.low)) break
    anybody ||= found
  }
  return anybody ? end : -1
}
