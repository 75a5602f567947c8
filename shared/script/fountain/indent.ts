/** The column a line's words begin in; tabs go to the next multiple of eight. */
export function indentOf(line: string): number {
  let at = 0
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\t') at += 8 - (at % 8)
    else if (line[i] === ' ' || line[i] === '\u00a0') at++
    else break
  }
  return at
}
