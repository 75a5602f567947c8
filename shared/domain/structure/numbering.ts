import type { ReadRecords } from '../../records/recordStore'
import { longestNumber } from '../../model/common'
import type { Shot } from '../../model/shot'

/** "10A" to its leading number and its letters; null for free text, and for digits too many to count with. */
export function numberParts(number: string): { base: number; letters: string } | null {
  const match = /^(\d{1,9})([A-Z]*)$/.exec(number)
  return match ? { base: Number(match[1]), letters: match[2]! } : null
}

/** A, B, … Z, AA, AB … */
export function letters(n: number): string {
  let text = ''
  for (let rest = n; rest >= 0; rest = Math.floor(rest / 26) - 1) text = String.fromCharCode(65 + (rest % 26)) + text
  return text
}

export const isTaken = (store: ReadRecords, number: string): boolean =>
  store.first('shotsByNumber', number) !== undefined

/** A number with the n-th letter, shortened where it would get too long. */
export const withLetter = (number: string, n: number): string =>
  number.slice(0, longestNumber - letters(n).length) + letters(n)

/** The first of `5A`, `5B`, … that no shot has. */
function lettered(store: ReadRecords, number: string): string {
  for (let n = 0; ; n++) {
    const candidate = withLetter(number, n)
    if (!isTaken(store, candidate)) return candidate
  }
}

/** The last shot of the story, or undefined. */
export function lastShot(store: ReadRecords): Shot | undefined {
  for (let i = store.sizeOf('scenesInOrder') - 1; i >= 0; i--) {
    const sceneId = store.nth('scenesInOrder', '', i)!.id
    const shot = store.nth('shotsOfScene', sceneId, store.sizeOf('shotsOfScene', sceneId) - 1)
    if (shot) return shot
  }
  return undefined
}

/** A number for a new shot between two neighbours of a scene: what it says and where it stands agree, and nobody else's number changes (domain.md 7.5). */
export function numberForNew(store: ReadRecords, previous: Shot | undefined, next: Shot | undefined): string {
  const last = lastShot(store)
  if (!last || (!next && (!previous || previous.id === last.id))) {
    let number = (numberParts(last?.number ?? '')?.base ?? 0) + 1
    while (isTaken(store, String(number))) number++
    return String(number)
  }
  if (!previous) return before(store, next!.number)
  const parts = numberParts(previous.number)
  if (!parts) return lettered(store, previous.number)
  // "5" and "5A": no letter comes between. "5A" and "5B": 5AA does.
  const alike = next !== undefined && baseOf(next.number) === parts.base
  if (!alike) return lettered(store, String(parts.base))
  return parts.letters && !next.number.startsWith(previous.number)
    ? lettered(store, previous.number)
    : before(store, next.number)
}

/** The whole number in "A12B"; null for free text. */
const baseOf = (number: string): number | null => {
  const digits = /^[A-Z]*(\d{1,9})[A-Z]*$/.exec(number)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The first of `A5`, `B5`, … that no shot has: film sets read them as before 5. */
function before(store: ReadRecords, number: string): string {
  for (let n = 0; ; n++) {
    const candidate = letters(n) + number.slice(0, longestNumber - letters(n).length)
    if (!isTaken(store, candidate)) return candidate
  }
}
