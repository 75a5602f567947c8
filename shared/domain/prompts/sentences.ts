import { escapeRegExp } from '../../language/text/escapeRegExp'
import type { Asset } from '../../model/asset'
import type { ReadRecords } from '../../records/recordStore'
import { foldName, namesOf } from '../lookup'
import { mention } from '../manifest/mentions'
import { momentOf, withoutClauses } from '../../language/reading/clauses'
import { listWords } from '../../language/wording/phrases'

/** A sentence of the action that names nobody who must not be named. */
export interface ToldSentence {
  readonly text: string
  /** Which sentence of the action it is. */
  readonly place: number
  /** The assets it names. */
  readonly names: readonly Asset[]
  /** Whom a "he", "she" or "they" at its start means: the characters of the last sentence that names any. */
  readonly who: readonly Asset[]
  /** It begins with a pronoun, whether or not it is clear whom that means. */
  readonly refers: boolean
  /** What is left without its comings and goings: "Alice reaches for the gnome" of "Alice comes in and reaches for the gnome". `later`: it comes after them. */
  readonly rest: { readonly text: string; readonly later: boolean } | null
  /** The first and the last of several things that are done in it. */
  readonly moments: { readonly start: string | null; readonly end: string | null }
}

/** Sentences of a paragraph; script dashes and ellipses do not end one. */
export function splitSentences(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?]["'”’)]?)\s+(?=["'“‘(]?[\p{Lu}\d])/u)
    .filter(Boolean)
}

/** "WIDE.", "CLOSE ON ", "MEDIUM -": the shot says its size itself. Only in capitals, and only where a stop or "on" follows. */
const sizeSlug =
  /^(?:(?:EXTREME|VERY|BIG|TIGHT|MEDIUM)[ -])*(?:WIDE|CLOSE|CLOSE-?UP|MEDIUM|FULL|LONG|TWO|MASTER|ESTABLISHING|INSERT|POV|ANGLE|CU|ECU|MCU|MS|WS|LS|OTS|AERIAL|DETAIL)(?:[ -](?:UP|SHOT|ANGLE|VIEW))*(?:\s+(?:ON|OF)\b\s*|\s*(?:[.:,;–—]|-\s)\s*|\s*$)/
const leadingPronoun = /^(he|she|they|his|her|their|both|all)\b/i
const subjectPronoun = /^(He|She|They)\b/

/**
 * The sentences of a text that may be said of the allowed assets: those that name another asset of the project go, and so do those whose "he",
 * "she" or "they" may mean one. Words for the size of the shot are taken off.
 * @param things props that are not among the allowed may be named: in a video prompt the waiter may set down a teapot nobody assigned
 */
export function toldSentences(
  store: ReadRecords,
  text: string,
  allowed: readonly Asset[],
  things = false,
): ToldSentence[] {
  const find = nameFinder(store, allowed, things)
  const told: ToldSentence[] = []
  let antecedent: readonly Asset[] = []
  let outsider = false
  splitSentences(text).forEach((sentence, place) => {
    const plain = sentence.replace(sizeSlug, '').trim()
    const { inside, outside, outsiders } = find(sentence)
    const refers = leadingPronoun.test(plain)
    if (inside.length || outside) {
      antecedent = inside.filter((a) => a.type === 'character' && !isEpithet(plain, a))
      outsider = outsiders
    }
    // "The letter." is what the slug was on, not something that happens.
    if (
      !/[\p{L}\p{N}]/u.test(plain) ||
      (plain !== sentence && inside.some((a) => namesOf(a).some((n) => plainWords(n) === plainWords(plain))))
    )
      return
    if (outside || (refers && (outsider || (antecedent.length === 0 && !allowed.some((a) => a.type === 'character')))))
      return
    const text = namesWritten(store, plain[0]!.toUpperCase() + plain.slice(1))
    const subject = (clause: string): string | null => {
      const characters = find(clause).inside.filter((a) => a.type === 'character')
      const [only] = characters
      if (characters.length !== 1) return /^(?:He|She)\b/.exec(clause)?.[0] ?? null
      return `${new RegExp(`^(?:the|an?) ${escapeRegExp(only!.name)}`, 'i').test(clause) ? 'The ' : ''}${mention(only!.id)}`
    }
    told.push({
      text,
      place,
      names: inside,
      who: refers ? antecedent : [],
      refers,
      rest: withoutClauses(text, (clause) => movementVerbs.test(clause), subject),
      moments: { start: momentOf(text, 'start', subject), end: momentOf(text, 'end', subject) },
    })
  })
  return told
}

/** "MOM'S PORSCHE" as the project writes it: "MOM'S Porsche". */
function namesWritten(store: ReadRecords, text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\p{Lu}{2}[\p{Lu}\p{N}'’ -]*(?![\p{L}])/gu, (run) => {
    const tail = /[ -]*$/.exec(run)![0]
    const known = store.list('assetsByName', run.slice(0, run.length - tail.length).toLowerCase())[0]
    return known ? known.name + tail : run
  })
}

/** "The Boss effect": the name tells what kind of thing it is, and nobody is spoken of. */
function isEpithet(sentence: string, asset: Asset): boolean {
  return namesOf(asset).some((name) =>
    new RegExp(
      `\\b(?:the|an?)\\s+${escapeRegExp(name)}\\s+(?!(?:and|or|in|on|at|with|by|from|is|who|to)\\b)\\p{Ll}+(?<!s)(?!\\p{L})`,
      'iu',
    ).test(sentence),
  )
}

/** Does a text name a person, place or thing of the project that is not among the allowed? */
export function namesStranger(store: ReadRecords, text: string, allowed: readonly Asset[], things = false): boolean {
  return nameFinder(store, allowed, things)(text).outside
}

/** The sentence on its own: the "he" at its start is named, as a mention. */
export function withNames({ text, who }: Pick<ToldSentence, 'text' | 'who'>): string {
  const pronoun = subjectPronoun.exec(text)?.[1]
  const fits = pronoun === 'They' ? who.length > 1 : who.length === 1
  return pronoun && fits ? listWords(who.map((a) => mention(a.id))) + text.slice(pronoun.length) : text
}

/** Coming, going and crossing; the sentence with its time says it better, and a still does not show it. */
const movementVerbs =
  /\b(enters?|emerges?|appears?|arrives?|exits?|leaves?|departs?|vanish(es)?|disappears?|(is|are) gone|crosses|cross(?!-)|pass(es)?|(comes?|walks?|steps?|runs?|rush(es)?|bursts?|strides?|follows?( (him|her|them))?|slips?|sneaks?|march(es)?|speeds?|drives?|rides?|hurr(y|ies)|dash(es)?|races?|storms?|stalks?|stumbles?|staggers?|wanders?|heads?|strolls?|tiptoes?|crawls?) (back )?(in|into|out|off|away|past|through)|goes? (out|off|away|past)|(all )?go (out|off|away))\b/i

/** Does the sentence tell how one of these comes or goes? A "they" without anybody named may mean them; "the train passes" does not. */
export function tellsMovement(sentence: ToldSentence, moving: readonly Asset[]): boolean {
  if (!movementVerbs.test(sentence.text)) return false
  const about = sentence.names.length ? sentence.names : sentence.who
  return about.length ? about.some((a) => moving.some((m) => m.id === a.id)) : leadingPronoun.test(sentence.text)
}

const plainWords = (text: string) =>
  foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(a|an|the) /, '')
    .trim()

/** Finds the assets a sentence names, longer names first, so that "John Smith" does not count as "John" nor "garden gnome" as "Garden". */
function nameFinder(
  store: ReadRecords,
  allowed: readonly Asset[],
  things: boolean,
): (sentence: string) => { inside: Asset[]; outside: boolean; outsiders: boolean } {
  const byName = new Map<string, { asset: Asset; allowed: boolean }>()
  for (const asset of store.list('assetsInOrder')) {
    if (allowed.some((a) => a.id === asset.id) || (things && asset.type === 'prop' && !asset.deleted)) continue
    for (const name of namesOf(asset)) byName.set(plainWords(name), { asset, allowed: false })
  }
  for (const asset of allowed) for (const name of namesOf(asset)) byName.set(plainWords(name), { asset, allowed: true })
  const names = [...byName.keys()].filter(Boolean).sort((a, b) => b.length - a.length)
  return (sentence) => {
    let text = ` ${foldName(sentence).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    const found: { asset: Asset; allowed: boolean }[] = []
    for (const name of names) {
      if (!text.includes(` ${name} `)) continue
      const one = byName.get(name)!
      // "An open plain" is not the Plain.
      if (one.asset.type === 'location' && !one.allowed && !hasCapital(sentence, name)) continue
      text = text.replaceAll(` ${name} `, ' | ')
      found.push(one)
    }
    const strangers = found.filter((f) => !f.allowed)
    return {
      inside: [...new Set(found.filter((f) => f.allowed).map((f) => f.asset))],
      outside: strangers.length > 0,
      outsiders: strangers.some((f) => f.asset.type === 'character'),
    }
  }
}

/** Is a word of the name written with a capital somewhere? */
function hasCapital(sentence: string, name: string): boolean {
  const first = name.split(' ')[0]!
  return sentence.split(/[^\p{L}\p{N}\p{M}]+/u).some((word) => word !== word.toLowerCase() && foldName(word) === first)
}
