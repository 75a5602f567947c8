import type { CommandInputs, CommandName } from '@shared/ipc/inputSchemas'
import { impactOfCommand, proposeCommand } from '@shared/ipc/proposeCommand'
import { turnStale } from '@shared/language/unitWords'
import type { Change } from '@shared/records/change'
import type { Proposal } from '@shared/records/draft'
import type { RecordStore } from '@shared/records/recordStore'
import { Refusal } from '@shared/records/refusal'
import { recordsNow, useRevision } from './projectStore'
import { useFreshness } from './useFreshness'

export interface Preview {
  readonly change: Change
  /** Results that would turn stale, and the shots they belong to, in story order; see `impactOf`. */
  readonly staleResults: number
  readonly staleShots: ReadonlySet<string>
  /** False: the project was opened a moment ago and more may turn stale than is known yet. */
  readonly complete: boolean
  /** What the rule answered. */
  readonly answer: unknown
}

/** So many shots a gesture waits for where nothing is known of them yet. */
const atMost = 24

let next = 0
const draftId = () => `draft-${next++}`

/**
 * What a command would do, worked out in the window with the same rule; nothing is written. Asked the same again (a drag asks at every move of the
 * pointer) it answers the same again, until the project changes.
 */
export const preview = remembering(
  (records, name, input): Preview | Refusal => {
    const outcome = impactOfCommand(records, draftId, name, input, atMost)
    if (outcome instanceof Refusal) return outcome
    return {
      change: outcome.change,
      answer: outcome.answer,
      complete: outcome.complete,
      staleResults: outcome.stale.reduce((sum, shot) => sum + shot.results.length, 0),
      staleShots: new Set(outcome.stale.map((shot) => shot.shotId)),
    }
  },
  (outcome) => outcome instanceof Refusal || outcome.complete,
)

/** What a command would change and answer, without what it would turn stale. */
export const rehearse = remembering(
  (records, name, input): Proposal | Refusal => proposeCommand(records, draftId, name, input),
  () => true,
)

/** Renders again whenever a preview may come out differently: the project changed, or more is known of what is fresh. */
export function useWhatPreviewsNeed(): void {
  useRevision()
  useFreshness((s) => s.complete)
}

/** "2 results turn stale", "nothing turns stale"; says so when not everything is known yet. */
export function staleWords(
  { staleResults, staleShots, complete }: Omit<Preview, 'change' | 'answer'>,
  what: 'result' | 'shot' = 'result',
): string {
  const count = what === 'result' ? staleResults : staleShots.size
  if (complete) return turnStale(count, what)
  return count ? `at least ${turnStale(count, what)}` : 'still counting what turns stale'
}

type Ask<A> = <C extends CommandName>(records: RecordStore, name: C, input: CommandInputs[C]) => A

/** Keeps the newest answer for each command. @param isFinal an answer that is not is asked for again */
function remembering<A>(
  ask: Ask<A>,
  isFinal: (answer: A) => boolean,
): <C extends CommandName>(name: C, input: CommandInputs[C]) => A {
  const known = new Map<CommandName, { records: RecordStore; revision: number; input: string; answer: A }>()
  return (name, input) => {
    const records = recordsNow()
    const key = JSON.stringify(input)
    const last = known.get(name)
    if (last?.records === records && last.revision === records.revision && last.input === key && isFinal(last.answer))
      return last.answer
    const answer = ask(records, name, input)
    known.set(name, { records, revision: records.revision, input: key, answer })
    return answer
  }
}
