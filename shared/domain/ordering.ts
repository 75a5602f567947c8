import { generateKeyBetween } from 'fractional-indexing'

/** The order key between two neighbours of a sorted list, at an index of it. */
export function keyAt(list: readonly { orderKey: string }[], index: number): string {
  return generateKeyBetween(list[index - 1]?.orderKey ?? null, list[index]?.orderKey ?? null)
}
