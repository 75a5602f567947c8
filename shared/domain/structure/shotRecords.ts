import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { dropMarks } from '../marks/markRules'

/** Removes a shot with everything that hangs on it. Takes and prompts stay in the project and return with undo. */
export function removeShotRecords(draft: Draft, shot: Pick<Shot, 'id'>): void {
  for (const assignment of draft.list('assignmentsOfShot', shot.id)) draft.remove('assignments', assignment.id)
  for (const event of draft.list('transformationsOfShot', shot.id)) draft.remove('transformations', event.id)
  for (const blocking of draft.list('blockingsOfShot', shot.id)) draft.remove('blockings', blocking.id)
  for (const seam of [...draft.list('seamsFrom', shot.id), ...draft.list('seamsTo', shot.id)])
    draft.remove('seams', seam.id)
  for (const suggestion of draft.list('suggestionsOfShot', shot.id)) draft.remove('suggestions', suggestion.id)
  for (const frame of ['start', 'end'] as const) draft.remove('planEdits', `${shot.id}:${frame}`)
  for (const kind of ['startFrame', 'endFrame', 'video'] as const) draft.remove('takeChoices', `${shot.id}:${kind}`)
  for (const clip of draft.list('clipsOfShot', shot.id)) draft.remove('soundClips', clip.id)
  draft.remove('cameraMoves', shot.id)
  dropMarks(draft, shot.id)
  draft.remove('shots', shot.id)
}
