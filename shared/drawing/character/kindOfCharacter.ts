import { propKinds, type PropKind } from '../props/propKind'
import { hasWord, wordsOf } from '../traitWords'
import { wordList } from '../../language/lexicon/wordList'

const animals = ['dog', 'cat', 'bird', 'horse'] as const satisfies readonly PropKind[]
export type Animal = (typeof animals)[number]
const people = wordList(`
  man woman boy girl lady guy person owner walker lover mr mrs ms miss officer detective doctor human years
`)

const crowdWords = wordList(`
  crowd mob audience people everyone everybody group gang band choir team squad army troop family congregation
  jury staff crew men women children kids police press
`)
const pluralOnly = wordList(`
  guest soldier cop villager passenger student boy girl guard reporter dancer worker customer protester
  spectator neighbour neighbor tourist pirate officer nurse waiter extra patron fan player servant lord sailor
  mariner spirit fairy fairies friend parent twin minion thug goon zombie bystander pedestrian shopper diner
`)

/** The animal a character is: by the last word of its name, else by what its description begins with. Null = a human being. */
export function animalOf(name: string, traits: string): Animal | null {
  const names = wordsOf(name)
  const said = wordsOf(traits).slice(0, 5)
  if (hasWord([...names, ...said], ...people)) return null
  const last = names.at(-1)
  const is = (words: readonly string[]): Animal | undefined =>
    animals.find((kind) => hasWord(words, ...propKinds[kind].words))
  return (last === undefined ? undefined : is([last])) ?? is(said) ?? null
}

/** Is one name many people? "CROWD", "SOLDIERS", "the guests". */
export function isCrowd(name: string): boolean {
  const words = wordsOf(name)
  const last = words.at(-1)
  return (
    last !== undefined &&
    words.length <= 3 &&
    (crowdWords.includes(last) || (last.endsWith('s') && pluralOnly.includes(last.slice(0, -1))) || last === 'fairies')
  )
}

/** Height of an animal beside a grown figure of 1; small ones no smaller than can be seen. */
export function animalHeight(animal: Animal): number {
  return Math.max(0.3, propKinds[animal].height)
}
