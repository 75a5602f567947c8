import { InvalidInput, Refusal } from '../../records/refusal'
import { visibleIn } from '../../model/assignment'
import type { DialogueLine, Shot, ShotAngle, ShotSize } from '../../model/shot'
import { secondsToFrames } from '../time/frames'
import type { Draft } from '../../records/draft'
import { activeMembers, existingShot, projectOf, shotsOfScene, storyScene } from '../lookup'
import { moveShotToScene } from './moveShotToScene'
import { numberForNew } from './numbering'
import { keyAt } from './ordering'
import { addAssignment } from '../presence/setAssignment'
import { addShot, placeShot, removeShot } from './shotPlaces'
import { suggestNeighbours } from '../presence/suggestedForShot'

export interface ShotFields {
  text?: string | undefined
  durationSeconds?: number | undefined
  durationFrames?: number | undefined
  number?: string | undefined
  dialogue?: DialogueLine[] | undefined
  size?: ShotSize | null | undefined
  endSize?: ShotSize | null | undefined
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
  if (input.durationFrames !== undefined && input.durationSeconds !== undefined)
    throw new InvalidInput('durationSeconds', 'expected durationSeconds or durationFrames, not both')
  if (input.durationFrames !== undefined) return input.durationFrames
  return input.durationSeconds === undefined ? undefined : secondsToFrames(input.durationSeconds, projectOf(draft).fps)
}

/** `shot.create`: at the end of a scene or at a position; it gets the previous shot's location, and those seen on both sides of it are suggested (domain.md 7). */
export function createShot(
  draft: Draft,
  input: ShotFields & { sceneId: string; index?: number | undefined; afterShotId?: string | undefined },
): Shot {
  storyScene(draft, input.sceneId)
  const shots = shotsOfScene(draft, input.sceneId)
  if (input.index !== undefined && input.afterShotId !== undefined)
    throw new InvalidInput('afterShotId', 'expected index or afterShotId, not both')
  const after = input.afterShotId === undefined ? -1 : shots.findIndex((s) => s.id === input.afterShotId)
  if (input.afterShotId !== undefined && after < 0) {
    const other = existingShot(draft, input.afterShotId)
    throw new Refusal('OTHER_SCENE', { shot: other.number })
  }
  const index = Math.min(input.index ?? (after >= 0 ? after + 1 : shots.length), shots.length)
  const previous = shots[index - 1]
  const shot = addShot(draft, {
    endSize: input.endSize ?? null,
    id: draft.newId(),
    sceneId: input.sceneId,
    orderKey: keyAt(shots, index),
    number: input.number ?? numberForNew(draft, previous, shots[index]),
    durationFrames: framesOf(draft, input) ?? secondsToFrames(3, projectOf(draft).fps),
    text: input.text ?? '',
    dialogue: input.dialogue ?? [],
    size: input.size ?? null,
    angle: input.angle ?? null,
    lens: input.lens ?? '',
    movement: input.movement ?? '',
    startState: input.startState ?? '',
    endState: input.endState ?? '',
    timeJump: input.timeJump ?? false,
    endFromStart: input.endFromStart ?? null,
    notes: input.notes ?? '',
    scriptId: null,
    sourceStart: null,
    sourceEnd: null,
  })
  if (previous) takeLocation(draft, previous, shot)
  suggestNeighbours(draft, shot.id)
  return shot
}

/** Where the shot before ends, the new one is: its location, of several those seen in its end frame. */
function takeLocation(draft: Draft, previous: Shot, shot: Shot): void {
  const locations = activeMembers(draft, previous.id).filter((m) => m.asset.type === 'location')
  const atEnd = locations.filter((m) => visibleIn(m.assignment, 'end'))
  for (const { assignment, instance } of atEnd.length ? atEnd : locations) {
    addAssignment(draft, shot.id, instance.id, {
      presence: 'throughout',
      enterAt: 0,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      action: '',
      rank: assignment.rank,
      origin: 'auto',
      evidence: null,
    })
  }
}

/** `shot.update` */
export function updateShot(draft: Draft, input: ShotFields & { shotId: string }): Shot {
  existingShot(draft, input.shotId)
  const { shotId, durationSeconds: _seconds, durationFrames: _frames, ...fields } = input
  return draft.update('shots', shotId, { ...fields, durationFrames: framesOf(draft, input) })
}

/** `shot.delete`: its seams dissolve, the neighbours keep their takes, its look changes stay (domain.md 7). */
export function deleteShot(draft: Draft, input: { shotId: string }): void {
  const shot = existingShot(draft, input.shotId)
  removeShot(draft, shot)
}

/** `shot.move`: to a position among the other shots of its scene, or of another one. Seams at both places dissolve (domain.md 7). */
export function moveShot(draft: Draft, input: { shotId: string; index: number; sceneId?: string | undefined }): Shot {
  const shot = existingShot(draft, input.shotId)
  storyScene(draft, shot.sceneId)
  storyScene(draft, input.sceneId ?? shot.sceneId)
  if (input.sceneId !== undefined && input.sceneId !== shot.sceneId)
    return moveShotToScene(draft, { ...input, sceneId: input.sceneId })
  const shots = shotsOfScene(draft, shot.sceneId)
  const others = shots.filter((s) => s.id !== shot.id)
  const index = Math.min(input.index, others.length)
  if (shots[index]!.id === shot.id) return shot
  return placeShot(draft, shot.id, { sceneId: shot.sceneId, orderKey: keyAt(others, index) })
}
