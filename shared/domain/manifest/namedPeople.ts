import { NameIndex } from '../../language/text/nameIndex'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { existingShot } from '../lookup'
import { secondNames } from './secondNames'
import { addNames } from './storyNames'

/** The names of everybody in the film. Remembered: the same until a person comes, goes or is renamed. */
const castNames = cached(
  (store) =>
    store
      .list('assetsInOrder')
      .flatMap(({ id, type, name, aliases }) =>
        type === 'character' ? [{ id, name, aliases: aliases.map((a) => ({ name: a.name })) }] : [],
      ),
  sameValue,
)

/**
 * The people of the film that the words of a shot name, in alphabetical order, whether or not they are in it: an input
 * of its prompts, since who is named and not there is left out of them (domain.md 4.5, 6.3). Remembered.
 */
export const namedPeople: (store: ReadRecords, shotId: string) => readonly string[] = cached<readonly string[]>(
  (store, shotId) => {
    const { text, startState, endState } = existingShot(store, shotId)
    const cast = castNames(store)
    const names = new NameIndex([], 'any')
    for (const person of cast) addNames(names, person, false)
    const found = new Set([text, startState, endState].flatMap((t) => names.read(t).map(({ name }) => name)))
    const second = secondNames(store, shotId)
    const told = (id: string, name: string) => {
      const there = second.get(id)
      return there ? `${name} (${there.name})` : name
    }
    return cast.flatMap(({ id, name }) => (found.has(id) ? [told(id, name)] : [])).sort()
  },
  sameValue,
)
