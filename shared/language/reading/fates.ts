import { bodyLeads, corpses } from '../lexicon/things'
import type { Token } from '../text/tokens'
import { fateRows } from '../rules/fateRows'
import { RowIndex } from '../rules/rowIndex'
import { namesFrom, subjectOf } from './subjects'
import { nobody, type Who } from './who'

/** Those of whom a sentence tells that they stay when others go, that they die, or that they are alone. */
export interface Fates {
  stays: string[]
  deaths: Who[]
  /** Of whom it is told that nobody else is there. */
  alone: Who[]
}

const rows = new RowIndex(fateRows)

/** "Casca remains behind", "Manet Brutus"; "Laertes dies", "Young Siward is slain", "He kills Polonius". */
export function readFates(tokens: readonly Token[]): Fates {
  const fates: Fates = { stays: [], deaths: [], alone: [] }
  tokens.forEach((token, i) => {
    if (!rows.has(token.low)) return
    for (const { row } of rows.at(tokens, i)) {
      if (row.means === 'alone') {
        const lonely =
          row.of === 'object' ? { ...nobody(), names: namesFrom(tokens, i + 1).slice(0, 1) } : loneSubject(tokens, i)
        if (lonely) fates.alone.push(lonely)
        return
      }
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

/** "Otto, alone, stares", "He sits alone", "Alone, Otto sits": the one person before it in its clause; nobody where there are several. */
function loneSubject(tokens: readonly Token[], i: number): Who | null {
  // "Alone, Otto takes off his coat."
  const next = tokens[i + 2]
  if (i === 0 && tokens[1]?.text === ',' && next)
    return next.name !== undefined && !next.possessive
      ? { ...nobody(), names: [next.name] }
      : next.low === 'he' || next.low === 'she'
        ? { ...nobody(), pronoun: next.low }
        : null
  let found: Who | null = null
  for (let k = i - 1; k >= 0 && !/^(?:[.;:—]|--|but|while)$/.test(tokens[k]!.low); k--) {
    const { name, possessive, low } = tokens[k]!
    const who: Who | null =
      name !== undefined && !possessive
        ? { ...nobody(), names: [name] }
        : low === 'he' || low === 'she'
          ? { ...nobody(), pronoun: low }
          : null
    if (who && found) return null
    found = who ?? found
    if (/^(?:they|both|and)$/.test(low)) return null
  }
  return found
}
