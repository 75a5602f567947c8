const marks = /\\[*_\\]|\*+|_+/g

interface EmphasisMark {
  start: number
  length: number
  kind: string
  removed: boolean
}

/**
 * One line without Fountain's emphasis marks (*italics*, **bold**, ***both***, _underline_); `\*` becomes `*`.
 * A mark counts only with a partner in the same line and no space on its inner side (https://fountain.io/syntax#emphasis).
 */
export function stripEmphasis(line: string): string {
  if (!line.includes('*') && !line.includes('_')) return line
  const found: EmphasisMark[] = []
  const open = new Map<string, EmphasisMark>()
  for (const match of line.matchAll(marks)) {
    const start = match.index
    const kind = match[0]
    if (kind.startsWith('\\')) {
      found.push({ start, length: 1, kind, removed: true })
      continue
    }
    if (kind.length > (kind[0] === '*' ? 3 : 1)) continue
    const before = line[start - 1] ?? ' '
    const after = line[start + kind.length] ?? ' '
    // snake_case is no underline.
    const inWord = kind === '_' && isWord(before) && isWord(after)
    const mark: EmphasisMark = { start, length: kind.length, kind, removed: false }
    const opener = open.get(kind)
    if (opener && before.trim() !== '' && !inWord) {
      opener.removed = mark.removed = true
      open.delete(kind)
    } else if (after.trim() !== '' && !inWord) open.set(kind, mark)
    found.push(mark)
  }
  let out = ''
  let at = 0
  for (const mark of found) {
    if (!mark.removed) continue
    out += line.slice(at, mark.start)
    at = mark.start + mark.length
  }
  return out + line.slice(at)
}

function isWord(c: string): boolean {
  return /[\p{L}\p{N}]/u.test(c)
}
