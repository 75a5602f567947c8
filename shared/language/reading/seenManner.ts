import { bodyParts } from '../lexicon/things'
import { wordSet } from '../lexicon/wordSet'

/** Done with the voice or with the words: nothing to see. */
const spoken = wordSet(`
  whispering shouting yelling screaming muttering murmuring mumbling continuing pausing reading lying joking teasing mocking quoting repeating
  interrupting overlapping reciting translating hesitating pleading begging insisting correcting explaining answering replying calling speaking
  talking saying asking singing ending trailing beginning realizing realising remembering thinking lying warning kidding recovering deciding
  referring changing trying going being having not`)

/** What a face shows by itself. */
const feelings = wordSet(`
  afraid alarmed amazed amused angry annoyed anxious appalled ashamed awkward bewildered bitter blank bored breathless calm cheerful cold
  concerned confused contemptuous curious dazed deadpan defiant delighted desperate determined dismayed disgusted dreamy drunk dubious eager
  embarrassed excited exhausted fierce firm flustered frightened furious gentle grave grim guilty happy hesitant hopeful horrified hurt
  impatient impressed incredulous indignant innocent irritated joyful mocking nervous pained panicked patient pleased proud puzzled relieved
  resigned sad scared sceptical serious shaken sheepish shocked shy skeptical sleepy sly smug solemn startled stern stubborn stunned sullen
  surprised suspicious sympathetic tearful tender tense terrified thoughtful tired touched triumphant uncertain uncomfortable uneasy unhappy
  unimpressed unsure upset warm wary weak weary wistful worried wry`)

/** "angry" of "angrily", "angry" and "very angry"; null of anything else. */
function feelingOf(words: readonly string[]): string | null {
  const last = words.at(-1)!
  if (words.length > 3 || words.includes('not')) return null
  if (feelings.has(last)) return words.join(' ')
  const adjective = [last.replace(/ily$/, 'y'), last.replace(/ly$/, ''), last.replace(/ly$/, 'le')].find((one) =>
    feelings.has(one),
  )
  return last.endsWith('ly') && adjective !== undefined ? [...words.slice(0, -1), adjective].join(' ') : null
}

/** How wide somebody opens the mouth to speak. */
export type Voice = 'plain' | 'loud' | 'low'

/** What is seen of how somebody speaks: what they do or show, and the mouth. */
export interface SeenManner {
  readonly manner: string
  readonly voice: Voice
}

/** What a parenthetical tells that is seen of who speaks: "nervously, glass raised" is "nervous, glass raised". */
export function seenManner(aside: string): SeenManner {
  const manner = aside.split(/[,;/]/).flatMap((part) => {
    const words = part.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []
    if (words.length === 0) return []
    return isSeenManner(part) ? [part.trim()] : (feelingOf(words) ?? [])
  })
  const voice =
    /\b(?:whisper|murmur|mutter|mumbl|sotto|hush|low voice|under (?:his|her|their) breath|quiet|soft)/i.test(aside)
      ? 'low'
      : /\b(?:shout|yell|scream|call(?:s|ing)? out|bellow|roar|cr(?:ies|ying) out|loud|top of)/i.test(aside)
        ? 'loud'
        : 'plain'
  return { manner: manner.join(', '), voice }
}

/** "beer raised", "arms folded", "starting the engine", "smiling": a parenthetical that tells what is seen of who speaks. */
function isSeenManner(aside: string): boolean {
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
