import { foreignOpeners, lookAdjectives, lookFeatures, massFeatures, wornThings } from '../../language/lexicon/looks'
import { sexOfWord, soundsLikePerson } from '../../language/lexicon/people'
import { counts, relativeWords } from '../../language/lexicon/smallWords'
import { doingVerbs, humanVerbs, verbsOf } from '../../language/lexicon/verbs'
import { wordList } from '../../language/lexicon/wordList'
import { isDense } from '../../language/text/tokens'
import type { AssetType } from '../../model/asset'

/** Words a trait may have: an anchor has eight with its "the" (domain.md 4.3). */
export const maxTraitWords = 7
/** Nobody describes what an asset is recognised by any later. */
const readLength = 600
/** A trait that is written without spaces has no more letters. */
const maxLetters = 14

const joiners = new Set(
  wordList(`
  with in wearing and of who that a an the on at by to from his her their its for or very is has holding
  carrying over under around behind between across against
`),
)
const isJoiner = (word: string | undefined): boolean => word !== undefined && joiners.has(word.toLowerCase())

/** What a phrase without a noun of its own may begin with: "in a red coat", "with a scar". */
const adjunct = /^(in|with|without|wearing|from|about|around|on|at|by|holding|carrying|dressed)\b/i
const decades = 'twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties'
const numberWords = decades.replaceAll('ies', 'y').replace('fourty', 'forty')
const age = new RegExp(
  `^(?:aged?\\s+)?(?:in (?:his|her|their)\\s+)?(?:about\\s+)?((?:early|mid|late)[- ]?)?(\\d{1,3}(?:['’]?s)?|${decades}|${numberWords})(?:[- ]years?[- ]old)?$`,
  'i',
)

/** What a description says somebody is recognised by, taken apart. */
interface Parts {
  /** A noun phrase of its own: "red-haired woman in blue dress". */
  noun: string
  /** "man", "girl": said as a word of its own, it goes with age and clothes. */
  sex: string
  age: string
  adjectives: string[]
  /** "in a red coat", "with a scar" */
  adjuncts: string[]
}

/**
 * The trait an asset is recognised by (domain.md 4.3): a phrase that has a noun, whatever form the description has
 * ("30, wet to the knee", "80", "tall, red coat", a sentence, another language). Empty when the description gives
 * none that could be pointed at.
 * @param limit words it may have
 */
export function traitPhrase(
  description: string,
  name = '',
  limit = maxTraitWords,
  type: AssetType = 'character',
): string {
  const text = description.slice(0, readLength).replace(/\s+/g, ' ').trim()
  const clauses = text
    .split(/[,;.:!?()（），。；：！？、/]|\s[-–—]\s|^[-–—]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && clause.toLowerCase() !== name.toLowerCase())
  if (isDense(text)) return clauses.map(denseTrait).find((trait) => trait !== '') ?? ''
  const phrase = type === 'character' ? personTrait(clauses, text, limit) : thingTrait(clauses, type, limit)
  // A description starts with a capital only because it starts; a name inside keeps its capitals.
  return /^[A-Z][a-z]/.test(phrase) && !/^[A-Z][a-z]+ [A-Z]/.test(phrase)
    ? phrase[0]!.toLowerCase() + phrase.slice(1)
    : phrase
}

/** 一个红头发的年轻女人: without its counter, and none that is as long as a sentence. */
function denseTrait(clause: string): string {
  const bare = clause.replace(/^[一这那](?:个|位|名|只|条|間|间|座|张)/u, '').trim()
  return [...bare].length <= maxLetters && isDense(bare) ? bare : ''
}

function personTrait(clauses: readonly string[], whole: string, limit: number): string {
  const parts: Parts = { noun: '', sex: '', age: '', adjectives: [], adjuncts: [] }
  for (const clause of clauses) sortClause(clause, parts)
  if (parts.noun) return shortened(parts.noun.split(' '), limit).join(' ')
  const person =
    parts.sex || (/\b(?:he|his|him)\b/i.test(whole) ? 'man' : /\b(?:she|her)\b/i.test(whole) ? 'woman' : 'person')
  // "30-year-old" is a noun by itself; "in their sixties" needs one.
  const noun = /^\d/.test(parts.age) ? [parts.age, parts.sex].filter(Boolean).join(' ') : person
  const decade = parts.age !== '' && noun === person ? [parts.age] : []
  const lead = parts.adjectives.filter((one) => !one.includes(' ')).slice(0, 2)
  const tail = [...parts.adjuncts, ...decade, ...parts.adjectives.filter((one) => one.includes(' '))]
  if (noun === person && lead.length === 0 && tail.length === 0) return parts.sex
  for (const phrase of candidates(lead, noun, tail)) {
    const words = phrase.split(' ')
    if (words.length <= limit) return shortened(words, limit).join(' ')
  }
  return noun === person ? parts.sex : noun
}

/** From the fullest to the barest. */
const candidates = (lead: readonly string[], noun: string, tail: readonly string[]): string[] =>
  [
    [...lead, noun, ...tail.slice(0, 1)],
    [...lead.slice(0, 1), noun, ...tail.slice(0, 1)],
    lead.length > 0 ? [...lead, noun] : [],
    ...tail.map((one) => [noun, one]),
    ...tail.flatMap((one) => [
      [...lead.slice(0, 1), noun, bareOf(one)],
      [noun, bareOf(one)],
    ]),
    lead.length > 0 ? [lead[0]!, noun] : [],
  ]
    .filter((words) => words.length > 0)
    .map((words) => words.join(' '))

/** "in a denim jacket over the uniform": in a denim jacket. */
function bareOf(adjunct: string): string {
  const words = adjunct.split(' ')
  const end = words.findIndex((word, i) => i > 2 && isJoiner(word))
  return end < 0 ? adjunct : words.slice(0, end).join(' ')
}

/** Puts a clause of a description where it belongs; one that tells nothing to be seen goes nowhere. */
function sortClause(clause: string, parts: Parts): void {
  const told = /^(?:he|she|it|they)(?:'s|\s+(is|are|has|have|wears|wear))\s+/i.exec(clause)
  const verb = told?.[1]?.toLowerCase() ?? ''
  const rest = (told ? clause.slice(told[0].length) : clause).replace(/\s+and\s+(?:is|has|wears)\b.*$/i, '')
  if (/^(?:has|have)$/.test(verb)) return void parts.adjuncts.push(`with ${rest}`)
  if (/^wears?$/.test(verb)) return void parts.adjuncts.push(`in ${rest}`)
  const years = age.exec(rest)
  if (years) return void (parts.age ||= ageWords(years))
  if (/^no\s/i.test(rest)) return void parts.adjuncts.push(`without ${rest.slice(3)}`)
  if (adjunct.test(rest)) return void parts.adjuncts.push(rest.replace(/^dressed /i, ''))
  const article = /^(an?|the|one|this|our|his|her|their|my)\s+/i.exec(rest)
  const bare = rest
    .slice(article?.[0].length ?? 0)
    .replace(/^\p{Lu}[\p{L}\s]{0,60}?(?:['’]s|s['’])\s+(?=\p{L})/u, '')
    .replace(/^(?:very|rather|quite|a bit)\s+/i, '')
  const words = bare.split(' ')
  const head = headOf(words)
  if (/^(?:man|woman|boy|girl)$/i.test(bare)) return void (parts.sex ||= bare.toLowerCase())
  if (isPersonHead(head)) {
    // "The runner" alone would be drawn running.
    if (words.length > 1 || !isMover(head)) parts.noun ||= bare
    return
  }
  if (words.length > 1 && (isVerb(words[0]!) || isDoneTo(words))) return
  // "all cashmere"
  if (/^all$/i.test(words[0]!) && words.length === 2)
    return void parts.adjuncts.push(`all in ${words[1]!.toLowerCase()}`)
  if (isAdjective(head)) return void parts.adjectives.push(bare)
  if (lookFeatures.has(head)) return void parts.adjuncts.push(`with ${withArticle(bare, head, article?.[1])}`)
  // "one shoe": a single one of what is worn in pairs.
  if (wornThings.has(head) || wornThings.has(`${head}s`))
    return void parts.adjuncts.push(`in ${withArticle(bare, head, article?.[1])}`)
  // "pins in her mouth": somebody has them, and is none.
  if (/\s(?:in|on|behind|between|under|over|around|across|against)\s(?:his|her|their)\s/i.test(bare))
    return void parts.adjuncts.push(`with ${withArticle(bare, head, article?.[1])}`)
  // A noun nobody listed: an article or an adjective before it tells that it is one.
  const marked = article !== null || words.length > 1
  if (marked && !foreignOpeners.has(words[0]!) && !words.some((word) => relativeWords.has(word) && word === head))
    parts.noun ||= bare
}

/** The last word before the first joiner: the noun or adjective of a phrase. */
function headOf(words: readonly string[]): string {
  // "locs tied back": the noun stands before the participle.
  const ends = (word: string, i: number) => isJoiner(word) || (word.endsWith('ed') && lookFeatures.has(words[i - 1]!))
  const end = words.findIndex((word, i) => i > 0 && ends(word, i))
  return words[(end < 0 ? words.length : end) - 1]!.toLowerCase()
}

const isPersonHead = (head: string): boolean =>
  soundsLikePerson(head) && (!lookFeatures.has(head) || sexOfWord(head) !== null)

function isMover(noun: string): boolean {
  const stem = noun.replace(/ers?$/, '')
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((verb) => verbsOf('GO').includes(verb))
}

const isVerb = (word: string): boolean =>
  doingVerbs.has(word) || humanVerbs.has(word) || /^(?:lives|loves|hates|likes|never|always|been|was|were)$/i.test(word)

/** "washes the family car" is no look, whatever verb it is. */
const isDoneTo = ([verb, object]: readonly string[]): boolean =>
  /^\p{Ll}{2,}[^s\W]s$/u.test(verb!) && /^(?:an?|the|his|her|their|its|it|him|them)$/i.test(object!)

const isAdjective = (head: string): boolean =>
  lookAdjectives.has(head) ||
  /(?:[^e]ed|-\p{L}+(?:ed|en|thin|eyed))$/u.test(head) ||
  /^\p{L}+-(?:thin|faced)$/u.test(head)

function withArticle(phrase: string, head: string, article: string | undefined): string {
  if (/^(?:same|other|usual|only)\b/i.test(phrase)) return `the ${phrase}`
  if (article && /^an?$/i.test(article)) return `${article.toLowerCase()} ${phrase}`
  const plural = /[^s]s$/.test(head)
  const colour = wornThings.has(head) && lookAdjectives.has(head)
  if (plural || colour || massFeatures.has(head) || phrase.split(' ')[0]!.toLowerCase() in counts) return phrase
  return `${/^[aeiou]/i.test(phrase) ? 'an' : 'a'} ${phrase}`
}

/** "30-year-old", "in their late 60s" */
function ageWords([, part = '', number]: RegExpExecArray): string {
  const years = number!.toLowerCase().replace(/['’]/g, '')
  if (/^\d+$/.test(years) && !part) return `${years}-year-old`
  const decade = /^(?:\d|.*ies$)/.test(years) ? years : `${years.replace(/y$/, 'ies')}`
  return `in their ${[part.replace(/[- ]$/, ''), decade].filter(Boolean).join('-').toLowerCase()}`
}

/** Of a thing or place: its first clause that is a noun phrase. */
function thingTrait(clauses: readonly string[], type: AssetType, limit: number): string {
  for (const clause of clauses) {
    const told = /^it(?:'s|\s+(is|has))\s+/i.exec(clause)
    const rest = told ? clause.slice(told[0].length) : clause
    const bare = rest.replace(/^(an?|the|one|this|our|his|her|their)\s+/i, '')
    const words = bare.split(' ')
    if (told?.[1] === 'has' && !/^(?:an?|\d)/i.test(rest)) continue
    if (isVerb(words[0]!)) continue
    if (told?.[1] === 'has') return shortened([type, 'with', ...rest.split(' ')], limit).join(' ')
    if (adjunct.test(bare)) return shortened([type, ...words], limit).join(' ')
    if (/^\d+$/.test(bare)) continue
    const full = isAdjective(headOf(words)) && words.length === 1 ? [...words, type] : words
    return shortened(full, limit).join(' ')
  }
  return ''
}

/** Cuts where a phrase ends ("red-haired woman" of "red-haired woman in blue dress"), or else keeps the last words before the first joiner: the noun is among them. */
function shortened(words: readonly string[], limit: number): readonly string[] {
  if (words.length <= limit) return words.slice(0, words.findLastIndex((w) => !isJoiner(w)) + 1)
  for (let end = limit; end > 0; end--)
    if (isJoiner(words[end]) && !isJoiner(words[end - 1])) return withoutParticiple(words.slice(0, end))
  const first = words.findIndex((w, i) => i > 0 && isJoiner(w))
  return words
    .slice(0, first < 0 ? words.length : first)
    .slice(-limit)
    .filter((w) => !isJoiner(w))
}

/** "lawn flooded", cut off from "with light", is just the lawn. */
const withoutParticiple = (words: readonly string[]) =>
  words.length > 2 && /^\p{L}{3,}ed$/u.test(words.at(-1)!) && !/-/.test(words.at(-1)!) ? words.slice(0, -1) : words
