import { isGroupNoun, isPersonNoun } from '../../language/lexicon/people'
import { isTitle } from '../../language/text/names'
import type { Asset } from '../../model/asset'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, namesOf } from '../lookup'
import { traitPhrase } from './traitPhrase'

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

/** What an asset looks like by itself: in its default look, else by its own words. */
const ownWords = (store: ReadRecords, { defaultLookId, description }: Asset): string =>
  store.get('looks', defaultLookId)?.description.trim() || description.trim()

/** More than "woman": something that tells one from others. */
const tellsMuch = (asset: Asset, words: string): boolean => traitPhrase(words, asset.name).includes(' ')

/** The DRIVER is not surely the TAXI DRIVER, as STEEL is DICK STEEL: they share more than what they do. */
function sharesName(one: Asset, other: Asset): boolean {
  const words = new Set(other.name.toLowerCase().split(/\s+/))
  return one.name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => words.has(word) && !isPersonNoun(word) && !isGroupNoun(word) && !isTitle(word.toUpperCase()))
}

/**
 * The description of whoever has hardly any, from the other one it may be while a proposal is open: STEEL looks like DICK STEEL, "former
 * partner" (domain.md 11.4). Its own words stay behind it; two others that differ lend nothing, nor does who is in the shot as well.
 * @param own what the asset is described by here
 */
export function lentDescription(store: ReadRecords, shotId: string, asset: Asset, own: string): string {
  if (asset.type !== 'character' || tellsMuch(asset, own)) return own
  const others = likelySame(store, asset.id).filter((id) => sharesName(asset, store.must('assets', id)))
  if (others.length === 0) return own
  const there = new Set(activeMembers(store, shotId).map((m) => m.asset.id))
  const lent = new Set(
    others.flatMap((id) => {
      const other = store.must('assets', id)
      const words = ownWords(store, other)
      return !there.has(id) && tellsMuch(other, words) ? [words] : []
    }),
  )
  const [words] = lent
  if (words === undefined || lent.size > 1) return own
  const said = new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const more = (own.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => !said.has(word))
  return more ? `${words}, ${own}` : words
}

/** Are two ever seen in one shot? Then they are two. */
function areTogether(store: ReadRecords, one: Asset, other: Asset): boolean {
  const shotsOf = ({ id }: Asset) =>
    store
      .list('instancesOfAsset', id)
      .flatMap((instance) => store.list('assignmentsOfInstance', instance.id).map(({ shotId }) => shotId))
  const shots = new Set(shotsOf(one))
  return shotsOf(other).some((id) => shots.has(id))
}

/** Whom an open proposal would merge somebody into; null where they are several, share only what both do, or are seen together. */
const likelyInto = cached<string | null>((store, assetId) => {
  const asset = store.must('assets', assetId)
  const [other, ...more] = store
    .list('aliasProposalsInOrder')
    .filter(({ fromId, as, state }) => fromId === assetId && as === 'alias' && state === 'open')
    .flatMap(({ intoId }) => store.get('assets', intoId) ?? [])
  if (!other || more.length > 0 || other.deleted || other.type !== 'character' || asset.type !== 'character')
    return null
  return sharesName(asset, other) && !areTogether(store, asset, other) ? other.id : null
})

/**
 * Whose figure and place in the row an asset has: BRICK is drawn as BRICK BRADDOCK, so that one man stays one man while nobody has
 * answered whether he is (domain.md 11.4).
 */
export function figureOf(store: ReadRecords, asset: Asset): Asset {
  const seen = new Set<string>()
  let id = asset.id
  for (let into = likelyInto(store, id); into !== null && !seen.has(into); into = likelyInto(store, id)) {
    seen.add(into)
    id = into
  }
  return id === asset.id ? asset : store.must('assets', id)
}

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
