import type { Asset, AssetType, Look, LookView } from '../../model/asset'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { foldName, livingAsset } from '../lookup'
import { createAsset, createLook, updateLook } from './assetRules'

/** What a picture shows: a look there is, a look of an asset by name, an asset, or a new asset. */
export interface PictureShows {
  assetId?: string | undefined
  lookId?: string | undefined
  /** With a look: which picture of its turnaround; without one that which is sent. */
  view?: LookView | undefined
  lookName?: string | undefined
  /** Of the new asset, where no asset is given. */
  name?: string | undefined
  type?: AssetType | undefined
}

export interface TakenPicture extends PictureShows {
  mediaId: string
}

/**
 * `asset.takePictures`: many pictures at once, each where it belongs (domain.md 2). A look that is named takes the picture; of an asset alone the default
 * look takes it while it has none, and else a new look does, so that nothing is replaced unasked. Pictures of one new name are one asset.
 */
export function takePictures(draft: Draft, input: { pictures: readonly TakenPicture[] }): void {
  const made = new Map<string, Asset>()
  input.pictures.forEach((picture, i) => {
    if (picture.lookId !== undefined) {
      const look = draft.get('looks', picture.lookId)
      if (!look || (picture.assetId !== undefined && look.assetId !== picture.assetId))
        throw new Refusal('NOT_FOUND', { what: 'The look' })
      updateLook(draft, { lookId: look.id, pictures: { [picture.view ?? look.view]: picture.mediaId } })
      return
    }
    const asset =
      picture.assetId === undefined ? newAsset(draft, made, picture, i) : livingAsset(draft, picture.assetId)
    const look = lookFor(draft, asset, picture.lookName)
    if (look) updateLook(draft, { lookId: look.id, mediaId: picture.mediaId })
    else
      createLook(draft, {
        assetId: asset.id,
        name: picture.lookName ?? freeName(draft, asset.id),
        mediaId: picture.mediaId,
      })
  })
}

function newAsset(draft: Draft, made: Map<string, Asset>, { name, type }: TakenPicture, at: number): Asset {
  if (name === undefined || type === undefined)
    throw new InvalidInput(`pictures[${at}]`, 'expected assetId, lookId, or name and type')
  const key = `${type}/${foldName(name)}`
  const asset = made.get(key) ?? createAsset(draft, { name, type })
  made.set(key, asset)
  return asset
}

/** The look that takes the picture; undefined for a new one. */
function lookFor(draft: Draft, asset: Asset, named: string | undefined): Look | undefined {
  const looks = draft.list('looksOfAsset', asset.id)
  if (named !== undefined) return looks.find((l) => foldName(l.name) === foldName(named))
  return looks.find((l) => l.id === asset.defaultLookId && l.mediaId === null)
}

/** "Look 2", or the next number that is free. */
function freeName(draft: Draft, assetId: string): string {
  const looks = draft.list('looksOfAsset', assetId)
  let n = looks.length + 1
  while (looks.some((l) => l.name === `Look ${n}`)) n++
  return `Look ${n}`
}
