import { readHands, type HandEvent, type Hold } from '../../language/reading/hands'
import { clausesOf } from '../../language/reading/clauses'
import { subjectOf } from '../../language/reading/subjects'
import type { Asset } from '../../model/asset'
import type { ReadRecords } from '../../records/recordStore'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import { activeMembers, existingShot } from '../lookup'
import { withSecondNames } from '../manifest/secondNames'
import { storyNames, type StoryNames } from '../manifest/storyNames'
import { toldSentences, type ToldSentence } from './toldSentences'

/** What somebody has in hand, wears or sits in by the words of the shot. */
export interface Held {
  /** Ids of those who have it. */
  readonly who: readonly string[]
  /** The thing's id, where it is one of the shot; null = the words alone tell of it. */
  readonly thing: string | null
  /** "two cold beers" */
  readonly words: string
  readonly hold: Hold
  /** "in her pocket" */
  readonly where: string
}

/** What a shot's words tell of a thing and whoever has it. */
export interface ToldHold extends Held {
  readonly kind: HandEvent['kind']
  /** What the thing is known by in the scene: its id, else its noun; null is an "it" of the shots before. */
  readonly key: string | null
  readonly taker: readonly string[]
  /** It stays where it is after the shot: "picks up", "carries", but not "reads". */
  readonly stays: boolean
  /** Whoever it is did something else before: who reads then need not have read at first. */
  readonly isLater: boolean
}

/** Who has what, by what it is known by. */
export type Hands = ReadonlyMap<string, ToldHold>

/** Nobody has more than so many things in hand. */
const mostInHand = 2

/** What somebody has after some words, of what was had before them; whoever takes a third thing in hand lets go of the first. */
export function handsAfter(before: Hands, told: readonly ToldHold[]): Hands {
  if (told.length === 0) return before
  const held = new Map(before)
  for (const one of told) {
    if (one.kind === 'empties') {
      for (const [key, { hold, who }] of held)
        if (hold === 'hand' && who.every((id) => one.who.includes(id))) held.delete(key)
      continue
    }
    const key = one.key ?? keyOfIt(held, one)
    if (key === null) continue
    const had = held.get(key)
    held.delete(key)
    const goesOn = one.kind === 'has' && had?.stays === true && had.who.some((id) => one.who.includes(id))
    const now = one.key === null && had ? { ...had, who: one.who } : { ...one, stays: one.stays || goesOn }
    if (one.kind === 'gives' && one.taker.length > 0) held.set(key, { ...now, who: one.taker, kind: 'takes' })
    else if (one.kind === 'takes' || one.kind === 'has') held.set(key, now)
    else continue
    const inHand = [...held].filter(([, { hold, who }]) => hold === 'hand' && who.some((id) => now.who.includes(id)))
    for (const [first] of inHand.slice(0, Math.max(0, inHand.length - mostInHand))) held.delete(first)
  }
  return held
}

/** The "it" of somebody who has one thing in hand. */
function keyOfIt(held: Hands, { who }: ToldHold): string | null {
  const own = [...held].filter(([, one]) => one.hold === 'hand' && one.who.some((id) => who.includes(id)))
  return own.length === 1 ? own[0]![0] : null
}

/** What is had when some words begin: what was had before them, unless they tell that it is taken only then, and what they tell as had. */
export function handsAtStart(before: Hands, told: readonly ToldHold[]): Hands {
  const held = new Map(before)
  const seen = new Set<string>()
  for (const one of told) {
    if (one.key === null || seen.has(one.key)) continue
    seen.add(one.key)
    const had = held.get(one.key)
    if (one.kind === 'has' && !one.stays && one.isLater) continue
    if (one.kind !== 'takes') {
      if (one.who.length > 0 || !had) held.set(one.key, one)
    } else if (had && had.who.some((id) => one.who.includes(id))) held.delete(one.key)
  }
  return held
}

/** What the words tell of somebody's clothes. */
export interface WornTold {
  readonly who: readonly string[]
  /** "coat" */
  readonly garment: string
  /** "a green coat" */
  readonly words: string
  /** Is worn from then on; else it was taken off. */
  readonly isOn: boolean
  /** Was worn when the words begin. */
  readonly isAlready: boolean
}

/** What is put on, worn and taken off in some words, in their order; of what is no thing of the shot. */
export const wornTold = (store: ReadRecords, names: StoryNames, text: string): WornTold[] =>
  holdsTold(store, names, text).flatMap(({ thing, hold, kind, who, words }) =>
    thing === null && words !== '' && (hold === 'worn' || kind === 'takes')
      ? [
          {
            who,
            garment: words.toLowerCase().split(/\s+/).at(-1)!,
            words,
            isOn: hold === 'worn',
            isAlready: kind === 'has',
          },
        ]
      : [],
  )

/** Nobody has more than so many things told of in one shot. */
const most = 12

/** What some words tell of things and whoever has them, in their order. */
function holdsTold(store: ReadRecords, names: StoryNames, text: string): ToldHold[] {
  const isThing = (id: string) => store.get('assets', id)?.type === 'prop'
  const things = thingsByNoun(names.things)
  const out: ToldHold[] = []
  let before: readonly string[] = []
  const doers = new Set<string>()
  for (const sentence of toldSentences(store, names, text)) {
    const { read } = sentence
    const clauses = clausesOf(read)
    for (const event of readHands(read, isThing)) {
      const who = doersOf(sentence, event, names, before)
      const known =
        event.thing || event.kind === 'empties'
          ? null
          : out.findLast((one) => one.who.some((id) => who.includes(id)) && one.kind !== 'drops')
      if (out.length >= most) continue
      const range = event.thing
      const token = range && read.tokens[range.to - 1]!
      const words = range ? wordsOf(read, range) : (known?.words ?? '')
      // "Two cold beers" are the Beer of the shot.
      const asset = token ? (token.name ?? things.get(singular(token.low)) ?? null) : (known?.thing ?? null)
      out.push({
        kind: event.kind,
        hold: event.hold,
        who,
        thing: asset,
        words,
        key: asset ?? (token ? singular(token.low) : (known?.key ?? null)),
        stays: event.stays,
        isLater:
          who.some((id) => doers.has(id)) ||
          (clauses[1] !== undefined && read.tokens[event.at]!.start >= clauses[1].start),
        where: event.where ? wordsOf(read, event.where) : '',
        taker: event.kind === 'gives' ? takersOf(sentence, event, names, who) : [],
      })
    }
    const people = sentence.names.filter((asset) => asset.type === 'character')
    for (const { id } of [...people.slice(0, 1), ...sentence.who]) doers.add(id)
    if (people.length > 0) before = people.slice(0, 1).map((asset) => asset.id)
    else if (sentence.who.length > 0) before = sentence.who.map((asset) => asset.id)
  }
  return out
}

/** Things by the noun that their words may call them by. */
export const thingsByNoun = (things: readonly Asset[]): ReadonlyMap<string, string> =>
  new Map(things.map((asset) => [singular(asset.name.toLowerCase().split(/\s+/).at(-1)!), asset.id]))

const singular = (word: string): string => word.replace(/([^s])s$/, '$1')

const wordsOf = ({ text, start, tokens }: ToldSentence['read'], { from, to }: { from: number; to: number }): string =>
  text.slice(tokens[from]!.start - start, tokens[to - 1]!.end - start)

const personsIn = (tokens: ToldSentence['read']['tokens'], names: StoryNames): Asset[] =>
  names.namedIn(tokens.filter((token) => !token.possessive)).inside.filter((asset) => asset.type === 'character')

/** Whoever does it: the subject of its verb, the last person named before, or whom the sentence begins with as a pronoun. */
function doersOf(
  sentence: ToldSentence,
  { at, where }: HandEvent,
  names: StoryNames,
  before: readonly string[],
): readonly string[] {
  const { tokens } = sentence.read
  const subject = subjectOf(tokens, at, 's')?.names.filter((id) => names.people.some((asset) => asset.id === id)) ?? []
  if (subject.length > 0) return subject
  const together = togetherBefore(tokens.slice(0, at), names)
  if (together.length > 0) return together
  if (sentence.who.length > 0) return sentence.who.map((asset) => asset.id)
  // "They" of a shot of two are those two.
  if (/^They\b/.test(sentence.text) && names.people.length === 2) return names.people.map((asset) => asset.id)
  if (sentence.refers && !/^(?:His|Her|Their)\b/.test(sentence.text)) return []
  const alone = names.people.length === 1 ? [names.people[0]!.id] : []
  // "The phone buzzes in his hand": of whoever the sentence before is about.
  return where !== undefined || tokens[at]?.name !== undefined ? (alone.length > 0 ? alone : before) : alone
}

/** The last person named before, with those joined to them: "Brick and Steel get into the car". */
function togetherBefore(tokens: ToldSentence['read']['tokens'], names: StoryNames): string[] {
  const isPerson = ({ name, possessive }: (typeof tokens)[number]) =>
    name !== undefined && !possessive && names.people.some((asset) => asset.id === name)
  const last = tokens.findLastIndex(isPerson)
  const ids: string[] = []
  for (let k = last; k >= 0 && (isPerson(tokens[k]!) || /^(?:and|&|,)$/.test(tokens[k]!.low)); k--)
    if (isPerson(tokens[k]!)) ids.unshift(tokens[k]!.name!)
  return ids
}

/** To whom it is handed, where that is told by name. */
function takersOf(
  { read: { tokens }, objects }: ToldSentence,
  { at }: HandEvent,
  names: StoryNames,
  who: readonly string[],
): readonly string[] {
  const named = personsIn(tokens.slice(at + 1), names).filter((asset) => !who.includes(asset.id))
  if (named.length > 0) return [named[0]!.id]
  if (objects.length === 1) return objects
  const others = names.people.filter((asset) => !who.includes(asset.id))
  return who.length === 1 && others.length === 1 ? [others[0]!.id] : []
}

/** What a shot's words tell of things and whoever has them, of its members. */
export const holdsOf = cached<readonly ToldHold[]>((store, shotId) => {
  const { text } = existingShot(store, shotId)
  if (text.trim() === '') return []
  const members = withSecondNames(store, shotId, activeMembers(store, shotId))
  const names = storyNames(
    store,
    members.map((m) => m.asset),
  )
  return names.people.length === 0 ? [] : holdsTold(store, names, text)
}, sameValue)
