import type { FrameEnd } from '../../model/common'
import type { Take, TakeKind } from '../../model/result'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { drawnIn } from '../blocking/recordedBlocking'
import { inputsDigest } from './compareInputs'
import { inputsOf } from './resultInputs'
import { chosenTake, takeKindOf, takesOf } from '../lookup'
import { sameStill, seamHolds } from './sameStill'

/** One still of a shot. */
export interface FrameRef {
  readonly shotId: string
  readonly frame: FrameEnd
}

/** The end that shows the same still over a shared seam; null while there is none, or while its sides do not agree (domain.md 7). */
export function seamPartner(store: ReadRecords, { shotId, frame }: FrameRef): FrameRef | null {
  const seam = store.first(frame === 'start' ? 'seamsTo' : 'seamsFrom', shotId)
  if (!seam || !seamHolds(store, seam)) return null
  return frame === 'start' ? { shotId: seam.fromShotId, frame: 'end' } : { shotId: seam.toShotId, frame: 'start' }
}

/**
 * May both ends show one still now: over a shared seam, or as start and end of a shot in which nothing differs
 * (domain.md 6.7, 7.8)?
 * @param generatorId what makes the still; the project's by default
 */
export function shareStill(store: ReadRecords, a: FrameRef, b: FrameRef, generatorId?: string): boolean {
  if (a.shotId === b.shotId) return a.frame !== b.frame && sameStill(store, a.shotId, generatorId)
  const partner = seamPartner(store, a)
  return partner?.shotId === b.shotId && partner.frame === b.frame
}

/** The take that stands at one end of a shot: its own, else that of the shot it shares the still with. */
export function seamTake(store: ReadRecords, shotId: string, frame: FrameEnd): Take | null {
  const own = chosenTake(store, shotId, takeKindOf(frame))
  if (own || takesOf(store, shotId, takeKindOf(frame)).length) return own
  const partner = seamPartner(store, { shotId, frame })
  return partner && chosenTake(store, partner.shotId, takeKindOf(partner.frame))
}

/** The same picture as a take of another end, judged by that end's own inputs (domain.md 7). */
export function copyTake(draft: Draft, take: Take, { shotId, frame }: FrameRef): Take {
  const kind = takeKindOf(frame)
  const inputs = { ...inputsOf(draft, shotId, kind, take), ...drawnIn(take.inputs) }
  return draft.add('takes', {
    ...take,
    id: draft.newId(),
    shotId,
    kind,
    ordinal: draft.nextOrdinal('takes'),
    inputs,
    digest: inputsDigest(inputs),
  })
}

export function setTakeChoice(draft: Draft, shotId: string, kind: TakeKind, takeId: string | null): void {
  const id = `${shotId}:${kind}`
  if (draft.get('takeChoices', id)) draft.update('takeChoices', id, { takeId })
  else draft.add('takeChoices', { id, shotId, kind, takeId })
}

/**
 * Lets an end show a take's picture too: a take it has of that picture, else a copy. Nothing happens where it stands already, and an approved
 * take is not replaced: continuity then tells that the stills differ. Answers the copy, if one was made.
 */
export function showAlso(draft: Draft, take: Take, end: FrameRef): Take | null {
  const kind = takeKindOf(end.frame)
  const standing = chosenTake(draft, end.shotId, kind)
  if (standing?.mediaId === take.mediaId || (standing && draft.get('resultMarks', standing.id)?.locked)) return null
  const known = takesOf(draft, end.shotId, kind).findLast((t) => t.mediaId === take.mediaId)
  const shown = known ?? copyTake(draft, take, end)
  if (chosenTake(draft, end.shotId, kind)?.id !== shown.id) setTakeChoice(draft, end.shotId, kind, shown.id)
  return known ? null : shown
}

/** One still serves both sides of a shared seam: what stands at one end now stands at the other too (domain.md 7). Answers the copy, if one was made. */
export function followSeam(draft: Draft, take: Take, end: FrameRef): Take | null {
  const partner = seamPartner(draft, end)
  return partner && showAlso(draft, take, partner)
}
