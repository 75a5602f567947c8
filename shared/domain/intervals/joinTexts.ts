/** Two texts as one: equal ones once, else one after the other (domain.md 7). */
export function joinTexts(first: string, second: string): string {
  if (first.trim() === second.trim() || !second.trim()) return first
  return first.trim() ? `${first}\n\n${second}` : second
}
