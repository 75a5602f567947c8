import { eventsInOrder, resolveLook } from '@shared/domain/looks/resolveLook'
import type { Look, SceneAssetInstance } from '@shared/model/asset'
import type { Shot } from '@shared/model/shot'
import type { Transformation } from '@shared/model/transformation'
import type { ReadRecords } from '@shared/records/recordStore'

/** The look that a change in a shot starts from: the one in force right before an existing change, else at the shot's start. */
export function lookBefore(
  records: ReadRecords,
  instance: SceneAssetInstance,
  shot: Shot,
  event: Transformation | undefined,
): Look {
  if (!event) return resolveLook(records, instance, { shotId: shot.id, at: 'start' })
  const before = eventsInOrder(records, instance).slice(
    0,
    eventsInOrder(records, instance).findIndex((e) => e.id === event.id),
  )
  const inShot = before.filter((e) => e.shotId === shot.id && e.at !== null).at(-1)
  return resolveLook(records, instance, { shotId: shot.id, at: inShot ? inShot.at! : 'start' })
}

/** Why a typed moment is refused: it lies inside the shot, at least a frame from either cut. */
export function momentRefusal(text: string, durationFrames: number, fps: number): string | null {
  const seconds = Number(text.replace(',', '.').trim())
  const frame = seconds * fps
  if (text.trim() === '' || !Number.isFinite(seconds)) return 'A number of seconds.'
  return frame >= 0.5 && frame <= durationFrames - 0.5
    ? null
    : `Between ${(1 / fps).toFixed(2)} and ${((durationFrames - 1) / fps).toFixed(2)} s.`
}
