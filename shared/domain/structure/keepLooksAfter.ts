import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { neighbour } from '../lookup'
import { onStartLook } from '../merging/mergeHooks'
import { resolveLook } from '../looks/resolveLook'

/** A shot goes, its look changes stay: they happen in the cut before it, or the scene starts with their outcome, so no later look changes. */
export function keepLooksAfter(draft: Draft, shot: Shot): void {
  const previous = neighbour(draft, shot, -1)
  const events = draft.list('transformationsOfShot', shot.id).filter((e) => !e.suspended)
  if (!events.length) return
  for (const instanceId of new Set(events.map((e) => e.sceneAssetInstanceId))) {
    const instance = draft.must('sceneAssetInstances', instanceId)
    if (previous) continue
    const next = neighbour(draft, shot, 1)
    if (next) {
      const lookId = resolveLook(draft, instance, { shotId: next.id, at: 'start' }).id
      draft.update('sceneAssetInstances', instanceId, { lookId })
      onStartLook(
        draft,
        instance,
        lookId,
        events.filter((e) => e.sceneAssetInstanceId === instanceId),
      )
    }
    // A start look is never carried on (domain.md 2), so what the story carried ends here, by name.
    const carried = events.findLast((e) => e.sceneAssetInstanceId === instanceId && e.carries === 'story')
    const look = carried?.toLookId ? draft.get('looks', carried.toLookId) : undefined
    if (look)
      draft.warn('STORY_LOOK_ENDS', {
        asset: draft.must('assets', instance.assetId).name,
        look: look.name,
        shot: shot.number,
      })
  }
  if (previous) {
    const ordered = events.toSorted((a, b) => (a.at ?? 2) - (b.at ?? 2) || a.ordinal - b.ordinal)
    let ordinal = draft.nextOrdinal('transformations')
    for (const event of ordered)
      draft.update('transformations', event.id, {
        kind: 'between_shots',
        at: null,
        shotId: previous.id,
        ordinal: ordinal++,
      })
  }
  draft.warn('CHANGES_MOVED', { shot: shot.number })
}
