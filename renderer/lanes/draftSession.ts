import { useProject } from '../app/projectStore'

/**
 * The draft of one gesture: worked out again only when its input or the project changed, and kept after the release until the mirror holds what
 * was sent, so that nothing jumps back for the time of a commit. A new gesture takes over at any time.
 */
export class DraftSession<Input, Draft> {
  private held: { readonly key: string; readonly revision: number; readonly draft: Draft } | null = null
  private stopWaiting: (() => void) | null = null

  /**
   * @param work what the input would do
   * @param changed called whenever there is another draft, or none any more
   */
  constructor(
    private readonly work: (input: Input) => Draft,
    private readonly changed: () => void,
  ) {}

  get now(): Draft | null {
    return this.held?.draft ?? null
  }

  /** Shows what an input would do. */
  draw(input: Input): Draft {
    this.stopWaiting?.()
    const key = JSON.stringify(input)
    const { revision } = useProject.getState()
    if (this.held?.key !== key || this.held.revision !== revision) {
      this.held = { key, revision, draft: this.work(input) }
      this.changed()
    }
    return this.held.draft
  }

  /** Throws the draft away. */
  drop(): void {
    this.stopWaiting?.()
    if (!this.held) return
    this.held = null
    this.changed()
  }

  /**
   * Sends the command of the draft and drops it when the mirror has the change, or when the answer is that nothing came of it.
   * @param send answers whether it was done
   */
  commit(send: () => Promise<boolean>): void {
    this.stopWaiting?.()
    let waiting = true
    const end = () => {
      if (!waiting) return
      this.stopWaiting?.()
      this.drop()
    }
    const unsubscribe = useProject.subscribe((state, before) => {
      if (state.revision !== before.revision || state.epoch !== before.epoch) end()
    })
    this.stopWaiting = () => {
      waiting = false
      unsubscribe()
      this.stopWaiting = null
    }
    // A change is announced before the command is answered: what the mirror has not heard of by then is not coming.
    void send().finally(end)
  }
}
