import { lookAdjectives, lookFeatures, wornThings } from '../../../language/lexicon/looks'
import { isGroupNoun, isPersonNoun } from '../../../language/lexicon/people'
import { drivenThings, innerRooms, places } from '../../../language/lexicon/places'
import { soundWords, stressWords, cameraWords } from '../../../language/lexicon/screenWords'
import { bodyParts } from '../../../language/lexicon/things'
import { foreignOwners, foreignPropNouns, propNouns } from '../../../language/lexicon/propNouns'
import { handlingVerbs, noNouns, noProps, propPlaces } from '../../../language/lexicon/handling'
import { personVerbs } from '../../../language/lexicon/personVerbs'
import { determiners, nounEnders } from '../../../language/lexicon/smallWords'
import { tokenize, type Token } from '../../../language/text/tokens'
import { lineBreaks, maxParagraph } from '../../../language/text/splitSentences'
import type { ScriptElement } from '../../scriptTypes'

/** A thing in small letters that somebody handles, with how much speaks for it. */
export interface HandledThing {
  key: string
  form: string
  line: number
  weight: number
}

/** What was handled once and never comes again is no story prop, but for what can hardly be anything else (`propNouns`). */
const leastWeight = 3

interface Seen {
  form: string
  line: number
  handled: number
  carried: number
}

/**
 * The things of a script that stand in small letters, by what is done with them (domain.md 11.3): taken, handed over, opened, pointed, carried; those that
 * come again with "the" weigh more. People, parts of the body, sounds, rooms and what is built in are none. The weightiest first.
 */
export function findHandledThings(actions: readonly ScriptElement[], names: readonly string[]): HandledThing[] {
  const known = new Set(names.map((n) => n.toLowerCase()))
  const seen = new Map<string, Seen>()
  /** Words to the number of paragraphs that hold them. */
  const words = new Map<string, number>()
  for (const action of actions) {
    const whole = action.text.slice(0, maxParagraph)
    // Sitcoms tell what is done in capitals.
    const text = /\p{Ll}/u.test(whole) ? whole : whole.toLowerCase()
    const tokens = tokenize(text)
    const here = new Set(tokens.map(({ low }) => singular(low)))
    /** What was done with the thing before, and where its phrase ended: "takes the axe and a torch". */
    let before: { how: ReturnType<typeof handling>; end: number } = { how: null, end: -1 }
    tokens.forEach((token, k) => {
      const phrase = nounPhrase(tokens, k) ?? barePlural(tokens, k) ?? bareProp(tokens, k) ?? foreignProp(tokens, k)
      if (!phrase) return
      const { head, at } = phrase
      const noun = singular(head)
      const joined = before.end >= 0 && k - before.end <= 1 && /^(?:and|,|&)$/.test(tokens[before.end]?.low ?? '')
      const how = phrase.how ?? handling(tokens, k, at) ?? (joined ? before.how : null) ?? boarded(tokens, k, head)
      // Who is told with a beard or a hat looks so.
      const look = how === 'carried' && (lookFeatures.has(noun) || wornThings.has(noun))
      before = { how, end: at }
      if (!isThing(noun, head) || known.has(noun)) return
      const own = seen.get(noun)
      if (own) {
        if (how === 'handled') own.handled++
        else if (how === 'carried' && !look) own.carried++
      } else {
        seen.set(noun, {
          form: head,
          line: action.line + lineBreaks(text, token.start),
          handled: how === 'handled' ? 1 : 0,
          carried: how === 'carried' && !look ? 1 : 0,
        })
      }
    })
    for (const word of here) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return [...seen]
    .map(([noun, { form, line, handled, carried }]) => ({
      key: noun.toUpperCase(),
      form,
      line,
      weight: weightOf(noun, handled, carried, words.get(noun) ?? 1),
    }))
    .filter(({ weight }) => weight >= leastWeight)
    .sort((a, b) => b.weight - a.weight || a.line - b.line)
}

/** How much speaks for a thing that was handled or carried so often, and told of in so many paragraphs. */
function weightOf(noun: string, handled: number, carried: number, paragraphs: number): number {
  // What is put on or taken off is dress.
  const known = (propNouns.has(noun) && !wornThings.has(noun)) || foreignPropNouns.has(noun)
  // What keeps coming back is of the story though nobody is seen to touch it.
  if (handled + carried === 0) return known && paragraphs > 2 ? leastWeight : 0
  return (handled + carried) * 2 + Math.min(paragraphs - 1, 3) + (known && handled > 0 ? 1 : 0)
}

interface Phrase {
  head: string
  at: number
  how?: 'handled' | 'carried'
}

/** ", rifle levelled", ", phone at her ear", "pistols raised": what somebody has with him, without an article. */
function bareProp(tokens: readonly Token[], k: number): Phrase | null {
  const { low, text } = tokens[k]!
  if (!/^\p{Ll}/u.test(text) || !propNouns.has(singular(low)) || !/^(?:,|and|with)$/.test(tokens[k - 1]?.low ?? ''))
    return null
  return /^(?:in|at|to|on|over|under|raised|levelled|leveled|drawn|ready|aimed|lowered|held|clutched|between|against)$/.test(
    tokens[k + 1]?.low ?? '',
  )
    ? { head: low, at: k + 1, how: 'handled' }
    : null
}

/** "mit einem Koffer", "una busta": known things behind an article of another language. */
function foreignProp(tokens: readonly Token[], k: number): Phrase | null {
  const noun = tokens[k + 1]
  return noun && foreignOwners.has(tokens[k]!.low) && foreignPropNouns.has(noun.low)
    ? { head: noun.low, at: k + 2, how: 'handled' }
    : null
}

/** The noun phrase whose determiner stands at `k`: "a steel briefcase" ends with its noun. */
function nounPhrase(tokens: readonly Token[], k: number): Phrase | null {
  if (!/^(?:the|a|an|his|her|their|its|another|two|three|one)$/.test(tokens[k]!.low)) return null
  let end = k + 1
  while (end < tokens.length && end - k < 6 && /^\p{Ll}[\p{Ll}-]*$/u.test(tokens[end]!.text)) {
    const { low } = tokens[end]!
    if (nounEnders.has(low) || stopWords.test(low) || low.endsWith('ly')) break
    // "grabs the radio looking tired", "the letter reads": what comes behind the noun.
    if (
      end > k + 1 &&
      (low.endsWith('ing') ||
        (/[^su]s$/.test(low) &&
          (handlingVerbs.has(low) ||
            personVerbs.has(low) ||
            /^(?:past|back|him|her|them|it|away|off|out|up|down)$/.test(tokens[end + 1]?.low ?? ''))))
    )
      break
    end++
  }
  // "slams the laptop shut"
  if (end > k + 2 && /^(?:shut|open|aside|apart|again|high|ready|aloft|behind)$/.test(tokens[end - 1]!.low)) end--
  const head = tokens[end - 1]
  return end > k + 1 && head ? { head: head.low, at: end } : null
}

/** "lights candles" */
function barePlural(tokens: readonly Token[], k: number): Phrase | null {
  const { low, text } = tokens[k]!
  if (!/^\p{Ll}{3,}s$/u.test(text) || /(?:ss|us|is)$/.test(low) || personVerbs.has(low) || handlingVerbs.has(low))
    return null
  const before = tokens[k - 1]?.low ?? ''
  if (propNouns.has(singular(low)) && isDoing(tokens[k - 1])) return { head: low, at: k + 1, how: 'handled' }
  // "His hand moves"
  const isNoun = determiners.has(tokens[k - 2]?.low ?? '')
  return handlingVerbs.has(before) && !isNoun && low !== 'hands' ? { head: low, at: k + 1 } : null
}

/** "climbs into the van" */
const boarded = (tokens: readonly Token[], k: number, head: string): 'carried' | null =>
  propPlaces.has(head) && /^(?:into|in|behind|aboard|onto)$/.test(tokens[k - 1]?.low ?? '') ? 'carried' : null

/** "winds", "slams": a word that may be what somebody does. */
const isDoing = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Ll}{3,}[^s\W]s$/u.test(token.text) && !notDoing.test(token.low)
const isHeld = (noun: string): boolean => propNouns.has(singular(noun)) && !drivenThings.has(singular(noun))

/** End in -s and are no verbs. */
const notDoing =
  /^(?:his|hers|its|this|always|perhaps|towards|besides|afterwards|across|others|whereas|upstairs|downstairs|indoors|outdoors|sees|hears|is|was|has|does|sometimes|wears|hangs|lies|stands|sits|rests)$/

const stopWords =
  /^(?:is|are|was|were|has|have|had|that|which|who|he|she|it|they|not|no|so|too|very|off|out|up|down|back|away|over|under|across|against|along|around|between|toward|towards|beside|near|inside|outside|onto|upon|like|than|if|when|where|or|but)$/

function singular(noun: string): string {
  if (/(?:ss|us|is)$/.test(noun) || noun.length < 4 || propNouns.has(noun)) return noun
  if (/(?:lea|loa|kni|shel|hal|cal)ves$/.test(noun))
    return `${noun.slice(0, -3)}${noun.endsWith('knives') ? 'fe' : 'f'}`
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss)es$/.test(noun)) return noun.slice(0, -2)
  return noun.endsWith('s') ? noun.slice(0, -1) : noun
}

function isThing(noun: string, head: string): boolean {
  return !(
    noun.length < 3 ||
    noNouns.has(noun) ||
    noNouns.has(head) ||
    (lookAdjectives.has(noun) && !propNouns.has(noun)) ||
    noProps.has(noun) ||
    noProps.has(head) ||
    bodyParts.has(head) ||
    bodyParts.has(noun) ||
    isPersonNoun(noun) ||
    isGroupNoun(head) ||
    soundWords.has(head) ||
    stressWords.has(noun) ||
    cameraWords.has(noun) ||
    ((places.has(noun) || innerRooms.has(noun)) && !propPlaces.has(noun)) ||
    /(?:ness|tion|sion|ment|ship|hood|ence|ance|ism|ity)$/.test(noun) ||
    /(?:ing|ed)$/.test(noun)
  )
}

/** What is done with the thing whose phrase begins at `k`: "picks up the gun", "with a lantern", "a gun in his hand". */
function handling(tokens: readonly Token[], k: number, end: number): 'handled' | 'carried' | null {
  // "picks up", "hands Otto", "slides the key into": the verb at most four words before.
  for (let i = k - 1; i >= Math.max(0, k - 4); i--) {
    const { low, text } = tokens[i]!
    // "Above the desk hangs a bell", but "Otto hangs a picture".
    if (/^(?:lies|lie|stands|hangs|sits|rests)$/.test(low) && i === k - 1 && tokens[k]!.low !== 'the')
      return handlingVerbs.has(low) && /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') ? 'handled' : 'carried'
    if (handlingVerbs.has(low)) return 'handled'
    // Whatever is done to what is made for hands: "winds a clock", "slams the laptop shut".
    if (
      (i === k - 1 || (i === k - 2 && /^(?:up|shut|open)$/.test(tokens[k - 1]!.low))) &&
      isDoing(tokens[i]) &&
      isHeld(tokens[end - 1]!.low)
    )
      return 'handled'
    if (/^(?:with|carrying|holding|clutching|wielding)$/.test(low) && i >= k - 1) return 'carried'
    if (
      !/^(?:up|out|down|off|over|back|in|of|on|away|him|her|them|it|and|open|shut)$/.test(low) &&
      !/^\p{Lu}/u.test(text)
    )
      break
  }
  const after = tokens.slice(end, end + 4).map((t) => t.low)
  if (
    /^(?:in|under|over|between|on|around|across|against)$/.test(after[0] ?? '') &&
    /^(?:his|her|their|its)$/.test(after[1] ?? '') &&
    bodyParts.has(after[2] ?? '')
  )
    return 'carried'
  return after[0] === 'to' && /^(?:his|her|their)$/.test(after[1] ?? '') && bodyParts.has(after[2] ?? '')
    ? 'carried'
    : null
}
