import type { FrameSide } from '../../model/assignment'
import { readEnterList } from './enterList'
import type { MoveKind, MoveVerb } from './moveVerbs'
import { verbAt } from './moveVerbs'
import type { Token } from './nameIndex'
import type { Who } from './subjects'
import { groupEndingAt, namesFrom, nobody, subjectOf } from './subjects'

/** An entrance, exit or crossing told by a sentence. */
export interface Move {
  kind: MoveKind
  who: Who
  /** Named in a subordinate phrase: counts only for those not there yet. */
  doubtful: string[]
  weak: boolean
  into?: string
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

export interface SentenceReading {
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
  return { moves, sightings: readSightings(tokens, used) }
}

const unseenPlace = /^(?:off-?screen|off-?stage|off-?camera|o\.s|o\.c|unseen|within)$/

function readMove(tokens: readonly Token[], i: number, verb: MoveVerb, speaker: boolean, before: Who | null): Move | null {
  const word = tokens[i]!.low
  const stage = /^(?:enter|exit|exeunt|re-enter|reenter)s?$/.test(word)
  const make = (who: Who, doubtful: string[] = []): Move => ({
    kind: verb.kind,
    who,
    doubtful,
    weak: verb.weak,
    ...(verb.into === undefined ? {} : { into: verb.into }),
    ...(verb.outOf === undefined ? {} : { outOf: verb.outOf }),
    at: tokens[i]!.start,
    side: sideOf(tokens, verb.end) ?? verb.side ?? null,
    phrase: phraseAfter(tokens, verb.end),
  })
  if (verb.moved) return readCarried(tokens, i, verb, make)
  const subject = subjectOf(tokens, i, verb)
  if (stage && (!subject || isInverted(tokens, i, verb))) {
    const list = readEnterList(tokens, verb.end)
    const names = [...new Set(list.names)]
    if (verb.kind === 'exit') return make(exitWho(tokens, i, names, word))
    return names.length + list.doubtful.length > 0 ? make({ ...nobody(), names }, list.doubtful) : null
  }
  if (!subject) {
    if (speaker && (i === 0 || /^(?:and|then|,)$/.test(tokens[i - 1]!.low)) && verb.form !== 'base') return make({ ...nobody(), pronoun: 'he' })
    // "sits, then leaves": told of whoever came or went before in this sentence.
    return before && /^(?:and|then|,)$/.test(tokens[i - 1]?.low ?? '') && verb.form === 's' ? make(before) : null
  }
  return make(withCompanions(tokens, verb.end, namedBefore(tokens, i, subject)))
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
  if (names.length > 0) return { ...nobody(), names }
  const everyone = word === 'exeunt' || tokens.slice(i + 1, i + 3).some((t) => /^(?:all|omnes|both)$/.test(t.low))
  return { ...nobody(), pronoun: everyone ? 'they' : 'he' }
}

function readCarried(tokens: readonly Token[], i: number, verb: MoveVerb, make: (who: Who) => Move): Move | null {
  const [from, to] = verb.object!
  const objects = namesFrom(tokens, from, to)
  if (verb.moved === 'other') return objects.length > 0 ? make({ ...nobody(), names: objects }) : null
  const subject = subjectOf(tokens, i, { ...verb, form: verb.form })
  if (!subject) return objects.length > 0 ? make({ ...nobody(), names: objects }) : null
  return make({ ...subject, names: [...subject.names, ...objects.filter((n) => !subject.names.includes(n))] })
}

/** "Otto enters, Mara close behind him." */
const trailing = /^(?:\S+ )(?:and \S+ )?(?:(?:right|close|just|hot) )?(?:behind|beside|after|following|in tow|on (?:his|her) (?:heels|arm)|at (?:his|her) (?:side|heels)|close by)\b/

/** "He exits with Alonso and Sebastian"; "They exit, except Gonzalo". */
function withCompanions(tokens: readonly Token[], from: number, who: Who): Who {
  for (let k = from; k < tokens.length; k++) {
    const low = tokens[k]!.low
    const beside = low === ',' ? namesFrom(tokens, k + 1) : []
    if (beside.length > 0 && trailing.test(tokens.slice(k + 1, k + 9).map((t) => t.low).join(' '))) return { ...who, names: [...who.names, ...beside] }
    if (/^(?:with|followed|accompanied|attended|leading|dragging|carrying|escorting|pursued|supporting)$/.test(low) && (tokens[k + 1]?.low === 'by' || !/^(?:a|an)$/.test(tokens[k + 1]?.low ?? ''))) {
      const names = namesFrom(tokens, tokens[k + 1]?.low === 'by' ? k + 2 : k + 1)
      const others = tokens.slice(k + 1).some((t, n) => /^(?:others?|rest)$/.test(t.low) && /^(?:the|all)$/.test(tokens[k + n]?.low ?? ''))
      return { ...who, names: [...who.names, ...names.filter((n) => !who.names.includes(n))], ...(others ? { others } : {}) }
    }
    if (/^(?:except|but|save)$/.test(low) && (who.pronoun === 'they' || who.pronoun === 'all')) return { ...who, except: namesFrom(tokens, k + 1) }
    if (/^(?:as|while|when|and|then|;|to|toward|towards|leaving)$/.test(low)) break
  }
  return who
}

/** "If Steel leaves", "says that he goes": not told as happening. */
function isReported(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const low = tokens[k]!.low
    if (/^(?:if|whether|unless|that|says|wants|wishes|hopes|imagines|remembers|pretends|before|until|where)$/.test(low)) return true
    if (/^[,;:—]$/.test(low)) return false
  }
  return false
}

const sides: [RegExp, FrameSide][] = [
  // Stage left is the actor's left: on the right of the picture.
  [/\bstage left\b/, 'right'],
  [/\bstage right\b/, 'left'],
  [/\b(?:(?:from|to|at|frame|screen|camera|off) (?:the )?left|left of (?:frame|screen)|left side)\b|^left\b/, 'left'],
  [/\b(?:(?:from|to|at|frame|screen|camera|off) (?:the )?right|right of (?:frame|screen)|right side)\b|^right\b(?! (?:away|behind|past|by|into|up|out|in))/, 'right'],
  [/\b(?:from behind|(?:in|into|from|to) the (?:background|distance)|from the back|upstage|behind (?:him|her|them))\b/, 'background'],
  [/\b(?:(?:past|toward|towards|by|from behind) (?:the )?camera|(?:in|into|from|to) the foreground|downstage)\b/, 'foreground'],
  [/\b(?:from above|from the (?:ceiling|sky|roof)|overhead|down from)\b/, 'top'],
  [/\b(?:from below|from beneath|out of the (?:ground|floor)|through the trap ?door)\b/, 'bottom'],
]

function sideOf(tokens: readonly Token[], from: number): FrameSide | null {
  const text = tokens.slice(from, from + 14).map((t) => t.low).join(' ')
  return sides.find(([words]) => words.test(text))?.[1] ?? null
}

const opener = /^(?:through|with|from|carrying|holding|by|via|on|in|out|over|under|across|behind|followed|dressed|wearing|without|to|toward|towards|into|onto|at|down|up|alone|together|\p{Ll}+ing|\p{Ll}+ly)$/u

/** The words after the verb up to the next clause, from their first preposition or participle on. */
function phraseAfter(tokens: readonly Token[], from: number): string {
  let start = from
  while (start < tokens.length && start < from + 12 && !opener.test(tokens[start]!.low)) {
    if (/^(?:[.;:!?]|--|—|and|then|as|while)$/.test(tokens[start]!.low)) return ''
    start++
  }
  if (start >= tokens.length || start >= from + 12) return ''
  let end = start
  while (end < tokens.length && end < start + 24 && !/^(?:[.;:!?—]|--|as|while|then|who)$/.test(tokens[end]!.low) && !isNextVerb(tokens, end)) end++
  while (end > start && /^(?:,|and)$/.test(tokens[end - 1]!.low)) end--
  let out = ''
  for (let k = start; k < end; k++) out += (k > start && tokens[k]!.start > tokens[k - 1]!.end ? ' ' : '') + tokens[k]!.text
  return out.slice(0, 200)
}

/** "and drops her bag": another doing begins. */
function isNextVerb(tokens: readonly Token[], k: number): boolean {
  if (tokens[k]!.low !== 'and' || !/^\p{Ll}+s$/u.test(tokens[k + 1]?.text ?? '')) return false
  return /^(?:the|a|an|his|her|its|their|him|it|them|at|to|into|up|down|on|in|off|out|over|across|toward|towards)$/.test(tokens[k + 2]?.low ?? '')
}

const bodyParts = /^(?:face|eyes?|hands?|head|back|body|feet|foot|arms?|legs?|fingers?|mouth|lips|shoulders?|hair|finger|fist|fists|knees?|chest|neck|cheeks?|jaw|brow|smile|gaze|expression|tears?|reflection|silhouette|side|lap)$/
const absent = /^(?:photo|photograph|picture|pictures|photos|painting|portrait|poster|statue|drawing|sketch|name|memory|memories|news|letter|message|text|call|voicemail|email|grave|tombstone|sign|thought|dream|story|death|loss|absence|murder|search|hunt|voice|sound|sounds|body|ghost|invitation|gift|note)$/

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
  const before = (n: number): string => tokens[k - n]?.low ?? ''
  if (/^(?:of|from|by|to|about)$/.test(before(1)) && absent.test(before(2))) return true
  if (/^(?:for|of|about)$/.test(before(1)) && /^(?:waits?|waiting|looks?|looking|search(?:es|ing)?|calls?|calling|asks?|asking|thinks?|thinking|dreams?|dreaming|talks?|talking|hears?|knows?|speaks?|reminded|worries|worried)$/.test(before(2))) return true
  if (/^(?:without|phones?|dials?|telephones?|texts?|emails?|misses|remembers|mentions?|named|called|since|unlike|calls|like)$/.test(before(1))) return true
  const next = tokens[k + 1]?.low ?? ''
  return next === 'is' && /^(?:gone|absent|missing|nowhere|not|dead)$/.test(tokens[k + 2]?.low ?? '') && /^(?:[.,;!]|here|there|to)?$/.test(tokens[k + 3]?.low ?? '')
}

function isSubject(tokens: readonly Token[], k: number): boolean {
  const { start } = groupEndingAt(tokens, k)
  const before = tokens[start - 1]
  return before === undefined || /^(?:[.,;:!?(—…"“]|--|and|but|then|as|while|when|where|suddenly|now|here|only|it's|that|until|meanwhile|so|see|find|sees|finds|watch|watches|reveals?|to)$/.test(before.low) || /(?:on|to)$/.test(before.low) && start === 2
}
