import type { Draft } from '../../records/draft'
import { shotsOfScene, storyScene, storyShot } from '../lookup'
import { moveScene } from './sceneRules'
import { createShot, moveShot } from './shotRules'
import { trayShot } from './tray'
import { trimShot, type TrimInput } from './trimShot'

/** Where something goes: behind another one, or before it. */
export interface BesideShot {
  afterShotId?: string | undefined
  beforeShotId?: string | undefined
}

export interface ConformInput {
  durations?: TrimInput[] | undefined
  /** One after the other, as the places are when it is a scene's or shot's turn. */
  scenes?: { sceneId: string; afterSceneId?: string | undefined; beforeSceneId?: string | undefined }[] | undefined
  shots?: ({ shotId: string } & BesideShot)[] | undefined
  /** Shots that go to the tray. */
  trayedShotIds?: string[] | undefined
  /** Clips of the edit that become shots. */
  added?: ({ text: string; durationFrames: number } & BesideShot)[] | undefined
}

/**
 * `film.conform`: what an editing program changed, as far as the user accepts it (domain.md 7.11), in one step. A shot comes into the scene of the
 * one beside it.
 */
export function conformFilm(draft: Draft, { durations, scenes, shots, trayedShotIds, added }: ConformInput): void {
  for (const one of durations ?? []) trimShot(draft, one)
  for (const one of scenes ?? []) placeScene(draft, one)
  for (const { shotId, ...beside } of shots ?? []) {
    const place = placeBeside(draft, beside, shotId)
    if (place) moveShot(draft, { shotId, ...place })
  }
  for (const { text, durationFrames, ...beside } of added ?? []) {
    const place = placeBeside(draft, beside)
    if (place) createShot(draft, { text, durationFrames, ...place })
  }
  for (const shotId of trayedShotIds ?? []) trayShot(draft, storyShot(draft, shotId).id)
}

/** The scene beside a shot, and the place in it among the others. */
function placeBeside(
  draft: Draft,
  { afterShotId, beforeShotId }: BesideShot,
  without?: string,
): { sceneId: string; index: number } | null {
  const id = afterShotId ?? beforeShotId
  if (id === undefined || id === without) return null
  const { sceneId } = storyShot(draft, id)
  const others = shotsOfScene(draft, sceneId).filter((shot) => shot.id !== without)
  return { sceneId, index: others.findIndex((shot) => shot.id === id) + (afterShotId === undefined ? 0 : 1) }
}

function placeScene(
  draft: Draft,
  {
    sceneId,
    afterSceneId,
    beforeSceneId,
  }: { sceneId: string; afterSceneId?: string | undefined; beforeSceneId?: string | undefined },
): void {
  const id = afterSceneId ?? beforeSceneId
  if (id === undefined || id === sceneId) return
  const now = draft.positionIn('scenesInOrder', '', storyScene(draft, sceneId))
  const beside = draft.positionIn('scenesInOrder', '', storyScene(draft, id))
  const among = beside > now ? beside - 1 : beside
  moveScene(draft, { sceneId, index: among + (afterSceneId === undefined ? 0 : 1) })
}
