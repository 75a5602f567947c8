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
  return new Reading(text, start, names.read(text, start), speaker)
}

/** Each is worked out when it is asked for: prompts and what is in hand ask for little, of many sentences. */
class Reading implements ReadSentence {
  readonly end: number
  private readonly readable: readonly Token[]
  private comings: Comings | null = null
  private fates: Fates | null = null
  private seen: readonly Sighting[] | null = null
  private ridden: readonly Ride[] | null = null

  constructor(
    readonly text: string,
    readonly start: number,
    readonly tokens: readonly Token[],
    private readonly speaker: boolean,
  ) {
    this.end = start + text.length
    this.readable = tokens.length > mostWords ? tokens.slice(0, mostWords) : tokens
  }

  get moves(): readonly Move[] {
    return this.readComings().moves
  }
  get sightings(): readonly Sighting[] {
    return (this.seen ??= readSightings(this.readable, this.readComings().told))
  }
  get rides(): readonly Ride[] {
    return (this.ridden ??= readRides(this.readable))
  }
  get stays(): Fates['stays'] {
    return this.readFates().stays
  }
  get deaths(): Fates['deaths'] {
    return this.readFates().deaths
  }
  get alone(): Fates['alone'] {
    return this.readFates().alone
  }

  private readComings(): Comings {
    return (this.comings ??= readComings(this.readable, this.speaker))
  }
  private readFates(): Fates {
    return (this.fates ??= readFates(this.readable))
  }
}

interface Comings {
  readonly moves: readonly Move[]
  readonly told: ReadonlySet<string>
}

/** The moves of a sentence, and everybody whom they tell of or who is only heard to come. */
function readComings(tokens: readonly Token[], speaker: boolean): Comings {
  const told = new Set<string>()
  const moves = readMoves(tokens, speaker, (heard) => heard.forEach((name) => told.add(name)))
  for (const { who, doubtful } of moves) for (const name of [...who.names, ...doubtful]) told.add(name)
  return { moves, told }
}
