/**
 * Rows as comma separated values (RFC 4180): quoted where needed, CRLF between rows, a byte order mark so that spreadsheets read the letters right. A cell
 * that a spreadsheet would take for a formula gets an apostrophe before it, so that "- He waits" stays words and nothing is run.
 * @param mark false for programs that would take the mark for a part of the first column's name
 */
export function writeCsv(
  rows: readonly (readonly (string | number)[])[],
  { mark = true }: { readonly mark?: boolean } = {},
): string {
  return `${mark ? '\ufeff' : ''}${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+([.,]\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
