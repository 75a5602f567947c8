import type { AliasProposalFound, FoundAsset } from '../../scriptTypes'
import { keyName } from './cast'
import { isTitle, nameWords } from '../../../language/text/names'
import { nicknamesOf } from '../../../language/lexicon/nicknames'
import { sexOfFirstName } from '../../../language/lexicon/firstNames'
import { wordSet } from '../../../language/lexicon/wordSet'
import {
  ageWords,
  anybodyNouns,
  apartWords,
  genderedTitles,
  isGroupNoun,
  sexOfWord,
} from '../../../language/lexicon/people'

/** The lines at hand to prove a proposal. */
export interface ScriptLines {
  lines: readonly string[]
}

/** Do both names speak by turns in one scene? Then they are two persons. */
export type SpeakTogether = (a: FoundAsset, b: FoundAsset) => boolean

/**
 * Proposals to join two names of one character; nothing is joined here (domain.md 11): without titles the words of
 * one name are a part of exactly one other name. Names that differ by a title only count as one: WATSON and DR.
 * WATSON both go into JOHN WATSON. Digits, titles that tell man from woman and YOUNG/OLD block it. A usual short form
 * ("Bob" for "Robert") is proposed with a reason of its own. Names that speak by turns in one scene are two persons.
 */
export function proposeAliases(
  assets: readonly FoundAsset[],
  script: ScriptLines,
  speakTogether: SpeakTogether = () => false,
): AliasProposalFound[] {
  const byKey = new Map(assets.map((a) => [a.key, a]))
  const names: Name[] = assets
    .filter((a) => a.type === 'character')
    .map((asset) => ({ asset, words: nameWords(keyName(asset)), core: coreWords(keyName(asset)) }))
  const byWord = new Map<string, Name[]>()
  for (const name of names) {
    for (const word of new Set(name.core)) {
      const list = byWord.get(word)
      if (list) list.push(name)
      else byWord.set(word, [name])
    }
  }
  const proposals: AliasProposalFound[] = []
  for (const name of names) {
    // FIRST OFFICER is no FIRST TROOPER.
    if (name.core.every((w) => apartWords.has(w))) continue
    const rarest = name.core.map((w) => byWord.get(w)!).reduce((a, b) => (b.length < a.length ? b : a))
    // A word of so many names tells nothing.
    if (rarest.length > 200) continue
    const holder = theOneHolder(
      name,
      withoutAges(
        name,
        rarest.filter((o) => o !== name && isPart(name, o)),
      ),
    )
    const apart =
      holder !== null && !(isMister(name, holder) && isAlone(name, holder, byWord)) && blocked(name.words, holder.words)
    if (!holder || apart || isMereRole(name.core) || isMiddle(name.core, holder.core)) continue
    if (speakTogether(name.asset, holder.asset)) continue
    const from = name.asset
    proposals.push({
      intoKey: holder.asset.key,
      fromKey: from.key,
      as: 'alias',
      reason: `“${from.name}” is part of “${holder.asset.name}”, and of no other name in the script.`,
      evidence: evidence(script, holder.asset.firstLine),
    })
  }
  const safe = proposals.filter(
    (p) =>
      !proposals.some(
        (o) => o !== p && o.intoKey === p.intoKey && speakTogether(byKey.get(o.fromKey)!, byKey.get(p.fromKey)!),
      ),
  )
  return [...safe, ...proposeNicknames(names, safe, script, speakTogether)]
}

/**
 * The one name that holds a name's words and more; else, of names that differ by a title only ("Quill", "Professor
 * Quill"), the longest.
 */
function theOneHolder(name: Name, holders: readonly Name[]): Name | null {
  const variants = holders.filter(
    (o) =>
      o.core.length === name.core.length &&
      (!blocked(o.words, name.words) || (holders.length === 1 && isMister(o, name))),
  )
  const longer = holders.filter((o) => !variants.includes(o))
  if (longer.length === 0) {
    const full = variants.reduce((a, b) => (b.words.length > a.words.length ? b : a), name)
    return full === name ? null : full
  }
  return longer.length === 1 ? longer[0]! : null
}

function isPart(part: Name, whole: Name): boolean {
  return part.core.every((w) => whole.core.includes(w))
}

/** HALLORAN beside MR. HALLORAN; MRS. HALLORAN may be his wife. */
function isMister(a: Name, b: Name): boolean {
  const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a]
  return long.words[0] === 'MR' && long.words.slice(1).join(' ') === short.words.join(' ')
}

/** Nobody else is called by their words. */
const isAlone = (a: Name, b: Name, byWord: ReadonlyMap<string, readonly Name[]>): boolean =>
  a.core.every((word) => byWord.get(word)!.every((one) => one === a || one === b))

/** A middle name alone is somebody else's. */
function isMiddle(core: readonly string[], holder: readonly string[]): boolean {
  const of = holder.indexOf('OF')
  const name = of > 0 ? holder.slice(0, of) : holder
  return core.length === 1 && name[0] !== core[0] && name.at(-1) !== core[0]
}

/** A title stands first: HEAVYSET NURSE is no HEAVYSET MAN. */
function coreWords(key: string): string[] {
  const words = nameWords(key)
  return words.filter((w, i) => !isTitle(w) || (i > 0 && i === words.length - 1))
}

/**
 * Words that tell two persons of one name apart: numbers, YOUNG/OLD, MR/MRS, the letter of GUARD B (but no initial,
 * as in "Terry O. Pell").
 */
function blocked(a: readonly string[], b: readonly string[]): boolean {
  const marks = (words: readonly string[]): string =>
    words.filter((w, i) => /\d/.test(w) || apartWords.has(w) || (w.length === 1 && i === words.length - 1)).join(' ')
  const titles = (words: readonly string[]) => words.filter((w) => genderedTitles.has(w))
  const [x, y] = [titles(a), titles(b)]
  if (marks(a) !== marks(b)) return true
  if (x.join(' ') === y.join(' ')) return false
  return x.length + y.length > 1 || !(x.length > 0 ? mayBear(a, x[0]!, b) : mayBear(b, y[0]!, a))
}

/**
 * May somebody with a title that tells man from woman be the one of a name without? UNCLE JOHN is JOHN LINDEN, MISS WATKIN HENRIETTA WATKIN, SIR HENRY
 * CURTIS CURTIS; MRS. JOE GARGERY is not JOE GARGERY, and MRS. WELLAND may be the mother of MAY WELLAND.
 */
function mayBear(titled: readonly string[], title: string, bare: readonly string[]): boolean {
  const sex = sexOfWord(title)
  const [core, other] = [coreOf(titled), coreOf(bare)]
  const named = sexOfFirstName(core[0] ?? '') ?? sexOfFirstName(other[0] ?? '')
  if (named !== null && named !== sex) return false
  // The first name of one is in both.
  if (sexOfFirstName(other[0] ?? '') === sex && core.includes(other[0]!)) return true
  if (other.length === 1) return core.length > 1 && core.at(-1) === other[0] && sex === 'he' && title !== 'MR'
  return core.length === 1 && core[0] === other.at(-1) && named === sex && ownTitles.has(title)
}

/** Of the titles those that a son or daughter bears as well as anybody. */
const ownTitles = wordSet('mr miss sir mister')

const coreOf = (words: readonly string[]): string[] => words.filter((w) => !isTitle(w))

/**
 * YOUNG OTTO is a look of OTTO, if anything, and no second holder beside OTTO KELLER. OLD WOLFE beside HUGH WOLFE may be the father: there a family name
 * stays doubtful.
 */
function withoutAges(name: Name, holders: readonly Name[]): readonly Name[] {
  const own = holders.filter((o) => ageOf(o.words) === ageOf(name.words))
  return own.length === 1 && own[0]!.core[0] === name.core[0] ? own : holders
}

/** The word that tells an age: YOUNG, OLD; those of two ages are two looks. */
const ageOf = (words: readonly string[]): string => words.find((w) => ageWords.has(w)) ?? ''

/**
 * YOUNG OTTO beside OTTO: offered as a look, since many films tell one life at two ages. Only where exactly one character has the rest of the name.
 */
export function proposeAges(assets: readonly FoundAsset[], script: ScriptLines): AliasProposalFound[] {
  const byName = new Map(assets.filter((a) => a.type === 'character').map((a) => [nameWords(keyName(a)).join(' '), a]))
  return [...byName].flatMap(([name, from]) => {
    const words = name.split(' ')
    const bare = words.filter((w) => !ageWords.has(w))
    const into = byName.get(bare.join(' '))
    if (bare.length === 0 || bare.length === words.length || !into || isMereRole(bare)) return []
    return [
      {
        intoKey: into.key,
        fromKey: from.key,
        as: 'look' as const,
        reason: `“${from.name}” may be “${into.name}” at another age. Merge as a look if it is one person.`,
        evidence: evidence(script, from.firstLine),
      },
    ]
  })
}

/** "MAN" may be any man. */
function isMereRole(core: readonly string[]): boolean {
  return core.length === 1 && (anybodyNouns.has(core[0]!) || isGroupNoun(core[0]!))
}

interface Name {
  asset: FoundAsset
  words: string[]
  core: string[]
}

function proposeNicknames(
  names: readonly Name[],
  known: readonly AliasProposalFound[],
  script: ScriptLines,
  speakTogether: SpeakTogether,
): AliasProposalFound[] {
  const byName = new Map<string, Name[]>()
  const put = (key: string, name: Name): void => {
    const list = byName.get(key)
    if (list) list.push(name)
    else byName.set(key, [name])
  }
  for (const name of names) {
    put(name.core.join(' '), name)
    if (name.core.length > 1) put(name.core[0]!, name)
  }
  const proposals: AliasProposalFound[] = []
  for (const name of names) {
    const [first, ...family] = name.core
    if (first === undefined) continue
    const full = nicknamesOf(first).flatMap((f) => byName.get([f, ...family].join(' ')) ?? [])
    const holder = full[0]
    if (
      full.length !== 1 ||
      !holder ||
      holder === name ||
      blocked(name.words, holder.words) ||
      speakTogether(name.asset, holder.asset)
    )
      continue
    if (
      known.some(
        (p) => p.fromKey === name.asset.key || (p.fromKey === holder.asset.key && p.intoKey === name.asset.key),
      )
    )
      continue
    proposals.push({
      intoKey: holder.asset.key,
      fromKey: name.asset.key,
      as: 'alias',
      reason: `“${name.asset.name}” is a usual short form of “${holder.asset.name}”. Merge them only if they are the same person.`,
      evidence: evidence(script, holder.asset.firstLine),
    })
  }
  return proposals
}

function evidence({ lines }: ScriptLines, line: number): { line: number; text: string } | null {
  const text = lines[line - 1]?.trim() ?? ''
  return text === '' ? null : { line, text: text.slice(0, 300) }
}
