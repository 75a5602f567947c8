import type { Take } from '../../model/result'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { chosenTake } from '../lookup'
import { staleCauses } from './causes'
import { sameInputs } from './compareInputs'
import { inputsOf } from './resultInputs'
import { setTakeChoice } from './sharedStill'
import { unfinished } from './unfinished'

/**
 * Which take stands after one was made (domain.md 6.8): the new one, since somebody asked for it, unless the one that
 * stands is approved. One whose inputs changed while it was made is kept beside a fresh one.
 * @param standing what stood before the new take was added; null = nothing
 * @param fits it is what was asked for, in size and length; one that is not counts as one whose inputs changed
 * @param candidate its number among several that were asked for at once: they are there to be picked from (domain.md 5.15)
 */
export function chooseMade(
  draft: Draft,
  take: Take,
  standing: Take | null,
  { fits = true, candidate = null }: { fits?: boolean; candidate?: number | null } = {},
): void {
  const { shotId, kind } = take
  // What was stopped on its way waits to be picked, also where nothing stands.
  if (unfinished(draft, take)) {
    if (chosenTake(draft, shotId, kind)?.id !== standing?.id) setTakeChoice(draft, shotId, kind, standing?.id ?? null)
    return
  }
  const stays =
    standing &&
    (candidate === null ? keeps(draft, take, standing, fits) : candidate > 1 || !replacedByFirst(draft, take, standing))
  const choose = stays ? standing : take
  if (chosenTake(draft, shotId, kind)?.id !== choose.id) setTakeChoice(draft, shotId, kind, choose.id)
}

/** The first of several candidates stands in the place of a stale take that is not approved, as long as it is fresh itself. */
function replacedByFirst(draft: Draft, first: Take, standing: Take): boolean {
  const mark = draft.get('resultMarks', standing.id)
  const isFresh = (take: Take, inputs = take.inputs) =>
    sameInputs(inputs, inputsOf(draft, take.shotId, take.kind, take.generatorId))
  const isWhole = unfinished(draft, standing) === null
  return !mark?.locked && isFresh(first) && !(isWhole && isFresh(standing, mark?.accepted?.inputs ?? standing.inputs))
}

function keeps(draft: Draft, made: Take, standing: Take, fits: boolean): boolean {
  const mark = draft.get('resultMarks', standing.id)
  if (mark?.locked) return true
  const isFresh = (take: Take, inputs = take.inputs) =>
    sameInputs(inputs, inputsOf(draft, take.shotId, take.kind, take.generatorId))
  return !(fits && isFresh(made)) && isFresh(standing, mark?.accepted?.inputs ?? standing.inputs)
}

/** What is said of a take that nothing is wrong with. */
export const candidateBeside = 'Kept beside another take.'

/** Why a take that was made does not stand, as a sentence; null where it does (domain.md 6.8). */
export function besideBecause(store: ReadRecords, take: Take): string | null {
  const { shotId, kind } = take
  // It was asked for so.
  if (unfinished(store, take)) return null
  const standing = chosenTake(store, shotId, kind)
  if (!standing || standing.id === take.id || standing.mediaId === take.mediaId) return null
  if (store.get('resultMarks', standing.id)?.locked) return 'Kept beside: the approved take stays.'
  const causes = staleCauses(store, shotId, take.inputs, inputsOf(store, shotId, kind, take))
  return causes.length ? `Kept beside, made for other inputs: ${causes[0]!}` : candidateBeside
}
