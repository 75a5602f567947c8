export interface DiffPart {
  readonly text: string
  readonly kind: 'same' | 'removed' | 'added'
}

/** More words than this are compared line by line, to stay quick. */
const mostWords = 3000

/** The difference of two texts word by word, in reading order: what goes comes before what takes its place. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? []
  const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const a = words(before)
  const b = words(after)
  return a.length > mostWords || b.length > mostWords ? compare(lines(before), lines(after)) : compare(a, b)
}

function compare(a: readonly string[], b: readonly string[]): DiffPart[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  const parts: DiffPart[] = []
  const put = (kind: DiffPart['kind'], text: string) => {
    if (!text) return
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else parts.push({ kind, text })
  }
  put('same', a.slice(0, head).join(''))
  // Longest common subsequence of the middle.
  const width = right.length + 1
  const table = new Uint16Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--)
      table[i * width + j] =
        left[i] === right[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  }
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      put('same', left[i]!)
      i++
      j++
    } else if (i < left.length && (j === right.length || table[(i + 1) * width + j]! >= table[i * width + j + 1]!))
      put('removed', left[i++]!)
    else put('added', right[j++]!)
  }
  put('same', a.slice(a.length - tail).join(''))
  return parts
}
