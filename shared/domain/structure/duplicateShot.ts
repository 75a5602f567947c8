import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { currentPrompt } from '../results/resultInputs'
import { existingShot, neighbour } from '../lookup'
import { numberForNew } from './numbering'
import { keyAfter } from './ordering'
import { addShot } from './shotPlaces'

/**
 * `shot.duplicate`: a copy right after the shot, of everything but takes (domain.md 7): fields, assignments (also suspended ones), look
 * changes inside it, blocking, open suggestions, edited plans and the standing prompts with their "still good". Look changes in the cut after the shot happen
 * after the copy, so that it looks like the original. It gets a number of its own; the seam to the next shot dissolves.
 */
export function duplicateShot(draft: Draft, input: { shotId: string }): Shot {
  const shot = existingShot(draft, input.shotId)
  const copy = addShot(draft, {
    ...shot,
    id: draft.newId(),
    orderKey: keyAfter(shot, neighbour(draft, shot, 1)),
    number: numberForNew(draft, shot),
  })
  const own = () => ({ id: draft.newId(), shotId: copy.id })
  for (const a of draft.list('assignmentsOfShot', shot.id))
    draft.add('assignments', { ...a, ...own(), ordinal: draft.nextOrdinal('assignments') })
  for (const event of draft.list('transformationsOfShot', shot.id)) {
    if (event.kind === 'between_shots') draft.update('transformations', event.id, { shotId: copy.id })
    // A copy was made by the user, whatever merge made the original.
    else
      draft.add('transformations', { ...event, ...own(), ordinal: draft.nextOrdinal('transformations'), mergeId: null })
  }
  for (const blocking of draft.list('blockingsOfShot', shot.id)) draft.add('blockings', { ...blocking, ...own() })
  for (const s of draft.list('suggestionsOfShot', shot.id))
    if (s.state === 'open') draft.add('suggestions', { ...s, ...own(), ordinal: draft.nextOrdinal('suggestions') })
  for (const frame of ['start', 'end'] as const) {
    const edit = draft.get('planEdits', `${shot.id}:${frame}`)
    if (edit) draft.add('planEdits', { ...edit, id: `${copy.id}:${frame}`, shotId: copy.id })
  }
  for (const prompt of ['start', 'end', 'video'] as const) {
    const version = currentPrompt(draft, shot.id, prompt)
    if (!version) continue
    const { id } = draft.add('promptVersions', { ...version, ...own(), ordinal: draft.nextOrdinal('promptVersions') })
    const mark = draft.get('resultMarks', version.id)
    if (mark) draft.add('resultMarks', { ...mark, id })
  }
  return copy
}
