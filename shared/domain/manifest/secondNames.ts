import type { Asset } from '../../model/asset'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, namesOf } from '../lookup'

/** Who may be the same person as an asset: the other side of its open proposals of an alias. */
const likelySame = cached<readonly string[]>(
  (store, assetId) =>
    store.list('aliasProposalsInOrder').flatMap(({ intoId, fromId, as, state }) => {
      if (state !== 'open' || as !== 'alias' || (intoId !== assetId && fromId !== assetId)) return []
      const other = intoId === assetId ? fromId : intoId
      const asset = store.get('assets', other)
      return asset && !asset.deleted && asset.type === 'character' ? [other] : []
    }),
  sameValue,
)

/**
 * Those of a shot with the names that the script may use for them as well while a proposal is open (domain.md 11.4): where MAYA stands
 * alone, "Dr. Maya stops" is told of her. By the id of the asset that is not there.
 */
export function secondNames(store: ReadRecords, shotId: string): ReadonlyMap<string, Asset> {
  const members = activeMembers(store, shotId).map(({ asset }) => asset)
  const there = new Set(members.map(({ id }) => id))
  const found = new Map<string, Asset | null>()
  for (const asset of members) {
    if (asset.type !== 'character') continue
    for (const id of likelySame(store, asset.id)) if (!there.has(id)) found.set(id, found.has(id) ? null : asset)
  }
  return new Map([...found].flatMap(([id, asset]) => (asset ? [[id, asset] as const] : [])))
}

/** An asset as the words of a shot may call it. */
export function withSecondNames<T extends { readonly asset: Asset }>(
  store: ReadRecords,
  shotId: string,
  members: readonly T[],
): T[] {
  const second = [...secondNames(store, shotId)]
  if (second.length === 0) return [...members]
  return members.map((member) => {
    const more = second.flatMap(([id, asset]) =>
      asset.id === member.asset.id ? namesOf(store.must('assets', id)).map((name) => ({ name, lookId: null })) : [],
    )
    return more.length === 0
      ? member
      : { ...member, asset: { ...member.asset, aliases: [...member.asset.aliases, ...more] } }
  })
}
