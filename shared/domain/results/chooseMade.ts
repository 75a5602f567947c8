import type { Take } from '../../model/result'
import type { Draft } from '../../records/draft'
import { chosenTake } from '../lookup'
import { sameInputs } from './compareInputs'
import { inputsOf } from './resultInputs'
import { setTakeChoice } from './sharedStill'

/**
 * Which take stands after one was made (domain.md 6.8): the new one, since somebody asked for it, unless the one that
 * stands is approved. One whose inputs changed while it was made is kept beside a fresh one.
 * @param standing what stood before the new take was added; null = nothing
 */
export function chooseMade(draft: Draft, take: Take, standing: Take | null): void {
  const { shotId, kind } = take
  const choose = standing && keeps(draft, take, standing) ? standing : take
  if (chosenTake(draft, shotId, kind)?.id !== choose.id) setTakeChoice(draft, shotId, kind, choose.id)
}

function keeps(draft: Draft, made: Take, standing: Take): boolean {
  const mark = draft.get('resultMarks', standing.id)
  if (mark?.locked) return true
  const isFresh = (take: Take, inputs = take.inputs) =>
    sameInputs(inputs, inputsOf(draft, take.shotId, take.kind, take.generatorId))
  return !isFresh(made) && isFresh(standing, mark?.accepted?.inputs ?? standing.inputs)
}
