import type { FrameEnd } from '../../model/common'
import type { Pose, Rest } from '../lexicon/poses'
import { theseWords } from '../lexicon/pronouns'
import { sentenceLeads } from '../lexicon/smallWords'
import { faceRows, postureRows, restRows, type RestRow } from '../rules/postureRows'
import { RowIndex, type Row } from '../rules/rowIndex'
import { tokenize, type Token } from '../text/tokens'
import type { Move } from './moves'
import type { ReadSentence } from './readText'
import { settled, wayOf, type Way } from './ways'
import type { Who } from './who'

/** What a text has somebody do in a still. */
export interface Posture {
  readonly pose?: Pose
  /** How the body rests at this end, as far as it is told. */
  readonly rest?: Rest
  /** How it rested before what is told first, by that alone: who stands up sat. */
  readonly restBefore?: Rest
  /** Comes into the picture, goes out of it, or passes through it. */
  readonly moves?: Way
  /** Looks into the camera. */
  readonly toCamera?: true
  readonly laughs?: true
}

/** Some words of a sentence that are told of somebody. */
interface Span {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
}
interface NamedPerson {
  readonly spans: Span[]
  readonly moves: Move[]
}

const poses = new RowIndex(postureRows)
const faces = new RowIndex(faceRows)
const resting = new RowIndex(restRows)

/**
 * What a text tells of each of some people in the still at one end of the shot: at the start what is told first, at
 * the end what is told last.
 * @param sentences read with an index whose keys are the people's ids
 * @param set words of the scene's place (ways.ts)
 */
export function posturesOf(
  sentences: readonly ReadSentence[],
  people: readonly string[],
  frame: FrameEnd,
  set: ReadonlySet<string>,
): Map<string, Posture> {
  const told = toldOf(sentences, people)
  return new Map(people.map((id) => [id, postureIn(told.get(id)!, frame, set)]))
}

/** May a text tell how somebody rests? A quick look, that saves reading those that do not. */
export const mayTellRest = (text: string): boolean => tokenize(text).some(({ low }) => resting.has(low))

/** Those of whom a text tells anything at all. */
export function peopleToldOf(sentences: readonly ReadSentence[], people: readonly string[]): string[] {
  const told = toldOf(sentences, people)
  return people.filter((id) => told.get(id)!.spans.length > 0)
}

/**
 * What is told of each: the words from a name to the next name that is no part of the same subject. "He" and "she"
 * are whoever the sentence before is about, "they" everybody.
 */
function toldOf(sentences: readonly ReadSentence[], people: readonly string[]): Map<string, NamedPerson> {
  const out = new Map<string, NamedPerson>(people.map((id) => [id, { spans: [], moves: [] }]))
  let about: readonly string[] = people.length === 1 ? people : []
  let before: Move | null = null
  for (const { tokens, moves } of sentences) {
    const mentions = tokens.flatMap(({ name }, at) => (name !== undefined && out.has(name) ? [{ at, id: name }] : []))
    if (mentions.length === 0) {
      const opener = openerOf(tokens)
      const who = opener === 'they' ? people : opener === 'one' ? about : []
      for (const id of who) out.get(id)!.spans.push({ tokens, from: 0, to: tokens.length })
    }
    mentions.forEach(({ id }, i) => {
      let last = i
      while (last + 1 < mentions.length && isTogether(tokens, mentions[last]!.at, mentions[last + 1]!.at)) last++
      out.get(id)!.spans.push({
        tokens,
        from: mentions[last]!.at + 1,
        to: mentions[last + 1]?.at ?? tokens.length,
      })
    })
    if (mentions.length > 0) about = [mentions[0]!.id]
    for (const told of moves) {
      const move = settled(told, before)
      if (!move) continue
      before = move
      for (const id of idsOf(move.who, people, about)) out.get(id)?.moves.push(move)
    }
  }
  return out
}

function idsOf(who: Who, people: readonly string[], about: readonly string[]): readonly string[] {
  const { names, pronoun, except, others } = who
  if (others) return people
  if (pronoun === null) return names
  if (pronoun === 'he' || pronoun === 'she') return [...names, ...about]
  return [...names, ...people.filter((id) => !except.includes(id) && (pronoun !== 'others' || !about.includes(id)))]
}

/** Only "and", "with" and commas between two names: the same is told of both. */
const isTogether = (tokens: readonly Token[], a: number, b: number): boolean =>
  !tokens[a]!.possessive && tokens.slice(a + 1, b).every(({ low }) => /^(?:and|with|[&,;])$/.test(low))

/** Does a sentence without names begin with "he" or "she", or with "they", "both", "the two"? */
function openerOf(tokens: readonly Token[]): 'one' | 'they' | null {
  const first = tokens.findIndex(({ low }) => low !== ',' && !sentenceLeads.has(low))
  const low = tokens[first]?.low ?? ''
  if (/^(?:he|she)$/.test(low)) return 'one'
  if (/^(?:they|both|all|everyone|everybody)$/.test(low)) return 'they'
  return low === 'the' && theseWords.has(tokens[first + 1]?.low ?? '') ? 'they' : null
}

function postureIn({ spans, moves }: NamedPerson, frame: FrameEnd, set: ReadonlySet<string>): Posture {
  const told = spans.flatMap((span) => firstRow(poses, span, (row) => row.at === undefined || row.at === frame) ?? [])
  const pose = (frame === 'start' ? told[0] : told.at(-1))?.means
  const gone = moves.flatMap((move) => wayOf(move, set, frame === 'start') ?? [])
  const way = frame === 'start' ? gone[0] : gone.at(-1)
  const { rest, restBefore } = restIn(spans, moves, frame, set)
  const face = (means: 'toCamera' | 'laughs') =>
    spans.some((span) => firstRow(faces, span, (row) => row.means === means) !== null)
  return {
    ...(pose ? { pose } : {}),
    ...(rest ? { rest } : {}),
    ...(restBefore ? { restBefore } : {}),
    ...(way ? { moves: way } : {}),
    ...(face('toCamera') ? { toCamera: true as const } : {}),
    ...(face('laughs') ? { laughs: true as const } : {}),
  }
}

/** How somebody rests at one end: at the start before the first change that is told, at the end after the last; who has come in stands. */
function restIn(
  spans: readonly Span[],
  moves: readonly Move[],
  frame: FrameEnd,
  set: ReadonlySet<string>,
): { rest?: Rest | undefined; restBefore?: Rest | undefined } {
  const told = spans.flatMap((span) => restsIn(span))
  if (frame === 'start') {
    const first = told[0]?.row
    return first?.before === undefined ? { rest: first?.means } : { restBefore: first.before }
  }
  const came = moves.findLast((move) => wayOf(move, set, false) === 'in')
  const last = told.at(-1)
  return { rest: last && !(came && came.at > last.at) ? last.row.means : came ? 'stand' : undefined }
}

/** What words tell of resting, in their order; at each word the row that stands first. */
function restsIn({ tokens, from, to }: Span): { readonly row: RestRow; readonly at: number }[] {
  let told = from
  return tokens.slice(from, to).flatMap((token, k) => {
    // "with a birdcage on his knees" is not "on his knees".
    if (from + k < told) return []
    const [first] = [...resting.at(tokens, from + k, to)].sort((a, b) => a.place - b.place)
    if (!first) return []
    told = first.match.end
    return [{ row: first.row, at: token.start }]
  })
}

/** The row that stands first among those that fit anywhere in the words. */
function firstRow<R extends Row>(rows: RowIndex<R>, { tokens, from, to }: Span, asked: (row: R) => boolean): R | null {
  let best: { row: R; place: number } | null = null
  for (let i = from; i < to; i++)
    for (const { row, place } of rows.at(tokens, i, to))
      if (asked(row) && (!best || place < best.place)) best = { row, place }
  return best?.row ?? null
}
