import type { ReadRecords } from '../records/recordStore'
import type { Shot } from '../model/shot'
import { neighbour } from './lookup'
import { isTaken, withLetter } from './numbering'

/** Longest number a shot can have, in characters (model). */
const longest = 20

/**
 * Numbers of the two halves of a shot (domain.md 7): 5 -> 5A, 5B; 5A -> 5AA, 5AB; a taken number gets the next free letter. A number
 * too long for another letter stays with the first half.
 */
export function splitNumbers(store: ReadRecords, number: string): [first: string, second: string] {
  const first = nextFree(store, number, 0)
  const second = nextFree(store, number, first.letter + 1)
  return number.length < longest ? [first.number, second.number] : [number, first.number]
}

function nextFree(store: ReadRecords, number: string, from: number): { number: string; letter: number } {
  for (let letter = from; ; letter++) {
    const candidate = withLetter(number, letter)
    if (!isTaken(store, candidate)) return { number: candidate, letter }
  }
}

/**
 * The number of two joined shots (domain.md 7): 5A + 5B -> 5 while that is free and the shot before them is no other part of 5;
 * otherwise the first's number stays.
 */
export function joinedNumber(store: ReadRecords, first: Shot, second: Shot): string {
  const whole = first.number.slice(0, -1)
  const partOf = (number: string) => number.length === whole.length + 1 && number.startsWith(whole) && /[A-Z]$/.test(number)
  if (!whole.trim() || whole !== whole.trim() || !partOf(first.number) || !partOf(second.number) || first.number >= second.number || isTaken(store, whole)) return first.number
  const before = neighbour(store, first, -1)
  return before && partOf(before.number) ? first.number : whole
}
