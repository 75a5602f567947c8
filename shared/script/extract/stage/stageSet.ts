/** The words of a set and whether it is outside: "BRICK'S PATIO" -> BRICK'S, PATIO. */
export function wordsOfSet(set: string): ReadonlySet<string> {
  return new Set(
    set
      .toUpperCase()
      .split(/[^\p{L}\p{N}']+/u)
      .filter((w) => w !== ''),
  )
}
