import { adverbs, inward, outward, trailing } from './smallWords'
import { possessives, reflexives } from './pronouns'
import { closingThings, containers, doorways, floors, hidingPlaces, places, vehicles, views, waysOut } from './places'
import { carriedThings, codes, drinks, guns, phones, seats } from './things'
import type { WordSet } from './wordSet'

/**
 * The classes that rows name: `%in` is a word of the class, `{place}` a noun phrase whose noun is of it: "the old
 * house".
 */
export const classes = {
  in: inward,
  out: outward,
  adverb: adverbs,
  their: possessives,
  themselves: reflexives,

  place: places,
  view: views,
  vehicle: vehicles,
  container: containers,
  hidingPlace: hidingPlaces,
  doorway: doorways,
  wayOut: waysOut,
  door: closingThings,
  floor: floors,
  trailing,

  code: codes,
  seat: seats,
  gun: guns,
  phone: phones,
  drink: drinks,
  carried: carriedThings,
} as const satisfies Readonly<Record<string, WordSet>>
/** The name of a class of words. */
export type WordClass = keyof typeof classes
