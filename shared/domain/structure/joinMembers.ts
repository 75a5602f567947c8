import { onlySide } from '../intervals/onlySide'
import type { Assignment, Origin } from '../../model/assignment'
import { textSchema } from '../../model/common'
import type { Shot } from '../../model/shot'
import type { Blocking } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { sameValue } from '../../records/canonical'
import { Refusal } from '../../records/refusal'
import { joinTexts } from '../intervals/joinTexts'
import { touches } from '../presence/presenceTimes'
import { keepOrder } from './splitMembers'
import { joinedAt, joinedStay, type CutFrames, type StayTimes } from '../intervals/splitTimes'

const stayOf = ({ enterAt, exitAt, presence }: StayTimes): StayTimes => ({ enterAt, exitAt, presence })

/**
 * Refuses shots in which an asset would leave and come back: two of its intervals do not touch at a cut, or a shot between is without it.
 * Suspended assets do not count; they become their hull. @throws Refusal JOIN_GAP naming all of them
 */
export function refuseGaps(store: ReadRecords, shots: readonly Shot[]): void {
  const last = new Map<string, { index: number; exitAt: number; frames: number }>()
  const gaps = new Set<string>()
  shots.forEach((shot, index) => {
    for (const { sceneAssetInstanceId, enterAt, exitAt } of store.list('assignmentsOfShot', shot.id)) {
      const before = last.get(sceneAssetInstanceId)
      last.set(sceneAssetInstanceId, { index, exitAt, frames: shot.durationFrames })
      const meets = before && touches(before.exitAt, 1, before.frames) && touches(enterAt, 0, shot.durationFrames)
      if (!before || (before.index === index - 1 && meets)) continue
      const asset = store.must('assets', store.must('sceneAssetInstances', sceneAssetInstanceId).assetId)
      if (!asset.deleted) gaps.add(asset.name)
    }
  })
  if (gaps.size) throw new Refusal('JOIN_GAP', { assets: [...gaps] })
}

/**
 * Brings the assignments, look changes and blocking of two neighbouring shots together in the first (domain.md 7). An asset in one of them
 * keeps its interval, rescaled. Sides: the way in of the first, the way out of the second; a rank of the first wins; an assignment is
 * confirmed when either was. Look changes that sleep sleep on.
 */
export function joinMembers(draft: Draft, kept: Shot, gone: Shot, cut: CutFrames): void {
  // Blocking depends on which of the shots an asset is in, so it goes first.
  joinBlocking(draft, kept.id, gone.id)
  joinAssignments(draft, kept.id, gone.id, cut)
  joinTransformations(draft, kept.id, gone.id, cut)
}

function joinAssignments(draft: Draft, keptId: string, goneId: string, cut: CutFrames): void {
  const others = new Map(draft.list('assignmentsOfShot', goneId).map((a) => [a.sceneAssetInstanceId, a]))
  for (const first of draft.list('assignmentsOfShot', keptId)) {
    const second = others.get(first.sceneAssetInstanceId)
    others.delete(first.sceneAssetInstanceId)
    const stay = joinedStay(stayOf(first), second && stayOf(second), cut)!
    if (!second) {
      draft.update('assignments', first.id, { ...stay, ...handedIn(first, 'first', cut) })
      continue
    }
    const action = joinTexts(first.action, second.action)
    if (!textSchema.safeParse(action).success)
      throw new Refusal('JOIN_TOO_LONG', {
        what: `what ${draft.must('assets', draft.must('sceneAssetInstances', first.sceneAssetInstanceId).assetId).name} does`,
      })
    draft.remove('assignments', second.id)
    draft.update('assignments', first.id, {
      ...stay,
      exitTo: second.exitTo,
      exitHeldBy: second.exitHeldBy,
      action,
      depicts: first.depicts === second.depicts ? first.depicts : 'self',
      ...joinHands(first, second, cut),
      rank: first.rank ?? second.rank,
      origin: joinOrigins(first.origin, second.origin),
      evidence: first.evidence ?? second.evidence,
    })
  }
  for (const second of others.values()) {
    const stay = joinedStay(undefined, stayOf(second), cut)!
    draft.update('assignments', second.id, { ...stay, ...handedIn(second, 'second', cut), shotId: keptId })
  }
}

/** The moment of a handing over in the joined shot. */
const handedIn = ({ handedAt }: Assignment, half: 'first' | 'second', cut: CutFrames): Partial<Assignment> =>
  handedAt === null ? {} : { handedAt: joinedAt(handedAt, half, cut) }

/** A handing over keeps its moment; another carrier in the second shot is handed it at the cut. */
function joinHands(first: Assignment, second: Assignment, cut: CutFrames): Partial<Assignment> {
  if (first.handedAt !== null) return handedIn(first, 'first', cut)
  if (second.handedAt !== null && first.carriedBy === second.carriedBy)
    return { handedTo: second.handedTo, ...handedIn(second, 'second', cut) }
  if (first.carriedBy !== null && second.carriedBy !== null && first.carriedBy !== second.carriedBy)
    return { handedTo: second.carriedBy, handedAt: joinedAt(1, 'first', cut) }
  return {}
}

const joinOrigins = (first: Origin, second: Origin): Origin =>
  first !== second && [first, second].includes('user') ? 'user' : first

/** Changes at the cut happen inside the joined shot, in their order and as far-reaching as before. */
function joinTransformations(draft: Draft, keptId: string, goneId: string, cut: CutFrames): void {
  const inside = (a: { at: number | null; ordinal: number }, b: { at: number | null; ordinal: number }) =>
    (a.at ?? 2) - (b.at ?? 2) || a.ordinal - b.ordinal
  const middle = joinedAt(1, 'first', cut)
  const firsts = draft
    .list('transformationsOfShot', keptId)
    .toSorted(inside)
    .map((e) => ({ event: e, at: e.at === null ? middle : joinedAt(e.at, 'first', cut) }))
  const seconds = draft
    .list('transformationsOfShot', goneId)
    .toSorted(inside)
    .map((e) => ({ event: e, at: e.at === null ? null : joinedAt(e.at, 'second', cut) }))
  const written = [...firsts, ...seconds].map(({ event, at }) =>
    draft.update('transformations', event.id, {
      shotId: keptId,
      at,
      kind: at === null ? 'between_shots' : 'within_shot',
    }),
  )
  for (const instanceId of new Set(written.map((e) => e.sceneAssetInstanceId)))
    keepOrder(
      draft,
      written.filter((e) => e.sceneAssetInstanceId === instanceId),
    )
}

/**
 * The start position is that of the first shot, the end position that of the second; those at the cut go. Of an asset that is in one of
 * the shots only, that shot's count; those that sleep in the other stand in when it has none.
 */
function joinBlocking(draft: Draft, keptId: string, goneId: string): void {
  const present = (shotId: string) =>
    new Set(draft.list('assignmentsOfShot', shotId).map((a) => a.sceneAssetInstanceId))
  const [inKept, inGone] = [present(keptId), present(goneId)]
  const byInstance = new Map<string, { kept: Blocking[]; gone: Blocking[] }>()
  for (const [side, shotId] of [
    ['kept', keptId],
    ['gone', goneId],
  ] as const) {
    for (const b of draft.list('blockingsOfShot', shotId)) {
      const entry = byInstance.get(b.sceneAssetInstanceId) ?? { kept: [], gone: [] }
      entry[side].push(b)
      byInstance.set(b.sceneAssetInstanceId, entry)
    }
  }
  for (const [instanceId, { kept, gone }] of byInstance) {
    const of = (list: readonly Blocking[], frame: 'start' | 'end') => list.find((b) => b.frame === frame)
    const only = onlySide(inKept.has(instanceId), inGone.has(instanceId), kept, gone)
    const start = only ? of(only, 'start') : of(kept, 'start')
    const end = only ? of(only, 'end') : of(gone, 'end')
    for (const b of [...kept, ...gone]) if (b !== start && b !== end) draft.remove('blockings', b.id)
    for (const b of [start, end]) {
      if (!b || b.shotId === keptId) continue
      draft.update('blockings', b.id, { shotId: keptId })
    }
  }
}

/** Suggestions of both shots for the joined one; the halves of one that a split cut become one again. */
export function joinSuggestions(draft: Draft, keptId: string, goneId: string, cut: CutFrames): void {
  const seconds = [...draft.list('suggestionsOfShot', goneId)]
  for (const first of draft.list('suggestionsOfShot', keptId)) {
    const index = seconds.findIndex(
      (s) =>
        s.assetId === first.assetId &&
        s.state === first.state &&
        s.enterAt === 0 &&
        first.exitAt === 1 &&
        sameValue(s.evidence, first.evidence),
    )
    const second = index < 0 ? undefined : seconds.splice(index, 1)[0]
    if (second) draft.remove('suggestions', second.id)
    draft.update('suggestions', first.id, {
      ...joinedStay(stayOf(first), second && stayOf(second), cut)!,
      exitTo: second?.exitTo,
    })
  }
  for (const second of seconds)
    draft.update('suggestions', second.id, { ...joinedStay(undefined, stayOf(second), cut)!, shotId: keptId })
}
