/** Lines of a text as line numbers count them: CRLF, LF and a lone CR each end one; a byte order mark is dropped. */
export function splitLines(text: string): string[] {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const body = from ? text.slice(1) : text
  return body === '' ? [] : body.split(/\r\n|\n|\r/)
}

/** Counts lines without making them, so that a hostile file is refused before it costs memory. */
export function countLines(text: string): number {
  let count = 1
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) count++
  }
  return count
}
