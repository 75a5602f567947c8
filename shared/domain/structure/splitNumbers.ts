import type { ReadRecords } from '../../records/recordStore'
import { longestNumber } from '../../model/common'
import type { Shot } from '../../model/shot'
import { isTaken, withLetter } from './numbering'

/**
 * Numbers of the two halves of a shot (domain.md 7): 5 -> 5A, 5B; 5A -> 5AA, 5AB; a taken number gets the next free letter. A number
 * too long for another letter stays with the first half. @param freed numbers that count as free
 */
export function splitNumbers(
  store: ReadRecords,
  number: string,
  freed: readonly string[] = [],
): [first: string, second: string] {
  // Shorter by one than halves of a shorter number, so that a join does not take it for one.
  if (number.length >= longestNumber)
    return [number, nextFree(store, number.slice(0, longestNumber - 2), 0, freed).number]
  const first = nextFree(store, number, 0, freed)
  return [first.number, nextFree(store, number, first.letter + 1, freed).number]
}

function nextFree(
  store: ReadRecords,
  number: string,
  from: number,
  freed: readonly string[],
): { number: string; letter: number } {
  for (let letter = from; ; letter++) {
    const candidate = withLetter(number, letter)
    if (freed.includes(candidate) || !isTaken(store, candidate)) return { number: candidate, letter }
  }
}

/**
 * The number of two joined shots (domain.md 7): 5A + 5B -> 5 while that is free, and so for any two numbers that a split of 5 would give
 * today (5B + 5C beside another 5A), so that split and join undo each other; otherwise the first's number stays.
 */
export function joinedNumber(store: ReadRecords, first: Shot, second: Shot): string {
  const whole = first.number.replace(/[A-Z]$/, '')
  if (whole === first.number || !whole.trim() || isTaken(store, whole)) return first.number
  const halves = splitNumbers(store, whole, [first.number, second.number])
  return halves[0] === first.number && halves[1] === second.number ? whole : first.number
}
