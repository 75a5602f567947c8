import type { ErrorClass } from '../generators/generatorContract'

/** How often a job whose generator broke off is tried again by itself, and how often one that was sent away for being too fast. */
const retries = { transient: 2, rate: 20 } as const
/** The wait before the next try, in ms, doubled each time: after a break, and when a generator names no time of its own. */
const firstWait = { transient: 500, rate: 2000 } as const
const longestWait = 5 * 60_000

/** How long a job that failed so waits before it is tried again, in ms; null where it is not. */
export function waitBefore(errorClass: ErrorClass, attempts: number, waitMs: number | undefined): number | null {
  if ((errorClass !== 'transient' && errorClass !== 'rate') || attempts > retries[errorClass]) return null
  return Math.min(longestWait, waitMs ?? firstWait[errorClass] * 2 ** (attempts - 1))
}
