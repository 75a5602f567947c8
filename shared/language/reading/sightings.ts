import { innerRooms } from '../lexicon/places'
import { bodyParts, heardVerbs, phones, pictures, screens } from '../lexicon/things'
import { isPersonNoun } from '../lexicon/people'
import { lookAdjectives } from '../lexicon/looks'
import {
  articles,
  clauseOpeners,
  nameFollowers,
  placeOpeners,
  placePrepositions,
  touching,
  unseenPlaces,
} from '../lexicon/smallWords'
import { absenceRows, absentStateRows, elsewhereRows } from '../rules/absenceRows'
import { RowIndex } from '../rules/rowIndex'
import type { Token } from '../text/tokens'
import { groupEndingAt } from './subjects'

/** A name that a sentence uses of somebody who may be in sight. */
export interface Sighting {
  readonly name: string
  readonly at: number
  /** False for those only looked at or spoken to: the name is no subject. */
  readonly strong: boolean
  /** Why the words hardly prove that somebody is there; null when they do. */
  readonly doubt: Doubt | null
  /** The doubt counts only where the scene is not set there: "In the kitchen, Otto sings". */
  readonly place: string | null
}

/** Seen on a screen or in a picture, somewhere else, only heard, or a role that may be anybody's. */
export type Doubt = 'pictured' | 'elsewhere' | 'heard' | 'role'

const absences = new RowIndex(absenceRows)
const elsewhere = new RowIndex(elsewhereRows)
const states = new RowIndex(absentStateRows)

interface Doubted {
  readonly doubt: Doubt
  readonly place: string | null
}

/** Who is seen in a sentence, but for those told otherwise. */
export function readSightings(tokens: readonly Token[], otherwise: ReadonlySet<string>): Sighting[] {
  if (!tokens.some((t) => t.name !== undefined)) return []
  const found: Sighting[] = []
  const absent = absentAt(tokens)
  const away = clausesElsewhere(tokens)
  const shown = pictureSlug(tokens)
  let quoted = false
  tokens.forEach((token, k) => {
    if (/^["“”]$/.test(token.text)) quoted = token.text === '“' || (token.text === '"' && !quoted)
    if (token.name === undefined || otherwise.has(token.name) || quoted) return
    const next = tokens[k + 1]?.low ?? ''
    if (token.possessive && !bodyParts.has(next) && !bodyParts.has(tokens[k + 2]?.low ?? '')) return
    if (isApposition(tokens, k) || isVoice(token) || isAttribute(tokens, k)) return
    const how = absent.get(k) ?? stateOf(tokens, k) ?? (isHeardOnly(tokens, k) ? heard : away(k))
    if (how === 'absent') return
    if (k > shown) {
      found.push({ name: token.name, at: token.start, strong: false, doubt: 'pictured', place: null })
      return
    }
    if (token.possessive && isOnScreen(tokens, k)) {
      found.push({ name: token.name, at: token.start, strong: false, doubt: 'pictured', place: null })
      return
    }
    const strong = !token.possessive && isSubject(tokens, k)
    const doubted = how ?? (!strong && isSmallRole(token) && !isTouched(tokens, k) ? role : null)
    found.push({
      name: token.name,
      at: token.start,
      strong,
      doubt: doubted?.doubt ?? null,
      place: doubted?.place ?? null,
    })
  })
  return found
}

/** "Otto's face fills the screen", "Otto's face on the phone". */
function isOnScreen(tokens: readonly Token[], k: number): boolean {
  const at = tokens.findIndex((t, n) => n > k && n < k + 9 && (screens.has(t.low) || phones.has(t.low)))
  return (
    at > 0 &&
    /^(?:the|his|her|their|a|every)$/.test(tokens[at - 1]!.low) &&
    tokens.slice(k + 1, at).some(({ low }) => /^(?:fills?|on|across|appears?|flickers?|freezes?)$/.test(low))
  )
}

/** "ANGLE ON THE PHOTOGRAPH: the wife, on a boat, with Otto": the index of its colon; behind it everybody is in the picture. */
function pictureSlug(tokens: readonly Token[]): number {
  const colon = tokens.findIndex(({ text }, i) => text === ':' && i < 8)
  const noun = tokens[colon - 1]?.low.split(' ').at(-1) ?? ''
  return colon > 0 && (pictures.has(noun) || screens.has(noun)) ? colon : Infinity
}

/** "The Boss alert effect reaches the sky": the name tells what kind of thing it is. */
function isAttribute(tokens: readonly Token[], k: number): boolean {
  const [before, next] = [tokens[k - 1], tokens[k + 1]]
  if (!articles.has(before?.low ?? '') || next === undefined || next.name !== undefined || tokens[k]!.possessive)
    return false
  if (!/^\p{Ll}{3,}$/u.test(next.text) || /(?:s|ly|ing|ed|self)$/.test(next.low)) return false
  if (
    nameFollowers.has(next.low) ||
    placePrepositions.has(next.low) ||
    lookAdjectives.has(next.low) ||
    noNouns.test(next.low)
  )
    return false
  return tokens
    .slice(k + 2, k + 4)
    .some(
      (t) =>
        t.name === undefined && /^\p{Ll}{2,}[^s\W]s$/u.test(t.text) && !/^(?:his|its|this|across|towards)$/.test(t.low),
    )
}

const noNouns =
  /^(?:alone|still|just|then|now|again|also|both|too|almost|always|never|only|once|not|who|that|but|has|had|was|all|next|back|there|here|inside|outside|upstairs|downstairs|asleep|awake|dead|alive)$/

const heard: Doubted = { doubt: 'heard', place: null }
const role: Doubted = { doubt: 'role', place: null }

/** A role in small letters: "the man". */
const isSmallRole = ({ text }: Token): boolean => /^\p{Ll}/u.test(text)

/** "sits with the man", "hugs the old woman": the one who was told of. */
function isTouched(tokens: readonly Token[], k: number): boolean {
  let first = k - 1
  while (first > 0 && k - first < 4 && /^\p{Ll}+$/u.test(tokens[first]!.text) && tokens[first]!.low !== 'the') first--
  if (tokens[first]?.low !== 'the') return false
  const before = tokens[first - 1]
  // "It is the fox."
  if (/^(?:it's|here's|there's)$/.test(before?.low ?? '')) return true
  if (before?.low === 'is' && /^(?:it|this|that|there|here)$/.test(tokens[first - 2]?.low ?? '')) return true
  return before !== undefined && (touching.has(before.low) || /^\p{Ll}{2,}[^s\W]s$/u.test(before.text))
}

/** "in a grave voice": a voice in small letters is nobody. */
const isVoice = ({ low, text }: Token): boolean => /\bvoices?$/.test(low) && /\p{Ll}/u.test(text)

/** Those of whom the words before say that they are not there: "a photo of Otto and Mara", "unlike Otto". */
function absentAt(tokens: readonly Token[]): Map<number, 'absent' | Doubted> {
  const found = new Map<number, 'absent' | Doubted>()
  for (let i = 0; i < tokens.length; i++) {
    if (!absences.has(tokens[i]!.low)) continue
    for (const { row, match } of absences.at(tokens, i)) {
      if (!match.object) continue
      for (const k of joinedFrom(tokens, match.object[0])) {
        if (row.role && !isSmallRole(tokens[k]!)) continue
        if (row.role && /^(?:it|this|that|there|it's)$/.test(tokens[i - 1]?.low ?? '')) continue
        if (!found.has(k)) found.set(k, row.means === 'absent' ? 'absent' : { doubt: row.means, place: null })
      }
    }
  }
  return found
}

/** The name at `k` and those joined to it: "of Otto, Mara and the man". */
function joinedFrom(tokens: readonly Token[], k: number): number[] {
  const out = [k]
  for (let i = k + 1; i < tokens.length && i < k + 12; i++) {
    const { low, name } = tokens[i]!
    if (name !== undefined) {
      // "without Otto, Mara waits": a comma alone opens the main clause.
      if (tokens[i - 1]!.text === ',' && !tokens.slice(i, i + 8).some((t) => t.low === 'and' || t.low === 'or')) break
      if (tokens[i - 1]!.low === 'and' && /^\p{Ll}+s$/u.test(tokens[i + 1]?.text ?? '')) break
      out.push(i)
    } else if (!/^(?:and|or|,|the|his|her|a|an)$/.test(low)) break
  }
  return out
}

/** "Otto is missing", "Otto on the screen", "Otto is in the kitchen". */
function stateOf(tokens: readonly Token[], k: number): 'absent' | Doubted | null {
  const after = tokens[k + 1]
  if (!after || !states.has(after.low)) return null
  for (const { row, match } of states.at(tokens, k + 1)) {
    if (row.means === 'absent') return 'absent'
    return { doubt: row.means, place: row.place ? (match.noun ?? tokens[match.end - 1]!.low) : null }
  }
  return null
}

/** "In the next room, Otto sings", "While Otto searches the cellar, Mara waits": which names are told of as elsewhere. */
function clausesElsewhere(tokens: readonly Token[]): (k: number) => Doubted | null {
  const spans: { from: number; to: number; doubted: Doubted }[] = []
  for (let i = 0; i < tokens.length; i++) {
    const { low } = tokens[i]!
    if (!opensClause(tokens, i)) continue
    if (elsewhere.has(low)) {
      const [hit] = elsewhere.at(tokens, i)
      const next = hit && tokens[hit.match.end]
      // "In the kitchen door Otto waits" is not in the kitchen; "at the bar Otto waits" is.
      if (hit && next && (next.name !== undefined || /^(?:[,:]|the|a|an|his|her|\p{Ll}+)$/u.test(next.low))) {
        const { row, match } = hit
        const place = row.place ? (match.noun ?? low) : null
        spans.push({ from: match.end, to: clauseEnd(tokens, match.end), doubted: { doubt: row.means, place } })
        i = match.end - 1
      }
    } else if (/^(?:while|meanwhile)$/.test(low)) {
      const comma = tokens.findIndex((t, n) => n > i && t.text === ',')
      const to = comma < 0 ? tokens.length : comma
      const room = tokens.findIndex(
        (t, n) =>
          n > i && n < to && innerRooms.has(t.low) && /^(?:the|his|her|their|another)$/.test(tokens[n - 1]!.low),
      )
      if (room > 0 && room - i < 9)
        spans.push({ from: i + 1, to, doubted: { doubt: 'elsewhere', place: tokens[room]!.low } })
    }
  }
  return (k) => spans.find(({ from, to }) => k >= from && k < to)?.doubted ?? null
}

function opensClause(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return before === undefined || /^(?:[.;:—(]|--|and|but|then)$/.test(before.low)
}

/** "From below Otto pounds, but Mara waits": the clause ends where another begins. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex((t, n) => n > from && /^(?:[;—]|--|but|while|whereas)$/.test(t.low))
  return end < 0 ? tokens.length : end
}

/** "his wife Otto", "Otto, her brother,": the role is no second person. */
function isApposition(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k]!
  if (token.possessive) return false
  const next = tokens[k + 1]
  // "An OLD MAN -- Otto -- waits."
  if (isPersonNoun(token.low.split(' ').at(-1)!) && isDash(next) && isProper(tokens[k + 2]) && isDash(tokens[k + 3]))
    return true
  if (!isSmallRole(token)) return false
  if (next?.name !== undefined && /^\p{Lu}/u.test(next.text)) return true
  if (/^(?:[,—–(]|--|-)$/.test(next?.text ?? '') && isProper(tokens[k + 2]) && closes(tokens[k + 3])) return true
  let first = k - 1
  while (
    first > 0 &&
    /^\p{Ll}+$/u.test(tokens[first]!.text) &&
    k - first < 5 &&
    !/^(?:and|or|with)$/.test(tokens[first]!.low)
  ) {
    if (/^(?:his|her|their|the|a|an)$/.test(tokens[first]!.low)) break
    first--
  }
  if (!/^(?:his|her|their|the|a|an)$/.test(tokens[first]?.low ?? '')) return false
  return /^(?:[,—–(]|--|-)$/.test(tokens[first - 1]?.text ?? '') && isProper(tokens[first - 2]) && closes(next)
}

const isDash = (token: Token | undefined): boolean =>
  /^(?:[—–(),]|--|-)$/.test(token?.text ?? '') && token!.text !== ','

const isProper = (token: Token | undefined): boolean =>
  token?.name !== undefined && !token.possessive && /^\p{Lu}/u.test(token.text)

const closes = (token: Token | undefined): boolean =>
  token === undefined || /^(?:[,.;:!?—–)]|--|-|who|in|with)$/.test(token.low)

/** "The Nurse calls from within", "MARA (O.S.) laughs". */
function isHeardOnly(tokens: readonly Token[], k: number): boolean {
  if (tokens[k + 1]?.text === '(' && /^(?:o\.?s|o\.?c|v\.?o|off|within)$/.test(tokens[k + 2]?.low ?? '')) return true
  const verb = tokens[k + 1]?.low ?? ''
  // "The minion approaches offscreen", but "Mara looks offscreen".
  const isOff = /^(?:is|approach|approaches|arrives|waits|stands|works|moves)$/.test(verb)
  if (!heardVerbs.has(verb) && !isOff) return false
  const end = tokens.findIndex((t, n) => n > k && /^[.,;:!?]$/.test(t.text))
  const rest = tokens.slice(k + 1, end < 0 ? k + 8 : Math.min(end, k + 8))
  return (
    rest.some((t, n) => unseenPlaces.has(t.low) && rest[n - 1]?.low !== 'from') ||
    rest.some((t, n) => t.low === 'from' && [...elsewhere.at(rest, n)].some(({ row }) => row.means === 'heard'))
  )
}

function isSubject(tokens: readonly Token[], k: number): boolean {
  const { start } = groupEndingAt(tokens, k)
  let before = tokens[start - 1]
  // "The old man sits": the article and what tells how he is belong to a role.
  for (let i = start - 1; isSmallRole(tokens[k]!) && i >= 0 && k - i < 5; i--) {
    if (!/^\p{Ll}+$/u.test(tokens[i]!.text) && i > 0) break
    if (/^(?:the|a|an|his|her|their|another|one|two|three|this|that)$/.test(tokens[i]!.low)) {
      before = tokens[i - 1]
      break
    }
  }
  return (
    before === undefined ||
    /^(?:[.,;:!?(—…"“]|--)$/.test(before.low) ||
    clauseOpeners.has(before.low) ||
    (/(?:on|to)$/.test(before.low) && start === 2) ||
    // "Through the window Luz watches"
    (placeOpeners.has(tokens[0]!.low) &&
      k < 9 &&
      /^\p{Ll}{2,}[^s\W]s$/u.test(tokens[k + 1]?.text ?? '') &&
      /^\p{Ll}/u.test(before.text))
  )
}
