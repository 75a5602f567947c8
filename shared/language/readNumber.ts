/** Numbers as people type them: with a point or a comma before the decimals, and never more than one of either. */
const number = String.raw`[+-]?(?:\d+[.,]?\d*|[.,]\d+)`
const alone = new RegExp(`^\\s*(${number})\\s*$`)
const percent = new RegExp(`^\\s*(${number})\\s*%?\\s*$`)

/** "2.5", "2,5", "-1", ".5"; null for anything else, also for "1.234,5" and "1e3". */
export function readNumber(text: string): number | null {
  return valueOf(alone.exec(text))
}

/** "26", "26 %" or "26,5" as a fraction; null when it is none. */
export function readPercent(text: string): number | null {
  const value = valueOf(percent.exec(text))
  return value === null ? null : value / 100
}

function valueOf(match: RegExpExecArray | null): number | null {
  return match ? Number(match[1]!.replace(',', '.')) : null
}
