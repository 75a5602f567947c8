import type { AliasProposalFound, FoundAsset } from '../../scriptTypes'
import { keyName } from './cast'
import type { Groups } from './groups'
import { isGroupName } from './groups'
import { sexOfFirstName } from '../../../language/lexicon/firstNames'
import { pluralOf, sexOfWord } from '../../../language/lexicon/people'
import { isTitle, nameWords } from '../../../language/text/names'

/** Names that very likely mean one person act as one on stage: if "Robin" leaves, "Robin Goodfellow" has left. */
export interface Persons {
  /** Name key -> id of the person. */
  of(name: string): string
  /** Members of a group that the text explains, as name keys. */
  membersOf(name: string): readonly string[]
  /** Of a role ("MURDERER") or its plural those whom the cues number ("FIRST MURDERER"). */
  numbered(name: string): readonly string[]
  isGroup(name: string): boolean
  sexOf(name: string): 'he' | 'she' | null
  /** All names with an asset of their own. */
  names: ReadonlySet<string>
}

/** Where only one name holds the title, "Prince Escalus" is the PRINCE that speaks. */
function joinTitles(assets: readonly FoundAsset[], join: (a: string, b: string) => void): void {
  const holders = new Map<string, string[]>()
  for (const asset of assets) {
    if (asset.type !== 'character') continue
    const name = keyName(asset)
    const first = nameWords(name)[0]
    if (first === undefined || !isTitle(first)) continue
    const list = holders.get(first)
    if (list) list.push(name)
    else holders.set(first, [name])
  }
  for (const [title, names] of holders) if (names.length === 2 && names.includes(title)) join(names[0]!, names[1]!)
}

export function findPersons(
  assets: readonly FoundAsset[],
  groups: Groups,
  proposals: readonly AliasProposalFound[],
  learned: ReadonlyMap<string, { sex: 'he' | 'she'; sure: boolean }> = new Map(),
): Persons {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    let top = name
    for (let up = parent.get(top); up !== undefined; up = parent.get(top)) top = up
    return top
  }
  const join = (a: string, b: string): void => {
    const [x, y] = [root(a), root(b)]
    if (x !== y) parent.set(x, y)
  }
  const nameOf = new Map(assets.map((a) => [a.key, keyName(a)]))
  for (const p of proposals) if (p.as === 'alias') join(nameOf.get(p.fromKey)!, nameOf.get(p.intoKey)!)
  joinTitles(assets, join)
  for (const [part, { player }] of groups.parts) join(part, player)
  const numbered = new Map(
    [...groups.numbered].flatMap(([role, keys]): [string, string[]][] => [
      [role, keys],
      ...(keys.length > 1 ? [[pluralOf(role), keys] as [string, string[]]] : []),
    ]),
  )
  const names = new Set(assets.filter((a) => a.type === 'character').map(keyName))
  return {
    of: root,
    membersOf: (name) => groups.members.get(name) ?? [],
    numbered: (name) => numbered.get(name) ?? [],
    isGroup: (name) => groups.members.has(name) || isGroupName(name),
    sexOf: (name) => {
      const words = nameWords(name)
      const sexes = words.map(sexOfWord)
      const told = sexes.find((sex) => sex === 'she') ?? sexes.find((sex) => sex !== null)
      if (told) return told
      const known = learned.get(name)
      if (known?.sure) return known.sex
      return words.map(sexOfFirstName).find((sex) => sex !== null) ?? known?.sex ?? null
    },
    names,
  }
}
