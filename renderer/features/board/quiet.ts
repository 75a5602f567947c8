const waiting = new Set<() => void>()
/** So long after the last scroll it is quiet, in milliseconds. */
const pauseMs = 120
let scrolledAt = Number.NEGATIVE_INFINITY
let asked = false

/** Runs something when the board is not being scrolled and there is time: one thing at a time. Answers how to give it up. */
export function whenQuiet(work: () => void): () => void {
  waiting.add(work)
  ask()
  return () => void waiting.delete(work)
}

/** The board was scrolled: what waits goes on waiting. */
export function tellScrolled(): void {
  scrolledAt = performance.now()
}

function ask(): void {
  if (asked || !waiting.size) return
  asked = true
  const wait = scrolledAt + pauseMs - performance.now()
  if (wait > 0) setTimeout(() => requestIdleCallback(next), wait)
  else requestIdleCallback(next)
}

function next(): void {
  asked = false
  if (performance.now() - scrolledAt >= pauseMs) {
    const [work] = waiting
    if (work) {
      waiting.delete(work)
      work()
    }
  }
  ask()
}
