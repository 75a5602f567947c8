import { classes, type WordClass } from '../lexicon/classes'
import { adverbs, phraseJoiners } from '../lexicon/smallWords'
import { formsOf, type FormKind } from '../lexicon/verbForms'
import { familyMeanings, verbsOf, type VerbFamily } from '../lexicon/verbs'
import type { Token } from '../text/tokens'
import { endsPhrase, isStop, nounAt, objectEnd } from './nounPhrase'

/**
 * A pattern of words, compiled. Patterns are written as the words stand, with spaces between:
 *
 * - `out` that word; `out|off` one of them; `out?` perhaps; `%adverb*` none to three of them; `!out` none of that
 *   here
 * - `~leave` a form of the verb: leave, leaves, leaving; `~leave:now` without leaving; `~leave:acts` without leave,
 *   which may be a noun; `~leave:done` what is done to somebody: left; `~GO` any verb of the family
 *   (lexicon/verbs.ts)
 * - `%door` a word of the class (lexicon/classes.ts); `%small` any word in small letters; `%ly` and `%ing` a word
 *   that ends so
 * - `{place}` a noun phrase whose noun is of the class: "the old house"; `{}` any noun phrase
 * - `@` whoever something is done to: names, "him", "her", "them", also several; `@it` also "it"; `@name` names
 *   alone; `@named` one name, also as in "Otto's"
 * - `...` up to eight words of the same phrase
 * - `end` the phrase is over: nothing, a punctuation mark, or a word that opens another phrase; `stop` nothing or a
 *   punctuation mark
 * - `&` what follows is only looked at
 */
export interface Pattern {
  /** The words it may begin with; null = any. */
  readonly first: readonly string[] | null
  /** Does it fit at `from`, with nothing at or behind `to`? */
  match(tokens: readonly Token[], from: number, to?: number): Match | null
}

/** Where a pattern fits. */
export interface Match {
  /** Index behind the last word that is part of it. */
  readonly end: number
  /** The form of the verb it begins with. */
  readonly form: FormKind | null
  /** The noun of its noun phrase. */
  readonly noun: string | null
  /** Indexes of whoever something is done to. */
  readonly object: readonly [from: number, to: number] | null
}

interface Found {
  noun: string | null
  object: readonly [number, number] | null
}
/** How many tokens a part takes at a place, or -1. */
type Test = (tokens: readonly Token[], at: number, to: number, found: Found) => number
interface Part {
  readonly test: Test
  readonly least: number
  readonly most: number
  readonly not: boolean
  readonly lookOnly: boolean
  /** Takes as few as it can. */
  readonly lazy?: boolean
  /** The words it takes, where they can be counted, and what form of a verb each is. */
  readonly words: ReadonlyMap<string, FormKind | null> | null
}

const formKinds: Readonly<Record<string, readonly FormKind[]>> = {
  any: ['base', 's', 'ing'],
  now: ['base', 's'],
  acts: ['s', 'ing'],
  done: ['done'],
}
const longestGap = 8

/** Compiles a pattern. @throws Error where it names a family, class or form that there is not */
export function compilePattern(source: string): Pattern {
  const sources = source.split(' ')
  const cut = sources.indexOf('&')
  const parts = sources.flatMap((one, i) => (one === '&' ? [] : [partOf(one, cut >= 0 && i > cut)]))
  const opener = parts[0]!
  const words = opener.not || opener.least === 0 ? null : opener.words
  return {
    first: words && [...words.keys()],
    match(tokens, from, to = tokens.length) {
      const found: Found = { noun: null, object: null }
      const end = matchParts(parts, 0, tokens, from, to, from, found)
      return end < 0 ? null : { end, form: words?.get(tokens[from]?.low ?? '') ?? null, ...found }
    },
  }
}

/** Index behind the match of the parts from one on, or -1. */
function matchParts(
  parts: readonly Part[],
  first: number,
  tokens: readonly Token[],
  at: number,
  to: number,
  end: number,
  found: Found,
): number {
  const part = parts[first]
  if (!part) return end
  const next = first + 1
  if (part.not) return part.test(tokens, at, to, found) < 0 ? matchParts(parts, next, tokens, at, to, end, found) : -1
  const goOn = (place: number) => matchParts(parts, next, tokens, place, to, part.lookOnly ? end : place, found)
  // Most parts take one word, and nothing need be kept for those.
  if (part.least === 1) {
    const taken = part.test(tokens, at, to, found)
    return taken < 0 ? -1 : goOn(at + taken)
  }
  const places = [at]
  while (places.length <= part.most) {
    const taken = part.test(tokens, places.at(-1)!, to, found)
    if (taken < 0) break
    places.push(places.at(-1)! + taken)
  }
  if (!part.lazy) places.reverse()
  for (const place of places) {
    const hit = goOn(place)
    if (hit >= 0) return hit
  }
  return -1
}

function partOf(source: string, lookOnly: boolean): Part {
  if (source === '...')
    return { test: inPhrase, least: 0, most: longestGap, not: false, lookOnly, lazy: true, words: null }
  const not = source.startsWith('!')
  const most = source.endsWith('*') ? 3 : 1
  const least = source.endsWith('*') || source.endsWith('?') ? 0 : 1
  const body = source.slice(not ? 1 : 0, least ? undefined : -1)
  const { test, words } = body.startsWith('@') ? objectTest(body) : body.startsWith('{') ? nounTest(body) : anyOf(body)
  return { test, least, most, not, lookOnly, words }
}

type Tested = Pick<Part, 'test' | 'words'>

const inPhrase: Test = (tokens, at, to) => (isStop(tokens, at, to) || phraseJoiners.has(tokens[at]!.low) ? -1 : 1)

function objectTest(source: string): Tested {
  const also = source.slice(1)
  if (also === 'named')
    return {
      words: null,
      test: (tokens, at, to, found) => {
        if (at >= to || tokens[at]!.name === undefined) return -1
        found.object = [at, at + 1]
        return 1
      },
    }
  if (also !== '' && also !== 'it' && also !== 'name') throw new Error(`There is no object “${source}”.`)
  return {
    words: null,
    test: (tokens, at, to, found) => {
      const end = objectEnd(tokens, at, to, also)
      if (end < 0) return -1
      found.object = [at, end]
      return end - at
    },
  }
}

function nounTest(source: string): Tested {
  const among = source === '{}' ? undefined : knownClass(source.slice(1, -1), source)
  return {
    words: null,
    test: (tokens, at, to, found) => {
      const noun = nounAt(tokens, at, to, among)
      if (!noun) return -1
      found.noun = noun.noun
      return noun.end - at
    },
  }
}

/** One of several words or signs. */
function anyOf(source: string): Tested {
  const listed = new Map<string, FormKind | null>()
  const open: ((token: Token) => boolean)[] = []
  const signs: ((tokens: readonly Token[], at: number, to: number) => boolean)[] = []
  for (const one of source.split('|')) {
    const sign = signTests.get(one)
    const kind = openClasses.get(one)
    if (sign) signs.push(sign)
    else if (kind) open.push(kind)
    else for (const [word, form] of wordsOf(one)) listed.set(word, form)
  }
  if (open.length + signs.length === 0)
    return {
      words: listed,
      test: (tokens, at, to) => {
        const token = at < to ? tokens[at] : undefined
        return token !== undefined && token.name === undefined && listed.has(token.low) ? 1 : -1
      },
    }
  return {
    words: null,
    test: (tokens, at, to) => {
      const token = at < to ? tokens[at]! : undefined
      if (token?.name === undefined && token && (listed.has(token.low) || open.some((test) => test(token)))) return 1
      return signs.some((test) => test(tokens, at, to)) ? 0 : -1
    },
  }
}

/** Signs that take no word. */
const signTests = new Map<string, (tokens: readonly Token[], at: number, to: number) => boolean>([
  ['end', endsPhrase],
  ['stop', isStop],
])

/** Is the word an adverb that may stand between a verb and its particle? */
export const isAdverb = (word: string): boolean => adverbs.has(word) || /^\w+ly$/.test(word)

/** Classes that no list can hold. */
const openClasses = new Map<string, (token: Token) => boolean>([
  ['%small', ({ text }) => /^(?:\p{Ll}+|[,—:])$/u.test(text)],
  ['%ly', ({ low }) => /^\w+ly$/.test(low)],
  ['%ing', ({ low }) => /^\w+ing$/.test(low)],
  ['%adverb', ({ low }) => isAdverb(low)],
])

/** The words that `leave`, `~leave`, `~GO:done` or `%door` is, with the form of the verb they are. */
function wordsOf(source: string): ReadonlyMap<string, FormKind | null> {
  if (source.startsWith('%'))
    return new Map(classes[knownClass(source.slice(1), source)].words.map((word) => [word, null]))
  if (!source.startsWith('~')) return new Map([[source, null]])
  const [verb, kind = 'any'] = source.slice(1).split(':') as [string, string?]
  const forms = formKinds[kind]
  if (!forms) throw new Error(`There is no form “${kind}” of verbs (${source}).`)
  if (/^[A-Z]/.test(verb) && !(verb in familyMeanings))
    throw new Error(`There is no family of verbs “${verb}” (${source}).`)
  const lemmas = verb in familyMeanings ? verbsOf(verb as VerbFamily) : [verb]
  return new Map(
    lemmas.flatMap((lemma) =>
      [...formsOf(lemma)].flatMap(([word, { form }]): [string, FormKind][] =>
        forms.includes(form) ? [[word, form]] : [],
      ),
    ),
  )
}

function knownClass(name: string, source: string): WordClass {
  if (!(name in classes)) throw new Error(`There is no class of words “${name}” (${source}).`)
  return name as WordClass
}
