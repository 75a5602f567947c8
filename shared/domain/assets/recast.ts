import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { hullOf } from '../intervals/hull'
import { assignmentOf, existingShot, foldName, instanceOf, livingAsset } from '../lookup'
import { ensureInstance } from '../presence/setAssignment'

export interface RecastInput {
  oldId: string
  newId: string
  shotIds: readonly string[]
  /** Look of the old asset -> look of the new one. */
  lookMap?: Readonly<Record<string, string>> | undefined
}

/**
 * `asset.recast`: the new asset takes the old one's assignments, blocking and changes of look in the chosen shots (domain.md 8). Changes need
 * looks: the map, then a look of the same name; else the change sleeps, is named, and wakes when the look is given.
 */
export function recast(draft: Draft, input: RecastInput): void {
  const old = draft.get('assets', input.oldId)
  if (!old) throw new Refusal('NOT_FOUND', { what: 'The asset' })
  const fresh = livingAsset(draft, input.newId)
  if (old.id === fresh.id) throw new Refusal('RECAST_SELF')
  const lookOf = lookFinder(draft, fresh.id, input.lookMap ?? {})
  for (const shotId of input.shotIds) {
    const shot = existingShot(draft, shotId)
    const source = instanceOf(draft, shot.sceneId, old.id)
    if (!source) continue
    const moving = assignmentOf(draft, shot.id, source.id)
    const events = draft.list('transformationsOfShot', shot.id).filter((e) => e.sceneAssetInstanceId === source.id)
    if (!moving && !events.length) continue
    const target = ensureInstance(draft, shot.sceneId, fresh.id)
    // The start look comes along when the new asset has one for it.
    if (target.lookId === null && source.lookId !== null && lookOf(source.lookId))
      draft.update('sceneAssetInstances', target.id, { lookId: lookOf(source.lookId) })
    if (moving) {
      const own = assignmentOf(draft, shot.id, target.id)
      if (own) {
        draft.update('assignments', own.id, { ...hullOf(own, moving), rank: own.rank ?? moving.rank, origin: 'user' })
        draft.remove('assignments', moving.id)
      } else draft.update('assignments', moving.id, { sceneAssetInstanceId: target.id })
    }
    for (const other of draft.list('assignmentsOfShot', shot.id)) {
      const now = (id: string | null) => (id === old.id ? fresh.id : id)
      draft.update('assignments', other.id, { carriedBy: now(other.carriedBy), handedTo: now(other.handedTo) })
    }
    for (const blocking of draft.list('blockingsOfShot', shot.id)) {
      if (blocking.sceneAssetInstanceId !== source.id) continue
      if (draft.first('blockingOf', `${shot.id}/${target.id}/${blocking.frame}`)) draft.remove('blockings', blocking.id)
      else draft.update('blockings', blocking.id, { sceneAssetInstanceId: target.id })
    }
    for (const event of events) {
      const fromLookId = lookOf(event.fromLookId)
      const toLookId = lookOf(event.toLookId)
      const missing = event.toLookId !== null && toLookId === null
      draft.update('transformations', event.id, {
        sceneAssetInstanceId: target.id,
        fromLookId,
        toLookId,
        mergeId: null,
        suspended: missing ? 'no_look' : event.suspended,
      })
      if (missing)
        draft.warn('CHANGE_SLEEPS', {
          asset: fresh.name,
          shot: shot.number,
          look: draft.get('looks', event.toLookId!)?.name ?? '',
        })
    }
  }
}

function lookFinder(
  draft: Draft,
  newId: string,
  lookMap: Readonly<Record<string, string>>,
): (lookId: string | null) => string | null {
  const looks = draft.list('looksOfAsset', newId)
  for (const id of Object.values(lookMap))
    if (!looks.some((l) => l.id === id)) throw new Refusal('DEFAULT_LOOK_ELSEWHERE')
  return (lookId) => {
    if (lookId === null) return null
    const mapped = lookMap[lookId]
    if (mapped !== undefined) return mapped
    const name = draft.get('looks', lookId)?.name
    return (name !== undefined && looks.find((l) => foldName(l.name) === foldName(name))?.id) || null
  }
}
