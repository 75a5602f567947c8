import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { existingShot, shotIdsInOrder, shotsOfScene } from '../lookup'
import { duplicateShot } from './duplicateShot'
import { deleteShot, moveShot } from './shotRules'

/** The shots in story order, those of the tray last. @throws Refusal for one that is not there */
export function inOrder(draft: Draft, shotIds: readonly string[]): Shot[] {
  const shots = [...new Set(shotIds)].map((id) => existingShot(draft, id))
  if (shots.length < 2) return shots
  const place = new Map(shotIdsInOrder(draft).map((id, i) => [id, i]))
  const of = (shot: Shot) => place.get(shot.id) ?? Number.POSITIVE_INFINITY
  return shots.sort((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)))
}

/** `shot.delete` of one or several shots. */
export function deleteShots(draft: Draft, input: { shotIds: readonly string[] }): void {
  for (const shot of inOrder(draft, input.shotIds)) deleteShot(draft, { shotId: shot.id })
}

/** `shot.duplicate` of one or several shots: each copy stands right after its shot. */
export function duplicateShots(draft: Draft, input: { shotIds: readonly string[] }): Shot[] {
  return inOrder(draft, input.shotIds).map((shot) => duplicateShot(draft, { shotId: shot.id }))
}

/**
 * `shot.move` of one or several shots: together, in their order, to a position among the other shots of their scene or of another one. Without
 * a scene they go to that of the first.
 */
export function moveShots(
  draft: Draft,
  input: { shotIds: readonly string[]; index: number; sceneId?: string | undefined },
): void {
  const shots = inOrder(draft, input.shotIds)
  const sceneId = input.sceneId ?? shots[0]!.sceneId
  const moving = new Set(shots.map((s) => s.id))
  const others = shotsOfScene(draft, sceneId).filter((s) => !moving.has(s.id))
  // Backwards, each before the one that was placed last, so that a position among the others is told by a shot and not by a number.
  let next = others[input.index]?.id
  for (const shot of shots.toReversed()) {
    const rest = shotsOfScene(draft, sceneId).filter((s) => s.id !== shot.id)
    const at = next === undefined ? rest.length : rest.findIndex((s) => s.id === next)
    moveShot(draft, { shotId: shot.id, index: at, sceneId })
    next = shot.id
  }
}
