import type { FrameSide } from '../../model/assignment'
import { sexOfFirstName } from '../lexicon/firstNames'
import { sexOfWord } from '../lexicon/people'
import { foreignBringing } from '../lexicon/foreignWords'
import { drivenThings } from '../lexicon/places'
import { doingVerbs } from '../lexicon/verbs'
import { bringing, denials, exceptions, reporting, unseenPlaces, watching } from '../lexicon/smallWords'
import { stageSounds } from '../lexicon/things'
import { verbAt, type FoundVerb } from '../rules/moveAt'
import { isMotion } from '../rules/moveRows'
import type { MoveKind, MoveRow } from '../rules/moveRow'
import { compilePattern } from '../rules/pattern'
import { nameWords } from '../text/names'
import type { Token } from '../text/tokens'
import { readEnterList } from './enterList'
import { readBodies } from './fates'
import { phraseAfter, sideOf } from './manner'
import { groupEndingAt, namesFrom, subjectOf, type Subject } from './subjects'
import { foreignSubject, isDenied, isEnglish } from './foreignSubjects'
import { nobody, whoIs, type Who } from './who'

/** An entrance, exit or crossing told by a sentence. */
export interface Move {
  readonly kind: MoveKind
  readonly who: Who
  /** Named in a subordinate phrase: counts only for those not there yet. */
  readonly doubtful: readonly string[]
  /** Only for those who are not there yet; who is there just moves. */
  readonly weak: boolean
  /** Comes only to others, who were there before, or since an earlier shot. */
  readonly fresh: NonNullable<MoveRow['fresh']> | null
  /** Goes the way of the last who came or went. */
  readonly follows: boolean
  /** A door closes behind him: he has gone, unless he just came in. */
  readonly closing: boolean
  /** The noun of its place, and whether that is gone into, out of, or out into; "" for just "in". */
  readonly place: { readonly noun: string; readonly way: NonNullable<MoveRow['place']> } | null
  /** He is found gone, whenever he went: "Otto is gone". */
  readonly unseen: boolean
  /** Told by how somebody moves ("storms out"), not by a verb that says coming or going itself. */
  readonly motion: boolean
  /** Somebody else does it to whoever moves: "Otto throws Mara out". */
  readonly done: boolean
  /** Whoever moves did something before in the same sentence, and was there then: "grabs his coat and leaves". */
  readonly busy: boolean
  /** Does something more in the same sentence: "comes out and sits down". */
  readonly goesOn: boolean
  /** Those of whom it is told only if they are there: whoever is followed out. */
  readonly ifHere: readonly string[]
  /** Offset of the verb. */
  readonly at: number
  readonly side: FrameSide | null
  /** What goes with it: "through the kitchen door, carrying a tray". */
  readonly phrase: string
}

/**
 * The comings and goings of one sentence, in order. With `speaker` it is a parenthetical: "(leaving)" is told of the
 * speaker.
 * @param heard is told the names of whoever comes unseen ("approaches offscreen")
 */
export function readMoves(
  tokens: readonly Token[],
  speaker: boolean,
  heard: (names: readonly string[]) => void,
): Move[] {
  const moves: Move[] = []
  let last: Who | null = null
  for (let i = 0; i < tokens.length; i++) {
    const verb = verbAt(tokens, i)
    if (!verb || isReported(tokens, i)) continue
    if (verb.kind !== 'exit' && unseenPlaces.has(tokens[verb.end]?.low ?? '')) {
      heard(subjectOf(tokens, i, verb.form)?.names ?? [])
      continue
    }
    const move = readMove(tokens, i, verb, speaker, last)
    if (!move) continue
    moves.push(move)
    last = move.who
    i = verb.end - 1
  }
  return moves
}

type Make = (who: Who, doubtful?: readonly string[]) => Move

function readMove(
  tokens: readonly Token[],
  i: number,
  verb: FoundVerb,
  speaker: boolean,
  before: Who | null,
): Move | null {
  const { row } = verb
  const make: Make = (who, doubtful = []) => ({
    kind: verb.kind,
    who,
    doubtful,
    weak: row.weak ?? false,
    fresh: row.fresh ?? null,
    follows: row.follows ?? false,
    closing: row.closing ?? false,
    unseen: row.unseen ?? false,
    motion: isMotion(row),
    done: false,
    busy: false,
    goesOn: doesMore(tokens, verb.end),
    ifHere: [],
    place: row.place ? { noun: verb.place, way: row.place } : null,
    at: tokens[i]!.start,
    side: sideOf(tokens, verb.end) ?? row.side ?? null,
    phrase: phraseAfter(tokens, verb.end),
  })
  if (row.moves) return readCarried(tokens, i, verb, make)
  if ((row.form === 'finite' || verb.form === 'base') && !isEnglish(tokens)) {
    if (isDenied(tokens, i, verb.end)) return null
    const who = row.form === 'finite' ? foreignSubject(tokens, i, verb.end) : foreignBase(tokens, i, verb)
    if (who) return make(withCompanions(tokens, verb.end, row.unseen && who.pronoun ? { ...who, another: true } : who))
    if (row.form === 'finite') return null
  }
  const seen = verb.form === 'base' && watching.has(tokens[i - 2]?.low ?? '') ? tokens[i - 1]!.low : ''
  if (seen === 'him' || seen === 'her' || seen === 'them') return make({ ...whoIs(seen), another: true })
  const subject = subjectOf(tokens, i, verb.form) ?? ownerOf(tokens, i)
  if (isStageVerb(tokens[i]!) && (!subject || isInverted(tokens, i, verb)))
    return readDirection(tokens, i, verb, subject, make)
  if (!subject) return readUnnamed(tokens, i, verb, speaker, before, make)
  // "When they have gone, Otto sits.": told before.
  if (
    row.unseen &&
    subject.pronoun !== null &&
    /^(?:when|once|after|since|now)$/.test(tokens[subject.start - 1]?.low ?? '')
  )
    return null
  if (row.unseen && subject.pronoun !== null) return make({ ...subject, another: true })
  const who = subject.pronoun === 'they' ? (toldBehind(tokens, verb.end) ?? subject) : namedBefore(tokens, i, subject)
  const move = make(withCompanions(tokens, verb.end, who))
  return isBusy(tokens, subject.start, i) ? { ...move, busy: true } : move
}

/** "… and sits down": another deed, that is no going. */
function doesMore(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex(({ text }, k) => k >= from && /^[;:.—]$/.test(text))
  return tokens
    .slice(from, end < 0 ? undefined : end)
    .some(
      ({ low, name }, k) =>
        name === undefined &&
        /^(?:and|then|,)$/.test(tokens[from + k - 1]?.low ?? '') &&
        doingVerbs.has(low) &&
        verbAt(tokens, from + k) === null,
    )
}

/** Does whoever the phrase from `from` on begins with do something before the verb at `i` that is no coming or going? */
const isBusy = (tokens: readonly Token[], from: number, i: number): boolean =>
  tokens.slice(from, i).some(({ name, low }, k) => {
    if (name !== undefined || !doingVerbs.has(low)) return false
    return verbAt(tokens, from + k) === null
  })

const partsSeenFirst = /^(?:head|face|figure|silhouette|shape)$/

/** "Otto's head pops up", "Otto's truck rumbles up the drive": he comes with it. */
function ownerOf(tokens: readonly Token[], i: number): Subject | null {
  const part = tokens[i - 1]?.low ?? ''
  const owner = tokens[i - 2]
  if (owner?.name === undefined || !owner.possessive) return null
  if (!partsSeenFirst.test(part) && !drivenThings.has(part)) return null
  return { ...nobody(), names: [owner.name], start: i - 2 }
}

/** "They stagger out: Mara, then Otto." */
function toldBehind(tokens: readonly Token[], from: number): Subject | null {
  const colon = tokens.findIndex(({ text }, k) => k >= from && text === ':')
  if (colon < 0) return null
  const names = tokens
    .slice(colon + 1)
    .flatMap(({ name, possessive }) => (name === undefined || possessive ? [] : [name]))
  return names.length > 1 ? { ...nobody(), names, start: colon + 1 } : null
}

/** "Otto arrive": a plain form in English is what one person does in French. */
const foreignBase = (tokens: readonly Token[], i: number, verb: FoundVerb): Who | null =>
  tokens[i]!.low === 'arrive' && subjectOf(tokens, i, 'base') === null ? foreignSubject(tokens, i, verb.end) : null

const isStageVerb = ({ low }: Token): boolean => /^(?:enter|exit|exeunt|re-enter|reenter)s?$/.test(low)

/** "Enter X and Y", "Exeunt all but X": who is named behind the verb. */
function readDirection(
  tokens: readonly Token[],
  i: number,
  verb: FoundVerb,
  subject: Who | null,
  make: Make,
): Move | null {
  const list = readEnterList(tokens, verb.end)
  const names = [...new Set(list.names)]
  const bodies = list.bodies ? { bodies: list.bodies } : {}
  // What stands in a list of several is told of one of them, and the list itself is no way of coming.
  const several = list.names.length + list.doubtful.length + list.unknown.length > 1
  const listed = (move: Move): Move => (several ? { ...move, phrase: '' } : move)
  if (verb.kind === 'exit')
    return !subject && hasStranger(tokens, i)
      ? null
      : listed(make({ ...exitWho(tokens, i, names), counts: list.counts, ...bodies }))
  return names.length + list.doubtful.length > 0 || list.bodies
    ? listed(make({ ...nobody(), names, counts: list.counts, ...bodies }, list.doubtful))
    : null
}

/** Nobody is named before the verb: "He's gone", "Exiting, Mara ...", "(leaving)", "sits, then leaves". */
function readUnnamed(
  tokens: readonly Token[],
  i: number,
  verb: FoundVerb,
  speaker: boolean,
  before: Who | null,
  make: Make,
): Move | null {
  const is = /^(he|she|they)'(?:s|re)$/.exec(tokens[i - 1]?.low ?? '')?.[1]
  if (is && verb.form === 'done') return make({ ...nobody(), pronoun: is as 'he' | 'she' | 'they', another: true })
  const opening = verb.form === 'ing' && i === 0 ? tokens.findIndex((t, k) => k < 12 && t.text === ',') : -1
  const then =
    opening > 0
      ? tokens.findIndex((t, k) => k > opening && k < opening + 4 && t.name !== undefined && !t.possessive)
      : -1
  if (then > 0) return make({ ...nobody(), names: [tokens[then]!.name!] })
  const goesOn = /^(?:and|then|,)$/.test(tokens[i - 1]?.low ?? '')
  if (speaker && (i === 0 || goesOn) && verb.form !== 'base') return make({ ...nobody(), pronoun: 'he' })
  // "The Moray peers down. Withdraws into its boot."
  if (!speaker && i === 0 && verb.form === 's' && (verb.kind === 'exit' || verb.row.place === 'along'))
    return make({ ...nobody(), pronoun: 'he', either: true })
  // Told of whoever came or went before in this sentence.
  return before && goesOn && verb.form === 's' ? make(before) : null
}

/** "One exits", "Watchmen exit": told of someone without a name. */
function hasStranger(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (!/^exits?$/.test(tokens[i]!.low) || before === undefined || !/^\p{L}/u.test(before.text)) return false
  return !/^(?:and|then|also|again|now|here|so|\w+ly)$/.test(before.low) && !stageSounds.has(before.low)
}

/** "Otto stares after Mara as she leaves": the one named last; elsewhere in a sentence the one named first. */
function namedBefore(tokens: readonly Token[], i: number, who: Who): Who {
  if (who.pronoun !== 'he' && who.pronoun !== 'she') return who
  let at = i - 1
  while (at > 0 && tokens[at]!.low !== who.pronoun) at--
  const named = tokens.slice(0, at).filter((t) => t.name !== undefined && !t.possessive)
  const fitting = named.filter((t) => sexOfName(t.text) === who.pronoun)
  // "Greta pleads with Otto, but he leaves."
  if (fitting.length > 0 && named.some((t) => sexOfName(t.text) !== who.pronoun))
    return { ...nobody(), names: [fitting.at(-1)!.name!] }
  // "The Mayor waves and he is dragged away": who goes on himself is not told anew.
  if (tokens[at - 1]?.low === 'and' && named.length === 1) return { ...who, another: true }
  const name = /^(?:as|while|when|until)$/.test(tokens[at - 1]?.low ?? '') ? named.at(-1)?.name : named[0]?.name
  return name === undefined ? who : { ...nobody(), names: [name] }
}

/** The sex that a name tells where it stands. */
function sexOfName(text: string): 'he' | 'she' | null {
  const words = nameWords(text)
  return (
    words.map(sexOfWord).find((sex) => sex !== null) ?? words.map(sexOfFirstName).find((sex) => sex !== null) ?? null
  )
}

/** "Enter X" and "Here enters X": the names follow. */
function isInverted(tokens: readonly Token[], i: number, verb: FoundVerb): boolean {
  const before = tokens[i - 1]
  const opens = before === undefined || /^[.;:([]$/.test(before.text)
  return opens && (verb.form === 'base' || tokens[i]!.low === 'exeunt')
}

function exitWho(tokens: readonly Token[], i: number, names: string[]): Who {
  const several = tokens[i]!.low === 'exeunt'
  const but = tokens.findIndex((t, k) => k > i && k <= i + 5 && exceptions.has(t.low))
  if (but > 0) return { names: [], pronoun: 'all', except: namesFrom(tokens, but + 1) }
  const after = tokens[i + 1]?.low ?? ''
  // "Exit, pursued by a bear", "Exeunt with Caesar": he or they, and who is named.
  if (names.length > 0 && (after === ',' || bringing.has(after)))
    return { names, pronoun: several ? 'they' : 'he', except: [], either: true }
  if (names.length > 0) return { ...nobody(), names }
  const everyone = several || tokens.slice(i + 1, i + 3).some((t) => /^(?:all|omnes|both)$/.test(t.low))
  return { ...nobody(), pronoun: everyone ? 'they' : 'he', either: true }
}

const doneTo = (move: Move): Move => ({ ...move, done: true })

function readCarried(tokens: readonly Token[], i: number, verb: FoundVerb, make: Make): Move | null {
  const [from, to] = verb.object!
  const doer = verb.row.closing && verb.pronoun ? subjectOf(tokens, i, verb.form) : null
  // "Otto slams the door behind him"
  if (
    doer?.names.length === 1 &&
    doer.pronoun === null &&
    sexOfName(doer.names[0]!) !== (verb.pronoun === 'her' ? 'he' : 'she')
  )
    return make(doer)
  const nearest = subjectOf(tokens, i, verb.form)
  // "Something grabs Greta and drags her off": she is no doer.
  const subject = nearest && doingVerbs.has(tokens[nearest.start - 1]?.low ?? '') ? null : nearest
  // Where nobody does it ("the wind carries her off") she may be whom the paragraph tells of.
  const named = verb.pronoun && verb.row.moves !== undefined ? namedOf(tokens, i, verb.pronoun, subject) : null
  if (named && (verb.row.moves === 'object' || !subject)) return doneTo(make({ ...nobody(), names: [named] }))
  if (verb.pronoun && (verb.row.moves === 'object' || !subject))
    return doneTo(
      make({
        ...whoIs(verb.pronoun),
        ...(verb.row.closing || !subject || isOtherSex(subject, verb.pronoun)
          ? {}
          : subject.names.length > 0
            ? { by: subject.names }
            : { another: true }),
      }),
    )
  const objects = tokens[from]!.possessive ? [tokens[from]!.name!] : namesFrom(tokens, from, to)
  const onlyThem = () => (objects.length > 0 ? doneTo(make({ ...nobody(), names: objects })) : null)
  if (verb.row.moves === 'object') return onlyThem()
  if (!subject) return onlyThem()
  if (verb.row.moves === 'followed') {
    const led = objects.filter((n) => !subject.names.includes(n))
    return { ...make({ ...subject, names: [...subject.names, ...led] }), ifHere: led }
  }
  // "Otto picks her up and carries her off": both.
  if (verb.pronoun && subject.pronoun === null)
    return make({ ...subject, pronoun: whoIs(verb.pronoun).pronoun, another: true })
  const moved = objects.filter((n) => !subject.names.includes(n))
  // Who is there already and leads another in does not come himself.
  if (verb.kind === 'enter' && moved.length > 0) return doneTo(make({ ...nobody(), names: moved }, subject.names))
  return make({ ...subject, names: [...subject.names, ...moved] })
}

/** "She ushers him out": he is none of those whom "she" means. */
const isOtherSex = ({ pronoun, names }: Who, whom: FoundVerb['pronoun']): boolean =>
  names.length === 0 && ((pronoun === 'she' && whom === 'him') || (pronoun === 'he' && whom === 'her'))

/** "Something grabs Greta and drags her off": whom the sentence named last before, if it is not the doer. */
function namedOf(
  tokens: readonly Token[],
  i: number,
  pronoun: 'him' | 'her' | 'them',
  doer: Who | null,
): string | null {
  if (pronoun === 'them') return null
  const told = tokens
    .slice(0, i)
    .findLast((t) => t.name !== undefined && !t.possessive && !doer?.names.includes(t.name))
  const sex = told ? sexOfName(told.text) : null
  return told && (sex === null || sex === (pronoun === 'him' ? 'he' : 'she')) ? told.name! : null
}

/** "Otto enters, Mara close behind him": with a comma before, whoever is named goes the same way. */
const trailing = [
  '@name right|close|just|hot? behind|beside|after|following',
  '@name in tow',
  '@name right|close|just|hot? on his|her heels|arm',
  '@name right|close|just|hot? at his|her side|heels',
  '@name close by',
  '@name first|last|ahead|leading|too|behind',
].map(compilePattern)

/** ", and Lennox at another": the same is told of him. */
function isElsewhere(tokens: readonly Token[], k: number): boolean {
  const rest = tokens.slice(k + 1, k + 8)
  const at = rest.findIndex((t) => /^(?:another|other)$/.test(t.low))
  return (
    at > 1 &&
    rest[0]!.name !== undefined &&
    rest.slice(1, at).every((t) => t.name !== undefined || /^(?:and|the|through|at|by|from|on|in)$/.test(t.low))
  )
}

/** "He exits with Alonso and Sebastian"; "They exit, except Gonzalo". */
function withCompanions(tokens: readonly Token[], from: number, who: Who): Who {
  const also = (names: readonly string[]): Who => ({ ...who, names: [...new Set([...who.names, ...names])] })
  for (let k = from; k < tokens.length; k++) {
    const low = tokens[k]!.low
    if (low === 'and' && isElsewhere(tokens, k)) continue
    const beside = low === ',' ? namesFrom(tokens, k + 1) : []
    if (beside.length > 0 && trailing.some((pattern) => pattern.match(tokens, k + 1)))
      return { ...who, names: [...who.names, ...beside] }
    // "Macbeth exits through one door, Lennox through another."
    const prep = k - (tokens[k - 1]?.low === 'the' ? 2 : 1)
    if (/^(?:another|other)$/.test(low) && /^(?:through|at|by|from|on|in)$/.test(tokens[prep]?.low ?? '')) {
      const second = tokens[prep - 1]?.name === undefined ? [] : groupEndingAt(tokens, prep - 1).names
      if (second.length > 0) return also(second)
    }
    if (foreignBringing.has(low) && /^(?:von|par|de|da|por|av)$/.test(tokens[k + 1]?.low ?? ''))
      return also(namesFrom(tokens, k + 2))
    if (bringing.has(low) && (tokens[k + 1]?.low === 'by' || !/^(?:a|an)$/.test(tokens[k + 1]?.low ?? '')))
      return brought(tokens, k, also)
    if (exceptions.has(low) && (who.pronoun === 'they' || who.pronoun === 'all'))
      return { ...who, except: namesFrom(tokens, k + 1) }
    if (/^(?:as|while|when|and|then|;|to|toward|towards|leaving)$/.test(low)) break
  }
  return who
}

/** Whoever is brought along from the word at `k` on: "with the body of Otto", "followed by Otto and the others". */
function brought(tokens: readonly Token[], k: number, also: (names: readonly string[]) => Who): Who {
  const { names: dead, bodies } = readBodies(tokens, k + 1)
  if (dead.length > 0 || bodies) return { ...also(dead), ...(bodies ? { bodies } : {}) }
  let first = k + 1
  while (/^(?:by|off|away|out|in|along|forth|on|up)$/.test(tokens[first]?.low ?? '')) first++
  const others = tokens
    .slice(k + 1)
    .some((t, n) => /^(?:others?|rest)$/.test(t.low) && /^(?:the|all)$/.test(tokens[k + n]?.low ?? ''))
  return { ...also(namesFrom(tokens, first)), ...(others ? { others } : {}) }
}

/** "If Steel leaves", "says that he goes": not told as happening. */
function isReported(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const low = tokens[k]!.low
    if (reporting.has(low)) return true
    // "won't let Otto go"
    if (/^(?:let|allow|permit)$/.test(low) && denials.has(tokens[k - 1]?.low ?? '')) return true
    if (/^[,;:—]$/.test(low)) return false
  }
  return false
}
