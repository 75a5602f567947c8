import { partsOf, type Part } from '../../language/reading/clauses'
import type { ReadSentence } from '../../language/reading/readText'
import { isTitle } from '../../language/text/names'
import type { Token } from '../../language/text/tokens'
import { doingVerbs } from '../../language/lexicon/verbs'
import { isGroupNoun, isPersonNoun } from '../../language/lexicon/people'
import { determiners, objectOpeners } from '../../language/lexicon/smallWords'
import { isMovement } from '../../language/rules/moveAt'
import type { StoryNames } from '../manifest/storyNames'
import { isObject, isOwn, type Referents } from './whoIsMeant'

/** Behind these somebody who is not in the picture can go without the rest: "stares after her", "sits beside Cem". */
const loosePrepositions = /^(?:after|behind|past|beside|toward|towards|with|near|around|from|over)$/
const lookVerbs = /^(?:look|stare|gaze|glance|peer|glare|squint)(?:s|es)?$/
const watchVerbs = /^(?:watch|watches|see|sees)$/
const goingWords = /^(?:go|leave|walk|drive|run|disappear|depart)$/
const pronoun = /^(?:he|she|they|him|her|his|their|them|both)$/

/**
 * A sentence without the descriptions that came with names: their brackets, ages and what the look says anyway, and
 * without titles and surnames that the name does not have: "DR. MAYA OKAFOR (34, green scrubs) walks" is "MAYA walks".
 * @param described the words that describe an asset by its id
 */
export function withoutDescriptions(read: ReadSentence, described: (id: string) => string): string {
  const { tokens, text, start } = read
  const cuts: [number, number][] = []
  tokens.forEach((token, i) => {
    if (token.name === undefined || token.possessive) return
    let title = i - 1
    if (tokens[title]?.text === '.') title--
    if (
      title >= 0 &&
      tokens[title]!.name === undefined &&
      isTitle(tokens[title]!.low) &&
      /^\p{Lu}/u.test(tokens[title]!.text)
    )
      cuts.push([tokens[title]!.start, token.start])
    let next = i + 1
    if (/^[\p{Lu}'’.-]{2,}$/u.test(token.text))
      while (
        tokens[next]?.name === undefined &&
        /^\p{Lu}[\p{Lu}'’-]+$/u.test(tokens[next]?.text ?? '') &&
        !isDoingWord(tokens[next]!.low)
      )
        next++
    if (next > i + 1) cuts.push([token.end, tokens[next - 1]!.end])
    if (/^[(（]$/.test(tokens[next]?.text ?? '')) {
      const close = tokens.findIndex((t, k) => k > next && /^[)）]$/.test(t.text))
      if (close > 0 && close - next < 40) {
        cuts.push([tokens[next - 1]!.end, tokens[close]!.end])
        next = close + 1
      }
    }
    const end = appositionEnd(tokens, next, described(token.name))
    if (end === null) return
    // "Halloran, 80, paper-thin, lies": what is left of it keeps its comma; so does "her dresser, Plum, holds".
    const closes = tokens[end]?.text === ','
    const isAside = tokens[title >= 0 && cuts.at(-1)?.[1] === token.start ? title - 1 : i - 1]?.text === ','
    const keeps = closes && (isAside || !opensDoing(tokens, end + 1))
    const stop = closes && !keeps ? tokens[end]!.end : tokens[end - 1]!.end
    cuts.push([tokens[next - 1]!.end, stop])
  })
  let out = ''
  let at = start
  for (const [from, to] of cuts) {
    if (from < at) continue
    out += text.slice(at - start, from - start)
    at = to
  }
  return (out + text.slice(at - start))
    .replace(/\s+([.,;:!?])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** "is sitting", "paints her mouth" */
const opensDoing = (tokens: readonly Token[], k: number): boolean => {
  const low = tokens[k]?.low ?? ''
  if (/^(?:is|are|has|have|was|were|\p{L}+ly)$/u.test(low) || isDoingWord(low)) return true
  return /^\p{Ll}{3,}s$/u.test(tokens[k]?.text ?? '') && objectOpeners.has(tokens[k + 1]?.low ?? '')
}

const isDoingWord = (low: string): boolean => doingVerbs.has(low) || (low.endsWith('s') && isMovement(low))

/** Index behind ", 80, paper-thin" at a name, as far as it is an age or what the description tells; null when it is not. */
function appositionEnd(tokens: readonly Token[], comma: number, description: string): number | null {
  if (tokens[comma]?.text !== ',') return null
  const words = new Set(description.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [])
  let end: number | null = null
  for (let from = comma; tokens[from]?.text === ',';) {
    let to = from + 1
    while (to < tokens.length && !/^[,.;:!?—]$|^--$/.test(tokens[to]!.text)) to++
    const inside = tokens.slice(from + 1, to)
    const closed = to >= tokens.length || /^[,.;:!?—]$|^--$/.test(tokens[to]!.text)
    const content = inside.filter(({ low }) => !/^(?:an?|the|in|with|of|and|his|her|their|on|at)$/.test(low))
    const isAge =
      inside.length < 4 &&
      /^(?:\d{1,3}s?|early|mid|late|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)/.test(inside[0]?.low ?? '')
    if (!closed || content.length === 0 || !(isAge || content.every(({ low }) => words.has(low)))) break
    end = to
    from = to
  }
  return end
}

/**
 * What of a sentence may be said of a picture (domain.md 4.5): the pieces that name nobody who is not there, by name or
 * by pronoun. Null when nothing is left.
 * @param someoneMoved somebody has come or gone before it, or does in it
 */
export function tellable(read: ReadSentence, names: StoryNames, meant: Referents, someoneMoved = true): string | null {
  const parts = partsOf(read)
  const { tokens, text, start } = read
  const kept: { part: Part; text: string }[] = []
  let subject: Part | null = null
  let isGone = false
  for (const part of parts) {
    if (part.own) {
      isGone = false
      subject = part
    }
    const said = pieceOf(part, read, names, meant, someoneMoved)
    // Whoever is not there does nothing else either.
    if (said === 'subject') isGone = true
    if (isGone || said === 'absent' || said === 'subject') continue
    const orphan = !part.own && subject !== null && !kept.some(({ part: one }) => one === subject)
    if (orphan) {
      const who = subjectText(subject!, read)
      if (who === '' || !startsWithVerb(part, tokens)) continue
      kept.push({ part: subject!, text: `${who} ${said.text}` })
    } else kept.push({ part, text: said.text })
  }
  if (kept.length === 0) return null
  // "Through the windshield:" without what is seen there tells nothing.
  const tells = kept.some(({ part }) =>
    tokens
      .slice(part.from, part.to)
      .some((t) => t.name === undefined && /^\p{Ll}+(?:[^su]s|ing)$|^(?:is|are|has|have)$/u.test(t.text)),
  )
  if (kept.length < parts.length && !tells) return null
  if (
    kept.length === parts.length &&
    kept.every(({ part, text: one }) => one === text.slice(part.start - start, part.end - start))
  )
    return text
  const close = /[.!?…。！？]+["'”’)]?$/u.exec(text)?.[0] ?? ''
  const joined = kept
    .map(({ part, text: one }, i) => (i === 0 ? one : jointOf(part, read, i === kept.length - 1) + one))
    .join('')
  return joined.replace(/^(?:and|but|then|,)\s+/i, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) + close
}

/** What stood before a piece, or "and" where that went with another. */
function jointOf(part: Part, { tokens, text, start }: ReadSentence, last: boolean): string {
  const before = tokens[part.from - 1]
  let from = part.from - 1
  while (from >= 0 && /^(?:[,;:—，；、]|--|and|but|or|then)$/.test(tokens[from]!.low)) from--
  const joint = text.slice((tokens[from]?.end ?? start) - start, part.start - start)
  if (last && /^,\s*$/.test(joint) && before !== undefined && startsWithVerb(part, tokens)) return ' and '
  return joint === '' ? ' ' : joint
}

function startsWithVerb(part: Part, tokens: readonly Token[]): boolean {
  const at = /^\p{L}+ly$/u.test(tokens[part.from]!.low) ? part.from + 1 : part.from
  return /^\p{Ll}+s$/u.test(tokens[at]?.text ?? '')
}

/** The words before the verb of a piece. */
function subjectText(part: Part, { tokens, text, start }: ReadSentence): string {
  const verb = tokens.findIndex(
    (t, k) => k > part.from && k < part.to && t.name === undefined && /^\p{Ll}{3,}s$|^(?:is|are|has)$/u.test(t.text),
  )
  return verb < 0 ? '' : text.slice(part.start - start, tokens[verb - 1]!.end - start)
}

/** A piece as it may be said; `subject`: whoever does it is not there; `absent`: somebody else in it is not. */
function pieceOf(
  part: Part,
  read: ReadSentence,
  names: StoryNames,
  meant: Referents,
  someoneMoved: boolean,
): { text: string } | 'subject' | 'absent' {
  const { tokens, text, start } = read
  const { persons } = names.namedIn(tokens.slice(0, part.to))
  const before = names.namedIn(tokens.slice(0, part.from)).persons
  let doer: string[] = []
  let verbSeen = false
  for (let i = part.from; i < part.to; i++) {
    const token = tokens[i]!
    if (!verbSeen && token.name !== undefined && !token.possessive) doer.push(token.name)
    if (!verbSeen && /^(?:he|she|they)$/.test(token.low)) {
      const one = meant.meant(token.low, before)
      if (one.kind === 'absent') return 'subject'
      doer = one.kind === 'one' ? one.who.map((asset) => asset.id) : []
    }
    if (token.name === undefined && i > part.from && /^\p{Ll}{2,}s$|^(?:are|have)$/u.test(token.text)) verbSeen = true
    if (!part.own && i === part.from) verbSeen = true
    const away = token.name !== undefined && names.allowed(token.name) === undefined
    const object =
      (isObject(token, tokens[i + 1]) && !isOwn(tokens, i) && !(token.low === 'them' && isOfThings(tokens, i))) ||
      (verbSeen && /^(?:he|she|they)$/.test(token.low))
    const owner = !object && /^(?:his|her|their)$/.test(token.low)
    const lost =
      away ||
      // Whoever does it is not whom it is done to: "A nurse, Pete, jogs to catch up with her".
      (object && meant.meant(token.low, before, doer.length > 0 ? doer : before.slice(0, 1)).kind === 'absent') ||
      // "Watches her go" where nobody has gone: she went in a shot before.
      (object &&
        !someoneMoved &&
        watchVerbs.test(tokens[i - 1]?.low ?? '') &&
        goingWords.test(tokens[i + 1]?.low ?? '')) ||
      (owner && pronoun.test(token.low) && meant.meant(token.low, persons).kind === 'absent')
    if (!lost) continue
    if (!verbSeen && !(i > part.from && /^(?:of|with)$/.test(tokens[i - 1]!.low)))
      return part.own ? 'subject' : 'absent'
    const shorter = shortenedAt(part, i, tokens, text, start)
    return shorter === null ? 'absent' : { text: shorter }
  }
  return { text: text.slice(part.start - start, part.end - start) }
}

/** "Pete stares after her" of a Pete alone is "Pete stares out of frame", "Ann sits beside Cem" is "Ann sits". */
function shortenedAt(part: Part, at: number, tokens: readonly Token[], text: string, start: number): string | null {
  let prep = at - 1
  while (
    prep > part.from &&
    at - prep < 4 &&
    /^(?:the|a|an|his|her|their|\p{Ll}+)$/u.test(tokens[prep]!.text) &&
    !isPreposition(tokens[prep]!.low)
  )
    prep--
  const verb = tokens[prep - 1]?.low ?? ''
  const cut = (end: number, more = '') => text.slice(part.start - start, tokens[end]!.end - start) + more
  if (watchVerbs.test(tokens[at - 1]?.low ?? '') && at - 1 > part.from) {
    const doer = text.slice(part.start - start, tokens[at - 2]!.end - start)
    return `${doer} looks out of frame`
  }
  if (prep <= part.from || !isPreposition(tokens[prep]!.low)) return null
  // What is told behind somebody who is not there is told of them: "past Cem, who laughs".
  if (part.to - at > 4) return null
  if (lookVerbs.test(verb)) return cut(prep - 1, ' out of frame')
  if (/^at$/.test(tokens[prep]!.low) && /^\p{Ll}+s$/u.test(verb)) return cut(prep - 1)
  return loosePrepositions.test(tokens[prep]!.low) && prep - part.from > 1 ? cut(prep - 1) : null
}

const isPreposition = (low: string): boolean =>
  loosePrepositions.test(low) || /^(?:at|to|into|for|by|in|of|on)$/.test(low)

/** "Takes off his spectacles and polishes them": things were told of before it. */
function isOfThings(tokens: readonly Token[], at: number): boolean {
  const noun = tokens
    .slice(0, at)
    .findLastIndex(({ low, name }) => name === undefined && /^\p{Ll}{3,}[^s]s$/u.test(low))
  const opener = tokens.slice(Math.max(0, noun - 3), noun).some(({ low }) => determiners.has(low))
  const head = tokens[noun]?.low ?? ''
  return opener && !doingVerbs.has(head) && !isPersonNoun(head.slice(0, -1)) && !isGroupNoun(head)
}
