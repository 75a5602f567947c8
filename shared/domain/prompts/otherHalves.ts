import { wayOf } from '../../language/reading/ways'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot, neighbour } from '../lookup'
import type { Move } from '../../language/reading/moves'
import { setOf } from './shotWords'
import { moversOf, movesTold, type ToldSentence } from '../told/toldSentences'

/**
 * What of a shot's words happens in another shot: the halves of a split keep the same words (domain.md 7.4), and only
 * one of them shows what they tell. By asset id.
 */
export interface OtherHalves {
  /** Who came in before, and is here from the start. */
  readonly came: readonly string[]
  /** Who leaves later, and is here to the end. */
  readonly goes: readonly string[]
  /** Who turns into something else before or later. */
  readonly turns: readonly string[]
}

const nothing: OtherHalves = { came: [], goes: [], turns: [] }

/** Remembered: it is the same until a neighbour has other words, or somebody comes, goes or changes there. */
export const otherHalves: (store: ReadRecords, shotId: string) => OtherHalves = cached<OtherHalves>((store, shotId) => {
  const shot = existingShot(store, shotId)
  if (!shot.text.trim()) return nothing
  const halves = (step: 1 | -1): string[] => {
    const ids: string[] = []
    for (let one = neighbour(store, shot, step); one?.text === shot.text; one = neighbour(store, one, step))
      ids.push(one.id)
    return ids
  }
  const [before, after] = [halves(-1), halves(1)]
  if (!before.length && !after.length) return nothing
  const members = activeMembers(store, shotId)
  const is = (ids: readonly string[], instanceId: string, moves: (a: { enterAt: number; exitAt: number }) => boolean) =>
    ids.some((id) => {
      const there = store.first('assignmentOf', `${id}/${instanceId}`)
      return there !== undefined && moves(there)
    })
  const changes = (id: string, instanceId: string, kinds: readonly string[]) =>
    store
      .list('transformationsOfShot', id)
      .some((e) => e.sceneAssetInstanceId === instanceId && !e.suspended && kinds.includes(e.kind))
  const cut = ['between_shots']
  return {
    came: members.flatMap(({ asset, instance, assignment }) =>
      assignment.enterAt === 0 && is(before, instance.id, (a) => a.enterAt > 0) ? [asset.id] : [],
    ),
    goes: members.flatMap(({ asset, instance, assignment }) =>
      assignment.exitAt === 1 && is(after, instance.id, (a) => a.exitAt < 1) ? [asset.id] : [],
    ),
    turns: members.flatMap(({ asset, instance }) =>
      before.some((id) => changes(id, instance.id, ['within_shot', ...cut])) ||
      after.some((id) => changes(id, instance.id, ['within_shot'])) ||
      (after.length > 0 && changes(shotId, instance.id, cut))
        ? [asset.id]
        : [],
    ),
  }
}, sameValue)

/** The comings and goings that sentences tell and another half shows. */
export function movesElsewhere(
  store: ReadRecords,
  shotId: string,
  sentences: readonly ToldSentence[],
): ReadonlyMap<ToldSentence, readonly Move[]> {
  const { came, goes } = otherHalves(store, shotId)
  const out = new Map<ToldSentence, Move[]>()
  if (!came.length && !goes.length) return out
  const set = setOf(store, existingShot(store, shotId))
  for (const [ids, isHere, way] of [
    [came, false, 'in'],
    [goes, true, 'out'],
  ] as const) {
    const moving = { assets: ids.map((id) => store.must('assets', id)), set, here: () => isHere }
    for (const [sentence, moves] of movesTold(sentences, moving)) {
      // A pronoun that may mean anybody tells nothing of them.
      const theirs = moves.filter(
        (move) => wayOf(move, set, isHere) === way && moversOf(sentence, move, moving).some((asset) => asset !== null),
      )
      out.set(sentence, [...(out.get(sentence) ?? []), ...theirs])
    }
  }
  return out
}
