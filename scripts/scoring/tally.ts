/** How often something was found that is marked, found though it is not, and missed. */
export interface Count {
  right: number
  extra: number
  missed: number
}

/** Nothing counted yet. */
export const noCount = (): Count => ({ right: 0, extra: 0, missed: 0 })

/** Of what was found, how much is right; 1 when nothing was found. */
export const precision = ({ right, extra }: Count): number => (right + extra === 0 ? 1 : right / (right + extra))

/** Of what is marked, how much was found; 1 when nothing is marked. */
export const recall = ({ right, missed }: Count): number => (right + missed === 0 ? 1 : right / (right + missed))

/** The harmonic mean of both. */
export function f1(count: Count): number {
  const [p, r] = [precision(count), recall(count)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** Counts one thing that is marked or not, found or not. */
export function tell(count: Count, marked: boolean, found: boolean): void {
  if (marked && found) count.right++
  else if (found) count.extra++
  else if (marked) count.missed++
}

/** What is scored of the people in shots. */
export interface PresenceTally {
  /** Who is in a shot. */
  there: Count
  /** Who comes, goes or passes through. */
  moves: Count
  shots: number
  /** Shots (or whole scenes of a probe) in which nothing is to be corrected. */
  shotsRight: number
}

export const noPresence = (): PresenceTally => ({ there: noCount(), moves: noCount(), shots: 0, shotsRight: 0 })

/** Adds one total to another. */
export function addPresence(into: PresenceTally, other: PresenceTally): void {
  for (const key of ['there', 'moves'] as const) addCount(into[key], other[key])
  into.shots += other.shots
  into.shotsRight += other.shotsRight
}

export function addCount(into: Count, other: Count): void {
  into.right += other.right
  into.extra += other.extra
  into.missed += other.missed
}

/** Tells one cell: what is marked for somebody in a shot, and what was found. */
export function tellCell(tally: PresenceTally, marked: string | null, found: string | null): boolean {
  tell(tally.there, marked !== null, found !== null)
  const [moves, told] = [marked !== null && marked !== 'throughout', found !== null && found !== 'throughout']
  if (moves && told && marked === found) tally.moves.right++
  else {
    if (moves) tally.moves.missed++
    if (told) tally.moves.extra++
  }
  return marked === found
}

const share = (value: number): string => value.toFixed(3)

/** One line: precision and recall of who is there, F1 of comings and goings, shots that need no correction. */
export function presenceLine(name: string, { there, moves, shots, shotsRight }: PresenceTally): string {
  return `${name.padEnd(22)} there P ${share(precision(there))} R ${share(recall(there))}   moves P ${share(precision(moves))} R ${share(recall(moves))} F1 ${share(f1(moves))}   right ${shotsRight} of ${shots}`
}

/** One line of a plain count. */
export const countLine = (name: string, count: Count): string =>
  `${name.padEnd(22)} P ${share(precision(count))} R ${share(recall(count))}   ${count.right} right, ${count.extra} extra, ${count.missed} missed`
