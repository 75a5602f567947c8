import type { Asset, Look } from '../../model/asset'
import type { Draft } from '../../records/draft'
import { foldName } from '../lookup'
import type { ReadRecords } from '../../records/recordStore'

/** An asset of another project with its looks, as it lies there; the pictures are in this project already. */
export interface BroughtAsset {
  readonly asset: Asset
  readonly looks: readonly Look[]
}

/**
 * The names copies get: their own, or with a number where a living asset of their type has it here, or another copy.
 * @param names in the order in which they come
 */
export function namesOfCopies(store: ReadRecords, assets: readonly Pick<Asset, 'name' | 'type'>[]): string[] {
  const taken = new Set<string>()
  const key = (type: string, name: string) => `${type}/${foldName(name)}`
  for (const asset of store.all('assets')) if (!asset.deleted) taken.add(key(asset.type, asset.name))
  return assets.map(({ name, type }) => {
    let free = name
    for (let n = 2; taken.has(key(type, free)); n++) free = `${name} ${n}`
    taken.add(key(type, free))
    return free
  })
}

/**
 * Assets of another project come in as copies, with their words, other names, looks and pictures, in no shot yet (domain.md 8.10). Nothing leads
 * back to where they come from.
 * @returns the ids of the copies
 */
export function bringAssets(draft: Draft, brought: readonly BroughtAsset[]): string[] {
  const names = namesOfCopies(
    draft,
    brought.map(({ asset }) => asset),
  )
  return brought.map(({ asset, looks }, i) => {
    const id = draft.newId()
    const idOf = new Map(looks.map((look) => [look.id, draft.newId()]))
    for (const look of looks)
      draft.add('looks', { ...look, id: idOf.get(look.id)!, assetId: id, ordinal: draft.nextOrdinal('looks') })
    draft.add('assets', {
      ...asset,
      id,
      name: names[i]!,
      aliases: asset.aliases.map((alias) => ({ ...alias, lookId: idOf.get(alias.lookId ?? '') ?? null })),
      ordinal: draft.nextOrdinal('assets'),
      rank: null,
      defaultLookId: idOf.get(asset.defaultLookId)!,
      deleted: false,
      mergedIntoId: null,
    })
    return id
  })
}
