import { plainNumber } from '@shared/language/unitWords'
import type { Assignment, Presence } from '@shared/model/assignment'

/** What a cell holds, to be put into another one: how somebody is in a shot; null = not in it. */
export type CellContent = Pick<Assignment, 'presence' | 'enterAt' | 'exitAt' | 'enterFrom' | 'exitTo' | 'action'> | null

/** A cell as it is typed into a spreadsheet: how somebody is in a shot, with the times that were given. */
export interface TypedCell {
  readonly presence: Presence
  readonly enterAt?: number
  readonly exitAt?: number
}

const percent = (at: number) => `${plainNumber(at * 100, 2)}%`

/** "T", "E 35%", "X 60%", "P 20-80%"; nothing where nobody is. */
export function cellText(cell: CellContent): string {
  if (!cell) return ''
  switch (cell.presence) {
    case 'throughout':
      return 'T'
    case 'enters':
      return `E ${percent(cell.enterAt)}`
    case 'exits':
      return `X ${percent(cell.exitAt)}`
    case 'passes_through':
      return `P ${percent(cell.enterAt).slice(0, -1)}-${percent(cell.exitAt)}`
  }
}

const number = String.raw`(\d{1,3}(?:[.,]\d+)?)\s*%?`
const forms: readonly (readonly [RegExp, Presence])[] = [
  [/^(?:t|through|throughout|yes|✓)$/i, 'throughout'],
  [new RegExp(`^(?:e|enters?|in)(?:\\s*${number})?$`, 'i'), 'enters'],
  [new RegExp(`^(?:x|exits?|leaves?|out)(?:\\s*${number})?$`, 'i'), 'exits'],
  [new RegExp(`^(?:p|passes(?: through)?)(?:\\s*${number}\\s*(?:-|–|to)\\s*${number})?$`, 'i'), 'passes_through'],
]

/** What a typed cell means; null = nobody, undefined = it means nothing. */
export function readCell(text: string): TypedCell | null | undefined {
  const bare = text.trim()
  if (/^[-–—]?$/.test(bare)) return null
  for (const [form, presence] of forms) {
    const found = form.exec(bare)
    if (!found) continue
    const [a, b] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part.replace(',', '.')) / 100))
    if ([a, b].some((at) => at !== undefined && at > 1) || (a !== undefined && b !== undefined && a >= b))
      return undefined
    if (presence === 'throughout' || a === undefined) return { presence }
    if (presence === 'enters') return { presence, enterAt: a }
    if (presence === 'exits') return { presence, exitAt: a }
    return { presence, enterAt: a, ...(b === undefined ? {} : { exitAt: b }) }
  }
  return undefined
}

/** Rows and cells of a table as spreadsheets copy it: tabs between cells, quoted where they hold line breaks. */
export function tableOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < lines.length; i++) {
    const sign = lines[i]!
    if (quoted && sign === '"' && lines[i + 1] === '"') cell += lines[++i]!
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && (sign === '\t' || sign === '\n')) {
      rows.at(-1)!.push(cell)
      if (sign === '\n') rows.push([])
      cell = ''
    } else cell += sign
  }
  rows.at(-1)!.push(cell)
  return rows
}
