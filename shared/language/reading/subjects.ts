import { isGroupNoun, isPersonNoun, mayBePlural } from '../lexicon/people'
import { everybodyWords, othersWords, severalWords, singlePronouns } from '../lexicon/pronouns'
import {
  companyParticiples,
  counts,
  determiners,
  exceptions,
  fillers,
  groupBreakers,
  listBreakers,
  placePrepositions,
  seeing,
  subordinators,
} from '../lexicon/smallWords'
import type { FormKind } from '../lexicon/verbForms'
import type { Token } from '../text/tokens'
import { nobody, type Who } from './who'

/** A subject and where it begins. */
export type Subject = Who & { start: number }

const isClauseBreak = ({ low }: Token): boolean => /^(?:[;:—!?]|--)$/.test(low) || subordinators.has(low)
const isJoin = ({ low }: Token): boolean => /^(?:and|then|und|et|och|,)$/.test(low)
const isFiller = ({ low }: Token): boolean => fillers.has(low) || /^\w+ly$/.test(low)

/**
 * Who does it: the names or pronoun left of the verb at `i` that no other noun parts from it; null when it is someone
 * else.
 */
export function subjectOf(tokens: readonly Token[], i: number, form: FormKind): Subject | null {
  let g = i - 1
  // Left to the nearest name or pronoun.
  while (g >= 0 && (!isPerson(tokens[g]!) || isAllSomething(tokens, g))) g--
  if (g < 0 || !(reaches(tokens, g, i) || isCompany(tokens, g, i))) return null
  // "With the lovers still asleep, enter Titania": a base form right after a comma begins anew.
  if (form === 'base' && tokens[i - 1]!.text === ',' && tokens[g + 1]!.text !== ',') return null
  const own = groupEndingAt(tokens, g)
  const who =
    tokens.slice(g + 1, i).some(isJoin) && own.start > 0 && !opensClause(tokens, own.start)
      ? (clauseSubject(tokens, own.start) ?? own)
      : own
  const alone = who.names.length === 1 && who.pronoun === null && !isCompany(tokens, g, i)
  if (form === 'base' && alone && !mayBePlural(tokens[g]!.low) && !seeing.has(tokens[who.start - 1]?.low ?? ''))
    return null
  if (form === 's' && (who.pronoun === 'they' || who.pronoun === 'all') && tokens[g]!.low === 'they') return null
  return who
}

function opensClause(tokens: readonly Token[], k: number): boolean {
  return k === 0 || /^(?:[.,;:!?—(]|--|and|but|then|as|while|when|until|where|that)$/.test(tokens[k - 1]!.low)
}

/**
 * "kisses Otto and leaves": the group that opens the clause before `from`, with nothing but words of its doing
 * between.
 */
function clauseSubject(tokens: readonly Token[], from: number): Subject | null {
  for (let k = from - 1; k >= 0; k--) {
    if (isClauseBreak(tokens[k]!)) return null
    if (!isPerson(tokens[k]!)) continue
    const group = groupEndingAt(tokens, k)
    if (opensClause(tokens, group.start) || opensClause(tokens, phraseStart(tokens, group.start))) return group
    k = group.start
  }
  return null
}

/** Where the phrase of a noun begins: with its determiner, "A small cat". */
function phraseStart(tokens: readonly Token[], k: number): number {
  const before = beforeAdjectives(tokens, k)
  return determiners.has(tokens[before]?.low ?? '') ? before : before + 1
}

function isPerson(token: Token): boolean {
  return (
    (token.name !== undefined && !token.possessive) ||
    token.low in singlePronouns ||
    severalWords.has(token.low) ||
    everybodyWords.has(token.low) ||
    isOthers(token)
  )
}

/** "Ross, all cashmere, gets out". */
const isAllSomething = (tokens: readonly Token[], k: number): boolean =>
  (tokens[k]!.low === 'all' && tokens[k - 1]?.text === ',' && tokens[k + 2]?.text === ',') ||
  // "Reed, two bodyguards in tow, saunters"
  (/^(?:two|three|four)$/.test(tokens[k]!.low) &&
    tokens[k - 1]?.text === ',' &&
    /^\p{Ll}+(?:s|men|women|people)$/u.test(tokens[k + 1]?.text ?? ''))

const isOthers = ({ low }: Token): boolean => low !== 'other' && othersWords.has(low)

/** May the words between the subject at `g` and the verb at `i` stand there without being a subject themselves? */
function reaches(tokens: readonly Token[], g: number, i: number): boolean {
  const between = tokens.slice(g + 1, i)
  if (between.every(isFiller)) return true
  // "Otto the mole pokes out"
  if (between[0]!.low === 'the' && between.length < 4 && isPersonNoun(between.at(-1)!.low)) return true
  const first = between[0]!.text
  const last = between.at(-1)!.text
  if (/^(?:[,(—]|--)$/.test(first) && /^(?:[,)—]|--)$/.test(last)) return true
  if (first === ',' && between[1]?.low === 'who') return !between.slice(2).some(isClauseBreak)
  const lastJoin = between.findLastIndex((t) => /^(?:and|then|but|or|und|et|och|,)$/.test(t.low) || isClauseBreak(t))
  if (lastJoin < 0) return placePrepositions.has(between[0]!.low)
  return between.slice(lastJoin + 1).every(isFiller) && !between.some(isClauseBreak)
}

/**
 * "Titania and her fairies exit": between the last name and the verb stand only persons without a name of their own.
 */
function isCompany(tokens: readonly Token[], g: number, i: number): boolean {
  const between = tokens.slice(g + 1, i)
  const last = between.findLast((t) => !isFiller(t))
  return (
    between[0]?.low === 'and' &&
    last !== undefined &&
    (isPersonNoun(last.low) || isGroupNoun(last.low)) &&
    between.every((t) => /^\p{Ll}+$/u.test(t.text) && !subordinators.has(t.low))
  )
}

/** The coordinated group whose last member is the token at `g`: "Theseus and his train, including Hippolyta". */
export function groupEndingAt(tokens: readonly Token[], g: number): Subject {
  const who: Subject = { ...nobody(), start: g }
  let k = g
  for (;;) {
    const token = tokens[k]!
    addPerson(who, token, tokens[k - 1])
    const count = token.name === undefined ? undefined : countBefore(tokens, k)
    if (count !== undefined) who.counts = { ...who.counts, [token.name!]: count }
    who.start = k
    const before = beforeAdjectives(tokens, k)
    if (
      exceptions.has(tokens[before]?.low ?? '') &&
      before > 0 &&
      (everybodyWords.has(tokens[before - 1]!.low) || tokens[before - 1]!.low === 'exeunt')
    )
      return { names: [], pronoun: 'all', except: who.names, start: before - 1 }
    // A list ends with "and": in "As Mara turns to Otto, Rosa walks in" Otto is no subject.
    const list =
      tokens[before]?.text === ',' && /^(?:and|or)$/.test(tokens[before + 1]?.low ?? '') ? before - 1 : before
    if (k === g && tokens[list]?.text === ',') return who
    const join = beforeJoin(tokens, list)
    if (join === list || join < 0 || !isPerson(tokens[join]!) || tokens[join]!.low in singlePronouns) return who
    k = join
  }
}

/** Index before the determiner and adjectives of "his faithful servants". */
function beforeAdjectives(tokens: readonly Token[], k: number): number {
  let before = k - 1
  while (
    before >= 0 &&
    /^\p{Ll}+$/u.test(tokens[before]!.text) &&
    !groupBreakers.has(tokens[before]!.low) &&
    !othersWords.has(tokens[before]!.low) &&
    k - before < 4
  )
    before--
  return before
}

/**
 * Index of the last word of whoever is joined before: "Otto and", "Otto, with", "Otto, supported by"; `from` itself
 * where nobody is.
 */
function beforeJoin(tokens: readonly Token[], from: number): number {
  let join = from
  if (/^(?:and|or|&)$/.test(tokens[join]?.low ?? '')) join--
  if (tokens[join]?.text === ',') join--
  else if (/^(?:including|with)$/.test(tokens[join]?.low ?? '')) {
    join--
    if (tokens[join]?.low === 'along' || tokens[join]?.low === 'together') join--
    if (tokens[join]?.text === ',') join--
  } else if (tokens[join]?.low === 'by' && companyParticiples.has(tokens[join - 1]?.low ?? '')) {
    join -= 2
    if (tokens[join]?.text === ',') join--
  }
  if (tokens[join]?.text === ')') {
    while (join > 0 && tokens[join]!.text !== '(') join--
    join--
  }
  return join
}

/** The number before a name: "two Murderers", "the other two Murderers". */
export function countBefore(tokens: readonly Token[], k: number): number | undefined {
  return counts[tokens[k - 1]?.low ?? '']
}

function addPerson(who: Who, token: Token, before: Token | undefined): void {
  if (token.name !== undefined) {
    if (!who.names.includes(token.name)) who.names.unshift(token.name)
  } else if (token.low in singlePronouns) who.pronoun = singlePronouns[token.low]!
  else if (everybodyWords.has(token.low)) who.pronoun = 'all'
  else if (isOthers(token)) who.pronoun = 'others'
  else if (token.low === 'they' || token.low === 'both') who.pronoun = 'they'
  else if (before && /^(?:the|all|both|these|those)$/.test(before.low)) who.pronoun ??= 'they'
}

/** The names in a list that begins at `from`: "X, Y, and Z", up to anything that is no list. */
export function namesFrom(tokens: readonly Token[], from: number, to = tokens.length): string[] {
  const names: string[] = []
  for (let k = from; k < to; k++) {
    const { name, possessive, low } = tokens[k]!
    if (name !== undefined && !possessive) names.push(name)
    else if (listBreakers.has(low) || !/^(?:[,&]|\p{Ll}+)$/u.test(low)) break
  }
  return names
}
