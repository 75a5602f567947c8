import type { NameIndex } from '../text/nameIndex'
import { readableSentences } from '../text/splitSentences'
import type { Token } from '../text/tokens'
import { readFates, type Fates } from './fates'
import { readMoves, type Move } from './moves'
import { readRides, type Ride } from './rides'
import { readSightings, type Sighting } from './sightings'

/** A sentence, read: its words with the names in them, who comes and goes, who is seen, who stays or dies. */
export interface ReadSentence extends Fates {
  readonly text: string
  /** Offsets in the text it stands in; those of tokens and moves too. */
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
  readonly moves: readonly Move[]
  readonly sightings: readonly Sighting[]
  readonly rides: readonly Ride[]
}

/**
 * What a text says, sentence by sentence; names are those of the index. The one reading that script import, prompts
 * and drawing go by, so that they cannot contradict each other. Pure, and linear in the text; whoever needs it twice
 * keeps it.
 * @param speaker it is a parenthetical: "(leaving)" is told of the speaker
 */
export function readText(text: string, names: Pick<NameIndex, 'read'>, speaker = false): ReadSentence[] {
  return readableSentences(text).map((sentence) => readSentence(sentence.text, sentence.start, names, speaker))
}

/**
 * No sentence of a script has more words; of a longer one only so many are read for what happens, and all for names.
 */
export const mostWords = 600

/** One sentence that begins at `start` of its text. */
export function readSentence(
  text: string,
  start: number,
  names: Pick<NameIndex, 'read'>,
  speaker = false,
): ReadSentence {
  const tokens = names.read(text, start)
  const readable = tokens.length > mostWords ? tokens.slice(0, mostWords) : tokens
  // Each is worked out when it is asked for: prompts and what is in hand ask for little, of many sentences.
  let comings: { moves: readonly Move[]; told: ReadonlySet<string> } | null = null
  let fates: Fates | null = null
  const fatesOf = () => (fates ??= readFates(readable))
  let sightings: readonly Sighting[] | null = null
  let rides: readonly Ride[] | null = null
  return {
    text,
    start,
    end: start + text.length,
    tokens,
    get moves() {
      return (comings ??= readComings(readable, speaker)).moves
    },
    get sightings() {
      return (sightings ??= readSightings(readable, (comings ??= readComings(readable, speaker)).told))
    },
    get rides() {
      return (rides ??= readRides(readable))
    },
    get stays() {
      return fatesOf().stays
    },
    get deaths() {
      return fatesOf().deaths
    },
    get alone() {
      return fatesOf().alone
    },
  }
}

/** The moves of a sentence, and everybody whom they tell of or who is only heard to come. */
function readComings(
  tokens: readonly Token[],
  speaker: boolean,
): { moves: readonly Move[]; told: ReadonlySet<string> } {
  const told = new Set<string>()
  const moves = readMoves(tokens, speaker, (heard) => heard.forEach((name) => told.add(name)))
  for (const { who, doubtful } of moves) for (const name of [...who.names, ...doubtful]) told.add(name)
  return { moves, told }
}
