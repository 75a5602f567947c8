import type { FrameEnd } from '../model/common'
import type { ReadRecords } from '../records/recordStore'
import type { FrameDescription } from './drawList/frameDescription'
import { existingShot, namesOf, projectOf } from './lookup'
import { subjectsOf } from './manifest'
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

/** One still as the drawing sees it: who is visible, in which look and where. Everything the compositor needs, nothing it would look up. */
export function describeFrame(store: ReadRecords, shotId: string, frame: FrameEnd, showNames = true): FrameDescription {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const project = projectOf(store)
  const subjects = subjectsOf(store, shotId, frame)
  const at = placements(store, shotId, frame, subjects)
  const set = subjects.find((s) => s.asset.type === 'location')
  return {
    ...frameSize(project.aspectWidth, project.aspectHeight),
    size: shot.size, angle: shot.angle, setName: scene.set, showNames,
    location: set ? { assetId: set.asset.id, name: set.asset.name, intExt: scene.intExt, timeOfDay: scene.timeOfDay, picture: pictureOf(store, set.look.mediaId) } : null,
    subjects: subjects.filter((s) => s !== set && at.has(s.asset.id)).map((s) => ({
      ...(s.asset.type === 'character' && !s.look.mediaId && sitsIn((frame === 'start' ? shot.startState : shot.endState).trim() || shot.text, s.assignment.action, namesOf(s.asset), frame) ? { sits: true as const } : {}),
      assetId: s.asset.id, name: s.asset.name, type: s.asset.type, lookName: s.look.name, traits: s.description, ...at.get(s.asset.id)!,
      picture: pictureOf(store, s.look.mediaId), entering: null, action: s.assignment.action,
    })),
  }
}
