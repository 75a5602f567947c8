/** A step of the history that typing made, with the way to take it back; false when it is no longer the newest. */
export interface SavedStep {
  readonly id: string
  takeBack(): Promise<boolean>
}

/** What became of a text: the step it made (null: nothing changed), or why it is refused, in one sentence. */
export type Saved = { readonly step: SavedStep | null } | { readonly refused: string }

/**
 * Saves a text. `continues` is the step that an earlier save of the same visit made: the new one takes its place, so that a visit is one
 * step however often it was saved. Nothing answered: it is kept in the window only.
 */
export type SaveText = (text: string, continues: SavedStep | null) => Promise<Saved> | void

/** What a field gives its typed text; another one with every rendering. */
export interface TypedField {
  readonly label: string
  readonly save: SaveText
  /** Why a text cannot be, or null. */
  readonly check: (text: string) => string | null
  /** Whether a text may be saved while the field still has the focus. */
  readonly atRest: (text: string) => boolean
  /** Something to show has changed. */
  readonly onChange: () => void
}

/** Typed text is saved when nothing was typed for this long. */
export const restMs = 600

/** One visit of a field, from the first letter typed to leaving it. */
interface Visit {
  text: string
  /** What stood there before; Escape brings it back. */
  readonly start: string
  /** The text that is saved. */
  saved: string
  step: SavedStep | null
  /** The text that could not be saved, and why. */
  refusal: { readonly text: string; readonly sentence: string } | null
  left: boolean
}

/** Every text that is being typed or on its way. */
const open = new Set<TypedText>()

/** Saves everything that was typed, in every field. Settles when all of it has been answered. */
export async function flushTypedText(): Promise<void> {
  await Promise.all([...open].map((typed) => typed.flush()))
}

let tellLost: (label: string, text: string, reason: string) => void = () => {}

/** Whom to tell of a refused text whose field went away. */
export function onLostText(listener: typeof tellLost): void {
  tellLost = listener
}

/**
 * What is typed into one field. It is saved when typing rests, when the field is left or goes away, and when everything is flushed; all
 * saves of a visit are one step. A refused text stays, with the reason.
 */
export class TypedText {
  private visit: Visit | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending: Promise<void> | null = null

  constructor(private field: TypedField) {}

  /** The field as it is from now on. */
  serve(field: TypedField): void {
    this.field = field
  }

  /** What was typed; null while the field shows its value. */
  get text(): string | null {
    return this.visit?.text ?? null
  }

  /** Why the text cannot be saved, or null. */
  get refused(): string | null {
    const { visit } = this
    if (!visit) return null
    return this.field.check(visit.text) ?? (visit.refusal?.text === visit.text ? visit.refusal.sentence : null)
  }

  /** @param value what the field showed before */
  type(text: string, value: string): void {
    this.visit ??= { text, start: value, saved: value, step: null, refusal: null, left: false }
    this.visit.text = text
    this.visit.left = false
    open.add(this)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      if (this.field.atRest(text)) void this.flush()
    }, restMs)
    this.field.onChange()
  }

  /** The field is left: what is not refused is saved, and the visit ends. Answers whether nothing was refused. */
  async leave(): Promise<boolean> {
    if (!this.visit) return true
    this.visit.left = true
    await this.flush()
    return this.visit === null
  }

  /** Brings back what stood there before the visit. */
  cancel(): void {
    const { visit } = this
    if (!visit) return
    visit.text = visit.start
    visit.refusal = null
    void this.leave()
    this.field.onChange()
  }

  /** The field goes away. A refused text goes with it, so it is told. */
  dispose(): void {
    const { visit } = this
    if (!visit) return
    const { label } = this.field
    void this.leave().then(() => {
      const reason = this.refused
      if (this.visit !== visit || !visit.left || !reason) return
      tellLost(label, visit.text, reason)
      this.end()
    })
  }

  /** Saves what is typed now, unless it is refused. Settles when it is answered. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.sending ??= this.send().finally(() => {
      this.sending = null
    })
    return this.sending
  }

  /** Sends until what is typed is what is saved: more may be typed while an answer is awaited. */
  private async send(): Promise<void> {
    const field = this.field
    const { visit } = this
    while (visit && visit.text !== visit.saved && !this.refused) {
      const { text } = visit
      const outcome = await saveOne(field, visit, text)
      if ('refused' in outcome) visit.refusal = { text, sentence: outcome.refused }
      else {
        visit.step = outcome.step
        visit.saved = text
      }
    }
    if (visit?.left && visit.text === visit.saved) this.end()
    field.onChange()
  }

  private end(): void {
    this.visit = null
    open.delete(this)
  }
}

/** The text as it stood before the visit is no change at all: the step is taken back. */
async function saveOne(field: TypedField, { start, step }: Visit, text: string): Promise<Saved> {
  if (text === start && step && (await step.takeBack())) return { step: null }
  return (await field.save(text, step)) ?? { step }
}
