import { isPersonNoun } from '../../language/lexicon/people'
import { leadingPronouns } from '../../language/lexicon/pronouns'
import { articles, nameFollowers } from '../../language/lexicon/smallWords'
import {
  clausesOf,
  momentOf,
  partsOf,
  tellsNoDoing,
  withoutClauses,
  type Clause,
  type Part,
} from '../../language/reading/clauses'
import type { Move } from '../../language/reading/moves'
import type { ReadSentence } from '../../language/reading/readText'
import { showing, withoutAsides } from '../../language/reading/seen'
import { turnIn } from '../../language/reading/turns'
import { isAlong, settled, wayOf } from '../../language/reading/ways'
import { isTitle } from '../../language/text/names'
import { splitSentences } from '../../language/text/splitSentences'
import { formsOf } from '../../language/lexicon/verbForms'
import { doingVerbs } from '../../language/lexicon/verbs'
import { upperFirst, withThe } from '../../language/wording/articles'
import { isPlural, listWords, sentenceEnd } from '../../language/wording/phrases'
import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Token } from '../../language/text/tokens'
import type { ReadRecords } from '../../records/recordStore'
import { mention } from '../manifest/mentions'
import type { StoryNames } from '../manifest/storyNames'
import { tellable, withoutDescriptions } from './tellable'
import { isObject, isOwn, Referents } from './whoIsMeant'

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
  /** Ids of those whom a "him" or "her" in it surely means, in its order. */
  readonly objects: readonly string[]
  /** It begins with a pronoun, whether or not it is clear whom that means. */
  readonly refers: boolean
  /** Somebody has come or gone in a sentence before it. */
  readonly later: boolean
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
 * What may be said of the sentences of a text: what names somebody who is not there goes, by name or by a pronoun that
 * means one, and the rest stays. Words for the size of the shot and descriptions behind names are taken off.
 */
export function toldSentences(store: ReadRecords, names: StoryNames, text: string): ToldSentence[] {
  const told: ToldSentence[] = []
  const referents = new Referents(store, names)
  let later = false
  /** Who did what the sentence before tells, as a name or pronoun; empty when that is nobody who is there. */
  let doer = ''
  /** Whoever the sentence before is about is not there. */
  let isAwayLast = false
  const described = (id: string) => {
    const asset = store.get('assets', id)
    const looks = store.list('looksOfAsset', id).map((look) => look.description)
    return asset ? [asset.name, asset.description, ...looks].join(' ').slice(0, 4000) : ''
  }
  sentencesOf(text).forEach((sentence, place) => {
    const slugless = withoutSlug(sentence)
    const plain = withoutAsides(slugless)
    const spoken = plain && headsNamed(names, namesWritten(store, plain[0]!.toUpperCase() + plain.slice(1)))
    const open = names.read(spoken)
    const lacks = lacksSubject(open)
    if (lacks && !doer) return
    const first = lacks ? names.read(`${doer} ${spoken[0]!.toLowerCase()}${spoken.slice(1)}`) : open
    const before = later
    const bare = withoutDescriptions(first, described)
    const whole = bare === first.text ? first : names.read(bare)
    later ||= whole.moves.some(
      ({ kind, weak, who }) => kind !== 'cross' && !weak && (who.names.length > 0 || who.pronoun !== null),
    )
    const { inside, outside, persons } = names.namedIn(whole.tokens)
    const leading = whole.tokens[0]?.low ?? ''
    // "A dog, RUFUS, runs past. It disappears" where Rufus is not seen.
    if (leading === 'it' && isAwayLast) return
    const [firstNamed] = persons
    isAwayLast = firstNamed !== undefined && names.allowed(firstNamed) === undefined
    const refers = leadingPronouns.has(leading)
    const meant = refers && !isObjectless(leading) ? referents.meant(leading) : null
    const said = tellable(whole, names, referents, before || whole.moves.length > 0)
    const people = inside.filter((asset) => asset.type === 'character' && !isEpithet(whole, asset.id))
    const also = objectsMeant(whole, referents, people)
    if (people.length > 0 || outside || also.length > 0)
      referents.named([
        ...new Set([
          ...people.map((a) => a.id),
          ...persons,
          ...also,
          ...(meant && 'who' in meant ? meant.who.map((a) => a.id) : []),
        ]),
      ])
    const [subject] = people
    const did = meant?.kind === 'one' ? meant.who[0] : meant ? undefined : subject
    doer = did ? upperFirst(withThe(did.name, false, did.name)) : meant && said !== null ? whole.tokens[0]!.text : ''
    // "The letter." is what the slug was on, not something that happens.
    if (said === null || !/[\p{L}\p{N}]/u.test(said) || (slugless !== sentence && isNameAlone(whole, names))) return
    if (showing(said) === 'reader' || isNamesAlone(whole)) return
    const read = withVerb(said === whole.text ? whole : names.read(said), names)
    const who =
      meant && meant.kind !== 'absent' && meant.kind !== 'unclear' && said.startsWith(whole.tokens[0]!.text)
        ? meant.who
        : []
    told.push({
      text: read.text,
      place,
      read,
      names: names.namedIn(read.tokens).inside,
      who,
      objects: also,
      refers,
      later: before,
    })
  })
  return told
}

/** "Brick and Steel, roughing him up." says what they are doing: "Brick and Steel are roughing him up." */
function withVerb(read: ReadSentence, names: StoryNames): ReadSentence {
  const { tokens, text, start } = read
  let at = 0
  while (tokens[at]?.name !== undefined || /^(?:and|the|&)$/.test(tokens[at]?.low ?? '')) at++
  const people = names.namedIn(tokens.slice(0, at)).inside.filter((asset) => asset.type === 'character')
  const next = tokens[at + 1]
  if (people.length === 0 || tokens[at]?.text !== ',' || next === undefined || tokens.length < at + 4) return read
  if (!/^\p{Ll}{2,}ing$/u.test(next.text) && !/^(?:in|on|at|behind|under|beside|near)$/.test(next.low)) return read
  if (tokens.slice(at + 1).some((token) => token.text === ',') || !tellsNoDoing(read)) return read
  const many = people.length > 1 || isPlural(people[0]!.name)
  return names.read(
    `${text.slice(0, tokens[at - 1]!.end - start)} ${many ? 'are' : 'is'} ${text.slice(next.start - start)}`,
  )
}

/** "(BEV, HAMISH, JUNE)", "And Daughter.": who is there, not what happens. */
export const isNamesAlone = ({ tokens }: ReadSentence): boolean =>
  tokens.some(({ name }) => name !== undefined) &&
  tokens.every(({ name, low, possessive }) =>
    name === undefined ? /^(?:and|with|the|an?|[^\p{L}\p{N}]+)$/u.test(low) : !possessive,
  )

/** "Kneels." "Holds it to the light." */
const lacksSubject = ({ tokens: [first, next] }: ReadSentence): boolean =>
  first?.name === undefined &&
  /^\p{Lu}\p{Ll}+s$/u.test(first?.text ?? '') &&
  doingVerbs.has(first!.low) &&
  (/^(?:the|an?|his|her|it|him|them|with|at|to|for|up|down|back)$/.test(next?.low ?? '') ||
    /^(?:kneels|sits|stops|waits|listens|turns|stands|freezes|sighs|nods|shrugs|leaves|exits)$/.test(first!.low))

/** "His", "her" and the like open a noun phrase and are nobody who does it. */
const isObjectless = (low: string): boolean => !/^(?:he|she|they)$/.test(low)

/** "Clara, in a gown too big for her, whispers": between its commas a pronoun means whom it is told of. */
const isOfSubject = (tokens: readonly Token[], i: number): boolean => {
  const open = tokens.findLastIndex(({ text }, k) => k < i && text === ',')
  return (
    open > 0 && tokens[open - 1]!.name !== undefined && tokens[open + 1]?.low === 'in' && tokens[i + 1]?.text === ','
  )
}

/** Whom a "him" or "her" of a sentence means, where that is clear. */
function objectsMeant({ tokens }: ReadSentence, referents: Referents, people: readonly Asset[]): string[] {
  const doers = people.slice(0, 1).map((asset) => asset.id)
  return tokens.flatMap((token, i) => {
    if (i === 0 || !isObject(token, tokens[i + 1]) || isOfSubject(tokens, i) || isOwn(tokens, i)) return []
    const meant = referents.meant(token.low, [], doers)
    return meant.kind === 'one' ? [meant.who[0]!.id] : []
  })
}

/** "JUNO'S POV: between the stalls" tells whose eyes the camera is, nothing that is seen. */
function withoutSlug(sentence: string): string {
  const bare = sentence.replace(sizeSlug, '').trim()
  return bare
    .replace(
      /^(?:\p{Lu}[\p{Lu}'’ .-]{0,40}['’]S?\s+)?(?:POV|P\.O\.V\.)(?:\s+(?:OF\s+)?\p{Lu}[\p{Lu}' .-]{0,40})?\s*(?:[:–—]|-\s|$)\s*/u,
      '',
    )
    .trim()
}

/** "MOM'S PORSCHE" as the project writes it: "MOM'S Porsche". */
function namesWritten(store: ReadRecords, text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\p{Lu}{2}[\p{Lu}\p{N}'’ -]*(?![\p{L}])/gu, (run) => {
    const tail = /[ -]*$/.exec(run)![0]
    const known = store.list('assetsByName', run.slice(0, run.length - tail.length).toLowerCase())[0]
    return known ? known.name + tail : run
  })
}

/** "The vicar" of a shot with one Tortoise Vicar is he, and "Diaz" is Officer Diaz: as the project writes them. */
function headsNamed(names: StoryNames, text: string): string {
  const heads = new Map<string, string | null>()
  for (const { name } of [...names.people, ...names.away]) {
    const words = name.split(/\s+/)
    const head = words.at(-1)!
    const isShort =
      words.length > 1 && (isPersonNoun(head.toLowerCase()) || (words.length === 2 && isTitle(words[0]!.toUpperCase())))
    const key = isShort && !isPersonNoun(head.toLowerCase()) ? head : head.toLowerCase()
    heads.set(key, !isShort || heads.has(key) ? null : name)
  }
  if ([...heads.values()].every((name) => name === null)) return text
  const whole = (word: string, at: number): string => {
    const name = heads.get(word)
    const isWhole = name && text.slice(0, at).trimEnd().endsWith(name.split(/\s+/).at(-2)!)
    return !name || isWhole || names.namesStranger(name) ? word : name
  }
  return text
    .replace(/(?<=\b[Tt]he )\p{Ll}{3,}(?=$|[.,;:!?]|\s+\p{Ll}+)/gu, whole)
    .replace(/(?<![\p{L}'’-])\p{Lu}\p{Ll}+(?=$|[.,;:!?]|\s+\p{Ll}+)/gu, whole)
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
  return pronoun && fits
    ? upperFirst(listWords(who.map((a) => withThe(a.name, a.type === 'prop', mention(a.id))))) +
        text.slice(pronoun.length)
    : text
}

/** Of whom a coming or going is asked. */
export interface Moving {
  /** Those whose comings and goings are told elsewhere, or are not to be seen. */
  readonly assets: readonly Asset[]
  /** Words of the scene's place (ways.ts). */
  readonly set: ReadonlySet<string>
  /** Is somebody there before the text begins? Null is a "they" of nobody in particular. */
  readonly here: (asset: Asset | null) => boolean
  /** Only what is a coming or going whoever is told of: who "walks down the corridor" may do so from end to end of a shot. */
  readonly sure?: true
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
        if (!move || isTakenOut(sentence, move)) return []
        before = move
        if (moving.sure && (move.fresh || isAlong(move))) return []
        return moversOf(sentence, move, moving).some((a) => wayOf(move, moving.set, moving.here(a)) !== null)
          ? [move]
          : []
      })
      return [sentence, told]
    }),
  )
}

/** "Takes out the letter", "draws the gun": who does that stays where they are. */
function isTakenOut({ read, names }: ToldSentence, move: Move): boolean {
  const verb = read.tokens.find(({ start }) => start === move.at)?.low ?? ''
  return (
    /^(?:takes?|pulls?|draws?|taking|pulling|drawing)$/.test(verb) &&
    names.some(({ id, type }) => type === 'prop' && move.who.names.includes(id)) &&
    names.some(({ id, type }) => type === 'character' && move.who.names.includes(id))
  )
}

/** Those of the moving that a move is told of; null where a pronoun may mean any of them. */
export function moversOf({ who }: ToldSentence, move: Move, { assets }: Moving): readonly (Asset | null)[] {
  const named = assets.filter((a) => move.who.names.includes(a.id))
  const { pronoun } = move.who
  if (pronoun === null || named.length > 0) return named
  const meant = pronoun === 'he' || pronoun === 'she' || pronoun === 'they' ? who : []
  if (meant.length > 0) return assets.filter((a) => meant.some((one) => one.id === a.id))
  return assets.length > 0 ? [null] : []
}

/** Where somebody turns into another one of these: "Freddie turns into the Prince". */
export function turnTold(
  { read }: ToldSentence,
  isMoving: (id: string) => boolean,
): { at: number; to: string; from: string | null } | null {
  const turn = turnIn(read.tokens)
  return turn && isMoving(turn.to) ? turn : null
}

/** The index of a move's verb, of an "is" or adverbs before it. */
function predicateStart({ tokens }: ReadSentence, at: number): number {
  let k = tokens.findIndex((token) => token.start === at)
  while (k > 0 && tokens[k - 1]!.name === undefined && /^(?:is|are|has|have|\p{Ll}+ly)$/u.test(tokens[k - 1]!.text)) k--
  return k
}

/**
 * What somebody does while coming or going in the script's own words, told of one: "storms out past the waiter". From
 * the first of some moves of a sentence to the end of the last; null where the words cannot stand behind a name.
 */
export function predicateOf({ read }: ToldSentence, moves: readonly Pick<Move, 'at'>[]): string | null {
  const { tokens, text, start } = read
  const from = predicateStart(read, Math.min(...moves.map((move) => move.at)))
  const verb = tokens[from + tokens.slice(from).findIndex(({ low }) => !/^\p{L}+ly$/u.test(low))]
  const last = Math.max(...moves.map((move) => move.at))
  const end = clausesOf(read).find((clause) => clause.start <= last && clause.end > last)?.end
  if (!verb || end === undefined) return null
  const one = singular(verb.low)
  if (one === null) return null
  const words =
    text.slice(tokens[from]!.start - start, verb.start - start) + one + text.slice(verb.end - start, end - start)
  // "They all exit except Pip, who stays": what another does is not theirs.
  return words.replace(/,?\s+(?:except|all but|save)\b.*$/, '').replace(/[\s,;:—-]+$/, '')
}

/** What another does to whoever moves, with the one who does it: "Mara throws Otto out"; null where that is not clear. */
export function clauseOf({ read }: ToldSentence, move: Pick<Move, 'at'>, names: StoryNames): string | null {
  const clauses = clausesOf(read)
  const own = clauses.find(({ start, end }) => start <= move.at && end > move.at)
  if (!own) return null
  const text = own.text.replace(/[\s,;:—-]+$/, '')
  if (own === clauses[0]) return text
  const who = subjectIn(read, clauses[0]!, names)
  return who === null ? null : `${who} ${text}`
}

/** "goes" of "go" and "goes"; null of forms that need a verb before them. */
function singular(word: string): string | null {
  if (word === 'are' || word === 'is') return 'is'
  if (word === 'have' || word === 'has') return 'has'
  if (doingVerbs.has(word)) return word
  const forms = formsOf(word)
  const one = [...forms].find(([, { form }]) => form === 's')![0]
  if (doingVerbs.has(one)) return one
  return /^\p{Ll}{2,}[^s\W]s$/u.test(word) ? word : null
}

/** Where a sentence tells that somebody becomes or puts on something else; -1 when it does not. */
const changeAt = ({ read: { tokens } }: ToldSentence): number =>
  tokens.findIndex(({ low, name }, i) => {
    if (name !== undefined) return false
    const near = tokens.slice(i + 1, i + 6).map((token) => token.low)
    if (/^(?:turn|transform|morph|change)s?$/.test(low)) return near.includes('into')
    return (
      /^becomes?$/.test(low) ||
      (/^(?:put|pull|slip|throw|take|strip)s?$/.test(low) && near.some((w) => /^(?:on|off|into)$/.test(w)))
    )
  })

/** Does a sentence tell that this one becomes or puts on something else? */
export function tellsChange(sentence: ToldSentence, asset: Asset): boolean {
  const at = changeAt(sentence)
  if (at < 0) return false
  const before = sentence.read.tokens
    .slice(0, at)
    .flatMap(({ name, possessive }) => (name === undefined || possessive ? [] : [name]))
  return before.length > 0 ? before.at(-1) === asset.id : sentence.who.length === 1 && sentence.who[0]!.id === asset.id
}

/** How a sentence tells it: "turns into a gnome", "takes off her wig". */
export const changeOf = (sentence: ToldSentence, asset: Asset): string | null =>
  tellsChange(sentence, asset) ? predicateOf(sentence, [{ at: sentence.read.tokens[changeAt(sentence)]!.start }]) : null

/**
 * What is left of a sentence without some moves: "Alice reaches for the gnome" of "Alice comes in and reaches for the
 * gnome".
 */
export function withoutMoves(
  { read }: ToldSentence,
  moves: readonly Pick<Move, 'at'>[],
  names: StoryNames,
): { text: string; later: boolean } | null {
  const holdsMove = ({ start, end }: Pick<Clause, 'start' | 'end'>) => moves.some(({ at }) => at >= start && at < end)
  return withoutClauses(read, holdsMove, (clause) => subjectIn(read, clause, names)) ?? othersDoing(read, holdsMove)
}

/** "The door opens" of "The door opens and Ann comes in": what others do in the sentence. */
function othersDoing(read: ReadSentence, holdsMove: (part: Part) => boolean): { text: string; later: boolean } | null {
  const groups: Part[][] = []
  for (const part of partsOf(read)) {
    if (part.own || groups.length === 0) groups.push([])
    groups.at(-1)!.push(part)
  }
  const [first] = groups.filter((group) => !group.some(holdsMove))
  if (!first || groups.length < 2) return null
  const text = read.text.slice(first[0]!.start - read.start, first.at(-1)!.end - read.start)
  const bare = text.replace(/^(?:as|while|when|until|and|but)\s+/i, '')
  return { text: sentenceEnd(bare[0]!.toUpperCase() + bare.slice(1)), later: first !== groups[0] }
}

/** The first or the last of several things that are done in a sentence, with the one who does them. */
export const momentTold = ({ read }: ToldSentence, frame: FrameEnd, names: StoryNames): string | null =>
  momentOf(read, frame, (clause) => subjectIn(read, clause, names))

/** Who does what a clause tells: its "he" or "she", or whoever it names before its verb; null when that is not clear. */
function subjectIn({ tokens }: ReadSentence, { start, end, text }: Clause, names: StoryNames): string | null {
  const leading = /^(?:He|She|They)\b/.exec(text)?.[0]
  if (leading) return leading
  const within = tokens.filter((token) => token.start >= start && token.end <= end)
  const verb = within.findIndex(({ name, text: word }, i) => i > 0 && name === undefined && /^\p{Ll}{2,}s$/u.test(word))
  const people = names.namedIn(verb < 0 ? within : within.slice(0, verb)).inside.filter((a) => a.type === 'character')
  return people.length === 0 ? null : upperFirst(listWords(people.map((a) => withThe(a.name, false, mention(a.id)))))
}

/** Does a sentence call one asset by two of its names: "Where the gnome stood is now John"? */
export function hasTwoNames({ read }: ToldSentence, asset: Asset): boolean {
  const forms = read.tokens.flatMap(({ name, low }) => (name === asset.id ? [low.replace(/'s?$/, '')] : []))
  return new Set(forms).size > 1
}
