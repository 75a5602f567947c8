import { foldName } from '@shared/domain/lookup'

/** Something that is found by typing: its names first, then further words that belong to it. */
export interface PaletteEntry {
  readonly kind: 'asset' | 'scene' | 'shot' | 'command'
  readonly id: string
  /** What it is called; the first is shown. A shot is called "4", a scene also by its place. */
  readonly names: readonly string[]
  /** Called so only in full: "Shot 4", "Scene 2". */
  readonly fullNames?: readonly string[]
  /** A description, the text of a shot: found by words of it, after everything that is called so. */
  readonly words?: string
  /** What cannot be run now comes after everything else. */
  readonly off?: boolean
}

/** What of one kind comes before what of another, found equally well. */
const kinds = ['asset', 'scene', 'command', 'shot'] as const
/** The same for what is called exactly what was typed: things before commands. */
const exactKinds = ['asset', 'scene', 'shot', 'command'] as const

/** A text in folded words. */
const wordsOf = (text: string): readonly string[] =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** How well an entry is found; smaller is better, null is not at all. */
function fit(entry: PaletteEntry, query: string, tokens: readonly string[]): number | null {
  const names = entry.names.map(foldName)
  if (names.includes(query) || entry.fullNames?.some((name) => foldName(name) === query)) return 0
  if (names.some((name) => name.startsWith(query))) return 1
  const starts = (words: readonly string[]) => tokens.every((token) => words.some((word) => word.startsWith(token)))
  const inNames = names.map(wordsOf)
  if (inNames.some((words) => inRow(words, tokens))) return 2
  if (inNames.some(starts)) return 3
  const all = [...inNames, ...(entry.fullNames ?? []).map(wordsOf)].flat()
  return starts([...all, ...wordsOf(entry.words ?? '')]) ? 4 : null
}

/** Whether the tokens begin words that follow each other. */
const inRow = (words: readonly string[], tokens: readonly string[]) =>
  words.some((_, i) => tokens.every((token, n) => words[i + n]?.startsWith(token)))

/**
 * What a text finds, best first: what is called exactly so, names that begin so, then names with words that begin so, then other words. Every word
 * that was typed has to begin a word; letters from the middle of words find nothing.
 */
export function rank<E extends PaletteEntry>(entries: readonly E[], typed: string): readonly E[] {
  const query = foldName(typed)
  const tokens = wordsOf(typed)
  if (!tokens.length) return []
  return entries
    .flatMap((entry, place) => {
      const score = fit(entry, query, tokens)
      return score === null ? [] : [{ entry, place, score }]
    })
    .sort((a, b) => {
      const order = a.score === 0 ? exactKinds : kinds
      return (
        Number(a.entry.off ?? false) - Number(b.entry.off ?? false) ||
        a.score - b.score ||
        order.indexOf(a.entry.kind) - order.indexOf(b.entry.kind) ||
        a.place - b.place
      )
    })
    .map((found) => found.entry)
}
