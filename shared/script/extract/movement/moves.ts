import type { FrameSide } from '../../../model/assignment'
import type { Fates } from './fates'
import { readBodies, readFates } from './fates'
import { readEnterList } from './enterList'
import type { MoveKind, MoveVerb } from '../../../language/moveVerb'
import { verbAt } from '../../../language/moveVerbs'
import type { Token } from '../../../language/nameIndex'
import type { Who } from './subjects'
import { groupEndingAt, namesFrom, nobody, subjectOf } from './subjects'

/** An entrance, exit or crossing told by a sentence. */
export interface Move {
  kind: MoveKind
  who: Who
  /** Named in a subordinate phrase: counts only for those not there yet. */
  doubtful: string[]
  weak: boolean
  follows?: true
  closing?: true
  into?: string
  outInto?: string
  outOf?: string
  /** Offset of the verb. */
  at: number
  side: FrameSide | null
  /** What goes with it: "through the kitchen door, carrying a tray". */
  phrase: string
}

/** A name that a sentence uses of someone in sight. */
export interface Sighting {
  name: string
  at: number
  /** False for those only looked at or spoken to: the name is no subject. */
  strong: boolean
}

export interface SentenceReading extends Fates {
  moves: Move[]
  sightings: Sighting[]
}

/** Reads one sentence of action. With `speaker` it is a parenthetical: "(leaving)" is told of the speaker. */
export function readSentence(tokens: readonly Token[], speaker: boolean): SentenceReading {
  const moves: Move[] = []
  const used = new Set<string>()
  let last: { who: Who; end: number } | null = null
  for (let i = 0; i < tokens.length; i++) {
    const verb = verbAt(tokens, i)
    if (!verb || isReported(tokens, i)) continue
    // "approaches offscreen": heard of, not seen.
    if (verb.kind !== 'exit' && unseenPlace.test(tokens[verb.end]?.low ?? '')) {
      for (const name of subjectOf(tokens, i, verb)?.names ?? []) used.add(name)
      continue
    }
    const move = readMove(tokens, i, verb, speaker, last?.who ?? null)
    if (!move) continue
    for (const name of [...move.who.names, ...move.doubtful]) used.add(name)
    moves.push(move)
    last = { who: move.who, end: verb.end }
    i = verb.end - 1
  }
  return { moves, sightings: readSightings(tokens, used), ...readFates(tokens) }
}

const unseenPlace = /^(?:off-?screen|off-?stage|off-?camera|o\.s|o\.c|unseen|within)$/

function readMove(
  tokens: readonly Token[],
  i: number,
  verb: MoveVerb,
  speaker: boolean,
  before: Who | null,
): Move | null {
  const word = tokens[i]!.low
  const stage = /^(?:enter|exit|exeunt|re-enter|reenter)s?$/.test(word)
  const make = (who: Who, doubtful: string[] = []): Move => ({
    kind: verb.kind,
    who,
    doubtful,
    weak: verb.weak,
    ...(verb.closing ? { closing: verb.closing } : {}),
    ...(verb.follows ? { follows: verb.follows } : {}),
    ...(verb.into === undefined ? {} : { into: verb.into }),
    ...(verb.outInto === undefined ? {} : { outInto: verb.outInto }),
    ...(verb.outOf === undefined ? {} : { outOf: verb.outOf }),
    at: tokens[i]!.start,
    side: sideOf(tokens, verb.end) ?? verb.side ?? null,
    phrase: phraseAfter(tokens, verb.end),
  })
  if (verb.moved) return readCarried(tokens, i, verb, make)
  const seen =
    verb.form === 'base' && /^(?:watch|watches|see|sees|lets?|hears?)$/.test(tokens[i - 2]?.low ?? '')
      ? tokens[i - 1]!.low
      : ''
  if (/^(?:him|her|them)$/.test(seen))
    return make({ ...nobody(), pronoun: seen === 'them' ? 'others' : seen === 'him' ? 'he' : 'she', another: true })
  const subject = subjectOf(tokens, i, verb)
  if (stage && (!subject || isInverted(tokens, i, verb))) {
    const list = readEnterList(tokens, verb.end)
    const names = [...new Set(list.names)]
    // What stands in a list of several is told of one of them, and the list itself is no way of coming.
    const several = list.names.length + list.doubtful.length + list.unknown.length > 1
    const listed = (move: Move): Move => (several ? { ...move, phrase: '' } : move)
    if (verb.kind === 'exit')
      return !subject && hasStranger(tokens, i)
        ? null
        : listed(
            make({
              ...exitWho(tokens, i, names, word),
              counts: list.counts,
              ...(list.bodies ? { bodies: list.bodies } : {}),
            }),
          )
    return names.length + list.doubtful.length > 0 || list.bodies
      ? listed(
          make(
            { ...nobody(), names, counts: list.counts, ...(list.bodies ? { bodies: list.bodies } : {}) },
            list.doubtful,
          ),
        )
      : null
  }
  if (!subject) {
    // "He's gone."
    const is = /^(he|she|they)'(?:s|re)$/.exec(tokens[i - 1]?.low ?? '')?.[1]
    if (is && verb.form === 'passive') return make({ ...nobody(), pronoun: is as 'he' | 'she' | 'they', another: true })
    const opening = verb.form === 'ing' && i === 0 ? tokens.findIndex((t, k) => k < 12 && t.text === ',') : -1
    const then =
      opening > 0
        ? tokens.findIndex((t, k) => k > opening && k < opening + 4 && t.name !== undefined && !t.possessive)
        : -1
    if (then > 0) return make({ ...nobody(), names: [tokens[then]!.name!] })
    if (speaker && (i === 0 || /^(?:and|then|,)$/.test(tokens[i - 1]!.low)) && verb.form !== 'base')
      return make({ ...nobody(), pronoun: 'he' })
    // "sits, then leaves": told of whoever came or went before in this sentence.
    return before && /^(?:and|then|,)$/.test(tokens[i - 1]?.low ?? '') && verb.form === 's' ? make(before) : null
  }
  if (verb.unseen && subject.pronoun !== null) return make({ ...subject, another: true })
  return make(withCompanions(tokens, verb.end, namedBefore(tokens, i, subject)))
}

/** "One exits", "Watchmen exit": told of someone without a name. */
function hasStranger(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!.low
  const before = tokens[i - 1]
  if (!/^exits?$/.test(word) || before === undefined || !/^\p{L}/u.test(before.text)) return false
  return !/^(?:and|then|also|again|now|here|so|alarums?|flourish|sennet|trumpets?|drums?|hautboys?|cornets?|horns?|music|\w+ly)$/.test(
    before.low,
  )
}

/** "Otto stares after Mara as she leaves": the one named last; elsewhere in a sentence the one named first. */
function namedBefore(tokens: readonly Token[], i: number, who: Who): Who {
  if (who.pronoun !== 'he' && who.pronoun !== 'she') return who
  let at = i - 1
  while (at > 0 && tokens[at]!.low !== who.pronoun) at--
  const named = tokens.slice(0, at).filter((t) => t.name !== undefined && !t.possessive)
  const name = /^(?:as|while|when|until)$/.test(tokens[at - 1]?.low ?? '') ? named.at(-1)?.name : named[0]?.name
  return name === undefined ? who : { ...nobody(), names: [name] }
}

/** "Enter X" and "Here enters X": the names follow. */
function isInverted(tokens: readonly Token[], i: number, verb: MoveVerb): boolean {
  const before = tokens[i - 1]
  const opens = before === undefined || /^[.;:([]$/.test(before.text)
  return opens && (verb.form === 'base' || tokens[i]!.low === 'exeunt')
}

function exitWho(tokens: readonly Token[], i: number, names: string[], word: string): Who {
  const but = tokens.findIndex((t, k) => k > i && k <= i + 5 && /^(?:but|except|save)$/.test(t.low))
  if (but > 0) return { names: [], pronoun: 'all', except: namesFrom(tokens, but + 1) }
  const after = tokens[i + 1]?.low ?? ''
  // "Exit, pursued by a bear", "Exeunt with Caesar": he or they, and who is named.
  if (names.length > 0 && (after === ',' || bringing.test(after)))
    return { names, pronoun: word === 'exeunt' ? 'they' : 'he', except: [] }
  if (names.length > 0) return { ...nobody(), names }
  const everyone = word === 'exeunt' || tokens.slice(i + 1, i + 3).some((t) => /^(?:all|omnes|both)$/.test(t.low))
  return { ...nobody(), pronoun: everyone ? 'they' : 'he' }
}

function readCarried(
  tokens: readonly Token[],
  i: number,
  verb: MoveVerb,
  make: (who: Who, doubtful?: string[]) => Move,
): Move | null {
  const [from, to] = verb.object!
  if (verb.pronoun)
    return make({
      ...nobody(),
      pronoun: verb.pronoun === 'them' ? 'others' : verb.pronoun === 'him' ? 'he' : 'she',
      ...(verb.closing ? {} : { another: true }),
    })
  const objects = namesFrom(tokens, from, to)
  if (verb.moved === 'other') return objects.length > 0 ? make({ ...nobody(), names: objects }) : null
  const subject = subjectOf(tokens, i, { ...verb, form: verb.form })
  if (!subject) return objects.length > 0 ? make({ ...nobody(), names: objects }) : null
  const moved = objects.filter((n) => !subject.names.includes(n))
  // Who is there already and leads another in does not come himself.
  if (verb.kind === 'enter' && moved.length > 0) return make({ ...nobody(), names: moved }, subject.names)
  return make({ ...subject, names: [...subject.names, ...moved] })
}

/** "Otto enters, Mara close behind him." */
const trailing =
  /^(?:\S+ )(?:and \S+ )?(?:(?:right|close|just|hot) )?(?:behind|beside|after|following|in tow|on (?:his|her) (?:heels|arm)|at (?:his|her) (?:side|heels)|close by)\b/

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

const bringing =
  /^(?:with|followed|accompanied|attended|pursued|supported|assisted|helped|led|carried|borne|guarded|leading|dragging|tugging|lugging|hauling|pulling|pushing|carrying|bearing|bringing|taking|escorting|supporting|helping|driving|chasing)$/

/** "He exits with Alonso and Sebastian"; "They exit, except Gonzalo". */
function withCompanions(tokens: readonly Token[], from: number, who: Who): Who {
  for (let k = from; k < tokens.length; k++) {
    const low = tokens[k]!.low
    if (low === 'and' && isElsewhere(tokens, k)) continue
    const beside = low === ',' ? namesFrom(tokens, k + 1) : []
    if (
      beside.length > 0 &&
      trailing.test(
        tokens
          .slice(k + 1, k + 9)
          .map((t) => t.low)
          .join(' '),
      )
    )
      return { ...who, names: [...who.names, ...beside] }
    // "Macbeth exits through one door, Lennox through another."
    if (
      /^(?:another|other)$/.test(low) &&
      /^(?:through|at|by|from|on|in)$/.test(tokens[k - (tokens[k - 1]?.low === 'the' ? 2 : 1)]?.low ?? '')
    ) {
      const prep = k - (tokens[k - 1]?.low === 'the' ? 2 : 1)
      const second = tokens[prep - 1]?.name === undefined ? [] : groupEndingAt(tokens, prep - 1).names
      if (second.length > 0) return { ...who, names: [...new Set([...who.names, ...second])] }
    }
    if (bringing.test(low) && (tokens[k + 1]?.low === 'by' || !/^(?:a|an)$/.test(tokens[k + 1]?.low ?? ''))) {
      const { names: dead, bodies } = readBodies(tokens, k + 1)
      if (dead.length > 0 || bodies)
        return { ...who, names: [...new Set([...who.names, ...dead])], ...(bodies ? { bodies } : {}) }
      let first = k + 1
      while (/^(?:by|off|away|out|in|along|forth|on|up)$/.test(tokens[first]?.low ?? '')) first++
      const names = namesFrom(tokens, first)
      const others = tokens
        .slice(k + 1)
        .some((t, n) => /^(?:others?|rest)$/.test(t.low) && /^(?:the|all)$/.test(tokens[k + n]?.low ?? ''))
      return {
        ...who,
        names: [...who.names, ...names.filter((n) => !who.names.includes(n))],
        ...(others ? { others } : {}),
      }
    }
    if (/^(?:except|but|save)$/.test(low) && (who.pronoun === 'they' || who.pronoun === 'all'))
      return { ...who, except: namesFrom(tokens, k + 1) }
    if (/^(?:as|while|when|and|then|;|to|toward|towards|leaving)$/.test(low)) break
  }
  return who
}

/** "If Steel leaves", "says that he goes": not told as happening. */
function isReported(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const low = tokens[k]!.low
    if (/^(?:if|whether|unless|that|says|wants|wishes|hopes|imagines|remembers|pretends|before|until|where)$/.test(low))
      return true
    if (/^[,;:—]$/.test(low)) return false
  }
  return false
}

const sides: [RegExp, FrameSide][] = [
  // Stage left is the actor's left: on the right of the picture.
  [/\bstage left\b/, 'right'],
  [/\bstage right\b/, 'left'],
  [/\b(?:(?:from|to|at|frame|screen|camera|off) (?:the )?left|left of (?:frame|screen)|left side)\b|^left\b/, 'left'],
  [
    /\b(?:(?:from|to|at|frame|screen|camera|off) (?:the )?right|right of (?:frame|screen)|right side)\b|^right\b(?! (?:away|behind|past|by|into|up|out|in))/,
    'right',
  ],
  [
    /\b(?:from behind|(?:in|into|from|to) the (?:background|distance)|from the back|upstage|behind (?:him|her|them))\b/,
    'background',
  ],
  [
    /\b(?:(?:past|toward|towards|by|from behind) (?:the )?camera|(?:in|into|from|to) the foreground|downstage)\b/,
    'foreground',
  ],
  [/\b(?:from above|from the (?:ceiling|sky|roof)|overhead|down from)\b/, 'top'],
  [/\b(?:from below|from beneath|out of the (?:ground|floor)|through the trap ?door)\b/, 'bottom'],
]

function sideOf(tokens: readonly Token[], from: number): FrameSide | null {
  const text = tokens
    .slice(from, from + 14)
    .map((t) => t.low)
    .join(' ')
  return sides.find(([words]) => words.test(text))?.[1] ?? null
}

const opener =
  /^(?:through|with|from|carrying|holding|by|via|on|in|out|over|under|across|behind|followed|dressed|wearing|without|to|toward|towards|into|onto|at|down|up|alone|together|\p{Ll}+ing|\p{Ll}+ly)$/u

/** The words after the verb up to the next clause, from their first preposition or participle on. */
function phraseAfter(tokens: readonly Token[], from: number): string {
  let start = from
  while (start < tokens.length && start < from + 12 && !opener.test(tokens[start]!.low)) {
    if (/^(?:[.;:!?]|--|—|and|then|as|while)$/.test(tokens[start]!.low)) return ''
    start++
  }
  if (start >= tokens.length || start >= from + 12) return ''
  let end = start
  while (
    end < tokens.length &&
    end < start + 24 &&
    !/^(?:[.;:!?—]|--|as|while|then|who)$/.test(tokens[end]!.low) &&
    !isNextVerb(tokens, end)
  )
    end++
  while (end > start && /^(?:,|and)$/.test(tokens[end - 1]!.low)) end--
  let out = ''
  for (let k = start; k < end; k++)
    out += (k > start && tokens[k]!.start > tokens[k - 1]!.end ? ' ' : '') + tokens[k]!.text
  return out.slice(0, 200)
}

/** "and drops her bag": another doing begins. */
function isNextVerb(tokens: readonly Token[], k: number): boolean {
  if (tokens[k]!.low !== 'and' || !/^\p{Ll}+s$/u.test(tokens[k + 1]?.text ?? '')) return false
  return /^(?:the|a|an|his|her|its|their|him|it|them|at|to|into|up|down|on|in|off|out|over|across|toward|towards)$/.test(
    tokens[k + 2]?.low ?? '',
  )
}

const bodyParts =
  /^(?:face|eyes?|hands?|head|back|body|feet|foot|arms?|legs?|fingers?|mouth|lips|shoulders?|hair|finger|fist|fists|knees?|chest|neck|cheeks?|jaw|brow|smile|gaze|expression|tears?|reflection|silhouette|side|lap)$/
const absent =
  /^(?:photo|photograph|picture|pictures|photos|painting|portrait|poster|statue|drawing|sketch|name|memory|memories|news|letter|message|text|call|voicemail|email|grave|tombstone|sign|thought|dream|story|death|loss|absence|murder|search|hunt|voice|sound|sounds|body|ghost|invitation|gift|note)$/

function readSightings(tokens: readonly Token[], used: ReadonlySet<string>): Sighting[] {
  const found: Sighting[] = []
  let quoted = false
  tokens.forEach((token, k) => {
    if (/^["“”]$/.test(token.text)) quoted = token.text === '“' || (token.text === '"' && !quoted)
    if (token.name === undefined || used.has(token.name) || quoted) return
    const next = tokens[k + 1]?.low ?? ''
    if (token.possessive && !bodyParts.test(next) && !bodyParts.test(tokens[k + 2]?.low ?? '')) return
    if (isAbsent(tokens, k)) return
    found.push({ name: token.name, at: token.start, strong: !token.possessive && isSubject(tokens, k) })
  })
  return found
}

/** "a photo of Mary", "waits for Mary", "without Mary", "calls Mary". */
function isAbsent(tokens: readonly Token[], k: number): boolean {
  if (isHeardOnly(tokens, k)) return true
  const before = (n: number): string => tokens[k - n]?.low ?? ''
  if (/^(?:of|from|by|to|about)$/.test(before(1)) && absent.test(before(2))) return true
  if (
    /^(?:for|of|about)$/.test(before(1)) &&
    /^(?:waits?|waiting|looks?|looking|search(?:es|ing)?|calls?|calling|asks?|asking|thinks?|thinking|dreams?|dreaming|talks?|talking|hears?|knows?|speaks?|reminded|worries|worried)$/.test(
      before(2),
    )
  )
    return true
  if (
    /^(?:without|phones?|dials?|telephones?|texts?|emails?|misses|remembers|mentions?|named|called|since|unlike|calls|like)$/.test(
      before(1),
    )
  )
    return true
  const next = tokens[k + 1]?.low ?? ''
  return (
    next === 'is' &&
    /^(?:gone|absent|missing|nowhere|not|dead)$/.test(tokens[k + 2]?.low ?? '') &&
    /^(?:[.,;!]|here|there|to)?$/.test(tokens[k + 3]?.low ?? '')
  )
}

/** "The Nurse calls from within", "MARA (O.S.) laughs". */
function isHeardOnly(tokens: readonly Token[], k: number): boolean {
  if (tokens[k + 1]?.text === '(' && /^(?:o\.?s|o\.?c|v\.?o|off|within)$/.test(tokens[k + 2]?.low ?? '')) return true
  if (
    !/^(?:calls?|cries|shouts?|speaks?|yells?|screams?|laughs?|sings?|knocks?|sobs?|groans?|within|is|are)$/.test(
      tokens[k + 1]?.low ?? '',
    )
  )
    return false
  const end = tokens.findIndex((t, n) => n > k && /^[.,;:!?]$/.test(t.text))
  return tokens.slice(k + 1, end < 0 ? k + 8 : Math.min(end, k + 8)).some((t) => unseenPlace.test(t.low))
}

function isSubject(tokens: readonly Token[], k: number): boolean {
  const { start } = groupEndingAt(tokens, k)
  const before = tokens[start - 1]
  return (
    before === undefined ||
    /^(?:[.,;:!?(—…"“]|--|and|but|then|as|while|when|where|suddenly|now|here|only|it's|that|until|meanwhile|so|see|find|sees|finds|watch|watches|reveals?|to)$/.test(
      before.low,
    ) ||
    (/(?:on|to)$/.test(before.low) && start === 2)
  )
}
