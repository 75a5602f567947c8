import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { chosenTake, shotsInOrder, takeKindOf } from '@shared/domain/lookup'
import { makeFolders } from '../store/makeFolders'
import type { OpenProject } from '../store/openProject'

/** Writes the chosen start and end frames as `001_1_start.png` …, in story order; the place leads, so that files sort as the film runs. Answers what was written and which are missing. */
export function exportFrames(
  project: OpenProject,
  out: string,
): { files: string[]; missing: { shotId: string; frame: 'start' | 'end' }[] } {
  makeFolders(out)
  const shots = shotsInOrder(project.records)
  const digits = Math.max(3, String(shots.length).length)
  const files: string[] = []
  const missing: { shotId: string; frame: 'start' | 'end' }[] = []
  shots.forEach((shot, i) => {
    for (const frame of ['start', 'end'] as const) {
      const take = chosenTake(project.records, shot.id, takeKindOf(frame))
      const media = take && project.records.get('media', take.mediaId)
      if (!media || !project.media.has(media)) {
        missing.push({ shotId: shot.id, frame })
        continue
      }
      const name = `${String(i + 1).padStart(digits, '0')}_${shot.number.replace(/[^\p{L}\p{N}.-]+/gu, '_')}_${frame}.${media.ext}`
      copyFileSync(project.media.pathOf(media), join(out, name))
      files.push(name)
    }
  })
  return { files, missing }
}
