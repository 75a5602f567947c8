import type { Take } from '../../model/result'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { chosenTake } from '../lookup'
import { staleCauses } from './causes'
import { sameInputs } from './compareInputs'
import { inputsOf } from './resultInputs'
import { setTakeChoice } from './sharedStill'

/**
 * Which take stands after one was made (domain.md 6.8): the new one, since somebody asked for it, unless the one that
 * stands is approved. One whose inputs changed while it was made is kept beside a fresh one.
 * @param standing what stood before the new take was added; null = nothing
 * @param fits it is what was asked for, in size and length; one that is not counts as one whose inputs changed
 */
export function chooseMade(draft: Draft, take: Take, standing: Take | null, fits = true): void {
  const { shotId, kind } = take
  const choose = standing && keeps(draft, take, standing, fits) ? standing : take
  if (chosenTake(draft, shotId, kind)?.id !== choose.id) setTakeChoice(draft, shotId, kind, choose.id)
}

function keeps(draft: Draft, made: Take, standing: Take, fits: boolean): boolean {
  const mark = draft.get('resultMarks', standing.id)
  if (mark?.locked) return true
  const isFresh = (take: Take, inputs = take.inputs) =>
    sameInputs(inputs, inputsOf(draft, take.shotId, take.kind, take.generatorId))
  return !(fits && isFresh(made)) && isFresh(standing, mark?.accepted?.inputs ?? standing.inputs)
}

/** Why a take that was made does not stand, as a sentence; null where it does (domain.md 6.8). */
export function besideBecause(store: ReadRecords, take: Take): string | null {
  const { shotId, kind } = take
  const standing = chosenTake(store, shotId, kind)
  if (!standing || standing.id === take.id || standing.mediaId === take.mediaId) return null
  if (store.get('resultMarks', standing.id)?.locked) return 'Kept beside: the approved take stays.'
  const causes = staleCauses(store, shotId, take.inputs, inputsOf(store, shotId, kind, take))
  return causes.length ? `Kept beside, made for other inputs: ${causes[0]!}` : 'Kept beside another take.'
}
