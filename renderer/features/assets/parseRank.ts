import { readNumber } from '@shared/language/readNumber'
/** A rank a user typed: a number, null for none, undefined when it is neither. */
export function parseRank(text: string): number | null | undefined {
  return text.trim() ? (readNumber(text) ?? undefined) : null
}
