import { leadingPronouns } from '../../language/lexicon/pronouns'
import { articles, nameFollowers } from '../../language/lexicon/smallWords'
import { momentOf, withoutClauses, type Clause } from '../../language/reading/clauses'
import type { Move } from '../../language/reading/moves'
import type { ReadSentence } from '../../language/reading/readText'
import { settled, wayOf } from '../../language/reading/ways'
import { splitSentences } from '../../language/text/splitSentences'
import { listWords } from '../../language/wording/phrases'
import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { ReadRecords } from '../../records/recordStore'
import { foldName } from '../lookup'
import { mention } from '../manifest/mentions'
import type { StoryNames } from '../manifest/storyNames'

/** A sentence of the action that names nobody who must not be named. */
export interface ToldSentence {
  readonly text: string
  /** Which sentence of the action it is. */
  readonly place: number
  /** What it says, by the one reader of the language. */
  readonly read: ReadSentence
  /** The assets it names. */
  readonly names: readonly Asset[]
  /** Whom a "he", "she" or "they" at its start means: the characters of the last sentence that names any. */
  readonly who: readonly Asset[]
  /** It begins with a pronoun, whether or not it is clear whom that means. */
  readonly refers: boolean
}

/**
 * "WIDE.", "CLOSE ON ", "MEDIUM -": the shot says its size itself. Only in capitals, and only where a stop or "on"
 * follows.
 */
const sizeSlug =
  /^(?:(?:EXTREME|VERY|BIG|TIGHT|MEDIUM)[ -])*(?:WIDE|CLOSE|CLOSE-?UP|MEDIUM|FULL|LONG|TWO|MASTER|ESTABLISHING|INSERT|POV|ANGLE|CU|ECU|MCU|MS|WS|LS|OTS|AERIAL|DETAIL)(?:[ -](?:UP|SHOT|ANGLE|VIEW))*(?:\s+(?:ON|OF)\b\s*|\s*(?:[.:,;–—]|-\s)\s*|\s*$)/
const subjectPronoun = /^(He|She|They)\b/

/** The sentences of a text in one line each. */
export const sentencesOf = (text: string): string[] =>
  splitSentences(text).map((piece) => piece.text.replace(/\s+/g, ' '))

/**
 * The sentences of a text that may be said: those that name somebody or something else of the project go, and so do
 * those whose "he", "she" or "they" may mean one. Words for the size of the shot are taken off.
 */
export function toldSentences(store: ReadRecords, names: StoryNames, text: string): ToldSentence[] {
  const told: ToldSentence[] = []
  let antecedent: readonly Asset[] = []
  let outsider = false
  sentencesOf(text).forEach((sentence, place) => {
    const plain = sentence.replace(sizeSlug, '').trim()
    const spoken = plain && namesWritten(store, plain[0]!.toUpperCase() + plain.slice(1))
    const read = names.read(spoken)
    const { inside, outside, outsiders } = names.namedIn(read.tokens)
    const refers = leadingPronouns.has(read.tokens[0]?.low ?? '')
    if (inside.length || outside) {
      antecedent = inside.filter((a) => a.type === 'character' && !isEpithet(read, a.id))
      outsider = outsiders
    }
    // "The letter." is what the slug was on, not something that happens.
    if (!/[\p{L}\p{N}]/u.test(spoken) || (plain !== sentence && isNameAlone(read, names))) return
    if (outside || (refers && (outsider || (antecedent.length === 0 && !names.hasPerson)))) return
    told.push({ text: spoken, place, read, names: inside, who: refers ? antecedent : [], refers })
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
function isEpithet({ tokens }: ReadSentence, id: string): boolean {
  return tokens.some(({ name }, i) => {
    const next = tokens[i + 1]
    return (
      name === id &&
      articles.has(tokens[i - 1]?.low ?? '') &&
      /^\p{Ll}+$/u.test(next?.text ?? '') &&
      !next!.low.endsWith('s') &&
      !nameFollowers.has(next!.low)
    )
  })
}

/** "The letter." */
function isNameAlone({ tokens }: ReadSentence, names: StoryNames): boolean {
  const words = tokens.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const [name, ...more] = words.length > 1 && articles.has(words[0]!.low) ? words.slice(1) : words
  return more.length === 0 && names.allowed(name?.name) !== undefined
}

/** The sentence on its own: the "he" at its start is named, as a mention. */
export function withNames({ text, who }: Pick<ToldSentence, 'text' | 'who'>): string {
  const pronoun = subjectPronoun.exec(text)?.[1]
  const fits = pronoun === 'They' ? who.length > 1 : who.length === 1
  return pronoun && fits ? listWords(who.map((a) => mention(a.id))) + text.slice(pronoun.length) : text
}

/** Of whom a coming or going is asked. */
export interface Moving {
  /** Those whose comings and goings are told elsewhere, or are not to be seen. */
  readonly assets: readonly Asset[]
  /** Words of the scene's place (ways.ts). */
  readonly set: ReadonlySet<string>
  /** Is somebody there before the text begins? Null is a "they" of nobody in particular. */
  readonly here: (asset: Asset | null) => boolean
}

/**
 * How each sentence tells of some of these coming or going; a "they" without anybody named may mean them, "the train
 * passes" does not.
 */
export function movesTold(sentences: readonly ToldSentence[], moving: Moving): Map<ToldSentence, Move[]> {
  let before: Move | null = null
  return new Map(
    sentences.map((sentence) => {
      const told = sentence.read.moves.flatMap((one) => {
        const move = settled(one, before)
        if (!move) return []
        before = move
        return moversOf(sentence, move, moving).some((a) => wayOf(move, moving.set, moving.here(a)) !== null)
          ? [move]
          : []
      })
      return [sentence, told]
    }),
  )
}

/** Those of the moving that a move is told of; null where a pronoun may mean any of them. */
function moversOf({ who }: ToldSentence, move: Move, { assets }: Moving): readonly (Asset | null)[] {
  const named = assets.filter((a) => move.who.names.includes(a.id))
  const { pronoun } = move.who
  if (pronoun === null || named.length > 0) return named
  const meant = pronoun === 'he' || pronoun === 'she' || pronoun === 'they' ? who : []
  if (meant.length > 0) return assets.filter((a) => meant.some((one) => one.id === a.id))
  return assets.length > 0 ? [null] : []
}

/**
 * What is left of a sentence without some moves: "Alice reaches for the gnome" of "Alice comes in and reaches for the
 * gnome".
 */
export function withoutMoves(
  { read }: ToldSentence,
  moves: readonly Move[],
  names: StoryNames,
): { text: string; later: boolean } | null {
  const holdsMove = ({ start, end }: Clause) => moves.some(({ at }) => at >= start && at < end)
  return withoutClauses(read, holdsMove, (clause) => subjectIn(read, clause, names))
}

/** The first or the last of several things that are done in a sentence, with the one who does them. */
export const momentTold = ({ read }: ToldSentence, frame: FrameEnd, names: StoryNames): string | null =>
  momentOf(read, frame, (clause) => subjectIn(read, clause, names))

/** Who does what a clause tells: the only person it names, else its "he" or "she"; null when that is not clear. */
function subjectIn({ tokens }: ReadSentence, { start, end, text }: Clause, names: StoryNames): string | null {
  const within = tokens.filter((token) => token.start >= start && token.end <= end)
  const people = names.namedIn(within).inside.filter((a) => a.type === 'character')
  const [only] = people
  if (people.length !== 1) return /^(?:He|She)\b/.exec(text)?.[0] ?? null
  const named = articles.has(within[0]!.low) && within[1]?.name === only!.id
  return `${named && isNameOf(only!, within[1]!.text) ? 'The ' : ''}${mention(only!.id)}`
}

const isNameOf = (asset: Asset, text: string): boolean => foldName(asset.name) === foldName(text)

/** Does a sentence call one asset by two of its names: "Where the gnome stood is now John"? */
export function hasTwoNames({ read }: ToldSentence, asset: Asset): boolean {
  const forms = read.tokens.flatMap(({ name, low }) => (name === asset.id ? [low.replace(/'s?$/, '')] : []))
  return new Set(forms).size > 1
}
