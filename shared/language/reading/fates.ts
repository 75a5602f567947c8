import { bodyLeads, corpses } from '../lexicon/things'
import type { Token } from '../text/tokens'
import { fateRows } from '../rules/fateRows'
import { RowIndex } from '../rules/rowIndex'
import { namesFrom, subjectOf } from './subjects'
import { nobody, type Who } from './who'

/** Those of whom a sentence tells that they stay when others go, or that they die. */
export interface Fates {
  stays: string[]
  deaths: Who[]
}

const rows = new RowIndex(fateRows)

/** "Casca remains behind", "Manet Brutus"; "Laertes dies", "Young Siward is slain", "He kills Polonius". */
export function readFates(tokens: readonly Token[]): Fates {
  const fates: Fates = { stays: [], deaths: [] }
  tokens.forEach((token, i) => {
    if (!rows.has(token.low)) return
    for (const { row } of rows.at(tokens, i)) {
      const who = row.of === 'subject' ? subjectOf(tokens, i, 's') : { ...nobody(), names: namesFrom(tokens, i + 1) }
      if (who && row.means === 'stays') fates.stays.push(...who.names)
      else if (who && (row.of === 'subject' || who.names.length > 0)) fates.deaths.push(who)
      return
    }
  })
  return fates
}

/** "the body", "Tybalt's body", "the bodies of Tybalt and Paris" where a list of what is carried begins. */
export function readBodies(tokens: readonly Token[], from: number): Pick<Who, 'names' | 'bodies'> {
  for (let k = from; k < Math.min(tokens.length, from + 6); k++) {
    const token = tokens[k]!
    if (!corpses.has(token.low)) {
      if (token.possessive || bodyLeads.has(token.low) || /^\w+ing$/.test(token.low)) continue
      break
    }
    const owner = tokens[k - 1]
    if (owner?.possessive) return { names: [owner.name!] }
    const of = tokens[k + 1]?.low === 'of' ? namesFrom(tokens, k + 2) : []
    return of.length > 0 ? { names: of } : { names: [], bodies: token.low.endsWith('s') ? 'all' : 'one' }
  }
  return { names: [] }
}
