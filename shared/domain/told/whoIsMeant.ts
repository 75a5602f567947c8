import { nounEnders } from '../../language/lexicon/smallWords'
import type { Token } from '../../language/text/tokens'
import { isPlural } from '../../language/wording/phrases'
import type { Asset } from '../../model/asset'
import type { ReadRecords } from '../../records/recordStore'
import { sexOf, toldSex, type Sex } from '../manifest/sexes'
import type { StoryNames } from '../manifest/storyNames'

/**
 * Whom a pronoun means: one of those in the picture, several of them, somebody of them though it is not clear who, or
 * somebody who is not there.
 */
export type Meant =
  { readonly kind: 'one' | 'several' | 'unclear'; readonly who: readonly Asset[] } | { readonly kind: 'absent' }

/** Keeps who was named last while a text is read, sentence by sentence, and tells whom its pronouns mean. */
export class Referents {
  private readonly sexes: Map<string, Sex | null>
  /** Of those the ones that a description tells. */
  private readonly told: Map<string, Sex | null>
  /** The sexes of those of the shot who are not in the picture. */
  private readonly away: readonly (Sex | null)[]
  /** Ids of those named in the last sentence that named anybody, those who are not there among them. */
  private recent: readonly string[] = []

  constructor(
    store: ReadRecords,
    private readonly names: StoryNames,
  ) {
    this.sexes = new Map(names.people.map((asset) => [asset.id, sexOf(store, asset)]))
    this.told = new Map(names.people.map((asset) => [asset.id, toldSex(store, asset)]))
    this.away = names.away.map((asset) => sexOf(store, asset))
  }

  /** Those a sentence named; none keeps those of the one before. */
  named(ids: readonly string[]): void {
    if (ids.length > 0) this.recent = ids
  }

  /**
   * @param said ids of the persons named before in the same sentence
   * @param but who cannot be meant: the one who does it
   */
  meant(pronoun: string, said: readonly string[] = [], but: readonly string[] = []): Meant {
    const meant = this.meaning(pronoun, said, but)
    // Whoever was once called "she" is no "he" later.
    if (meant.kind === 'one') {
      const [{ id }] = meant.who as [Asset]
      if (this.told.get(id) === null && /^(?:he|him|she|her)$/.test(pronoun)) {
        const sex = /^(?:he|him)$/.test(pronoun) ? 'he' : 'she'
        this.sexes.set(id, sex)
        this.told.set(id, sex)
      }
    }
    return meant
  }

  private meaning(pronoun: string, said: readonly string[], but: readonly string[]): Meant {
    const { people } = this.names
    if (/^(?:they|them|their|both|all)$/.test(pronoun)) return this.several(said, but)
    const sex: Sex = /^(?:he|him|his)$/.test(pronoun) ? 'he' : 'she'
    const fits = (id: string) => !but.includes(id) && (this.sexes.get(id) ?? sex) === sex
    const told = [...new Set([...said, ...this.recent])].filter(fits)
    const inside = people.filter((asset) => told.includes(asset.id))
    const known = inside.filter((asset) => this.told.get(asset.id) === sex)
    if (known.length === 1) return { kind: 'one', who: known }
    // Whoever was named and is not there may be meant as well.
    if (told.some((id) => !this.sexes.has(id))) return { kind: 'absent' }
    if (inside.length === 1) return { kind: 'one', who: inside }
    if (inside.length > 1) return { kind: 'unclear', who: inside }
    const there = people.filter((asset) => fits(asset.id) && !isPlural(asset.name))
    const certain = there.filter((asset) => this.told.get(asset.id) === sex)
    // Of two of whom nothing is known it may be the one who is not there.
    if (certain.length === 0 && there.length > 0 && this.away.some((other) => (other ?? sex) === sex))
      return { kind: 'absent' }
    if (certain.length === 1 || there.length === 1) return { kind: 'one', who: certain.length === 1 ? certain : there }
    return there.length === 0 ? { kind: 'absent' } : { kind: 'unclear', who: there }
  }

  private several(said: readonly string[], but: readonly string[]): Meant {
    const { people } = this.names
    const told = [...new Set([...said, ...this.recent])].filter((id) => !but.includes(id))
    if (told.some((id) => !this.sexes.has(id))) return { kind: 'absent' }
    const inside = people.filter((asset) => told.includes(asset.id))
    if (inside.length > 1 || inside.some((asset) => isPlural(asset.name))) return { kind: 'several', who: inside }
    const there = people.filter((asset) => !but.includes(asset.id))
    if (there.length === 0) return { kind: 'absent' }
    return there.length > 1 || isPlural(there[0]!.name) ? { kind: 'unclear', who: there } : { kind: 'absent' }
  }
}

/** "Shuts the door behind him": whoever shuts it, and nobody else. */
export const isOwn = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.low === 'behind' &&
  tokens
    .slice(0, i)
    .some(({ low }) => /^(?:(?:clos|shut|lock|slamm?|bolt|bang|pull|dragg?)(?:es|s|ing)|draws)$/.test(low))

/** Is a "her" or "them" what something is done to, and not whose something is: "looks at her", "after her with a towel"? */
export function isObject(token: Token, next: Token | undefined): boolean {
  if (/^(?:him|them)$/.test(token.low)) return true
  if (token.low !== 'her') return false
  return (
    next === undefined ||
    !/^\p{L}/u.test(next.text) ||
    nounEnders.has(next.low) ||
    /^(?:go|leave|come|walk|run|away|off|up|down|out|in|again|go|goes|\p{L}+ly|and|the|a|an|his|what|how|until)$/u.test(
      next.low,
    )
  )
}
