import type { Asset, AssetType, Look, LookView } from '../../model/asset'
import type { Transformation } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import {
  assignmentOf,
  existingInstance,
  existingPicture,
  existingShot,
  instancesInStoryOrder,
  livingAsset,
  shotsOfScene,
  storyScene,
} from '../lookup'
import { takeOutOfShot } from '../presence/removeAssignment'
import { transformationsInOrder } from '../looks/resolveLook'
import { markInitialised } from '../presence/initialised'
import { noTurnaround, turnaroundFields } from '../looks/turnaround'
import { addAssignment, ensureInstance } from '../presence/setAssignment'

export interface AssetFields {
  name?: string | undefined
  description?: string | undefined
  aliases?: (string | { name: string; lookId: string | null })[] | undefined
  rank?: number | null | undefined
  key?: boolean | undefined
  defaultLookId?: string | undefined
}

/** The aliases as stored. @throws Refusal when one is bound to a look of another asset */
function aliasList(draft: Draft, assetId: string, aliases: AssetFields['aliases']) {
  return aliases?.map((a) => {
    const alias = typeof a === 'string' ? { name: a.trim(), lookId: null } : { name: a.name.trim(), lookId: a.lookId }
    if (alias.lookId !== null && draft.get('looks', alias.lookId)?.assetId !== assetId)
      throw new Refusal('DEFAULT_LOOK_ELSEWHERE')
    return alias
  })
}

function existingAsset(draft: Draft, assetId: string): Asset {
  const asset = draft.get('assets', assetId)
  if (!asset) throw new Refusal('NOT_FOUND', { what: 'The asset' })
  return asset
}

/**
 * `asset.create`: the asset with its default look, throughout in the given shots. A deleted namesake is named, so that it can be restored
 * instead (domain.md 8).
 */
export function createAsset(
  draft: Draft,
  input: AssetFields & {
    name: string
    type: AssetType
    mediaId?: string | null | undefined
    lookName?: string | undefined
    shotIds?: readonly string[] | undefined
  },
): Asset {
  const name = input.name.trim()
  const namesakes = draft.list('assetsByName', name.toLowerCase()).filter((a) => a.mergedIntoId === null)
  if (namesakes.some((a) => !a.deleted && a.type === input.type)) draft.warn('NAME_TAKEN', { type: input.type, name })
  const deleted = namesakes
    .filter((a) => a.deleted)
    .sort((a, b) => Number(b.type === input.type) - Number(a.type === input.type))[0]
  if (deleted) draft.warn('DELETED_NAMESAKE', { type: deleted.type, name })
  const id = draft.newId()
  const look = addLook(draft, id, {
    name: input.lookName ?? 'Default',
    description: '',
    mediaId: input.mediaId ?? null,
  })
  const asset = draft.add('assets', {
    id,
    type: input.type,
    name,
    aliases: aliasList(draft, id, input.aliases) ?? [],
    description: input.description?.trim() ?? '',
    ordinal: draft.nextOrdinal('assets'),
    rank: input.rank ?? null,
    key: input.key ?? false,
    defaultLookId: look.id,
    deleted: false,
    mergedIntoId: null,
  })
  for (const shotId of input.shotIds ?? [])
    addToScene(draft, { assetId: id, sceneId: existingShot(draft, shotId).sceneId, shotIds: [shotId] })
  return asset
}

function addLook(
  draft: Draft,
  assetId: string,
  fields: { name: string; description: string; mediaId: string | null },
): Look {
  existingPicture(draft, fields.mediaId)
  return draft.add('looks', {
    id: draft.newId(),
    assetId,
    ...fields,
    ...noTurnaround,
    ordinal: draft.nextOrdinal('looks'),
    checkDescription: false,
  })
}

/** `asset.update` */
export function updateAsset(draft: Draft, input: AssetFields & { assetId: string }): Asset {
  existingAsset(draft, input.assetId)
  if (input.defaultLookId !== undefined && draft.get('looks', input.defaultLookId)?.assetId !== input.assetId)
    throw new Refusal('DEFAULT_LOOK_ELSEWHERE')
  // Looks without words of their own are described by the asset's, which are new now.
  if (input.description !== undefined)
    for (const look of draft.list('looksOfAsset', input.assetId))
      if (!look.description) draft.update('looks', look.id, { checkDescription: false })
  return draft.update('assets', input.assetId, {
    name: input.name?.trim(),
    description: input.description?.trim(),
    aliases: aliasList(draft, input.assetId, input.aliases),
    rank: input.rank,
    key: input.key,
    defaultLookId: input.defaultLookId,
  })
}

/** `asset.retype`: what was mis-typed; assignments and looks stay. */
export function retypeAsset(draft: Draft, input: { assetId: string; type: AssetType }): Asset {
  livingAsset(draft, input.assetId)
  return draft.update('assets', input.assetId, { type: input.type })
}

/** `asset.delete` is soft: assignments stay but are suspended (domain.md 8). */
export function deleteAsset(draft: Draft, input: { assetId: string }): void {
  livingAsset(draft, input.assetId)
  draft.update('assets', input.assetId, { deleted: true })
}

/** `asset.restore` @throws Refusal MERGED for a merged source */
export function restoreAsset(draft: Draft, input: { assetId: string }): void {
  const asset = existingAsset(draft, input.assetId)
  if (asset.mergedIntoId !== null)
    throw new Refusal('MERGED', {
      asset: asset.name,
      into: draft.get('assets', asset.mergedIntoId)?.name ?? 'another asset',
    })
  draft.update('assets', asset.id, { deleted: false })
}

/** `asset.addToScene`: the scene instance and throughout in the given shots (all by default) at once; who is in a shot already stays as is (domain.md 9). */
export function addToScene(
  draft: Draft,
  input: { assetId: string; sceneId: string; shotIds?: readonly string[] | undefined },
): void {
  livingAsset(draft, input.assetId)
  storyScene(draft, input.sceneId)
  const shots = input.shotIds?.map((id) => existingShot(draft, id)) ?? shotsOfScene(draft, input.sceneId)
  const foreign = shots.find((shot) => shot.sceneId !== input.sceneId)
  if (foreign) throw new Refusal('OTHER_SCENE', { shot: foreign.number })
  const instance = ensureInstance(draft, input.sceneId, input.assetId)
  for (const shot of shots) {
    if (assignmentOf(draft, shot.id, instance.id)) continue
    addAssignment(draft, shot.id, instance.id, {
      presence: 'throughout',
      enterAt: 0,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      action: '',
      rank: null,
      origin: 'preset',
      evidence: null,
    })
  }
  markInitialised(draft, input.sceneId)
}

/** `asset.removeFromScene`: its assignments, look changes and blocking in that scene go with the instance; look changes are named. */
export function removeFromScene(draft: Draft, input: { assetId: string; sceneId: string }): void {
  const instance = draft.first('instanceOf', `${input.sceneId}/${input.assetId}`)
  if (!instance) throw new Refusal('NOT_FOUND', { what: 'The asset of the scene' })
  const asset = draft.must('assets', instance.assetId)
  const events = transformationsInOrder(draft, instance)
  const shotOf = (event: Transformation) => draft.must('shots', event.shotId).number
  if (events.length) draft.warn('CHANGES_GONE', { asset: asset.name, shots: [...new Set(events.map(shotOf))] })
  const carried = draft.must('scenes', instance.sceneId).outOfStoryOrder
    ? undefined
    : events.findLast((e) => e.carries === 'story')
  const look = carried?.toLookId ? draft.get('looks', carried.toLookId) : undefined
  if (carried && look) draft.warn('STORY_LOOK_ENDS', { asset: asset.name, look: look.name, shot: shotOf(carried) })
  for (const event of draft.list('transformationsOfInstance', instance.id)) draft.remove('transformations', event.id)
  for (const blocking of draft.list('blockingsOfInstance', instance.id)) draft.remove('blockings', blocking.id)
  for (const assignment of draft.list('assignmentsOfInstance', instance.id)) takeOutOfShot(draft, assignment)
  draft.remove('sceneAssetInstances', instance.id)
}

/** `sceneAsset.update`: the look an asset starts a scene in, and the description it has there; a blank one is none. */
export function updateSceneAsset(
  draft: Draft,
  input: { id: string; lookId?: string | null | undefined; description?: string | null | undefined },
): void {
  const instance = existingInstance(draft, input.id)
  livingAsset(draft, instance.assetId)
  if (input.lookId && draft.get('looks', input.lookId)?.assetId !== instance.assetId)
    throw new Refusal('DEFAULT_LOOK_ELSEWHERE')
  draft.update('sceneAssetInstances', input.id, {
    lookId: input.lookId,
    description: input.description === undefined ? undefined : input.description?.trim() || null,
  })
}

/** `look.create` */
export function createLook(
  draft: Draft,
  input: { assetId: string; name: string; description?: string | undefined; mediaId?: string | null | undefined },
): Look {
  livingAsset(draft, input.assetId)
  return addLook(draft, input.assetId, {
    name: input.name.trim(),
    description: input.description?.trim() ?? '',
    mediaId: input.mediaId ?? null,
  })
}

function existingLook(draft: Draft, lookId: string): Look {
  const look = draft.get('looks', lookId)
  if (!look) throw new Refusal('NOT_FOUND', { what: 'The look' })
  return look
}

/**
 * `look.update`: pictures of a look, of which one is sent (domain.md 2.6). A picture in another's place flags the older description for a check, also when the old one was taken away first; a new
 * description clears the flag (domain.md 2).
 */
export function updateLook(
  draft: Draft,
  input: {
    lookId: string
    name?: string | undefined
    description?: string | undefined
    mediaId?: string | null | undefined
    /** Pictures of its turnaround. */
    pictures?: Partial<Record<LookView, string | null | undefined>> | undefined
    /** Which of its pictures is sent. */
    view?: LookView | undefined
  },
): Look {
  const look = existingLook(draft, input.lookId)
  const asset = livingAsset(draft, look.assetId)
  existingPicture(draft, input.mediaId)
  const mediaId = input.mediaId ?? input.pictures?.[look.view] ?? input.mediaId
  const replaced = mediaId !== undefined && look.mediaId !== null && mediaId !== look.mediaId
  const checkDescription =
    input.description !== undefined ? false : replaced && (look.description || asset.description) ? true : undefined
  return draft.update('looks', look.id, {
    name: input.name?.trim(),
    description: input.description?.trim(),
    ...turnaroundFields(draft, look, { ...input.pictures, [look.view]: mediaId }, input.view),
    checkDescription,
  })
}

/** `look.delete`: uses of it fall back to the default look and are named; the last look stays (domain.md 2). */
export function deleteLook(draft: Draft, input: { lookId: string }): void {
  const look = existingLook(draft, input.lookId)
  const asset = livingAsset(draft, look.assetId)
  const others = draft.list('looksOfAsset', asset.id).filter((l) => l.id !== look.id)
  if (!others.length) throw new Refusal('LAST_LOOK', { look: look.name, asset: asset.name })
  const uses: string[] = []
  if (asset.defaultLookId === look.id) {
    draft.update('assets', asset.id, { defaultLookId: others[0]!.id })
    uses.push('the default look')
  }
  const fallback = draft.must('looks', draft.must('assets', asset.id).defaultLookId)
  for (const instance of instancesInStoryOrder(draft, asset.id)) {
    if (instance.lookId === look.id) {
      draft.update('sceneAssetInstances', instance.id, { lookId: fallback.id })
      uses.push(`the start of scene ${draft.must('scenes', instance.sceneId).number}`)
    }
    for (const event of draft.list('transformationsOfInstance', instance.id)) {
      if (event.fromLookId !== look.id && event.toLookId !== look.id) continue
      draft.update('transformations', event.id, {
        ...(event.fromLookId === look.id ? { fromLookId: fallback.id } : {}),
        ...(event.toLookId === look.id ? { toLookId: fallback.id } : {}),
      })
      uses.push(
        `the change ${event.kind === 'within_shot' ? 'in' : 'after'} shot ${draft.must('shots', event.shotId).number}`,
      )
    }
  }
  const bound = asset.aliases.filter((a) => a.lookId === look.id)
  if (bound.length)
    draft.update('assets', asset.id, {
      aliases: asset.aliases.map((a) => (a.lookId === look.id ? { ...a, lookId: null } : a)),
    })
  uses.push(...bound.map((a) => `the name “${a.name}”`))
  // What was merged into this asset still names its look, which moved here.
  for (const other of draft.all('assets'))
    if (other.mergedIntoId !== null && other.defaultLookId === look.id)
      draft.update('assets', other.id, { defaultLookId: fallback.id })
  if (uses.length)
    draft.warn('LOOK_FELL_BACK', { asset: asset.name, look: fallback.name, old: look.name, uses: [...new Set(uses)] })
  draft.remove('looks', look.id)
}
