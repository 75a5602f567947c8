/** Indexes of a longest row of growing numbers: what need not be moved to put a list in order. */
function longestGrowing(values: readonly number[]): Set<number> {
  const ends: number[] = []
  const before: number[] = []
  values.forEach((value, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[ends[middle]!]! < value) low = middle + 1
      else high = middle
    }
    before[i] = low ? ends[low - 1]! : -1
    ends[low] = i
  })
  const stays = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) stays.add(at)
  return stays
}

/** Which of `wanted` have to be moved, when all of them stand in `now` in some order. */
export function movedIn(now: readonly string[], wanted: readonly string[]): Set<string> {
  const place = new Map(now.map((id, i) => [id, i]))
  const stays = longestGrowing(wanted.map((id) => place.get(id)!))
  return new Set(wanted.filter((_, i) => !stays.has(i)))
}
