import { adverbs, elsewhere, inward, outward, stillWords, trailing } from './smallWords'
import { possessives, reflexives } from './pronouns'
import {
  closets,
  closingThings,
  containers,
  doorways,
  drivenThings,
  edges,
  floors,
  goals,
  hidingPlaces,
  waters,
  innerRooms,
  passages,
  places,
  stairways,
  terrains,
  vehicles,
  views,
  waysOut,
} from './places'
import { barriers, carriedThings, codes, drinks, guns, mentions, phones, pictures, screens, seats } from './things'
import type { WordSet } from './wordSet'

/**
 * The classes that rows name: `%in` is a word of the class, `{place}` a noun phrase whose noun is of it: "the old
 * house".
 */
export const classes = {
  in: inward,
  out: outward,
  elsewhere,
  adverb: adverbs,
  their: possessives,
  themselves: reflexives,

  place: places,
  view: views,
  vehicle: vehicles,
  container: containers,
  hidingPlace: hidingPlaces,
  water: waters,
  doorway: doorways,
  wayOut: waysOut,
  door: closingThings,
  floor: floors,
  stairway: stairways,
  passage: passages,
  edge: edges,
  goal: goals,
  closet: closets,
  trailing,

  code: codes,
  seat: seats,
  gun: guns,
  phone: phones,
  drink: drinks,
  carried: carriedThings,
  picture: pictures,
  mention: mentions,
  screen: screens,
  barrier: barriers,
  outdoors: terrains,
  driven: drivenThings,
  room: innerRooms,
  still: stillWords,
} as const satisfies Readonly<Record<string, WordSet>>
/** The name of a class of words. */
export type WordClass = keyof typeof classes
