/** A word, name or punctuation mark of a sentence. */
export interface Token {
  text: string
  /** In small letters, with plain apostrophes. */
  low: string
  /** Offsets in the text it was read from. */
  start: number
  end: number
  /** The key of the name that stands here. */
  name?: string
  /** "Steel's". */
  possessive?: boolean
}

/** Scripts that are written without spaces between words. */
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const denseRun = new RegExp(`(?:${dense.source}|\\p{M})+`, 'gu')
const wordOrSign = /[\p{L}\p{N}#](?:[\p{L}\p{N}\p{M}#]|['’.-](?=[\p{L}\p{N}]))*['’]?|--|[^\s\p{L}\p{N}]/gu
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Is any of it written without spaces between words? */
export const isDense = (text: string): boolean => dense.test(text)

/**
 * Words and punctuation; a word keeps apostrophes, hyphens and dots inside it. What is written without spaces is told
 * letter by letter, so that a name is found wherever it stands: dictionaries cut unknown names in two, and differ
 * from one version of the platform to the next.
 */
export function tokenize(text: string, offset = 0): Token[] {
  const out: Token[] = []
  const push = (word: string, start: number): void => {
    const low = word.toLowerCase()
    out.push({
      text: word,
      low: low.includes('’') ? low.replaceAll('’', "'") : low,
      start: offset + start,
      end: offset + start + word.length,
    })
  }
  const anyDense = dense.test(text)
  wordOrSign.lastIndex = 0
  for (let m = wordOrSign.exec(text); m; m = wordOrSign.exec(text)) {
    if (anyDense && dense.test(m[0])) for (const [piece, at] of pieces(m[0])) push(piece, m.index + at)
    else push(m[0], m.index)
  }
  return out
}

/** "Bob走" is Bob and 走. */
function pieces(word: string): [text: string, at: number][] {
  const out: [string, number][] = []
  let last = 0
  for (const run of word.matchAll(denseRun)) {
    if (run.index > last) out.push([word.slice(last, run.index), last])
    for (const { segment, index } of letters.segment(run[0])) out.push([segment, run.index + index])
    last = run.index + run[0].length
  }
  if (last < word.length) out.push([word.slice(last), last])
  return out
}
