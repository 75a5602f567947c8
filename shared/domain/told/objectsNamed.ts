import { thingIn } from '../../language/reading/clauses'
import { doingVerbs } from '../../language/lexicon/verbs'
import { handlingVerbs } from '../../language/lexicon/handling'
import { withThe } from '../../language/wording/articles'
import type { ReadRecords } from '../../records/recordStore'
import { mention } from '../manifest/mentions'
import type { StoryNames } from '../manifest/storyNames'
import { onlyThingBefore } from './heldIn'
import type { ToldSentence } from './toldSentences'

/** Behind an "it" or a "him" that something is done to: nothing, or words that go on. */
const behind =
  '(?=$|[.,;:!?]|\\s+(?:the|an?|to|at|on|in|into|onto|from|with|by|off|out|up|down|over|away|back|and|sink|go|fall|burn|close|open)\\b)'
const things = new RegExp(`\\b(\\p{Ll}+)((?: (?:up|out|off|down|back|at|for))?) (it|them)${behind}`, 'u')
const people = new RegExp(`\\b(him|her)${behind}`, 'u')

/**
 * A sentence that stands alone, with the words for what its "it" or "them", and the name of whom its "him" or "her" surely means
 * (domain.md 4.5): what the sentence before was about, or what somebody has in hand.
 * @param names who and what may be named
 * @param text the sentence, or one of its deeds
 * @param told all sentences of the shot
 */
export function objectsNamed(
  store: ReadRecords,
  shotId: string,
  names: StoryNames,
  text: string,
  sentence: ToldSentence,
  told: readonly ToldSentence[],
): string {
  let out = text
  const [object] = sentence.objects
  if (sentence.objects.length === 1 && !out.includes(object!) && !sentence.names.some(({ id }) => id === object))
    out = out.replace(people, () => withThe(store.must('assets', object!).name, false, mention(object!)))
  const found = things.exec(out)
  if (!found) return out
  const [, verb, , pronoun] = found as unknown as [string, string, string, 'it' | 'them']
  if (!doingVerbs.has(verb) && !handlingVerbs.has(verb) && !/^(?:watch|watches|answers)$/.test(verb)) return out
  const words = thingMeant(store, shotId, names, sentence, told, pronoun)
  return words === null ? out : out.replace(things, (whole) => whole.slice(0, -pronoun.length) + words)
}

function thingMeant(
  store: ReadRecords,
  shotId: string,
  names: StoryNames,
  { place, read }: ToldSentence,
  told: readonly ToldSentence[],
  pronoun: 'it' | 'them',
): string | null {
  // What the sentence itself told of before.
  if (read.tokens.some(({ name }) => name !== undefined && store.get('assets', name)?.type === 'prop')) return null
  for (const before of told.filter((one) => one.place < place).toReversed()) {
    const named = before.names.filter(({ type }) => type === 'prop')
    if (named.length > 1) return null
    if (named.length === 1 && pronoun === 'it') return withThe(named[0]!.name, true, mention(named[0]!.id))
    const words = thingIn(before.read, pronoun) ?? thingIn({ ...before.read, tokens: objectTokens(before) }, pronoun)
    if (words !== null) return words
  }
  const held = pronoun === 'it' ? onlyThingBefore(store, shotId) : null
  if (held === null || (held.thing === null ? names.namesStranger(held.words) : !names.allowed(held.thing))) return null
  return held.thing === null
    ? held.words.replace(/^an?\b/i, 'the')
    : withThe(store.must('assets', held.thing).name, true, mention(held.thing))
}

/** "passes him the rings" has the rings behind whom they are passed to. */
const objectTokens = ({ read: { tokens } }: ToldSentence) =>
  tokens.filter(
    ({ low, name }, i) =>
      !(/^(?:him|her|them)$/.test(low) && /^(?:the|an?)$/.test(tokens[i + 1]?.low ?? '') && name === undefined),
  )
