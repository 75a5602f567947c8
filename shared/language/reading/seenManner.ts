import { bodyParts } from '../lexicon/things'
import { wordSet } from '../lexicon/wordSet'

/** Done with the voice or with the words: nothing to see. */
const spoken = wordSet(`
  whispering shouting yelling screaming muttering murmuring mumbling continuing pausing reading lying joking teasing mocking quoting repeating
  interrupting overlapping reciting translating hesitating pleading begging insisting correcting explaining answering replying calling speaking
  talking saying asking singing ending trailing beginning realizing realising remembering thinking lying warning kidding recovering deciding
  referring changing trying going being having not`)

/** "beer raised", "arms folded", "starting the engine", "smiling": a parenthetical that tells what is seen of who speaks. */
export function isSeenManner(aside: string): boolean {
  const words = aside.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []
  const [first, ...rest] = words
  if (first === undefined || words.length > 8 || /[;:?!]/.test(aside)) return false
  if (/^\p{L}{2,}ing$/u.test(first)) return !spoken.has(first)
  if (first === 'without') return /^(?:turning|looking|moving|stopping|rising)$/.test(rest[0] ?? '')
  if (/^(?:into|on|in)$/.test(first)) return /^(?:the )?(?:phone|radio|mirror|walkie|receiver)\b/.test(rest.join(' '))
  // "beer raised", "arms folded", "eyes closed"
  const last = words.at(-1)!
  if (words.length > 4 || words.length < 2) return false
  return (
    /(?:ed|en|wide|open|shut|up|down|full)$/.test(last) &&
    (bodyParts.has(words.at(-2)!) || /(?:raised|lifted|drawn|lowered|held|open|shut)$/.test(last))
  )
}
