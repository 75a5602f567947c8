import { namesOf } from '../../domain/lookup'
import { nameKey } from '../../language/text/names'
import type { ReadRecords } from '../../records/recordStore'
import type { NamesApart } from '../scriptTypes'

/** What an asset and everything merged into it is called in scripts. */
const namesUnder = (store: ReadRecords, assetId: string): string[] => {
  const asset = store.get('assets', assetId)
  return asset
    ? [
        ...namesOf(asset).map(nameKey),
        ...store.list('assetsMergedInto', assetId).flatMap((a) => namesUnder(store, a.id)),
      ]
    : []
}

/** The names that the user said are never one, for whoever reads a script of the project (domain.md 8.7). */
export function namesApart(store: ReadRecords): NamesApart {
  return [...store.all('neverMerges')].flatMap(({ aId, bId }) =>
    [...new Set(namesUnder(store, aId))].flatMap((a) =>
      [...new Set(namesUnder(store, bId))].map((b) => [a, b] as const),
    ),
  )
}
