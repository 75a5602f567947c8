import type { Timing } from '../../model/frameRate'
import { defaultBreakdown, type Breakdown, type Project } from '../../model/project'
import { longestShotFrames } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { InvalidInput } from '../../records/refusal'
import { generatorFor } from '../passes/stageProfile'
import { existingPicture } from '../lookup'
import {
  canDropFrames,
  frameRateExpectation,
  parseFrameRate,
  rateText,
  sameRate,
  wholeRate,
  type FrameRateInput,
} from '../time/frameRates'
import { convertFrames } from '../time/frames'

/** How a project's frames are counted, as it may be given. */
export interface TimingFields {
  fps?: FrameRateInput | undefined
  dropFrame?: boolean | undefined
}

export interface ProjectFields extends TimingFields {
  title?: string | undefined
  aspectWidth?: number | undefined
  aspectHeight?: number | undefined
  styleText?: string | undefined
  stylePictureId?: string | null | undefined
  logoId?: string | null | undefined
  stage9GeneratorId?: string | undefined
  stage10GeneratorId?: string | undefined
  stage12GeneratorId?: string | null | undefined
  askAbove?: number | null | undefined
  breakdown?: Breakdown | undefined
}

/**
 * How frames are counted after `now` (domain.md 12.1, 12.3): a rate counts as it says ("29.97 drop frame"), else without drop frame; `dropFrame` alone changes only that.
 * @throws InvalidInput for what is no rate, and for drop frame at a rate that has none
 */
function timingFrom(given: TimingFields, now: Timing): Timing {
  const rate = given.fps === undefined ? null : parseFrameRate(given.fps)
  if (given.fps !== undefined && !rate) throw new InvalidInput('fps', `expected ${frameRateExpectation}`)
  const fps = rate?.fps ?? now.fps
  const kept = sameRate(fps, now.fps) && now.dropFrame
  const dropFrame = given.dropFrame ?? rate?.dropFrame ?? kept
  if (dropFrame && !canDropFrames(fps))
    throw new InvalidInput('dropFrame', `expected false: ${rateText(fps)} fps has no drop-frame timecode`)
  return { fps, dropFrame }
}

/** The settings row of a new project. @throws InvalidInput */
export function newProject(
  fields: TimingFields & { title: string; aspectWidth?: number | undefined; aspectHeight?: number | undefined },
): Project {
  return {
    id: 'project',
    title: fields.title,
    ...timingFrom(fields, { fps: wholeRate(24), dropFrame: false }),
    aspectWidth: fields.aspectWidth ?? 16,
    aspectHeight: fields.aspectHeight ?? 9,
    styleText: '',
    stylePictureId: null,
    logoId: null,
    stage9GeneratorId: 'writer',
    stage10GeneratorId: 'local',
    stage12GeneratorId: null,
    askAbove: null,
    breakdown: defaultBreakdown,
    lastTimes: { enterAt: null, exitAt: null, passes: null },
  }
}

/**
 * `project.update` (domain.md 12.1): another frame rate keeps every shot's seconds, in whole frames of the new rate, at least one and up to the longest there may
 * be (`convertFrames`). Drop frame changes how frames are called, not how many there are.
 * @throws InvalidInput; Refusal GENERATOR_UNKNOWN for a generator of frames or clips that is not there, GENERATOR_KIND for one that makes something else
 */
export function updateProject(draft: Draft, input: ProjectFields): void {
  const before = draft.must('project', 'project')
  for (const [id, makes] of [
    [input.stage9GeneratorId === 'writer' ? null : input.stage9GeneratorId, 'words'],
    [input.stage10GeneratorId, 'frames'],
    [input.stage12GeneratorId, 'clips'],
  ] as const)
    if (id !== undefined && id !== null) generatorFor(draft, id, makes)
  existingPicture(draft, input.stylePictureId)
  existingPicture(draft, input.logoId)
  const timing = timingFrom(input, before)
  draft.update('project', 'project', { ...input, ...timing })
  if (sameRate(timing.fps, before.fps)) return
  for (const shot of draft.all('shots'))
    draft.update('shots', shot.id, {
      durationFrames: Math.min(longestShotFrames, convertFrames(shot.durationFrames, before.fps, timing.fps)),
    })
}
