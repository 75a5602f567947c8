import { generateKeyBetween } from 'fractional-indexing'

/** The order key between two neighbours of a sorted list, at an index of it. */
export function keyAt(list: readonly { orderKey: string }[], index: number): string {
  return generateKeyBetween(list[index - 1]?.orderKey ?? null, list[index]?.orderKey ?? null)
}

/** The order key between two neighbours, either of which may be missing. */
export function keyBetween(before: { orderKey: string } | undefined, after: { orderKey: string } | undefined): string {
  return generateKeyBetween(before?.orderKey ?? null, after?.orderKey ?? null)
}

/** The order key right after a record: before the next one, if there is one. */
export function keyAfter(record: { orderKey: string }, next: { orderKey: string } | undefined): string {
  return generateKeyBetween(record.orderKey, next?.orderKey ?? null)
}
