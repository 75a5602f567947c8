import { isGroupNoun, isPersonNoun } from '../lexicon/people'
import { stagePlaces } from '../lexicon/places'
import { objectPronouns } from '../lexicon/pronouns'
import { train } from '../lexicon/things'
import { asides, bearing, companions, listNumbers } from '../lexicon/smallWords'
import { isTitle } from '../text/names'
import type { Token } from '../text/tokens'
import { readBodies } from './fates'
import { countBefore } from './subjects'

/** Who a direction such as "Enter Titania, with her train" names. */
export interface EnterList {
  names: string[]
  /** After a participle ("hunting them about, Prospero and Ariel ..."): only those not there yet. */
  doubtful: string[]
  /** Persons no one else in the script names: "a Shipmaster", "certain Nymphs". */
  unknown: NounPhrase[]
  /** "four Fairies: Peaseblossom, Cobweb, ..." */
  group: { key: string; members: string[] } | null
  /** "Pyramus (Bottom)": the part and who plays it. */
  parts: { part: string; player: string }[]
  /** "two Murderers": how many of a group. */
  counts: Record<string, number>
  /** "bearing off the body". */
  bodies?: 'one' | 'all'
}

interface NounPhrase {
  key: string
  form: string
  start: number
}

const stop = /^(?:who|whom|which|where|while|when|whilst|that)$/

/** Reads the list after "Enter", "Exit" or "Exeunt" up to the end of the sentence. */
export function readEnterList(tokens: readonly Token[], from: number): EnterList {
  const list: EnterList = { names: [], doubtful: [], unknown: [], group: null, parts: [], counts: {} }
  let segment: Token[] = []
  let modified = false
  let following = false
  /** The segment before brought someone unknown, and only a comma stands between. */
  let introduced = false
  /** What stands before the segment, and whether the list has an "and". */
  let [opened, joined] = ['', false]
  const flush = (separator = ''): void => {
    // "Enter Greta with Otto, her brother.": he is Otto.
    const apposed =
      opened === ',' &&
      (separator === '' || separator === '.') &&
      !joined &&
      /^(?:his|her|their)$/.test(segment[0]?.low ?? '')
    opened = separator
    joined ||= separator === 'and' || separator === '&'
    if (apposed) {
      segment = []
      return
    }
    if (introduced && isRank(segment)) list.unknown.pop()
    const before = list.unknown.length
    const kind = readSegment(list, segment, modified, following)
    following = kind === 'companions' || (kind === 'person' && following)
    if (kind === 'modifier') modified = true
    introduced = separator === ',' && segment.length < 4 && list.unknown.length === before + 1
    segment = []
  }
  for (let k = from; k < tokens.length; k++) {
    const token = tokens[k]!
    if (stop.test(token.low) || (token.low === 'as' && segment.length === 0 && isClause(tokens, k + 1))) break
    if (token.low === 'as' && segment.length === 0) continue
    if (token.text === '(') {
      k = readPart(list, tokens, k, segment)
      segment = []
    } else if (token.text === ':') {
      flush()
      openGroup(list, tokens, k + 1)
    } else if (/^(?:[,;&.—]|--|and|then)$/.test(token.low)) {
      const titular = segment.length === 1 && segment[0]!.low === 'the'
      if (!titular) flush(token.low)
    } else segment.push(token)
  }
  flush()
  if (!list.group) openApposition(list, tokens[from])
  if (list.group) list.group.members = [...list.names]
  return list
}

/** "Claudius, King of Denmark", where the one who speaks is called King: no second person. */
function isRank(segment: readonly Token[]): boolean {
  const at = segment[0]?.low === 'the' ? 1 : 0
  const rank = segment[at]
  return (
    rank?.name !== undefined && rank.name.split(' ').every((word) => isTitle(word)) && segment[at + 1]?.low === 'of'
  )
}

/** "as Prospero and Ariel look on": the names have a verb of their own. */
function isClause(tokens: readonly Token[], from: number): boolean {
  let k = from
  while (
    k < tokens.length &&
    (tokens[k]!.name !== undefined || /^(?:and|the|his|her|he|she|they)$/.test(tokens[k]!.low))
  )
    k++
  return /^\p{Ll}/u.test(tokens[k]?.text ?? '') && !/^(?:with|in|at|on)$/.test(tokens[k]!.low)
}

type SegmentKind = 'person' | 'companions' | 'modifier' | 'empty'

function readSegment(list: EnterList, whole: readonly Token[], modified: boolean, following: boolean): SegmentKind {
  const segment = whole.slice(placeEnd(whole))
  const first = segment[0]
  if (!first) return 'empty'
  if (companions.has(first.low)) {
    addPersons(list, segment, 1, false)
    return 'companions'
  }
  const at = segment.findIndex((t) => t.name !== undefined && !t.possessive)
  const barrier = segment.findIndex((t) => asides.has(t.low) || companions.has(t.low))
  if (at >= 0 && (barrier < 0 || at < barrier)) {
    const doubtful = modified && !following
    ;(doubtful ? list.doubtful : list.names).push(segment[at]!.name!)
    const count = countBefore(segment, at)
    if (count !== undefined) list.counts[segment[at]!.name!] = count
    const helper = segment.findIndex((t, k) => k > at && companions.has(t.low))
    if (helper > 0) addPersons(list, segment, helper + 1, doubtful)
    return 'person'
  }
  if (addUnknown(list, segment, list.names.length + list.unknown.length > 0)) return 'person'
  if (/^(?:others|rest)$/.test(first.low) || segment.slice(0, 3).some((t) => t.low === 'others')) {
    const helper = segment.findIndex((t) => companions.has(t.low))
    if (helper > 0) addPersons(list, segment, helper + 1, false)
    return 'person'
  }
  return first.low.endsWith('ing') ? 'modifier' : 'empty'
}

/** Of "at one door Oberon", "at another Titania", "to them Egeus" the words before the name. */
function placeEnd(segment: readonly Token[]): number {
  if (/^(?:to|towards|before|after|behind)$/.test(segment[0]?.low ?? '') && objectPronouns.has(segment[1]?.low ?? ''))
    return 2
  if (!/^(?:at|from|on|by|through)$/.test(segment[0]?.low ?? '')) return 0
  let k = 1
  while (k < 6 && stagePlaces.has(segment[k]?.low ?? '')) k++
  return k > 1 ? k : 0
}

function addPersons(list: EnterList, segment: readonly Token[], from: number, doubtful: boolean): void {
  const bodies = readBodies(segment, from)
  let found = bodies.names.length > 0
  for (const name of bodies.names) (doubtful ? list.doubtful : list.names).push(name)
  if (bodies.bodies) list.bodies = bodies.bodies
  for (const token of found ? [] : segment.slice(from)) {
    // "with a letter for Otto"
    if (/^(?:for|to|of|from|about|like|as)$/.test(token.low)) break
    if (token.name !== undefined && !token.possessive) {
      ;(doubtful ? list.doubtful : list.names).push(token.name)
      found = true
    }
  }
  const rest = segment.slice(from)
  // "bearing Banners": things, unless the word is one for persons.
  if (bearing.has(segment[from - 1]?.low ?? '') && !rest.some(isPersonToken)) return
  if (!found) addUnknown(list, rest[0]?.low === 'by' || rest[0]?.low === 'in' ? rest.slice(1) : rest, false)
}

/** A new person: a noun with a capital, or a noun for persons: "a Shipmaster", "several strange shapes". */
function addUnknown(list: EnterList, segment: readonly Token[], after: boolean): boolean {
  let k = 0
  while (k < segment.length && (listNumbers.has(segment[k]!.low) || /^\d+$/.test(segment[k]!.low))) k++
  const counted = k > 0
  const head = segment[k]
  if (!head || train.has(head.low)) return false
  if (/^\p{Lu}/u.test(head.text)) {
    let end = k
    const owner = (t: Token | undefined): boolean => t?.possessive === true || /['’]s$/.test(t?.text ?? '')
    while (
      end < segment.length &&
      (/^\p{Lu}/u.test(segment[end]!.text) || (owner(segment[end - 1]) && isPersonToken(segment[end]!)))
    )
      end++
    if (owner(segment[end - 1])) return false
    const words = segment.slice(k, end)
    if (words.every((t) => train.has(t.low))) return false
    // "Oberon, King of Fairies" is still Oberon.
    if (after && (!counted || segment[0]!.low === 'the') && words.every((t) => isTitle(t.low))) return false
    if (segment[end]?.low === 'of' && !counted && after) return false
    pushUnknown(list, words)
    return true
  }
  while (k < segment.length && /^\p{Ll}/u.test(segment[k]!.text) && !isPersonToken(segment[k]!)) k++
  const noun = segment[k]
  if (
    !noun ||
    !isPersonToken(noun) ||
    (k > 0 && asides.has(segment[k - 1]!.low)) ||
    segment.slice(0, k).some((t) => asides.has(t.low) || t.low.endsWith('ing')) ||
    !counted
  )
    return false
  pushUnknown(list, [noun])
  return true
}

function isPersonToken(token: Token): boolean {
  return isPersonNoun(token.low) || isGroupNoun(token.low)
}

function pushUnknown(list: EnterList, words: readonly Token[]): void {
  const form = words.map((t) => t.text).join(' ')
  list.unknown.push({ key: form.toUpperCase().replaceAll('’', "'"), form, start: words[0]!.start })
}

/** "Pyramus (Bottom)": Bottom comes in, in the part of Pyramus. */
function readPart(list: EnterList, tokens: readonly Token[], open: number, segment: readonly Token[]): number {
  let close = open
  while (close < tokens.length && tokens[close]!.text !== ')') close++
  const player = tokens.slice(open + 1, close).find((t) => t.name !== undefined)
  const part = segment.filter((t) => /^\p{Lu}/u.test(t.text))
  if (player && part.length > 0) {
    const key = part.map((t) => t.low.toUpperCase()).join(' ')
    list.parts.push({ part: key, player: player.name! })
    list.names.push(player.name!)
  } else readSegment(list, segment, false, false)
  return close
}

/** "the Clowns, Bottom, Quince, Snout, and Flute": they are the clowns. */
function openApposition(list: EnterList, first: Token | undefined): void {
  const group = list.unknown[0]
  if (
    first?.low !== 'the' ||
    list.unknown.length !== 1 ||
    !group ||
    list.names.length < 3 ||
    !isGroupNoun(group.key) ||
    group.start !== first.end + 1
  )
    return
  list.unknown.pop()
  list.group = { key: group.key, members: [] }
}

/** A colon after a group: its members follow, the group itself is no one else. */
function openGroup(list: EnterList, tokens: readonly Token[], from: number): void {
  const next = tokens.slice(from, from + 3).some((t) => t.name !== undefined)
  const group = list.unknown.at(-1)?.key ?? list.names.at(-1)
  if (!next || group === undefined) return
  if (list.unknown.length > 0) list.unknown.pop()
  else list.names.pop()
  list.group = { key: group, members: [] }
}
