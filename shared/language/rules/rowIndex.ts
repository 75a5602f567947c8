import type { Token } from '../text/tokens'
import { compilePattern, type Match, type Pattern } from './pattern'

/** What every row has: patterns, what takes it back, and sentences that show it. */
export interface Row {
  /** The words that stand there (pattern.ts); several ways to say the same. */
  readonly match: string | readonly string[]
  /** Words (with | between) one of which must stand right before. */
  readonly after?: string
  /** Words (with | between) none of which may stand right before. */
  readonly notAfter?: string
  /** Patterns that take it back, each with a sentence of it. */
  readonly notIf?: readonly (readonly [match: string, example: string])[]
  readonly example: string | readonly string[]
}

interface Compiled<R> {
  readonly row: R
  readonly place: number
  readonly pattern: Pattern
  readonly notIf: readonly Pattern[]
  readonly after: ReadonlySet<string> | null
  readonly notAfter: ReadonlySet<string> | null
}

/** A row that fits, with its place among the rows. */
export interface Hit<R> {
  readonly row: R
  readonly place: number
  readonly match: Match
}

/** Rows by the words they may begin with, so that a word that begins none costs one look. */
export class RowIndex<R extends Row> {
  private readonly byWord = new Map<string, Compiled<R>[]>()

  /** @throws Error where a pattern is not well formed, or may begin with any word */
  constructor(rows: readonly R[]) {
    rows.forEach((row, place) => {
      const notIf = (row.notIf ?? []).map(([match]) => compilePattern(match))
      const after = wordsBefore(row.after)
      const notAfter = wordsBefore(row.notAfter)
      for (const source of [row.match].flat()) {
        const pattern = compilePattern(source)
        if (!pattern.first) throw new Error(`A row must begin with words (${source}).`)
        for (const word of pattern.first) {
          const compiled = { row, place, pattern, notIf, after, notAfter }
          const known = this.byWord.get(word)
          if (known) known.push(compiled)
          else this.byWord.set(word, [compiled])
        }
      }
    })
  }

  /** May a row begin with the word? */
  has(word: string): boolean {
    return this.byWord.has(word)
  }

  /** The rows that fit at a place, in their order, with nothing at or behind `to`. */
  at(tokens: readonly Token[], i: number, to = tokens.length): Iterable<Hit<R>> {
    const token = tokens[i]!
    const rows = token.name === undefined ? this.byWord.get(token.low) : undefined
    return rows ? fitting(rows, tokens, i, to) : []
  }
}

function* fitting<R>(rows: readonly Compiled<R>[], tokens: readonly Token[], i: number, to: number): Generator<Hit<R>> {
  const before = tokens[i - 1]?.low ?? ''
  for (const { row, place, pattern, notIf, after, notAfter } of rows) {
    if ((after && !after.has(before)) || notAfter?.has(before)) continue
    const match = pattern.match(tokens, i, to)
    if (match && !notIf.some((other) => other.match(tokens, i, to))) yield { row, place, match }
  }
}

const wordsBefore = (words: string | undefined): ReadonlySet<string> | null =>
  words === undefined ? null : new Set(words.split('|'))
