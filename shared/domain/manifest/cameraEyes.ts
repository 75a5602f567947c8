import { NameIndex } from '../../language/text/nameIndex'
import { isGroupNoun, isPersonNoun } from '../../language/lexicon/people'
import { wordList } from '../../language/lexicon/wordList'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import type { Asset } from '../../model/asset'
import { activeMembers, existingShot, type Member } from '../lookup'
import { sexOf } from './sexes'
import { addNames } from './storyNames'

/** Parts of a body: "Alice's hand" shows some of Alice, "Alice's phone" nothing. */
const bodyParts = new Set(
  wordList(
    'hand hands finger fingers fingertips thumb fist fists palm palms arm arms wrist face eye eyes lips mouth cheek foot feet boot boots shoe shoes leg legs lap neck ear hair head shoulder shoulders back chest knee knees ankle',
  ),
)

const pov = new Set(['pov'])

/**
 * Those of a shot whom the camera cannot see, by asset id, and why: whoever looks through it in a point-of-view shot,
 * and in an insert whoever the words do not name (domain.md 1.10). Locations stay. Remembered.
 */
export const unseenByCamera: (store: ReadRecords, shotId: string) => ReadonlyMap<string, string> = cached<
  ReadonlyMap<string, string>
>(
  (store, shotId) => {
    const shot = existingShot(store, shotId)
    const near = nearOf(shot.text)
    if (shot.size !== 'pov' && shot.size !== 'insert' && !near && !/\b(?:pov|point of view)\b/i.test(shot.text))
      return nobody
    const members = activeMembers(store, shotId).filter((m) => m.asset.type !== 'location')
    const names = new NameIndex([], 'any')
    for (const { asset } of members) addNames(names, asset, false)
    if (shot.size === 'insert') return unnamed(members, names, `${shot.text}\n${shot.startState}\n${shot.endState}`)
    if (near) return aroundThing(members, names, near, shot.text)
    const owner = viewOwner(shot.text, names) ?? ownerByPronoun(store, shot.text, members, names)
    return owner === null ? nobody : new Map([[owner, 'is the camera: the shot is seen through these eyes']])
  },
  (a, b) => sameValue([...a], [...b]),
)

/** Whose eyes the camera is in a point-of-view shot (domain.md 1.10): the one of the shot whom it cannot see for that. */
export function eyesOf(store: ReadRecords, shotId: string): Asset | null {
  const { size, text } = existingShot(store, shotId)
  if (size === 'insert' || nearOf(text)) return null
  const [owner] = unseenByCamera(store, shotId).keys()
  return owner === undefined ? null : store.must('assets', owner)
}

const nobody: ReadonlyMap<string, string> = new Map()

/** What a camera line looks at from near: "ANGLE ON THE PHOTOGRAPH: the wife" is "THE PHOTOGRAPH". */
function nearOf(text: string): string | null {
  return (
    /^\s*(?:(?:EXTREME |VERY |TIGHT |BIG )?CLOSE(?:[- ]?UP)?(?: SHOT)?|ANGLE|E?CU|DETAIL|MACRO|TIGHT|FOCUS)\s*(?:ON|OF|IN ON)\s+([^.:;,!?\n–—]{2,60})/u
      .exec(text)?.[1]
      ?.trim() ?? null
  )
}

/** In a near shot of a thing those whom nothing else in it names or means; nobody, where it is somebody's or of somebody. */
function aroundThing(
  members: readonly Member[],
  names: NameIndex,
  near: string,
  text: string,
): ReadonlyMap<string, string> {
  const head = names.read(near)
  const isPerson = (id: string | undefined) => members.some((m) => m.asset.id === id && m.asset.type === 'character')
  const words = near.toLowerCase().match(/\p{L}+/gu) ?? []
  if (head.some(({ name, possessive }) => isPerson(name) && !possessive)) return nobody
  if (words.some((word) => bodyParts.has(word) || isPersonNoun(word) || isGroupNoun(word))) return nobody
  if (/\b(?:he|she|they|him|them|hands?|fingers?)\b/i.test(text)) return nobody
  const named = new Set(
    names.read(text).flatMap(({ name, possessive }) => (name !== undefined && !possessive ? [name] : [])),
  )
  const away = new Set(
    members.flatMap(({ asset }) => (asset.type === 'character' && !named.has(asset.id) ? [asset.id] : [])),
  )
  const goesWith = ({ asset, assignment }: Member) =>
    assignment.carriedBy !== null && away.has(assignment.carriedBy) && !named.has(asset.id)
  return new Map(
    members
      .filter((member) => away.has(member.asset.id) || goesWith(member))
      .map(({ asset }) => [asset.id, 'is not in the near shot of the thing'] as const),
  )
}

/** All but those the words name; nobody, where they name none of them. */
function unnamed(members: readonly Member[], names: NameIndex, text: string): ReadonlyMap<string, string> {
  const tokens = names.read(text)
  const named = new Set(
    tokens.flatMap(({ name, possessive }, i) =>
      name !== undefined && (!possessive || bodyParts.has(tokens[i + 1]?.low ?? '')) ? [name] : [],
    ),
  )
  if (!members.some(({ asset }) => named.has(asset.id))) return nobody
  return new Map(
    members.flatMap(({ asset }) => (named.has(asset.id) ? [] : [[asset.id, 'is not named in the insert'] as const])),
  )
}

/** "HER POV": the one woman of the shot whom the words do not name. */
function ownerByPronoun(store: ReadRecords, text: string, members: readonly Member[], names: NameIndex): string | null {
  const sex = /(?:^|[.!?]\s+|\n)\W*(his|her)\s+(?:pov|p\.o\.v|point of view)\b/i.exec(text)?.[1]?.toLowerCase()
  if (sex === undefined) return null
  const named = new Set(names.read(text).map(({ name }) => name))
  const people = members.filter(({ asset }) => asset.type === 'character' && !named.has(asset.id))
  const fitting = people.filter(
    ({ asset }) => (sexOf(store, asset) ?? (sex === 'his' ? 'he' : 'she')) === (sex === 'his' ? 'he' : 'she'),
  )
  return fitting.length === 1 ? fitting[0]!.asset.id : null
}

/** "POV Bob:", "Bob's POV", "from Bob's point of view", "through Bob's eyes". */
function viewOwner(text: string, names: NameIndex): string | null {
  const tokens = names.read(text)
  const low = (i: number) => tokens[i]?.low ?? ''
  for (let i = 0; i < tokens.length; i++) {
    const key = tokens[i]!.name
    if (key === undefined) {
      const before = tokens[i - 1]
      const isView = pov.has(low(i)) || (low(i) === 'point' && low(i + 1) === 'of' && low(i + 2) === 'view')
      if (isView && before?.name !== undefined) return before.name
      continue
    }
    const isAfter = pov.has(low(i - 1)) || ((low(i - 1) === 'of' || low(i - 1) === 'from') && pov.has(low(i - 2)))
    const isOf = low(i - 1) === 'of' && low(i - 2) === 'view' && low(i - 4) === 'point'
    const isThrough = tokens[i]!.possessive === true && low(i - 1) === 'through' && low(i + 1) === 'eyes'
    if (isAfter || isOf || isThrough) return key
  }
  return null
}
