import { anyPlaces, innerRooms, samePlaces } from '../lexicon/places'
import type { Move } from './moves'

/** The place of a scene in words: "INT BRICK'S PATIO" is INT, BRICK'S, PATIO. */
export function wordsOfSet(set: string): ReadonlySet<string> {
  return new Set(
    set
      .toUpperCase()
      .split(/[^\p{L}\p{N}']+/u)
      .filter((w) => w !== ''),
  )
}

/** What a move is for somebody: comes into the scene, goes out of it, passes through it; null = moves within it. */
export type Way = 'in' | 'out' | 'across'

/**
 * What a move comes to where the scene is set: "enters the bar" comes in a bar and goes in the street before it, for
 * somebody who is in the street already; "exits the house" in the street comes, for somebody who is not.
 * @param set words of the scene's place, INT or EXT among them
 */
export function moveIn(
  move: Pick<Move, 'kind' | 'weak' | 'place'>,
  set: ReadonlySet<string>,
  here: boolean,
): Pick<Move, 'kind' | 'weak'> {
  if (staysIn(move, set)) return { kind: 'cross', weak: true }
  if (isAlong(move))
    return here ? { kind: 'exit', weak: true } : { kind: move.place?.way === 'off' ? 'cross' : 'enter', weak: true }
  if (move.place?.way === 'over') return here ? { kind: 'exit', weak: false } : { kind: 'enter', weak: true }
  if (move.place?.way === 'to')
    return isOtherRoom(set, move.place.noun) ? { kind: 'exit', weak: false } : { kind: 'enter', weak: true }
  if (move.kind === 'exit' && (!here || move.weak) && comesOut(move, set)) return { kind: 'enter', weak: true }
  if (here && move.kind === 'enter' && goesAway(move, set)) return { kind: 'exit', weak: false }
  return move
}

/**
 * Which way a move goes for somebody: who is there already and "approaches" or "crosses behind them" stays in sight.
 */
export function wayOf(
  move: Pick<Move, 'kind' | 'weak' | 'place'>,
  set: ReadonlySet<string>,
  here: boolean,
): Way | null {
  const { kind, weak } = moveIn(move, set, here)
  if (kind === 'exit') return 'out'
  if (kind === 'cross') return here || isAlong(move) ? null : 'across'
  return here && weak ? null : 'in'
}

/** Does it lead along a way whose end the words do not tell: "walks down the corridor", "dives behind the curtain"? */
export const isAlong = ({ place }: Pick<Move, 'place'>): boolean => place?.way === 'along' || place?.way === 'off'

/** "Otto walks down the corridor" in the corridor. */
export const staysIn = ({ place }: Pick<Move, 'place'>, set: ReadonlySet<string>): boolean =>
  isAlong({ place }) && place!.noun !== '' && isSetIn(set, place!.noun)

/** Is the scene set in what the noun names, or in much the same: a hallway is a corridor? */
export function isSetIn(set: ReadonlySet<string>, noun: string): boolean {
  if (set.has(noun.toUpperCase())) return true
  return samePlaces.some((words) => words.includes(noun) && words.some((word) => set.has(word.toUpperCase())))
}

/** Is it another room than the scene's? "The kitchen" where the scene is in the hall; in a house it may be the same. */
export function isOtherRoom(set: ReadonlySet<string>, noun: string): boolean {
  if (!innerRooms.has(noun) || isSetIn(set, noun)) return false
  return innerRooms.words.some((room) => room !== noun && set.has(room.toUpperCase()))
}

/** "goes into the kitchen" of someone in the yard. */
function goesAway({ place }: Pick<Move, 'place'>, set: ReadonlySet<string>): boolean {
  if (!place || place.way === 'outOf') return false
  if (place.way === 'outInto') return !set.has('EXT') && !isSetIn(set, place.noun)
  if (place.noun === '') return set.has('EXT')
  return !anyPlaces.has(place.noun) && (set.has('EXT') || !isSetIn(set, place.noun))
}

/** "exits the house" of someone not seen before in the street; "comes out" there, "exits into the hall" in a corridor. */
function comesOut({ place }: Pick<Move, 'place'>, set: ReadonlySet<string>): boolean {
  if (place?.way === 'outInto') return isSetIn(set, place.noun)
  if (place?.way !== 'outOf' || anyPlaces.has(place.noun)) return false
  if (place.noun === '') return set.has('EXT')
  return set.has('EXT') || !isSetIn(set, place.noun)
}

/**
 * A move as it is told behind another: whoever follows goes the way of the one before, and a door that closes behind
 * somebody who just came through it moves nobody. Null = nobody moves.
 * @param before the last move of the text, already settled
 */
export function settled(move: Move, before: Move | null): Move | null {
  if (move.closing && before) return null
  if (!move.follows) return move
  if (!before || before.who.names.every((name) => move.who.names.includes(name))) return null
  return { ...move, kind: before.kind, weak: before.kind === 'enter', place: before.place }
}
