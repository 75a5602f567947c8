/** A run of letters on a page: where it begins, from the left and from the top, how wide and how high it is, in points. */
export interface PageRun {
  text: string
  x: number
  y: number
  width: number
  height: number
}

interface Measures {
  /** Of one letter. */
  column: number
  /** From line to line inside a paragraph. */
  line: number
}

/** Twelve point Courier, the type of screenplays. */
const courier: Measures = { column: 7.2, line: 12 }

/** No line is wider; what lies beyond was set by mistake or to make trouble. */
const widest = 240
/** More empty lines say nothing more. */
const tallest = 3

/** What the pages are set in: the usual width of a letter and the usual step from line to line. */
export function measure(pages: readonly (readonly PageRun[])[]): Measures {
  const widths: number[] = []
  const steps = new Map<number, number>()
  for (const runs of pages) {
    for (const { text, width } of runs) if (text.length > 2 && width > 0) widths.push(width / text.length)
    const lines = linesOf(runs)
    for (let i = 1; i < lines.length; i++) {
      const step = Math.round((lines[i]!.y - lines[i - 1]!.y) * 2) / 2
      if (step >= 5 && step <= 40) steps.set(step, (steps.get(step) ?? 0) + 1)
    }
  }
  widths.sort((a, b) => a - b)
  const column = widths[Math.floor(widths.length / 2)] ?? courier.column
  const counts = [...steps.values()]
  const most = Math.max(0, ...counts)
  // Hardly a line to go by: as screenplays are set.
  if (counts.reduce((sum, n) => sum + n, 0) < 4) return { column: clamp(column, 2, 30), line: courier.line }
  // The smallest of the usual steps: where every second line is empty, the wide step is as frequent as the narrow one.
  const line = Math.min(...[...steps].filter(([, n]) => n * 3 >= most).map(([step]) => step))
  return { column: clamp(column, 2, 30), line: Number.isFinite(line) ? line : courier.line }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** A page as lines of text: what stands in a column of the page stands in that column of its line, and gaps between lines are empty lines. */
export function layOutPage(runs: readonly PageRun[], measures: Measures): string[] {
  const out: string[] = []
  let above: number | null = null
  for (const line of linesOf(runs)) {
    const empty: number = above === null ? 0 : clamp(Math.round((line.y - above) / measures.line) - 1, 0, tallest)
    for (let i = 0; i < empty; i++) out.push('')
    out.push(write(line.runs, measures.column))
    above = line.y
  }
  return out
}

/** Runs on one height are one line; lines go from the top down, their runs from left to right. */
function linesOf(runs: readonly PageRun[]): { y: number; runs: PageRun[] }[] {
  const lines: { y: number; runs: PageRun[] }[] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const open = lines.at(-1)
    if (open && run.y - open.y <= Math.max(2, Math.min(run.height, 12) * 0.4)) open.runs.push(run)
    else lines.push({ y: run.y, runs: [run] })
  }
  for (const line of lines) line.runs.sort((a, b) => a.x - b.x)
  return lines
}

function write(runs: readonly PageRun[], column: number): string {
  let line = ''
  let end = Number.NEGATIVE_INFINITY
  let last: PageRun | null = null
  for (const run of runs) {
    // Bold letters are often the same ones printed twice.
    if (last && last.text === run.text && Math.abs(last.x - run.x) < column / 2) continue
    const at = clamp(Math.round(run.x / column), 0, widest)
    if (at > line.length) line += ' '.repeat(at - line.length)
    else if (line !== '' && run.x - end > column * 0.25 && !line.endsWith(' ')) line += ' '
    // A gap that can be seen stays one, also where narrow letters have left the columns behind.
    if (line !== '' && run.x - end > column * 4 && !/ {2}$/.test(line)) line = `${line.trimEnd()}     `
    line += run.text
    end = run.x + run.width
    last = run
  }
  return line.trimEnd()
}
