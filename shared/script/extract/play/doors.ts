import { doingVerbs, goingVerbs } from '../../../language/lexicon/verbs'
import type { Sighting } from '../../../language/reading/sightings'
import type { BeatSentence, ReadBeat } from './readBeats'

/** A door that opens by itself, as the words tell it, or its bell. */
export const doorOpens =
  /\b(?:opens?|ouvre|öffnet|abre|apre)(?: (?:up|the door|la porte|die Tür|la puerta|la porta))?\s*:|^[^.]{0,40}\b(?:doors?|hatch|gates?|lift|elevator|curtains?|glass|window|flap|batwings|trapdoor|bell)\b[^.:]{0,25}\b(?:opens?|bursts?|fl(?:y|ies)|swings?|slides?|parts?|creaks?|bangs?|jingles?|tinkles?|dings?|chimes?|rings?)\b(?: (?:open|apart|wide|back|inwards?))?/i

/** "The door flies open: the LANDLADY, broom in hand.", "The bell jingles. DANIEL, suitcase.": who was not there and does nothing else. */
export function comesByDoor({ at }: Sighting, sentence: BeatSentence, { beat, sentences }: ReadBeat): boolean {
  if (beat.kind !== 'action') return false
  const within = doorOpens.exec(sentence.text)
  // "A shape drops through the hatch: CHIEF MBEKI".
  const colon = sentence.tokens.findIndex(({ text }) => text === ':')
  const before = sentence.tokens.slice(0, Math.max(0, colon))
  if (before.some(({ low }) => goingVerbs.has(low)) && before.every(({ name }) => name === undefined))
    return at > sentence.tokens[colon]!.start
  if (within) return at - sentence.start > within.index + within[0].length - 1
  const last = sentences[sentences.indexOf(sentence) - 1]
  if (!last || !doorOpens.test(last.text)) return false
  const k = sentence.tokens.findIndex((t) => t.start === at)
  // "CONSTABLE RAY (30s, ruddy) fills the doorway"
  const close =
    sentence.tokens[k + 1]?.text === '(' ? sentence.tokens.findIndex(({ text }, i) => i > k && text === ')') : k
  const next = sentence.tokens[Math.max(k, close) + 1]
  if (next === undefined || /^[.,:—!]$|^--$/.test(next.text))
    return !sentence.tokens.some(({ low }, i) => i > k && (doingVerbs.has(low) || low === 'is'))
  return /^(?:stands?|fills?|appears?)$/.test(next.low)
}
