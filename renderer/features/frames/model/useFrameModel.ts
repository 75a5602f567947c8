import type { FrameEnd } from '@shared/model/common'
import type { Pass, ResultKind, Take } from '@shared/model/result'
import type { Scene } from '@shared/model/scene'
import type { Shot } from '@shared/model/shot'
import { describeFrame } from '@shared/domain/blocking/describeFrame'
import type { FramePart } from '@shared/drawing/drawList'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import { chosenTake, takeKindOf, takesOf } from '@shared/domain/lookup'
import { keptPassCount } from '@shared/domain/passes/passInputs'
import { planOf, type PassPlan } from '@shared/domain/passes/passPlan'
import type { GeneratorProfile } from '@shared/domain/passes/profiles'
import type { ReadRecords } from '@shared/records/recordStore'
import { useRead } from '../../../app/useRead'
import { useView } from '../../../app/viewStore'
import type { FigureDraft } from './framesStore'

/** Everything the view and its inspector show of one still; the same one until something of it changes. */
export interface FrameModel {
  readonly shot: Shot
  readonly scene: Scene
  readonly frame: FrameEnd
  readonly result: ResultKind & ('startFrame' | 'endFrame')
  readonly description: FrameDescription
  readonly profile: GeneratorProfile
  readonly plan: PassPlan
  /** Oldest first. */
  readonly takes: readonly Take[]
  readonly chosen: Take | null
  /** Stored passes of the chosen take. */
  readonly stored: readonly Pass[]
  /** So many of them, from the first, would be made the same today; 0 under another generator. */
  readonly keptPasses: number
}

/** The still that is shown: the selected shot's start or end. Null without one. */
export function useFrameModel(): FrameModel | null {
  const shotId = useView((s) => s.shotId)
  const frame = useView((s) => s.frame)
  return useRead(
    (reads) => {
      const shot = shotId === null ? undefined : reads.get('shots', shotId)
      return shot ? modelOf(reads, shot, frame) : null
    },
    [shotId, frame],
  )
}

function modelOf(records: ReadRecords, shot: Shot, frame: FrameEnd): FrameModel {
  const kind = takeKindOf(frame)
  const description = describeFrame(records, shot.id, frame)
  const profile = stageProfile(records, 10)
  const plan = planOf(records, shot.id, frame, profile)
  const chosen = chosenTake(records, shot.id, kind)
  const stored = chosen ? records.list('passesOfTake', chosen.id) : []
  return {
    shot,
    scene: records.must('scenes', shot.sceneId),
    frame,
    result: kind,
    description,
    profile,
    plan,
    takes: takesOf(records, shot.id, kind),
    chosen,
    stored,
    keptPasses:
      chosen?.generatorId === profile.id ? keptPassCount(description, plan.passes, profile, stored, plan.startTake) : 0,
  }
}

/** What the frame shows up to a pass: the location and everything added so far. Undefined = all of it. */
export function partUpTo(plan: PassPlan, upTo: number | null): FramePart | undefined {
  if (upTo === null || upTo >= plan.passes.length) return undefined
  return { location: true, assetIds: plan.passes.slice(0, upTo).flatMap((p) => p.assetIds) }
}

/** The frame with a figure where the running gesture has it. */
export function withDraft(frame: FrameDescription, draft: FigureDraft | null): FrameDescription {
  if (!draft) return frame
  const { assetId, x, y, scale, flip, depth } = draft
  return {
    ...frame,
    subjects: frame.subjects.map((s) => (s.assetId === assetId ? { ...s, x, y, scale, flip, depth } : s)),
  }
}

export const frameWord = (frame: FrameEnd) => (frame === 'start' ? 'start' : 'end')
export const FrameTitle = { start: 'Start frame', end: 'End frame' } as const
