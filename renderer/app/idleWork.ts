/** How much a stretch of work in idle time may take, and how long it may be put off. */
interface Pace {
  /** A rest after each start before anything is done, in ms: more may be coming. */
  readonly pauseMs: number
  /** The longest stretch of work in one go, in ms. */
  readonly sliceMs: number
  /** A busy window gets a slice after this time all the same, in ms. */
  readonly patienceMs: number
}

/** Work done step by step in idle time. Started again it drops what was under way and begins anew. */
export class IdleWork<R> {
  private round = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param steps a step each time it yields; what it returns is handed to `done` */
  constructor(
    private readonly steps: () => Generator<void, R>,
    private readonly done: (result: R) => void,
    private readonly pace: Pace,
  ) {}

  start(): void {
    const mine = ++this.round
    clearTimeout(this.timer)
    const begin = () => this.idle(() => this.slice(mine, this.steps()))
    if (this.pace.pauseMs) this.timer = setTimeout(begin, this.pace.pauseMs)
    else begin()
  }

  stop(): void {
    this.round++
    clearTimeout(this.timer)
  }

  private slice(mine: number, steps: Generator<void, R>): void {
    if (mine !== this.round) return
    const until = performance.now() + this.pace.sliceMs
    do {
      const step = steps.next()
      if (step.done) {
        this.done(step.value)
        return
      }
    } while (performance.now() < until)
    this.idle(() => this.slice(mine, steps))
  }

  private idle(work: () => void): void {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: this.pace.patienceMs })
    else setTimeout(work, 0)
  }
}
