import type { ScriptElement } from '../../scriptTypes'
import { readEnterList } from '../../../language/reading/enterList'
import type { Groups } from './groups'
import { verbAt } from '../../../language/rules/moveAt'
import { findLongerNames } from './longerNames'
import type { FoundName } from './longerNames'
import { NameIndex } from '../../../language/text/nameIndex'
import type { Token } from '../../../language/text/tokens'
import { nameKey } from '../../../language/text/names'
import { lineBreaks, readableSentences } from '../../../language/text/splitSentences'
import { isFirstName } from '../../../language/lexicon/firstNames'
import { isGroupNoun, isPersonNoun, isPluralNoun } from '../../../language/lexicon/people'
import { othersWords } from '../../../language/lexicon/pronouns'
import { placePrepositions } from '../../../language/lexicon/smallWords'
import { doingVerbs, goingVerbs } from '../../../language/lexicon/verbs'
import { endsPhrase } from '../../../language/rules/nounPhrase'
import { personVerbs } from '../../../language/lexicon/personVerbs'
import { capitalOpeners, unnamedMovers } from '../../../language/lexicon/screenWords'

/** Persons whom only entrances and exits name: "Enter a Shipmaster", "A waiter enters", "Fairies exit". */
export function findDirectionNames(
  actions: readonly ScriptElement[],
  names: readonly string[],
  groups: Groups,
): FoundName[] {
  const index = new NameIndex([...names, ...groups.members.keys(), ...groups.parts.keys()])
  const found = new Map<string, FoundName>()
  const add = (form: string, line: number): void => {
    const key = nameKey(form)
    if (key !== '' && !groups.members.has(key) && !found.has(key)) found.set(key, { key, form, line })
  }
  const sentences = actions.flatMap(({ text, line }) =>
    readableSentences(text).map((one): Told => ({
      tokens: index.read(one.text),
      line: line + lineBreaks(text, one.start),
    })),
  )
  for (const { tokens, line } of sentences) {
    const verb = tokens.findIndex((t) => /^(?:(?:re-?)?enters?|exits?|exeunt)$/.test(t.low))
    // "EXIT RAMP" is none.
    if (verb < 0 || !verbAt(tokens, verb)) continue
    const subject = subjectNoun(tokens, verb)
    if (subject !== null) add(subject, line)
    else if (!tokens[verb]!.low.endsWith('s') && isDirection(tokens, verb))
      for (const noun of readEnterList(tokens, verb + 1).unknown) add(noun.form, line)
  }
  for (const { form, line } of [...walkOns(sentences), ...returning(sentences)]) add(form, line)
  for (const [key, { line }] of groups.parts) if (!names.includes(key)) add(key, line)
  for (const name of findLongerNames(actions, names)) if (!found.has(name.key)) found.set(name.key, name)
  return [...found.values()]
}

/** "Enter" as a direction opens its sentence or clause, or follows music and the like. */
function isDirection(tokens: readonly Token[], verb: number): boolean {
  const before = tokens[verb - 1]
  return before === undefined || /^(?:[,.;:—([]|and|then|here|again)$/.test(before.low)
}

/** "A waiter enters": the noun right before the verb, if it is one for persons. */
function subjectNoun(tokens: readonly Token[], verb: number): string | null {
  const noun = tokens[verb - 1]
  if (!noun || noun.name !== undefined) return null
  const word = noun.low.toUpperCase()
  const det = tokens[verb - 2]
  const opens = det === undefined || /^[.;]$/.test(det.text)
  const capital = /^\p{Lu}/u.test(noun.text)
  if (!isPersonNoun(word) && !isGroupNoun(word)) return isUnknownName(tokens, verb - 1) ? noun.text : null
  if (/^(?:all|both|others|company)$/.test(noun.low) || noun.low === 'others') return null
  return (opens && capital) ||
    (det && /^(?:a|an|the|his|her|their|one|another|two|three|\p{Ll}+)$/u.test(det.text.toLowerCase()))
    ? noun.text
    : null
}

/** "Ronja enters with the mail": a word with a capital that opens the sentence and is nothing else. */
function isUnknownName(tokens: readonly Token[], k: number): boolean {
  const { text, low } = tokens[k]!
  const before = tokens[k - 1]
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(text) || (before && !/^(?:[.;:]|and|as|while|when|then)$/.test(before.low)))
    return false
  return isFirstName(low) || !(capitalOpeners.has(low) || unnamedMovers.has(low) || /(?:ly|ing|ness|tion|s)$/.test(low))
}

/** A sentence and the line it begins in. */
interface Told {
  readonly tokens: readonly Token[]
  readonly line: number
}

/** "A waiter in white crosses behind them": someone new, known by trade only. */
function walkOns(sentences: readonly Told[]): { form: string; line: number }[] {
  const found: { form: string; line: number }[] = []
  for (const { tokens, line } of sentences) {
    const [first, second] = tokens
    // "Dancers pour over the rim."
    if (
      first?.name === undefined &&
      /^\p{Lu}\p{Ll}+$/u.test(first?.text ?? '') &&
      isPluralNoun(first!.low) &&
      personVerbs.has(second?.low ?? '')
    )
      found.push({ form: first!.text, line })
    tokens.forEach((token, k) => {
      const word = token.low.toUpperCase()
      if (
        token.name !== undefined ||
        (token.text !== token.low && !(k === 0 && isPluralNoun(token.low) && /^\p{Lu}\p{Ll}+$/u.test(token.text))) ||
        !(isPersonNoun(word) || isGroupNoun(word)) ||
        isAttribute(tokens, k) ||
        !(isIntroduced(tokens, k) && (movesSoon(tokens, k) || acts(tokens, k)))
      )
        return
      found.push({ form: token.text, line })
    })
  }
  return found
}

/** "Bernice falls in with a raccoon in her arms. The raccoon leaps away.": told of by the way, and then does something. */
function returning(sentences: readonly Told[]): { form: string; line: number }[] {
  const told = new Map<string, { form: string; line: number }>()
  const found: { form: string; line: number }[] = []
  for (const { tokens, line } of sentences) {
    const [first, second, third] = tokens
    const back = first?.low === 'the' ? told.get(second?.low ?? '') : undefined
    if (back && (doesSomething(third?.low ?? '') || verbAt(tokens, 2))) found.push(back)
    tokens.forEach((token, k) => {
      if (token.name !== undefined || token.text !== token.low || !hasArticle(tokens, k) || told.has(token.low)) return
      if (isPersonNoun(token.low.toUpperCase()) && !isAttribute(tokens, k))
        told.set(token.low, { form: token.text, line })
    })
  }
  return found
}

const doesSomething = (verb: string): boolean => personVerbs.has(verb) || goingVerbs.has(verb) || doingVerbs.has(verb)

/** After "a" or "another" and at most two adjectives. */
function hasArticle(tokens: readonly Token[], k: number): boolean {
  for (let i = k - 1; i >= 0 && i >= k - 3; i--) {
    if (/^(?:a|an|another)$/.test(tokens[i]!.low)) return true
    if (!/^\p{Ll}+$/u.test(tokens[i]!.text)) return false
  }
  return false
}

/** "A police car pulls up", "a guard dog barks": what kind of thing it is, and nobody. */
function isAttribute(tokens: readonly Token[], k: number): boolean {
  const next = tokens[k + 1]
  if (next === undefined || next.name !== undefined || !/^\p{Ll}{2,}$/u.test(next.text)) return false
  if (verbAt(tokens, k + 1) || endsPhrase(tokens, k + 1) || placePrepositions.has(next.low)) return false
  return (
    tokens.slice(k + 2, k + 5).some((_, i) => verbAt(tokens, k + 2 + i)) &&
    !doingVerbs.has(next.low) &&
    !personVerbs.has(next.low)
  )
}

/** After "a", "another", "two" and at most two adjectives, as the subject of its clause. */
function isIntroduced(tokens: readonly Token[], k: number): boolean {
  // "Pupils stream out", "One by one the dancers come on": a crowd needs no introduction.
  if (isPluralNoun(tokens[k]!.low) && !othersWords.has(tokens[k]!.low)) {
    const opens = (i: number) => i < 0 || /^(?:[.,;:—]|--|and|as|while|when)$/.test(tokens[i]!.low)
    if (opens(k - 1) || (/^(?:the|some|more)$/.test(tokens[k - 1]!.low) && (opens(k - 2) || k < 7))) return true
  }
  for (let i = k - 1; i >= Math.max(0, k - 3); i--) {
    const low = tokens[i]!.low
    if (/^(?:a|an|another|two|three|several)$/.test(low))
      return i === 0 || /^(?:[.,;:—]|--|and|but|as|then|while|when)$/.test(tokens[i - 1]!.low)
    if (!/^\p{Ll}+$/u.test(low) || /^(?:of|in|on|at|to|with|for|from|by|like|as)$/.test(low)) return false
  }
  return false
}

/** "The customers start to cry", "A crow swoops": does what somebody does, right behind the noun. */
function acts(tokens: readonly Token[], k: number): boolean {
  const next = tokens[k + 1]?.low ?? ''
  if (isPluralNoun(tokens[k]!.low))
    return /^(?:start|begin|continue|stop)$/.test(next) && /^(?:to|\w+ing)$/.test(tokens[k + 2]?.low ?? '')
  return goingVerbs.has(next)
}

function movesSoon(tokens: readonly Token[], k: number): boolean {
  for (let i = k + 1; i < Math.min(tokens.length, k + 7); i++) {
    if (tokens[i]!.name !== undefined || /^[,;:.]$|^(?:and|but|as|while)$/.test(tokens[i]!.low)) return false
    if (verbAt(tokens, i)) return true
  }
  return false
}
