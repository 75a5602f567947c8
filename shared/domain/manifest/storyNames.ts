import { readSentence, type ReadSentence } from '../../language/reading/readText'
import { NameIndex } from '../../language/text/nameIndex'
import type { Token } from '../../language/text/tokens'
import type { Asset } from '../../model/asset'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { namesOf } from '../lookup'

/** Who and what a text names, of the whole project. */
interface Named {
  /** Of those that may be named here, each once, in the order of the text. */
  readonly inside: readonly Asset[]
  /** Names somebody or something that may not be named here. */
  readonly outside: boolean
  /** A person is among those. */
  readonly outsiders: boolean
  /** The persons it names, there or not, by id. */
  readonly persons: readonly string[]
}

/** Reads texts of the story against the names of the project. Made once for whoever reads several texts. */
export interface StoryNames {
  /** The persons among the allowed. */
  readonly people: readonly Asset[]
  /** The things among them. */
  readonly things: readonly Asset[]
  /** The persons of the shot who may not be named. */
  readonly away: readonly Asset[]
  /** What one sentence says. */
  read(sentence: string): ReadSentence
  namedIn(tokens: readonly Token[]): Named
  /** Does a text name a person, place or thing of the project that may not be named here? */
  namesStranger(text: string): boolean
  /** Does a text name an asset? */
  names(text: string, asset: Pick<Asset, 'id'>): boolean
  /** The asset that a name found in a text stands for, if it may be named here. */
  allowed(key: string | undefined): Asset | undefined
}

/** What everybody and everything of the film is called. Remembered, and the same until a name or a type changes. */
const knownNames = cached(
  (store) =>
    store.list('assetsInOrder').map(({ id, type, name, aliases }) => ({
      id,
      type,
      name,
      aliases: aliases.map((a) => ({ name: a.name })),
    })),
  sameValue,
)

/**
 * @param allowed who and what may be named
 * @param absent things and places of the shot that are not to be named either; every other person of the story is not.
 * Things and places that merely exist may be named: the waiter may set down a teapot nobody assigned (domain.md 4.5)
 */
export function storyNames(store: ReadRecords, allowed: readonly Asset[], absent: readonly Asset[] = []): StoryNames {
  const names = new NameIndex([], 'any')
  const inside = new Map(allowed.map((asset) => [asset.id, asset]))
  for (const asset of allowed) addNames(names, asset, false)
  const gone = new Set(absent.map((asset) => asset.id))
  for (const asset of knownNames(store)) {
    if (inside.has(asset.id) || (asset.type !== 'character' && !gone.has(asset.id))) continue
    // "An open plain" is not the Plain.
    addNames(names, asset, asset.type === 'location')
  }
  const typeOf = new Map(knownNames(store).map(({ id, type }) => [id, type]))
  const namedIn = (tokens: readonly Token[]): Named => {
    const keys = new Set(tokens.flatMap(({ name }) => (name === undefined ? [] : [name])))
    const strangers = [...keys].filter((key) => !inside.has(key))
    return {
      inside: [...keys].flatMap((key) => inside.get(key) ?? []),
      outside: strangers.length > 0,
      outsiders: strangers.some((key) => typeOf.get(key) === 'character'),
      persons: [...keys].filter((key) => typeOf.get(key) === 'character'),
    }
  }
  return {
    people: allowed.filter((asset) => asset.type === 'character'),
    things: allowed.filter((asset) => asset.type === 'prop'),
    away: absent.filter((asset) => asset.type === 'character'),
    read: (sentence) => readSentence(sentence, 0, names),
    namedIn,
    namesStranger: (text) => namedIn(names.read(text)).outside,
    names: (text, asset) => names.read(text).some(({ name }) => name === asset.id),
    allowed: (key) => (key === undefined ? undefined : inside.get(key)),
  }
}

/** Makes all names of an asset stand for its id. */
export function addNames(
  names: NameIndex,
  asset: { id: string } & Parameters<typeof namesOf>[0],
  capital: boolean,
): void {
  for (const name of namesOf(asset)) names.add(name.replace(/^(?:an?|the)\s+/i, ''), asset.id, capital)
}
