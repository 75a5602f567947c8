import { objectPronouns } from '../lexicon/pronouns'
import { relativeWords } from '../lexicon/smallWords'
import { deedVerbs, doingVerbs, restVerbs } from '../lexicon/verbs'
import type { Token } from '../text/tokens'
import { listWords, sentenceEnd } from '../wording/phrases'
import { mostWords, type ReadSentence } from './readText'
import { subjectOf } from './subjects'

/** One of the things that a subject does in a sentence: "Alice comes in", "reaches for the gnome". */
export interface Clause {
  readonly text: string
  /** Offsets in the text that the sentence stands in. */
  readonly start: number
  readonly end: number
}

type Sentence = Pick<ReadSentence, 'text' | 'start' | 'tokens'>

/** The things one subject does in a sentence; a single one where it cannot be told safely. */
export function clausesOf({ text, start, tokens }: Sentence): Clause[] {
  const closed = /[.!?…。！？]+["'”’)]?$/u.exec(text)
  const end = start + text.length - (closed ? closed[0].length : 0)
  const clause = (from: number, to: number): Clause => ({
    text: text.slice(from - start, to - start),
    start: from,
    end: to,
  })
  const whole = [clause(start, end)]
  if (tokens.length > mostWords || tokens.some(({ low }) => relativeWords.has(low))) return whole
  const clauses: Clause[] = []
  let from = start
  let verbs = 0
  let subject: string | null = null
  for (let i = 0; i < tokens.length; i++) {
    const next = borderAt(tokens, i)
    if (next > i && i > 0) {
      // "Dick, his partner" of "Dick, his partner, comes in" does nothing yet.
      if (verbs === 0) return whole
      clauses.push(clause(from, tokens[i - 1]!.end))
      from = tokens[next]!.start
      verbs = 0
      i = next
    }
    if (!isDoing(tokens[i]!)) continue
    // "The door opens and Dick comes out" is told of two.
    const does = (subjectOf(tokens, i, 's')?.names ?? []).join()
    if (verbs === 0 && subject !== null && does !== subject) return whole
    if (verbs === 0) subject ??= does
    verbs++
  }
  if (verbs === 0) return whole
  return [...clauses, clause(from, end)]
}

const isDoing = ({ low, name }: Token): boolean => name === undefined && doingVerbs.has(low)

/** Where ", and then quickly opens" begins at `i`: the index of the first word of the next clause; else `i`. */
function borderAt(tokens: readonly Token[], i: number): number {
  let k = i
  if (tokens[k]?.text === ',') k++
  if (tokens[k]?.low === 'and') k++
  if (k > i && tokens[k]?.low === 'then') k++
  if (k === i) return i
  const verb = /^\p{L}+ly$/u.test(tokens[k]?.low ?? '') ? k + 1 : k
  return tokens[verb] && isDoing(tokens[verb]) ? k : i
}

/** Is something done that begins and ends, so that the two ends of the shot are different moments of it? */
export const tellsDeed = ({ tokens }: Pick<Sentence, 'tokens'>): boolean =>
  tokens.some(({ low, name }) => name === undefined && deedVerbs.has(low))

/**
 * The sentence without those of its clauses. Null when nothing is left or nobody can be named as the one who does the
 * rest; `later`: it comes after what was left out.
 * @param subject names who does it, as read from the first clause
 */
export function withoutClauses(
  sentence: Sentence,
  drop: (clause: Clause) => boolean,
  subject: (clause: Clause) => string | null,
): { text: string; later: boolean } | null {
  const clauses = clausesOf(sentence)
  const kept = clauses.filter((c) => !drop(c))
  if (!kept.length || kept.length === clauses.length) return null
  const words = listWords(kept.map((c) => c.text))
  if (kept[0] === clauses[0]) return { text: sentenceEnd(words), later: false }
  const who = subject(clauses[0]!)
  return who === null ? null : { text: sentenceEnd(`${who} ${words}`), later: true }
}

/** The first or last thing that is done in a sentence; null when all of it is seen at once. */
export function momentOf(
  sentence: Sentence,
  end: 'start' | 'end',
  subject: (clause: Clause) => string | null,
): string | null {
  const clauses = clausesOf(sentence)
  if (clauses.length < 2 || sentence.tokens.some(({ low }) => restVerbs.has(low))) return null
  if (end === 'start') return sentenceEnd(clauses[0]!.text)
  const last = clauses.at(-1)!
  const who = subject(clauses[0]!)
  // "Puts it back" does not say what.
  const refers = sentence.tokens.some(
    ({ low, start }) => start >= last.start && (low === 'it' || objectPronouns.has(low)),
  )
  return who === null || refers ? null : sentenceEnd(`${who} ${last.text}`)
}
