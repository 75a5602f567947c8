import { defaultBreakdown, type Breakdown, type Project } from '../../model/project'
import { longestShotFrames } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { existingPicture } from '../lookup'

export interface ProjectFields {
  title?: string | undefined
  fps?: number | undefined
  aspectWidth?: number | undefined
  aspectHeight?: number | undefined
  styleText?: string | undefined
  stylePictureId?: string | null | undefined
  stage9GeneratorId?: string | undefined
  stage10GeneratorId?: string | undefined
  stage12GeneratorId?: string | null | undefined
  breakdown?: Breakdown | undefined
}

/** The settings row of a new project. */
export function newProject(fields: {
  title: string
  fps?: number | undefined
  aspectWidth?: number | undefined
  aspectHeight?: number | undefined
}): Project {
  return {
    id: 'project',
    title: fields.title,
    fps: fields.fps ?? 24,
    aspectWidth: fields.aspectWidth ?? 16,
    aspectHeight: fields.aspectHeight ?? 9,
    styleText: '',
    stylePictureId: null,
    stage9GeneratorId: 'writer',
    stage10GeneratorId: 'local',
    stage12GeneratorId: null,
    breakdown: defaultBreakdown,
    lastTimes: { enterAt: null, exitAt: null, passes: null },
  }
}

/** `project.update`: another frame rate keeps every shot's seconds, in whole frames of the new rate, up to the longest there may be. */
export function updateProject(draft: Draft, input: ProjectFields): void {
  const before = draft.must('project', 'project')
  existingPicture(draft, input.stylePictureId)
  draft.update('project', 'project', { ...input })
  if (input.fps === undefined || input.fps === before.fps) return
  for (const shot of draft.all('shots'))
    draft.update('shots', shot.id, {
      durationFrames: Math.min(
        longestShotFrames,
        Math.max(1, Math.round((shot.durationFrames / before.fps) * input.fps)),
      ),
    })
}
