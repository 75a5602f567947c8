import { StringDecoder } from 'node:string_decoder'

/** Longest line that is read, in characters; a longer one is told as null and passed over. */
const longestLine = 64 * 1024 * 1024

/**
 * The lines of a stream, ended by \n or \r\n. Not readline: that also cuts at U+2028 and U+2029, which JSON allows inside a string.
 * A byte order mark is passed over.
 */
export async function* linesOf(
  stream: AsyncIterable<Buffer | string>,
  longest = longestLine,
): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  let length = 0
  let tooLong = false
  let first = true
  const add = (part: string) => {
    if (tooLong || length + part.length > longest) {
      tooLong = true
      parts = []
      return
    }
    parts.push(part)
    length += part.length
  }
  const take = (): string | null => {
    const line = tooLong ? null : parts.join('').replace(/\r$/, '')
    const text = first && line !== null ? line.replace(/^\uFEFF/, '') : line
    first = false
    parts = []
    length = 0
    tooLong = false
    return text
  }
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk)
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      add(text.slice(from, at))
      yield take()
      from = at + 1
    }
    add(text.slice(from))
  }
  add(decoder.end())
  const last = take()
  if (last !== '') yield last
}
