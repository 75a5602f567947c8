import type { DialogueLine, Shot, ShotAngle, ShotSize } from '../model/shot'
import { secondsToFrames } from '../model/units'
import type { Draft } from '../records/draft'
import { existingScene, existingShot, neighbour, projectOf, shotsOfScene } from './lookup'
import { numberForNew } from './numbering'
import { resolveLook } from './resolveLook'
import { keyAt } from './ordering'
import { addAssignment } from './setAssignment'

export interface ShotFields {
  text?: string | undefined
  durationSeconds?: number | undefined
  durationFrames?: number | undefined
  number?: string | undefined
  dialogue?: DialogueLine[] | undefined
  size?: ShotSize | null | undefined
  angle?: ShotAngle | null | undefined
  lens?: string | undefined
  movement?: string | undefined
  startState?: string | undefined
  endState?: string | undefined
  timeJump?: boolean | undefined
  endFromStart?: boolean | null | undefined
  notes?: string | undefined
}

function framesOf(draft: Draft, input: ShotFields): number | undefined {
  if (input.durationFrames !== undefined) return input.durationFrames
  return input.durationSeconds === undefined ? undefined : secondsToFrames(input.durationSeconds, projectOf(draft).fps)
}

/** `shot.create`: at the end of a scene or at a position; it gets the previous shot's location (domain.md 7). */
export function createShot(draft: Draft, input: ShotFields & { sceneId: string; index?: number | undefined; afterShotId?: string | undefined }): Shot {
  existingScene(draft, input.sceneId)
  const shots = shotsOfScene(draft, input.sceneId)
  const after = input.afterShotId === undefined ? -1 : shots.findIndex((s) => s.id === input.afterShotId)
  const index = Math.min(input.index ?? (after >= 0 ? after + 1 : shots.length), shots.length)
  const previous = shots[index - 1]
  const shot = draft.add('shots', {
    id: draft.newId(), sceneId: input.sceneId, orderKey: keyAt(shots, index), number: input.number ?? numberForNew(draft, previous ?? shots[0]),
    durationFrames: framesOf(draft, input) ?? secondsToFrames(3, projectOf(draft).fps), text: input.text ?? '', dialogue: input.dialogue ?? [], size: input.size ?? null,
    angle: input.angle ?? null, lens: input.lens ?? '', movement: input.movement ?? '', startState: input.startState ?? '', endState: input.endState ?? '',
    timeJump: input.timeJump ?? false, endFromStart: input.endFromStart ?? null, notes: input.notes ?? '', scriptId: null, sourceStart: null, sourceEnd: null,
  })
  if (previous) {
    takeLocation(draft, previous, shot)
    for (const seam of draft.list('seamsFrom', previous.id)) draft.remove('seams', seam.id)
  }
  return shot
}

function takeLocation(draft: Draft, previous: Shot, shot: Shot): void {
  for (const assignment of draft.list('assignmentsOfShot', previous.id)) {
    const instance = draft.must('sceneAssetInstances', assignment.sceneAssetInstanceId)
    const asset = draft.must('assets', instance.assetId)
    if (asset.type !== 'location' || asset.deleted) continue
    addAssignment(draft, shot.id, instance.id, { presence: 'throughout', enterAt: 0, exitAt: 1, enterFrom: null, exitTo: null, action: '', rank: assignment.rank, origin: 'auto', evidence: null })
  }
}

/** `shot.update` */
export function updateShot(draft: Draft, input: ShotFields & { shotId: string }): Shot {
  existingShot(draft, input.shotId)
  const { shotId, durationSeconds: _seconds, durationFrames: _frames, ...fields } = input
  return draft.update('shots', shotId, { ...fields, durationFrames: framesOf(draft, input) })
}

/** `shot.delete` */
export function deleteShot(draft: Draft, input: { shotId: string }): void {
  const shot = existingShot(draft, input.shotId)
  keepLooksAfter(draft, shot)
  dropShot(draft, shot)
}

/** A shot goes, its look changes stay: they happen in the cut before it, or the scene starts with their outcome, so no later look changes. */
function keepLooksAfter(draft: Draft, shot: Shot): void {
  const previous = neighbour(draft, shot, -1)
  const events = draft.list('eventsOfShot', shot.id).filter((e) => !e.suspended)
  if (!events.length) return
  for (const instanceId of new Set(events.map((e) => e.sceneAssetInstanceId))) {
    const instance = draft.must('sceneAssetInstances', instanceId)
    if (previous) continue
    const next = neighbour(draft, shot, 1)
    if (next) draft.update('sceneAssetInstances', instanceId, { lookId: resolveLook(draft, instance, { shotId: next.id, at: 'start' }).id })
  }
  if (previous) {
    const ordered = events.toSorted((a, b) => (a.at ?? 2) - (b.at ?? 2) || a.ordinal - b.ordinal)
    let ordinal = draft.nextOrdinal('transformations')
    for (const event of ordered) draft.update('transformations', event.id, { kind: 'between_shots', at: null, shotId: previous.id, ordinal: ordinal++ })
  }
  draft.warn('CHANGES_MOVED', { shot: shot.number })
}

/** Removes a shot with everything that hangs on it. Takes and prompts stay in the project and return with undo. */
export function dropShot(draft: Draft, shot: Shot): void {
  for (const assignment of draft.list('assignmentsOfShot', shot.id)) draft.remove('assignments', assignment.id)
  for (const event of draft.list('eventsOfShot', shot.id)) draft.remove('transformations', event.id)
  for (const blocking of draft.list('blockingsOfShot', shot.id)) draft.remove('blockings', blocking.id)
  for (const seam of [...draft.list('seamsFrom', shot.id), ...draft.list('seamsTo', shot.id)]) draft.remove('seams', seam.id)
  for (const suggestion of draft.list('suggestionsOfShot', shot.id)) draft.remove('suggestions', suggestion.id)
  for (const frame of ['start', 'end'] as const) draft.remove('planEdits', `${shot.id}:${frame}`)
  for (const kind of ['startFrame', 'endFrame', 'video'] as const) draft.remove('takeChoices', `${shot.id}:${kind}`)
  draft.remove('shots', shot.id)
}

/** `shot.move` inside its scene: to a position among the other shots. Seams at both places dissolve. */
export function moveShot(draft: Draft, input: { shotId: string; index: number }): void {
  const shot = existingShot(draft, input.shotId)
  const others = shotsOfScene(draft, shot.sceneId).filter((s) => s.id !== shot.id)
  const index = Math.min(input.index, others.length)
  if (shotsOfScene(draft, shot.sceneId).findIndex((s) => s.id === shot.id) === index) return
  for (const seam of [...draft.list('seamsFrom', shot.id), ...draft.list('seamsTo', shot.id)]) draft.remove('seams', seam.id)
  const before = others[index - 1]
  if (before) for (const seam of draft.list('seamsFrom', before.id)) draft.remove('seams', seam.id)
  draft.update('shots', shot.id, { orderKey: keyAt(others, index) })
}
