import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'

/**
 * Notes that a scene's assignments were filled once (domain.md 9). It is kept apart from undoable records: `splitSceneStates`
 * takes these rows out of the undo step, so undo and redo leave them alone.
 */
export function markInitialised(draft: Draft, sceneId: string): void {
  const state = draft.get('sceneStates', sceneId)
  if (!state) draft.add('sceneStates', { id: sceneId, assignmentsInitialised: true })
  else draft.update('sceneStates', sceneId, { assignmentsInitialised: true })
}

export function isInitialised(store: ReadRecords, sceneId: string): boolean {
  return store.get('sceneStates', sceneId)?.assignmentsInitialised ?? false
}
