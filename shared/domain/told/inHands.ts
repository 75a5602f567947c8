import { readHands, type HandEvent, type Hold } from '../../language/reading/hands'
import { subjectOf } from '../../language/reading/subjects'
import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { ReadRecords } from '../../records/recordStore'
import type { Shot } from '../../model/shot'
import { activeMembers } from '../lookup'
import type { Subject } from '../manifest/manifest'
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

interface Told extends Held {
  readonly kind: HandEvent['kind']
  readonly key: string
  readonly taker: readonly string[]
}

/**
 * Who has what at one end of the shot by its words (domain.md 4.5): what was brought or taken and not put down again, and what whoever
 * drops it or hands it over had before. A thing that nobody is told to have is not among them.
 * @param names everybody and everything of the shot
 */
function heldThings(store: ReadRecords, names: StoryNames, text: string, frame: FrameEnd): Held[] {
  const told = eventsIn(store, names, text)
  const held = new Map<string, Told>()
  if (frame === 'start') {
    const seen = new Set<string>()
    for (const one of told) {
      if (!seen.has(one.key) && one.kind !== 'takes') held.set(one.key, one)
      seen.add(one.key)
    }
  } else
    for (const one of told) {
      if (one.kind === 'drops') held.delete(one.key)
      else if (one.kind !== 'gives') held.set(one.key, one)
      else if (one.taker.length > 0) held.set(one.key, { ...one, who: one.taker })
      else held.delete(one.key)
    }
  // What somebody is dressed in is told by the look.
  return [...held.values()].filter((one) => one.who.length > 0 && (one.thing !== null || one.hold !== 'worn'))
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
  eventsIn(store, names, text).flatMap(({ thing, hold, kind, who, words }) =>
    thing === null && (hold === 'worn' || kind === 'takes')
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

function eventsIn(store: ReadRecords, names: StoryNames, text: string): Told[] {
  const isThing = (id: string) => store.get('assets', id)?.type === 'prop'
  const things = new Map(
    names.things.map((asset) => [singular(asset.name.toLowerCase().split(/\s+/).at(-1)!), asset.id]),
  )
  const out: Told[] = []
  let before: readonly string[] = []
  for (const sentence of toldSentences(store, names, text)) {
    const { read } = sentence
    for (const event of readHands(read, isThing)) {
      const who = doersOf(sentence, event, names, before)
      const known = event.thing
        ? null
        : out.findLast((one) => one.who.some((id) => who.includes(id)) && one.kind !== 'drops')
      if (out.length >= most || (!event.thing && !known)) continue
      const range = event.thing
      const token = range && read.tokens[range.to - 1]!
      const words = range ? wordsOf(read, range) : known!.words
      // "Two cold beers" are the Beer of the shot.
      const asset = token ? (token.name ?? things.get(singular(token.low)) ?? null) : known!.thing
      out.push({
        kind: event.kind,
        hold: event.hold,
        who,
        thing: asset,
        words,
        key: asset ?? (token ? singular(token.low) : known!.key),
        where: event.where ? wordsOf(read, event.where) : '',
        taker: event.kind === 'gives' ? takersOf(sentence, event, names, who) : [],
      })
    }
    const people = sentence.names.filter((asset) => asset.type === 'character')
    if (people.length > 0) before = people.slice(0, 1).map((asset) => asset.id)
    else if (sentence.who.length > 0) before = sentence.who.map((asset) => asset.id)
  }
  return out
}

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
  if (sentence.refers) return []
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
  { read: { tokens } }: ToldSentence,
  { at }: HandEvent,
  names: StoryNames,
  who: readonly string[],
): readonly string[] {
  const named = personsIn(tokens.slice(at + 1), names).filter((asset) => !who.includes(asset.id))
  if (named.length > 0) return [named[0]!.id]
  const others = names.people.filter((asset) => !who.includes(asset.id))
  return who.length === 1 && others.length === 1 ? [others[0]!.id] : []
}

/** What those who are seen have by the words of the shot, unless it is carried by the records or was placed by hand, not held where it was by a split. */
export function heldIn(
  store: ReadRecords,
  shot: Shot,
  frame: FrameEnd,
  subjects: readonly Subject[],
  carriers: ReadonlyMap<string, string>,
): Held[] {
  if (!subjects.some((s) => s.asset.type === 'character')) return []
  const members = withSecondNames(store, shot.id, activeMembers(store, shot.id))
  const names = storyNames(
    store,
    members.map((m) => m.asset),
  )
  const seen = new Map(subjects.map((s) => [s.asset.id, s]))
  return heldThings(store, names, shot.text, frame).flatMap((held) => {
    const who = held.who.filter((id) => seen.has(id))
    const thing = held.thing === null ? null : seen.get(held.thing)
    // What is carried is told with its carrier; only that it is worn is more.
    if (who.length === 0 || thing === undefined || (thing && carriers.has(thing.asset.id) && held.hold !== 'worn'))
      return []
    const own = thing && store.first('blockingOf', `${shot.id}/${thing.instance.id}/${frame}`)
    if (own && !own.heldBy) return []
    return [{ ...held, who }]
  })
}
