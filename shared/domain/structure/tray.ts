import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { compareOrder, existingScene, existingShot, shotsOfScene } from '../lookup'
import { moveShotToScene } from './moveShotToScene'
import { keyAt, keyBetween } from './ordering'
import { createScene } from './sceneRules'

/**
 * The tray holds what a re-import took out of the script (domain.md 11): nothing in it counts, nothing of it is lost. A scene in the tray is out of
 * the story with everything in it; single shots lie in a twin of their scene, which remembers where they came from.
 */
export const traysOf = (store: ReadRecords): readonly Scene[] => store.list('scenesInTray')

/** Shots in the tray, scene by scene. */
export function shotsInTray(store: ReadRecords): Shot[] {
  return traysOf(store).flatMap((scene) => shotsOfScene(store, scene.id))
}

/** Puts a shot into the tray, with its assignments, looks, takes and prompts. */
export function trayShot(draft: Draft, shotId: string): void {
  const shot = existingShot(draft, shotId)
  const scene = draft.must('scenes', shot.sceneId)
  if (scene.tray) return
  const twin = traysOf(draft).find((s) => s.trayOfId === scene.id) ?? addTwin(draft, scene)
  const order = shotsOfScene(draft, twin.id)
  moveShotToScene(draft, { shotId, sceneId: twin.id, index: order.length })
}

function addTwin(draft: Draft, scene: Scene): Scene {
  const trays = traysOf(draft)
  return draft.add('scenes', {
    ...scene,
    id: draft.newId(),
    orderKey: keyAt(trays, trays.length),
    tray: true,
    trayOfId: scene.id,
  })
}

/** Puts a scene into the tray as it is. */
export function trayScene(draft: Draft, sceneId: string): void {
  const trays = traysOf(draft)
  if (!existingScene(draft, sceneId).tray)
    draft.update('scenes', sceneId, { tray: true, trayOfId: null, orderKey: keyAt(trays, trays.length) })
}

/** Takes a scene out of the tray, to a position among the scenes of the story. */
export function untrayScene(draft: Draft, sceneId: string, index: number): void {
  const at = Math.min(index, draft.sizeOf('scenesInOrder'))
  draft.update('scenes', sceneId, {
    tray: false,
    trayOfId: null,
    orderKey: keyBetween(draft.nth('scenesInOrder', '', at - 1), draft.nth('scenesInOrder', '', at)),
  })
}

/** Lines of a script that no longer has them mean nothing: from here on it is the user's own. */
const byHand = { scriptId: null, sourceStart: null, sourceEnd: null }

/**
 * `shot.restore`: back from the tray into the scene it came from, where its lines were, or before a shot. A scene that is gone is made again under its heading.
 * @throws Refusal NOT_IN_TRAY
 */
export function restoreShot(
  draft: Draft,
  input: { shotId: string; sceneId?: string | undefined; beforeShotId?: string | undefined },
): Shot {
  const shot = existingShot(draft, input.shotId)
  const tray = draft.must('scenes', shot.sceneId)
  if (!tray.tray) throw new Refusal('NOT_IN_TRAY', { what: `Shot ${shot.number}` })
  const before = input.beforeShotId === undefined ? undefined : existingShot(draft, input.beforeShotId)
  const target = existingScene(draft, before?.sceneId ?? input.sceneId ?? homeOf(draft, tray).id)
  if (target.tray) throw new Refusal('NOT_FOUND', { what: 'The scene' })
  const shots = shotsOfScene(draft, target.id)
  const at = before
    ? shots.findIndex((s) => s.id === before.id)
    : shots.findIndex((s) => s.scriptId === shot.scriptId && (s.sourceStart ?? -1) >= (shot.sourceStart ?? Infinity))
  const back = moveShotToScene(draft, { shotId: shot.id, sceneId: target.id, index: at < 0 ? shots.length : at })
  return draft.update('shots', back.id, byHand)
}

/** The scene a tray's shots came from: the living one, else one made anew where its lines were. */
function homeOf(draft: Draft, tray: Scene): Scene {
  const living = tray.trayOfId === null ? undefined : draft.get('scenes', tray.trayOfId)
  if (living && !living.tray) return living
  const { heading, title, notes, outOfStoryOrder } = tray
  const made = createScene(draft, { heading, title, notes, outOfStoryOrder, index: placeInStory(draft, tray) })
  draft.update('scenes', tray.id, { trayOfId: made.id })
  return made
}

/** Before the first scene of the same script that comes later in it, else at the end. */
function placeInStory(store: ReadRecords, tray: Scene): number {
  const later =
    tray.scriptId === null
      ? undefined
      : store.list('scenesOfScript', tray.scriptId).find((s) => (s.sourceStart ?? -1) >= (tray.sourceStart ?? Infinity))
  return later ? store.positionIn('scenesInOrder', '', later) : store.sizeOf('scenesInOrder')
}

/** `scene.restore`: a whole scene back from the tray, at a position or where its lines were. @throws Refusal NOT_IN_TRAY */
export function restoreScene(draft: Draft, input: { sceneId: string; index?: number | undefined }): void {
  const scene = existingScene(draft, input.sceneId)
  if (!scene.tray) throw new Refusal('NOT_IN_TRAY', { what: `Scene ${scene.number}` })
  const living = scene.trayOfId === null ? undefined : draft.get('scenes', scene.trayOfId)
  if (living && !living.tray)
    for (const shot of [...shotsOfScene(draft, scene.id)].sort(compareOrder)) restoreShot(draft, { shotId: shot.id })
  else {
    untrayScene(draft, scene.id, input.index ?? placeInStory(draft, scene))
    draft.update('scenes', scene.id, byHand)
    for (const shot of shotsOfScene(draft, scene.id)) draft.update('shots', shot.id, byHand)
  }
}
