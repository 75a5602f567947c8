import type { FrameEnd } from '../model/common'
import type { Take } from '../model/result'
import type { Shot } from '../model/shot'
import type { Seam } from '../model/transformation'
import { canonicalJson } from '../records/canonical'
import type { Draft } from '../records/draft'
import type { ReadRecords } from '../records/recordStore'
import { Refusal } from '../records/refusal'
import { inputsDigest, inputsOf } from './inputs'
import { chosenTake, existingShot, neighbour, takeKindOf, takesOf } from './lookup'
import { subjectsOf } from './manifest'
import { placements } from './placement'

type Pair = Pick<Seam, 'fromShotId' | 'toShotId'>
interface Still {
  readonly shot: Shot
  readonly frame: FrameEnd
}

/**
 * What two stills differ in, in words; empty = one picture can serve as both (domain.md 7): same visible assets, looks, descriptions,
 * pictures, blocking, set, time of day and camera. The style is the project's, so it never differs; prompts do not count.
 */
function differences(store: ReadRecords, a: Still, b: Still): string[] {
  const out: string[] = []
  const subjects = [a, b].map(({ shot, frame }) => new Map(subjectsOf(store, shot.id, frame).map((s) => [s.asset.id, s])))
  const [inA, inB] = subjects as [(typeof subjects)[0], (typeof subjects)[0]]
  const stands = [placements(store, a.shot.id, a.frame, [...inA.values()]), placements(store, b.shot.id, b.frame, [...inB.values()])] as const
  const lone = [...inA.values(), ...inB.values()].filter(({ asset }) => !(inA.has(asset.id) && inB.has(asset.id)))
  if (lone.length) out.push(`who is there (${lone.map((s) => s.asset.name).join(', ')})`)
  for (const [id, one] of inA) {
    const other = inB.get(id)
    if (!other) continue
    if (one.look.id !== other.look.id || one.look.mediaId !== other.look.mediaId || one.description !== other.description) out.push(`the look of ${one.asset.name}`)
    // Whoever has no place of their own makes room for others: told by who is there.
    else if (!lone.length && canonicalJson(stands[0].get(id)) !== canonicalJson(stands[1].get(id))) out.push(`where ${one.asset.name} stands`)
  }
  if (canonicalJson(cameraOf(a.shot)) !== canonicalJson(cameraOf(b.shot))) out.push('the camera')
  if (a.shot.sceneId !== b.shot.sceneId && canonicalJson(placeOf(store, a.shot)) !== canonicalJson(placeOf(store, b.shot))) out.push('the place or the time of day')
  return out
}

const cameraOf = (shot: Shot) => [shot.size, shot.angle, shot.lens.trim(), shot.movement.trim()]

function placeOf(store: ReadRecords, shot: Shot) {
  const { intExt, set, timeOfDay } = store.must('scenes', shot.sceneId)
  return [intExt, set, timeOfDay]
}

/** What the end of one shot and the start of the next differ in; empty = they can share one still. */
export function seamDifferences(store: ReadRecords, { fromShotId, toShotId }: Pair): string[] {
  return differences(store, { shot: existingShot(store, fromShotId), frame: 'end' }, { shot: existingShot(store, toShotId), frame: 'start' })
}

/** Is the still shared now? Only between neighbours of one scene, and only while both sides agree (domain.md 7). */
export function seamHolds(store: ReadRecords, seam: Pair): boolean {
  const from = store.get('shots', seam.fromShotId)
  return from !== undefined && neighbour(store, from, 1)?.id === seam.toShotId && seamDifferences(store, seam).length === 0
}

const atRest = /^(static|still|fixed|locked( |-)?(off|down)?|none)?$/i

/**
 * May start and end of one shot share a still? The test of seams (domain.md 7). A camera that moves ends elsewhere, and states the user
 * wrote differently for the two ends are two pictures; those the writer derives from the text do not count.
 */
export function sameStill(store: ReadRecords, shotId: string): boolean {
  const shot = existingShot(store, shotId)
  const start = shot.startState.trim()
  const end = shot.endState.trim()
  return atRest.test(shot.movement.trim()) && (!start || !end || start === end) && differences(store, { shot, frame: 'start' }, { shot, frame: 'end' }).length === 0
}

/** The take that stands at one end of a shot: its own, else that of the shot it shares the still with. */
export function seamTake(store: ReadRecords, shotId: string, frame: FrameEnd): Take | null {
  const own = chosenTake(store, shotId, takeKindOf(frame))
  if (own || takesOf(store, shotId, takeKindOf(frame)).length) return own
  const seam = store.first(frame === 'start' ? 'seamsTo' : 'seamsFrom', shotId)
  if (!seam || !seamHolds(store, seam)) return null
  return frame === 'start' ? chosenTake(store, seam.fromShotId, 'endFrame') : chosenTake(store, seam.toShotId, 'startFrame')
}

/**
 * `seam.set`: lets one still serve as the end of a shot and the start of the next one, or takes that back (domain.md 7). Both keep the take.
 * @throws Refusal NOT_ADJACENT; SEAM_DIFFERENT naming what the two sides differ in
 */
export function setSeam(draft: Draft, input: { fromShotId: string; toShotId: string; shared: boolean }): void {
  const from = existingShot(draft, input.fromShotId)
  const to = existingShot(draft, input.toShotId)
  const current = draft.list('seamsFrom', from.id).find((s) => s.toShotId === to.id)
  if (!input.shared) {
    if (current) dissolveSeam(draft, current)
    return
  }
  if (neighbour(draft, from, 1)?.id !== to.id) throw new Refusal('NOT_ADJACENT', { what: 'shared' })
  const what = seamDifferences(draft, input)
  if (what.length) throw new Refusal('SEAM_DIFFERENT', { from: from.number, to: to.number, what })
  if (!current) addSeam(draft, from.id, to.id)
}

export function addSeam(draft: Draft, fromShotId: string, toShotId: string): void {
  draft.add('seams', { id: draft.newId(), fromShotId, toShotId })
}

/**
 * Ends a seam; both sides keep the take: one that had none of its own, and showed the other's, gets a copy with its own inputs.
 * To be called while both shots are still as they were. @param gone the side that is being deleted
 */
export function dissolveSeam(draft: Draft, seam: Seam, gone?: string): void {
  if (seamHolds(draft, seam)) {
    if (seam.toShotId !== gone) keepTake(draft, seam.toShotId, 'start')
    if (seam.fromShotId !== gone) keepTake(draft, seam.fromShotId, 'end')
  }
  draft.remove('seams', seam.id)
}

function keepTake(draft: Draft, shotId: string, frame: FrameEnd): void {
  const take = seamTake(draft, shotId, frame)
  const kind = takeKindOf(frame)
  if (!take || take.kind === kind) return
  const inputs = inputsOf(draft, shotId, kind, take.generatorId)
  draft.add('takes', { ...take, id: draft.newId(), shotId, kind, ordinal: draft.nextOrdinal('takes'), inputs, digest: inputsDigest(inputs) })
}

/** Ends the seams at both ends of a shot. @param leaving the shot is being deleted */
export function dissolveSeamsOf(draft: Draft, shotId: string, leaving: boolean): void {
  for (const seam of [...draft.list('seamsFrom', shotId), ...draft.list('seamsTo', shotId)]) dissolveSeam(draft, seam, leaving ? shotId : undefined)
}

/** Ends the seam over the cut after a shot: something comes between. */
export function dissolveSeamAfter(draft: Draft, shot: Pick<Shot, 'id'> | undefined): void {
  if (shot) for (const seam of draft.list('seamsFrom', shot.id)) dissolveSeam(draft, seam)
}
