import { transformationsInOrder, resolveLook } from '@shared/domain/looks/resolveLook'
import { framesToSeconds } from '@shared/domain/time/frames'
import { parseTime } from '@shared/domain/time/parseTime'
import { secondsText } from '@shared/language/unitWords'
import type { Look, SceneAssetInstance } from '@shared/model/asset'
import type { Timing } from '@shared/model/frameRate'
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
  const before = transformationsInOrder(records, instance).slice(
    0,
    transformationsInOrder(records, instance).findIndex((e) => e.id === event.id),
  )
  const inShot = before.filter((e) => e.shotId === shot.id && e.at !== null).at(-1)
  return resolveLook(records, instance, { shotId: shot.id, at: inShot ? inShot.at! : 'start' })
}

/**
 * The moment of a change that was typed, as a fraction of the shot, or one sentence why it cannot be: it lies inside the shot, nearer to a frame
 * in it than to either cut.
 */
export function momentIn(
  text: string,
  durationFrames: number,
  timing: Timing,
): { readonly at: number } | { readonly refused: string } {
  const read = parseTime(text, timing)
  if ('refused' in read) return read
  if (read.frames >= 0.5 && read.frames <= durationFrames - 0.5) return { at: read.frames / durationFrames }
  if (durationFrames < 2) return { refused: 'A shot of one frame has no room for a change. Put it at the cut.' }
  const [first, last] = [1, durationFrames - 1].map((frames) => framesToSeconds(frames, timing.fps)) as [number, number]
  return { refused: `Between ${first.toFixed(2)} and ${secondsText(last, 2)}.` }
}
