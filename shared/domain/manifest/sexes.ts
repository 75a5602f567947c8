import { sexOfFirstName } from '../../language/lexicon/firstNames'
import { sexOfWord } from '../../language/lexicon/people'
import type { Asset } from '../../model/asset'
import type { ReadRecords } from '../../records/recordStore'
import { namesOf } from '../lookup'

/** By which pronoun somebody is told of. */
export type Sex = 'he' | 'she'

/** What names and descriptions tell of somebody's sex; null where they tell none, or both. */
export function toldSex(store: ReadRecords, asset: Asset): Sex | null {
  const words = [
    ...namesOf(asset),
    asset.description,
    ...store.list('looksOfAsset', asset.id).map((look) => look.description),
  ]
    .join(' ')
    .slice(0, 2000)
    .toLowerCase()
    .match(/\p{L}+/gu)
  const told = new Set(
    (words ?? []).flatMap((word) => {
      const sex = /^(?:he|his|him)$/.test(word) ? 'he' : /^(?:she|her)$/.test(word) ? 'she' : sexOfWord(word)
      return sex === null ? [] : [sex]
    }),
  )
  return told.size === 1 ? [...told][0]! : null
}

/** The same, else what the first name tells: enough to be no "she", too little to be the "he" that is meant. */
export function sexOf(store: ReadRecords, asset: Asset): Sex | null {
  const words = asset.name.toLowerCase().match(/\p{L}+/gu) ?? []
  const named = new Set(words.flatMap((word) => sexOfFirstName(word) ?? []))
  return toldSex(store, asset) ?? (named.size === 1 ? [...named][0]! : null)
}
