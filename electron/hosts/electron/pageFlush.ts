/** A page that does not answer is not waited for longer than this. */
const longestWaitMs = 2000

/**
 * Asks the page to send what was typed and not saved yet, before its window or its project goes. Requests arrive in the order they are sent,
 * so everything is written when the page's answer is there.
 */
export class PageFlush {
  private waiting: { readonly done: Promise<void>; readonly answer: () => void } | null = null

  constructor(private readonly ask: () => void) {}

  /** Settles when the page has answered, or after two seconds; asked again meanwhile it waits for the same answer. */
  run(): Promise<void> {
    if (this.waiting) return this.waiting.done
    let answer = () => {}
    const done = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longestWaitMs)
      answer = () => {
        clearTimeout(timer)
        resolve()
      }
    }).finally(() => (this.waiting = null))
    this.waiting = { done, answer }
    this.ask()
    return done
  }

  /** The page has sent everything. */
  answered(): void {
    this.waiting?.answer()
  }
}
