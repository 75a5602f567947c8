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
}

/** Reads texts of the story against the names of the project. Made once for whoever reads several texts. */
export interface StoryNames {
  /** One of the allowed is a person. */
  readonly hasPerson: boolean
  /** What one sentence says. */
  read(sentence: string): ReadSentence
  namedIn(tokens: readonly Token[]): Named
  /** Does a text name a person, place or thing of the project that may not be named here? */
  namesStranger(text: string): boolean
  /** The asset that a name found in a text stands for, if it may be named here. */
  allowed(key: string | undefined): Asset | undefined
}

/** What everybody and everything of the film is called. Remembered, and the same until a name or a type changes. */
const knownNames = cached(
  (store) =>
    store.list('assetsInOrder').map(({ id, type, deleted, name, aliases }) => ({
      id,
      type,
      deleted,
      name,
      aliases: aliases.map((a) => ({ name: a.name })),
    })),
  sameValue,
)

/**
 * @param allowed who and what may be named
 * @param things props that are not among them may be named too: in a video prompt the waiter may set down a teapot
 * nobody assigned
 */
export function storyNames(store: ReadRecords, allowed: readonly Asset[], things = false): StoryNames {
  const names = new NameIndex([], 'any')
  const inside = new Map(allowed.map((asset) => [asset.id, asset]))
  for (const asset of allowed) addNames(names, asset, false)
  for (const asset of knownNames(store)) {
    if (inside.has(asset.id) || (things && asset.type === 'prop' && !asset.deleted)) continue
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
    }
  }
  return {
    hasPerson: allowed.some((asset) => asset.type === 'character'),
    read: (sentence) => readSentence(sentence, 0, names),
    namedIn,
    namesStranger: (text) => namedIn(names.read(text)).outside,
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
