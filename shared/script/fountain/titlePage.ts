import { stripEmphasis } from './emphasis'

export interface TitlePage {
  entries: { key: string; value: string }[]
  /** The first line after it; 0 when there is none. */
  end: number
}

const keyLine = /^([\p{L}][\p{L}\p{N} _-]{0,39}):(.*)$/u
const knownKeys = new Set([
  'title',
  'credit',
  'author',
  'authors',
  'source',
  'notes',
  'draft date',
  'date',
  'contact',
  'copyright',
  'revision',
  'format',
])

/**
 * The title page: key lines at the very top, values on the same line or on indented lines below
 * (https://fountain.io/syntax#title-page). A script that opens with FADE IN: has none. `knownOnly`: where speakers stand before colons too, only the
 * usual keys make a title page.
 */
export function readTitlePage(lines: readonly string[], knownOnly = false): TitlePage {
  let i = 0
  while (i < lines.length && lines[i]!.trim() === '') i++
  const entries: { key: string; values: string[] }[] = []
  for (; i < lines.length; i++) {
    const line = lines[i]!
    if (line.trim() === '') break
    if (/^\s/.test(line)) {
      const entry = entries.at(-1)
      if (!entry) return { entries: [], end: 0 }
      entry.values.push(stripEmphasis(line.trim()))
      continue
    }
    const match = keyLine.exec(line)
    if (!match || (knownOnly && !knownKeys.has(match[1]!.trim().toLowerCase()))) break
    const value = match[2]!.trim()
    entries.push({ key: match[1]!.trim(), values: value ? [stripEmphasis(value)] : [] })
  }
  const filled = entries.filter((e) => e.values.length > 0)
  const known = filled.some((e) => knownKeys.has(e.key.toLowerCase()))
  if (!known && (filled.length < 2 || filled.length < entries.length)) return { entries: [], end: 0 }
  return { entries: entries.map((e) => ({ key: e.key, value: e.values.join('\n') })), end: i }
}
