/** A row with the line it begins in, 1-based. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** A first line by which spreadsheets tell their separator: "sep=;". */
const declared = /^\ufeff?"?sep=(\\t|[,;|\t])"?\s*(?:\r?\n|$)/i

/** The separator that parts the first line into most cells: comma, semicolon or tab; or as the file tells. */
function separatorOf(text: string): string {
  const told = declared.exec(text)
  if (told) return told[1]!.toLowerCase() === '\\t' ? '\t' : told[1]!
  const first = text.slice(0, text.search(/\r?\n|$/))
  return [',', ';', '\t'].map((s) => ({ s, count: first.split(s).length })).sort((a, b) => b.count - a.count)[0]!.s
}

/** Rows of comma-separated values (RFC 4180): quoted cells may hold separators, doubled quotes and line breaks. Never throws. */
export function parseCsv(text: string, separator = separatorOf(text)): CsvRow[] {
  const rows: CsvRow[] = []
  let [cells, cell, quoted, line, begun]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  const endRow = () => {
    cells.push(cell)
    if (cells.some((c) => c.trim())) rows.push({ line: begun, cells: cells.map((c) => c.trim()) })
    ;[cells, cell, begun] = [[], '', line + 1]
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i]!
      else if (c === '"') quoted = false
      else cell += c
      if (c === '\n') line++
    } else if (c === '"' && cell.trim() === '') [quoted, cell] = [true, '']
    else if (c === separator) {
      cells.push(cell)
      cell = ''
    } else if (c === '\n') {
      endRow()
      line++
    } else if (c !== '\r') cell += c
  }
  endRow()
  return declared.test(text) ? rows.filter((row) => row.line > 1) : rows
}
