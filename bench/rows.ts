import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One line of the table: what was measured, beside what, and whether the goal of docs/quality.md is met. */
export interface BenchRow {
  readonly what: string
  /** Median, in `unit`. */
  readonly ours: number
  /** What it stands beside, its median in the same unit; null = nothing to stand beside on this machine, and `beside` says why. */
  readonly beside: string
  readonly other: number | null
  readonly unit: 'ms' | 'MB' | '×' | ''
  /** The largest ratio that is good; null = told, not judged. */
  readonly goal: number | null
}

const rows: BenchRow[] = []

/** Adds a row to the table of this run. */
export function tell(row: BenchRow): void {
  rows.push(row)
  const ratio = ratioOf(row)
  const told = [
    row.what,
    `${numberText(row.ours)} ${row.unit}`,
    row.other === null ? row.beside : `${row.beside}: ${numberText(row.other)} ${row.unit}`,
    ratio === null ? '' : `${ratio.toFixed(2)}×`,
    verdict(row),
  ]
  process.stdout.write(`  ${told.filter(Boolean).join(' | ')}\n`)
}

const ratioOf = ({ ours, other }: BenchRow): number | null => (other ? ours / other : null)

function verdict(row: BenchRow): string {
  const ratio = ratioOf(row)
  if (row.goal === null || ratio === null) return ''
  return ratio <= row.goal ? `good (≤ ${row.goal}×)` : `MISSED (≤ ${row.goal}×)`
}

const numberText = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(4)

/** Writes the rows of this run for the table of all; call it last. */
export function closeRows(): void {
  const folder = join(process.cwd(), 'test-results', 'bench')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, `${basename(process.argv[1]!).replace(/\.bench\.mjs$/, '')}.json`),
    JSON.stringify(rows, null, 2),
  )
}

export const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

/** The value that so large a part of all is no larger than. @param part 0 to 1 */
export const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!

/** Times two things in turns, so that a busy machine slows both: A B A B. @returns medians in ms */
export async function inTurns(
  rounds: number,
  ours: () => unknown,
  other: () => unknown,
): Promise<{ ours: number; other: number }> {
  const times: [number[], number[]] = [[], []]
  globalThis.gc?.()
  for (let round = -1; round < rounds; round++)
    for (const [i, work] of [ours, other].entries()) {
      const from = performance.now()
      await work()
      // The first round warms up.
      if (round >= 0) times[i]!.push(performance.now() - from)
    }
  return { ours: medianOf(times[0]), other: medianOf(times[1]) }
}
