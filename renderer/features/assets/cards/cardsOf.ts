import { foldName, namesOf } from '@shared/domain/lookup'
import { assetTypes, type Asset, type AssetType } from '@shared/model/asset'
import type { ReadRecords } from '@shared/records/recordStore'
import { picturedMedia } from '../../../common/AssetPicture'

/** What is asked of the list of assets. */
export interface Wanted {
  readonly query: string
  readonly type: AssetType | null
  readonly missingFirst: boolean
}

export interface CardGroup {
  readonly type: AssetType
  readonly assets: readonly Asset[]
}

/** The living assets that fit, by type: in the order of references, or those without a picture first. */
export function cardsOf(records: ReadRecords, { query, type, missingFirst }: Wanted): CardGroup[] {
  const wanted = foldName(query)
  return assetTypes.flatMap((of) => {
    const assets =
      type === null || of === type ? records.list('assetsOfType', of).filter((a) => fits(records, a, wanted)) : []
    const lacks = (a: Asset) => Number(picturedMedia(records, a) !== null)
    return assets.length
      ? [{ type: of, assets: missingFirst ? assets.toSorted((a, b) => lacks(a) - lacks(b)) : assets }]
      : []
  })
}

/** Is the text in a name, another name, the description, or what its looks are called? */
function fits(records: ReadRecords, asset: Asset, wanted: string): boolean {
  if (!wanted) return true
  const looks = records.list('looksOfAsset', asset.id)
  return [...namesOf(asset), asset.description, ...looks.flatMap((l) => [l.name, l.description])].some((text) =>
    foldName(text).includes(wanted),
  )
}

/** How many living assets there are of each type. */
export function countsByType(records: ReadRecords): Record<AssetType, number> {
  const counts = { character: 0, location: 0, prop: 0 }
  for (const asset of records.list('assetsInOrder')) if (!asset.deleted) counts[asset.type]++
  return counts
}

/** In how many shots an asset is. */
export const shotCount = (records: ReadRecords, assetId: string): number =>
  records.list('instancesOfAsset', assetId).reduce((sum, i) => sum + records.sizeOf('assignmentsOfInstance', i.id), 0)

/** Deleted assets that can be restored, the newest last. */
export const deletedAssets = (records: ReadRecords): readonly Asset[] =>
  records.list('assetsInOrder').filter((a) => a.deleted && a.mergedIntoId === null)
