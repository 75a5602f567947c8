import type { Look } from '../../model/asset'
import type { Draft } from '../../records/draft'
import { noTurnaround } from '../looks/turnaround'

/** After a merge was taken apart neither asset may use the other's looks: a look still used is copied (domain.md 8). */
export function settleLooks(draft: Draft, intoId: string, fromId: string): void {
  giveOwnLooks(draft, intoId)
  giveOwnLooks(draft, fromId)
}

/**
 * Replaces every use of a foreign look by an asset with a copy of its own; after merges of merges it may be a third asset's. A use of a look
 * that was deleted meanwhile falls back to the default look, as it does when a look is deleted; an asset that has none left gets a plain one.
 */
function giveOwnLooks(draft: Draft, assetId: string): void {
  const copies = new Map<string, string>()
  let fallback = draft.list('looksOfAsset', assetId)[0]?.id ?? null
  const own = (lookId: string | null): string | null => {
    if (lookId === null) return null
    const look = draft.get('looks', lookId)
    if (!look) return fallback
    if (look.assetId === assetId) return lookId
    const known = copies.get(look.id)
    if (known !== undefined) return known
    const copy = copyLook(draft, look, assetId)
    copies.set(look.id, copy.id)
    return copy.id
  }
  const asset = draft.get('assets', assetId)
  if (!asset) return
  const defaultLookId = own(asset.defaultLookId) ?? plainLook(draft, assetId).id
  fallback = defaultLookId
  draft.update('assets', assetId, {
    defaultLookId,
    aliases: asset.aliases.map((a) => ({ ...a, lookId: own(a.lookId) })),
  })
  for (const instance of draft.list('instancesOfAsset', assetId)) {
    draft.update('sceneAssetInstances', instance.id, { lookId: own(instance.lookId) })
    for (const event of draft.list('transformationsOfInstance', instance.id))
      draft.update('transformations', event.id, { fromLookId: own(event.fromLookId), toLookId: own(event.toLookId) })
  }
}

function copyLook(draft: Draft, look: Look, assetId: string): Look {
  return draft.add('looks', { ...look, id: draft.newId(), assetId, ordinal: draft.nextOrdinal('looks') })
}

function plainLook(draft: Draft, assetId: string): Look {
  const ordinal = draft.nextOrdinal('looks')
  const nothing = { description: '', mediaId: null, checkDescription: false, ...noTurnaround }
  return draft.add('looks', { id: draft.newId(), assetId, name: 'Default', ordinal, ...nothing })
}
