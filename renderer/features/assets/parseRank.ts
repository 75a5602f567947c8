/** A rank a user typed: a number, null for none, undefined when it is neither. */
export function parseRank(text: string): number | null | undefined {
  const bare = text.trim().replace(',', '.')
  if (!bare) return null
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined
}
