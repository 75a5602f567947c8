/** Beyond this many comparisons, equal things are matched in order of appearance instead of by the longest common run. */
const mostCells = 9_000_000

/** Pairs `[a, b]` of equal keys that keep their order: a longest common subsequence of two lists. */
export function commonRun(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const pairs: [number, number][] = Array.from({ length: start }, (_, i) => [i, i])
  for (const [i, k] of middle) pairs.push([start + i, start + k])
  for (let i = end; i > 0; i--) pairs.push([a.length - i, b.length - i])
  return pairs
}

function between(a: readonly string[], b: readonly string[]): [number, number][] {
  if (!a.length || !b.length) return []
  if (a.length * b.length > mostCells) return inOrder(a, b)
  const width = b.length + 1
  const best = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let k = b.length - 1; k >= 0; k--)
      best[i * width + k] =
        a[i] === b[k]
          ? best[(i + 1) * width + k + 1]! + 1
          : Math.max(best[(i + 1) * width + k]!, best[i * width + k + 1]!)
  }
  const pairs: [number, number][] = []
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    if (a[i] === b[k]) pairs.push([i++, k++])
    else if (best[(i + 1) * width + k]! >= best[i * width + k + 1]!) i++
    else k++
  }
  return pairs
}

function inOrder(a: readonly string[], b: readonly string[]): [number, number][] {
  const places = new Map<string, number[]>()
  b.forEach((key, k) => places.set(key, [...(places.get(key) ?? []), k]))
  const pairs: [number, number][] = []
  let last = -1
  a.forEach((key, i) => {
    const k = places.get(key)?.find((at) => at > last)
    if (k !== undefined) pairs.push([i, (last = k)])
  })
  return pairs
}

/** How alike two texts are by their words, 0 to 1 (Dice's coefficient over word counts). */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (!a.length && !b.length) return 1
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      shared++
      counts.set(word, left - 1)
    }
  }
  return (2 * shared) / (a.length + b.length)
}

/** The words of a text as they are compared: without case, marks and punctuation. */
export const comparedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Pairs the leftovers between equal neighbours by likeness, best first, at least `least` alike and without crossing each other. */
export function alikePairs(
  a: readonly (readonly string[])[],
  b: readonly (readonly string[])[],
  least: number,
): [number, number][] {
  const all: { i: number; k: number; score: number }[] = []
  // A rewritten passage is short; in a long one only near places are compared.
  const reach = a.length * b.length > 250_000 ? 50 : Infinity
  a.forEach((words, i) => {
    b.forEach((others, k) => {
      if (Math.abs(i - k) > reach) return
      const score = likeness(words, others)
      if (score >= least) all.push({ i, k, score })
    })
  })
  all.sort((x, y) => y.score - x.score || Math.abs(x.i - x.k) - Math.abs(y.i - y.k) || x.i - y.i)
  const taken: [number, number][] = []
  for (const { i, k } of all) if (taken.every(([p, q]) => (p < i && q < k) || (p > i && q > k))) taken.push([i, k])
  return taken.sort((x, y) => x[0] - y[0])
}

/** Members of `to` (by place in the old order, in the new order) that are out of the longest run which kept its order: they moved. */
export function movedOf(oldPlaces: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  oldPlaces.forEach((place, i) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (oldPlaces[tails[middle]!]! < place) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? tails[low - 1]! : -1
    tails[low] = i
  })
  const stays = new Set<number>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) stays.add(i)
  return new Set(oldPlaces.map((_, i) => i).filter((i) => !stays.has(i)))
}
