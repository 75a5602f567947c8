import type { FrameEnd } from '../model/common'
import type { Shot } from '../model/shot'
import type { ReadRecords } from '../records/recordStore'
import type { FrameDescription, FrameLocation } from './drawList/frameDescription'
import { existingShot, namesOf, projectOf } from './lookup'
import { subjectsOf, type Subject } from './manifest'
import { pictureOf } from './pictureOf'
import { placements } from './placement'
import { sitsIn } from './sitting'

/** Pictures are made 1920 px wide, or 1920 px high when the film is upright. */
const longSidePx = 1920

/** The project's picture size in whole, even pixels. */
export function frameSize(aspectWidth: number, aspectHeight: number): { width: number; height: number } {
  const even = (px: number) => Math.max(2, Math.round(px / 2) * 2)
  if (aspectWidth >= aspectHeight) return { width: longSidePx, height: even((longSidePx * aspectHeight) / aspectWidth) }
  return { width: even((longSidePx * aspectWidth) / aspectHeight), height: longSidePx }
}

/** Is somebody without a picture drawn on a seat? Read from the words of the shot and what they do in it. */
export function isDrawnSitting(shot: Shot, frame: FrameEnd, { asset, look, assignment }: Subject): boolean {
  return asset.type === 'character' && !look.mediaId && sitsIn((frame === 'start' ? shot.startState : shot.endState).trim() || shot.text, assignment.action, namesOf(asset), frame)
}

/** One still as the drawing sees it: who is visible, in which look and where. Everything the compositor needs, nothing it would look up. */
export function describeFrame(store: ReadRecords, shotId: string, frame: FrameEnd, showNames = true): FrameDescription {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const project = projectOf(store)
  const subjects = subjectsOf(store, shotId, frame)
  const at = placements(store, shotId, frame, subjects)
  const locations = subjects.filter((s) => s.asset.type === 'location').map((s): FrameLocation => ({ assetId: s.asset.id, name: s.asset.name, intExt: scene.intExt, timeOfDay: scene.timeOfDay, traits: s.description, picture: pictureOf(store, s.look.mediaId) }))
  return {
    ...frameSize(project.aspectWidth, project.aspectHeight),
    size: shot.size, angle: shot.angle, setName: scene.set, showNames,
    location: locations[0] ?? null,
    ...(locations.length > 1 ? { moreLocations: locations.slice(1) } : {}),
    subjects: subjects.filter((s) => at.has(s.asset.id)).map((s) => ({
      ...(isDrawnSitting(shot, frame, s) ? { sits: true as const } : {}),
      assetId: s.asset.id, name: s.asset.name, type: s.asset.type, lookName: s.look.name, traits: s.description, ...at.get(s.asset.id)!,
      picture: pictureOf(store, s.look.mediaId), entering: null, action: s.assignment.action,
    })),
  }
}
