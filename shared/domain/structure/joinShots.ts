import { longestShotFrames, shotSchema, type Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { sameValue } from '../../records/canonical'
import { InvalidInput, Refusal } from '../../records/refusal'
import { existingShot, neighbour } from '../lookup'
import { joinMembers, joinSuggestions, refuseGaps } from './joinMembers'
import { joinTexts } from '../intervals/joinTexts'
import { joinedNumber } from './splitNumbers'
import { joinResults } from './splitResults'
import { removeJoined } from './shotPlaces'
import { releasePlaces } from './splitPlaces'
import type { CutFrames } from '../intervals/splitTimes'

export interface JoinInput {
  shotIds?: readonly string[] | undefined
  shotId?: string | undefined
  /** The next shot by default. */
  nextShotId?: string | undefined
}

/**
 * `shot.join`: neighbouring shots of one scene become one, in one step (domain.md 7). The first keeps its id and its camera; start state
 * from the first, end state from the last; text, dialogue and notes once where equal, else one after the other.
 * @throws Refusal NOT_ADJACENT; JOIN_GAP; JOIN_TOO_LONG when texts or durations together exceed what a shot can hold
 */
export function joinShots(draft: Draft, input: JoinInput): Shot {
  const shots = neighbours(draft, input)
  refuseGaps(draft, shots)
  const texts = joinedTexts(shots)
  const frames = shots.reduce((sum, s) => sum + s.durationFrames, 0)
  if (frames > longestShotFrames) throw new Refusal('JOIN_TOO_LONG', { what: 'the duration' })
  for (const field of ['text', 'notes', 'dialogue'] as const)
    if (!shotSchema.shape[field].safeParse(texts[field]).success)
      throw new Refusal('JOIN_TOO_LONG', { what: `the ${field}` })
  let joined = shots[0]!
  for (const next of shots.slice(1)) joined = joinPair(draft, joined, next)
  return draft.update('shots', joined.id, texts)
}

/** The shots in story order. */
function neighbours(draft: Draft, input: JoinInput): Shot[] {
  if (input.shotIds === undefined && input.shotId === undefined)
    throw new InvalidInput('shotIds', 'expected shotIds or shotId')
  const ids = new Set(input.shotIds)
  if (input.shotId !== undefined) {
    ids.add(input.shotId)
    const next = input.nextShotId ?? neighbour(draft, existingShot(draft, input.shotId), 1)?.id
    if (next !== undefined) ids.add(next)
  }
  const shots = [...ids]
    .map((id) => existingShot(draft, id))
    .sort((a, b) => (a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : a.id < b.id ? -1 : 1))
  const adjacent =
    shots.length > 1 && shots.every((shot, i) => i === 0 || neighbour(draft, shots[i - 1]!, 1)?.id === shot.id)
  if (!adjacent) throw new Refusal('NOT_ADJACENT', { what: 'joined' })
  return shots
}

/** Each part once where equal to the one before it. */
function joinedTexts(shots: readonly Shot[]): Pick<Shot, 'text' | 'notes' | 'dialogue'> {
  const joined = (texts: readonly string[]) =>
    texts.reduce((text, next, i) =>
      texts
        .slice(0, i)
        .findLast((t) => t.trim())
        ?.trim() === next.trim()
        ? text
        : joinTexts(text, next),
    )
  const spoken = shots.map((s) => s.dialogue).filter((lines) => lines.length > 0)
  const dialogue = spoken.filter((lines, i) => i === 0 || !sameValue(lines, spoken[i - 1]))
  return { text: joined(shots.map((s) => s.text)), notes: joined(shots.map((s) => s.notes)), dialogue: dialogue.flat() }
}

function joinPair(draft: Draft, kept: Shot, gone: Shot): Shot {
  const cut: CutFrames = { first: kept.durationFrames, second: gone.durationFrames }
  const number = joinedNumber(draft, kept, gone)
  const was = {
    kept: [...draft.list('assignmentsOfShot', kept.id)],
    gone: [...draft.list('assignmentsOfShot', gone.id)],
  }
  joinMembers(draft, kept, gone, cut)
  joinSuggestions(draft, kept.id, gone.id, cut)
  joinResults(draft, kept.id, gone.id)
  const joined = draft.update('shots', kept.id, {
    number,
    durationFrames: cut.first + cut.second,
    endState: gone.endState,
    endSize: gone.endSize,
    ...joinedSource(kept, gone),
  })
  removeJoined(draft, joined, gone, { cut, ...was })
  releasePlaces(draft, joined.id, gone.id)
  return joined
}

/** The lines both came from, as far as they are of one script. */
function joinedSource(kept: Shot, gone: Shot): Pick<Shot, 'scriptId' | 'sourceStart' | 'sourceEnd'> {
  const { scriptId, sourceStart, sourceEnd } = kept
  if (scriptId === null || sourceStart === null)
    return scriptId === null && gone.scriptId !== null
      ? { scriptId: gone.scriptId, sourceStart: gone.sourceStart, sourceEnd: gone.sourceEnd }
      : { scriptId, sourceStart, sourceEnd }
  if (gone.scriptId !== scriptId || gone.sourceStart === null) return { scriptId, sourceStart, sourceEnd }
  const ends = [sourceEnd, gone.sourceEnd].filter((line) => line !== null)
  return {
    scriptId,
    sourceStart: Math.min(sourceStart, gone.sourceStart),
    sourceEnd: ends.length ? Math.max(...ends) : null,
  }
}
