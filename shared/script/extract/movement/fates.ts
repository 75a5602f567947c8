import type { Token } from '../../../language/nameIndex'
import type { Who } from './subjects'
import { namesFrom, subjectOf } from './subjects'

/** Those of whom a sentence tells that they stay when others go, or that they die. */
export interface Fates {
  stays: string[]
  deaths: Who[]
}

const staying = /^(?:remains?|stays?|lingers?|remaining|staying|lingering)$/
const manet = /^(?:manet|manent|manentque)$/
const killing = /^(?:kills?|slays?|murders?|strangles?|smothers?|beheads?)$/

/** "Casca remains behind", "Manet Brutus"; "Laertes dies", "Young Siward is slain", "He kills Polonius". */
export function readFates(tokens: readonly Token[]): Fates {
  const fates: Fates = { stays: [], deaths: [] }
  tokens.forEach((token, i) => {
    if (token.name !== undefined) return
    if (manet.test(token.low)) fates.stays.push(...namesFrom(tokens, i + 1))
    else if (staying.test(token.low) || isLeftAlone(tokens, i)) {
      const who = subjectOf(tokens, i, { form: 's' })
      if (who) fates.stays.push(...who.names)
    } else if (
      /^(?:dies|die)$/.test(token.low) ||
      (/^(?:slain|killed|murdered|dead)$/.test(token.low) &&
        /^(?:is|are|falls?|drops?)$/.test(tokens[i - 1]?.low ?? ''))
    ) {
      const who = subjectOf(tokens, i, { form: 's' })
      if (who) fates.deaths.push(who)
    } else if (killing.test(token.low)) {
      const names = namesFrom(tokens, i + 1)
      if (names.length > 0) fates.deaths.push({ names, pronoun: null, except: [] })
    }
  })
  return fates
}

/** "Hamlet is left alone." */
function isLeftAlone(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:is|are)$/.test(tokens[i]!.low) &&
    tokens[i + 1]?.low === 'left' &&
    (tokens[i + 2] === undefined || /^(?:alone|behind|onstage|there|[.;,])$/.test(tokens[i + 2]!.low))
  )
}

const corpse = /^(?:body|bodies|corpse|corpses|corse|corses|hearse|coffin)$/

/** "the body", "Tybalt's body", "the bodies of Tybalt and Paris" where a list of what is carried begins. */
export function readBodies(tokens: readonly Token[], from: number): Pick<Who, 'names' | 'bodies'> {
  for (let k = from; k < Math.min(tokens.length, from + 6); k++) {
    const token = tokens[k]!
    if (!corpse.test(token.low)) {
      if (
        token.possessive ||
        /^(?:off|away|out|along|in|with|up|the|a|his|her|their|dead|slain|lifeless|two|three|both|\w+ing)$/.test(
          token.low,
        )
      )
        continue
      break
    }
    const owner = tokens[k - 1]
    if (owner?.possessive) return { names: [owner.name!] }
    const of = tokens[k + 1]?.low === 'of' ? namesFrom(tokens, k + 2) : []
    return of.length > 0 ? { names: of } : { names: [], bodies: token.low.endsWith('s') ? 'all' : 'one' }
  }
  return { names: [] }
}
