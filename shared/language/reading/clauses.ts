import { objectPronouns } from '../lexicon/pronouns'
import {
  bringing,
  determiners,
  objectOpeners,
  placePrepositions,
  relativeWords,
  subordinators,
} from '../lexicon/smallWords'
import { bodyParts } from '../lexicon/things'
import { beginningDeeds, deedVerbs, doingVerbs, humanVerbs, restVerbs } from '../lexicon/verbs'
import { isDense, type Token } from '../text/tokens'
import { listWords, lowerFirst, sentenceEnd } from '../wording/phrases'
import { mostWords, type ReadSentence } from './readText'
import { subjectOf } from './subjects'

/** One of the things that a subject does in a sentence: "Alice comes in", "reaches for the gnome". */
export interface Clause {
  readonly text: string
  /** Offsets in the text that the sentence stands in. */
  readonly start: number
  readonly end: number
}

type Sentence = Pick<ReadSentence, 'text' | 'start' | 'tokens'>

/** The things one subject does in a sentence; a single one where it cannot be told safely. */
export function clausesOf({ text, start, tokens }: Sentence): Clause[] {
  const closed = /[.!?…。！？]+["'”’)]?$/u.exec(text)
  const end = start + text.length - (closed ? closed[0].length : 0)
  const clause = (from: number, to: number): Clause => ({
    text: text.slice(from - start, to - start),
    start: from,
    end: to,
  })
  const whole = [clause(start, end)]
  if (tokens.length > mostWords || tokens.some(({ low }) => relativeWords.has(low))) return whole
  const clauses: Clause[] = []
  let from = start
  let verbs = 0
  let subject: string | null = null
  for (let i = 0; i < tokens.length; i++) {
    const next = borderAt(tokens, i)
    // "Dick, his partner" of "Dick, his partner, comes in" does nothing yet.
    if (next > i && i > 0 && verbs === 0) {
      if (clauses.length > 0) return whole
      i = next
    } else if (next > i && i > 0) {
      clauses.push(clause(from, tokens[i - 1]!.end))
      from = tokens[next]!.start
      verbs = 0
      i = next
    }
    if (!isDoingAt(tokens, i) && !doesSomething(tokens, i)) continue
    // "The door opens and Dick comes out" is told of two.
    const does = (subjectOf(tokens, i, 's')?.names ?? []).join()
    if (verbs === 0 && subject !== null && does !== '' && does !== subject) return whole
    if (verbs === 0) subject ??= does
    verbs++
  }
  if (verbs === 0) return whole
  return [...clauses, clause(from, end)]
}

/** "hands" does something in "Ann hands him the key", but not in "Ann comes in, hands behind her back" or "in his hands". */
function isDoingAt(tokens: readonly Token[], i: number): boolean {
  const { low, name } = tokens[i]!
  if (name !== undefined || !doingVerbs.has(low)) return false
  const before = tokens[i - 1]?.low ?? ''
  if (/^(?:his|her|its|their|the|both|two|an?)$/.test(before)) return false
  return !(bodyParts.has(low) && /^[,;:—]?$/.test(before) && isAsideOf(tokens[i + 1]?.low ?? ''))
}

/** What may follow a part of the body that is just told of: "eyes closed", "arms up". */
const isAsideOf = (low: string): boolean =>
  placePrepositions.has(low) ||
  /^(?:up|down|out|over|raised|folded|crossed|full|wide|high|\p{L}+(?:ed|ing))$/u.test(low)

/** Where ", and then quickly opens" begins at `i`: the index of the first word of the next clause; else `i`. */
function borderAt(tokens: readonly Token[], i: number): number {
  let k = i
  if (tokens[k]?.text === ',') k++
  if (tokens[k]?.low === 'and') k++
  if (k > i && tokens[k]?.low === 'then') k++
  if (k === i) return i
  const verb = /^\p{L}+ly$/u.test(tokens[k]?.low ?? '') ? k + 1 : k
  return tokens[verb] && (isDoingAt(tokens, verb) || doesSomething(tokens, verb)) ? k : i
}

/** A verb nobody listed: "Maya drops the cigarette, GRINDS it out", "Juno SWERVES, clips the mirror". */
function doesSomething(tokens: readonly Token[], i: number): boolean {
  const { text, name, low } = tokens[i]!
  if (bodyParts.has(low) && /^[,;:—]?$/.test(tokens[i - 1]?.low ?? '')) return false
  if (name !== undefined || !/^\p{Ll}{2,}[^s\W]s$/u.test(text)) return false
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  const led =
    before !== undefined && (before.name !== undefined || /^(?:and|then|,|he|she|it|\p{L}+ly)$/u.test(before.low))
  if (before?.name !== undefined && !before.possessive) return true
  const doer = tokens[i - 2]
  if (/^\p{L}+ly$/u.test(before?.low ?? '') && doer?.name !== undefined && !doer.possessive) return true
  // "swings, misses and falls"
  const isListedDeed = before?.text === ',' && after?.low === 'and' && doingVerbs.has(tokens[i + 2]?.low ?? '')
  if (isListedDeed) return true
  return led && after !== undefined && (objectOpeners.has(after.low) || determiners.has(after.low))
}

/** A piece of a sentence that can be left out alone: "while Bob juggles", "carrying a tray". */
export interface Part {
  /** Offsets in the text that the sentence stands in. */
  readonly start: number
  readonly end: number
  /** Its first words join it: "and", ", then"; a conjunction that tells how ("while") is part of it. */
  readonly own: boolean
  /** Index of its first word. */
  readonly from: number
  readonly to: number
}

/** A sentence in the pieces that can be left out alone, joining words between them. */
export function partsOf({ text, start, tokens }: Sentence): Part[] {
  const closed = /[.!?…。！？]+["'”’)]?$/u.exec(text)
  const last = start + text.length - (closed ? closed[0].length : 0)
  const parts: Part[] = []
  let from = 0
  let own = true
  const push = (to: number, end: number): void => {
    if (to > from) parts.push({ start: tokens[from]!.start, end, own, from, to })
  }
  for (let i = 1; i < Math.min(tokens.length, mostWords); i++) {
    const border = partAt(tokens, i)
    if (!border) continue
    push(i, tokens[i - 1]!.end)
    from = border.from
    own = border.own
    i = border.from
  }
  push(tokens.length, last)
  return parts
}

/** Where ", while Bob juggles", "and sits down" or "; Bob laughs" begins at `i`. */
function partAt(tokens: readonly Token[], i: number): { from: number; own: boolean } | null {
  let k = i
  if (/^(?:[,;:—，；、]|--)$/.test(tokens[k]!.text)) k++
  const stop = k > i
  if (/^(?:and|but|or)$/.test(tokens[k]?.low ?? '')) k++
  if (k > i && tokens[k]?.low === 'then') k++
  const first = tokens[k]
  if (!first) return null
  if (/^[，；、]$/.test(tokens[i]!.text)) return { from: k, own: first.name !== undefined }
  if (subordinators.has(first.low) && opensSubject(tokens, k + 1)) return { from: k, own: true }
  if (k === i) return null
  const verb = /^\p{L}+ly$/u.test(first.low) ? k + 1 : k
  if (tokens[verb] && (isDoingAt(tokens, verb) || doesSomething(tokens, verb))) return { from: k, own: false }
  if (opensSubject(tokens, k)) return { from: k, own: true }
  const aside = /^\p{Ll}{2,}ing$/u.test(first.text) || placePrepositions.has(first.low) || bringing.has(first.low)
  return stop && aside ? { from: k, own: false } : null
}

/** Somebody or something that does something begins at `k`. */
function opensSubject(tokens: readonly Token[], k: number): boolean {
  const first = tokens[k]
  if (!first) return false
  const noun = first.name !== undefined || determiners.has(first.low) || /^(?:he|she|they|it)$/.test(first.low)
  if (!noun) return false
  for (let n = k + 1; n < Math.min(tokens.length, k + 7); n++) {
    const token = tokens[n]!
    if (/^[,;:.]$/.test(token.text)) return false
    if (isDoingAt(tokens, n) || /^(?:is|are|has|have|was|were)$/.test(token.low)) return true
    if (doesSomething(tokens, n)) return true
    if (/^(?:they|both|men|women|people)$/.test(tokens[n - 1]!.low) && /^\p{Ll}+$/u.test(token.text)) return true
  }
  return false
}

/** Is something done that begins and ends, so that the two ends of the shot are different moments of it? */
export const tellsDeed = ({ tokens }: Pick<Sentence, 'tokens'>): boolean =>
  tokens.some(({ low, name }) => name === undefined && deedVerbs.has(low))

/** Is nothing done in it: "Barefoot.", "A bucket in each hand.", "Old men on crates, mending"? */
export const tellsNoDoing = ({ tokens, text }: Pick<Sentence, 'tokens' | 'text'>): boolean =>
  tokens.length <= 14 &&
  !isDense(text) &&
  tokens.every(({ low, name, text: word }, i) => {
    if (name !== undefined) return true
    if (doingVerbs.has(low) || humanVerbs.has(low) || /^(?:be|was|were|does|do|can|will|'s)$/.test(low)) return false
    const before = tokens[i - 1]
    if (before === undefined || !/^\p{Ll}{2,}$/u.test(word)) return true
    // "The Sisters giggle", "They wait"
    if ((before.name !== undefined && !before.possessive) || /^(?:he|she|it|they|we)$/.test(before.low))
      return placePrepositions.has(low) || /^(?:and|as|to|opposite|alone|together|both|\p{L}+(?:ing|ed|ly))$/u.test(low)
    return !(/[^s\W]s$/u.test(word) && /^\p{Ll}+$/u.test(before.low) && !isListed(tokens, i))
  })

/** "A hand on his knees", "lights", "wooden crates": a plural and no verb. */
const isListed = (tokens: readonly Token[], i: number): boolean => {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const { low } = tokens[k]!
    if (determiners.has(low) || placePrepositions.has(low) || /^(?:of|and|,|on|in|with|to|around|\d+)$/.test(low))
      return k === i - 1 || !/^(?:an?|the|this|that|every|each)$/.test(low)
    if (tokens[k]!.name !== undefined) return false
  }
  return false
}

/**
 * The sentence without those of its clauses. Null when nothing is left or nobody can be named as the one who does the
 * rest; `later`: it comes after what was left out.
 * @param subject names who does it, as read from the first clause
 */
export function withoutClauses(
  sentence: Sentence,
  drop: (clause: Clause) => boolean,
  subject: (clause: Clause) => string | null,
): { text: string; later: boolean } | null {
  const clauses = clausesOf(sentence)
  const kept = clauses.filter((c) => !drop(c))
  if (!kept.length || kept.length === clauses.length) return null
  const words = listWords(kept.map((c) => c.text))
  if (kept[0] === clauses[0]) return { text: sentenceEnd(words), later: false }
  const who = subject(clauses[0]!)
  return who === null ? null : { text: sentenceEnd(`${who} ${words}`), later: true }
}

/**
 * The first or last thing that is done in a sentence; null when all of it is seen at once: "sits and smokes", but not "sits down and
 * smokes". What the last one calls "it" or "him" is told by its words of before.
 */
export function momentOf(
  sentence: Sentence,
  end: 'start' | 'end',
  subject: (clause: Clause) => string | null,
): string | null {
  const led = ledIn(sentence, end, subject)
  if (led !== null) return led
  const clauses = clausesOf(sentence)
  if (clauses.length < 2 || restsIn(sentence.tokens, clauses[0]!)) return null
  if (end === 'start') return sentenceEnd(clauses[0]!.text)
  const who = subject(clauses[0]!)
  const last = withObjects(sentence, clauses)
  return who === null || last === null ? null : sentenceEnd(`${who} ${last}`)
}

/** Somebody rests while the rest is done: "sits and smokes". */
function restsIn(tokens: readonly Token[], { start, end }: Clause): boolean {
  return tokens.some(
    ({ low, start: at }, i) =>
      at >= start && at < end && restVerbs.has(low) && !/^(?:down|up|back)$/.test(tokens[i + 1]?.low ?? ''),
  )
}

/** "After locking the door, Ann sinks down", "Picking up the lamp, Ann crosses": first the one, then the other. */
function ledIn({ text, start, tokens }: Sentence, end: 'start' | 'end', subject: (clause: Clause) => string | null) {
  const first = tokens[0]?.low === 'after' ? 1 : 0
  const comma = tokens.findIndex((token) => token.text === ',')
  if (comma < first + 2 || !beginningDeeds.has(tokens[first]!.low)) return null
  const rest: Clause = {
    text: text.slice(tokens[comma]!.end - start).trim(),
    start: tokens[comma]!.end,
    end: start + text.length,
  }
  if (tokens.slice(comma + 1).some((token) => token.text === ',') || !isNameHere(tokens[comma + 1])) return null
  if (end === 'end') return sentenceEnd(rest.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
  const who = subject(rest)
  return who === null
    ? null
    : sentenceEnd(`${who} is ${lowerFirst(text.slice(tokens[first]!.start - start, tokens[comma]!.start - start))}`)
}

const isNameHere = (token: Token | undefined): boolean =>
  token !== undefined && !token.possessive && (token.name !== undefined || /^(?:he|she)$/.test(token.low))

/** The last thing that is done, with the words of before for its "it", "them" or "him"; null where these are not sure. */
function withObjects({ text, start, tokens }: Sentence, clauses: readonly Clause[]): string | null {
  const last = clauses.at(-1)!
  const inLast = (token: Token) => token.start >= last.start && token.end <= last.end
  const before = tokens.filter((token) => token.start < last.start)
  let out = ''
  let from = last.start
  for (const token of tokens.filter(inLast)) {
    if (token.low !== 'it' && !objectPronouns.has(token.low)) continue
    const next = tokens[tokens.indexOf(token) + 1]
    if (
      token.low === 'her' &&
      next !== undefined &&
      inLast(next) &&
      /^\p{Ll}{2,}$/u.test(next.text) &&
      !placePrepositions.has(next.low)
    )
      continue
    const words =
      token.low === 'it' || token.low === 'them' ? thingBefore(before, text, start, token.low) : personBefore(before)
    if (words === null) return null
    out += text.slice(from - start, token.start - start) + words
    from = token.end
  }
  return out + text.slice(from - start, last.end - start)
}

/** "the letter" of "takes out a letter", "his glasses" of "wipes his glasses": what an "it" or "them" of the next sentence stands for. */
export const thingIn = ({ tokens, text, start }: Sentence, pronoun: 'it' | 'them'): string | null =>
  thingBefore(tokens, text, start, pronoun)

/** The one thing that was done something to: "takes out a letter" has "the letter". */
function thingBefore(tokens: readonly Token[], text: string, start: number, pronoun: string): string | null {
  for (let i = tokens.length - 1; i > 0; i--) {
    const opener = tokens[i - 1]!
    const isVerb =
      isDoingAt(tokens, i - 1) || doesSomething(tokens, i - 1) || /^(?:up|out|off|down|on|open)$/.test(opener.low)
    if (!isVerb || !/^(?:an?|the|his|her|their|its|two|three|some)$/.test(tokens[i]!.low)) continue
    let to = i + 1
    while (
      to < tokens.length &&
      tokens[to]!.name === undefined &&
      /^\p{L}[\p{L}-]*$/u.test(tokens[to]!.text) &&
      !placePrepositions.has(tokens[to]!.low) &&
      !/^(?:and|or|of|from|for|to|that)$/.test(tokens[to]!.low)
    )
      to++
    if (tokens[to]?.name !== undefined && to === i + 1) to++
    if (to === i + 1) return null
    const isMany = /[^s]s$/.test(tokens[to - 1]!.low)
    if (isMany !== (pronoun === 'them')) return null
    return text.slice(tokens[i]!.start - start, tokens[to - 1]!.end - start).replace(/^an?\b/i, 'the')
  }
  return null
}

/** The last one named, if somebody else does it: "walks over to Bob and slaps him". */
function personBefore(tokens: readonly Token[]): string | null {
  const named = tokens.filter((token) => token.name !== undefined && !token.possessive)
  const names = new Set(named.map(({ name }) => name))
  return names.size === 2 ? named.at(-1)!.text : null
}
