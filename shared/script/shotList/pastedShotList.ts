import { parseCsv } from './parseCsv'
import { readHeader } from './shotListColumns'

/** What a pasted shot list is called until it is a film; a corrected one that is pasted again is its new version. */
export const pastedName = 'Pasted shot list.tsv'

/** Longer text is no shot list that somebody copied. */
export const longestPasted = 4_000_000

/**
 * Is text that was copied elsewhere a shot list: rows of a spreadsheet, the first of which names at least two of its columns, one of them what the shots
 * are or tell?
 */
export function isPastedShotList(text: string): boolean {
  if (text.length > longestPasted || !text.includes('\t') || !text.trimStart().includes('\n')) return false
  const [first] = parseCsv(`${text.trimStart().slice(0, 2000).split('\n', 1)[0]!}\n`, '\t')
  const columns = [...readHeader(first?.cells ?? []).values()]
  return columns.length > 1 && columns.some((column) => ['text', 'dialogue', 'shot'].includes(column))
}
