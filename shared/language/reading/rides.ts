import { drivenThings } from '../lexicon/places'
import { rideRows } from '../rules/rideRows'
import { RowIndex } from '../rules/rowIndex'
import type { Token } from '../text/tokens'
import { subjectOf } from './subjects'
import type { Who } from './who'

/** What a sentence tells of a vehicle: who gets in, that it drives up, or away with whoever is in it. */
export interface Ride {
  readonly kind: 'boards' | 'away' | 'up' | 'shuts'
  /** Of `boards` those who do. */
  readonly who: Who | null
  /** Offset of the verb. */
  readonly at: number
}

const rows = new RowIndex(rideRows)

/** The rides of a sentence, in order. */
export function readRides(tokens: readonly Token[]): Ride[] {
  const rides: Ride[] = []
  tokens.forEach((token, i) => {
    if (!rows.has(token.low)) return
    for (const { row } of rows.at(tokens, i)) {
      if (row.means === 'boards') {
        const who = subjectOf(tokens, i, 's') ?? nearest(tokens, i)
        if (who) rides.push({ kind: 'boards', who, at: token.start })
      } else if (row.means === 'shuts' ? /^doors?$/.test(tokens[i - 1]?.low ?? '') : isVehicle(tokens, i))
        rides.push({ kind: row.means, who: null, at: token.start })
      else continue
      return
    }
  })
  return rides
}

/** "She is behind the wheel": the name or pronoun that opens the clause. */
function nearest(tokens: readonly Token[], i: number): Who | null {
  for (let k = i - 1; k >= 0 && i - k < 5; k--) {
    const { name, possessive, low } = tokens[k]!
    if (name !== undefined && !possessive) return { names: [name], pronoun: null, except: [] }
    if (low === 'he' || low === 'she') return { names: [], pronoun: low, except: [] }
  }
  return null
}

/** "The old red car roars off": the noun before the verb is what drives. */
function isVehicle(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && i - k < 5; k--) {
    const { name, low, text } = tokens[k]!
    if (name !== undefined) return false
    if (drivenThings.has(low)) return true
    if (!/^(?:\p{Ll}+|,)$/u.test(text) && k > 0) return false
  }
  return false
}
