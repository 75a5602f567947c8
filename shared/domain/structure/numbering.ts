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
export function lettered(store: ReadRecords, number: string): string {
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

/**
 * A number for a new shot: after the last one of the story the next whole number, elsewhere the previous shot's with a free letter,
 * so that nobody else's number changes (own numbering is kept, domain.md 7).
 */
export function numberForNew(store: ReadRecords, previous: Shot | undefined): string {
  const last = lastShot(store)
  if (!last || !previous || previous.id === last.id) {
    let next = (numberParts(last?.number ?? '')?.base ?? 0) + 1
    while (isTaken(store, String(next))) next++
    return String(next)
  }
  const parts = numberParts(previous.number)
  return lettered(store, parts ? String(parts.base) : previous.number)
}
