import type { FrameEnd } from '@shared/model/common'
import type { ResultKind } from '@shared/model/result'
import type { GenerateOutcome, GenerateRequest } from '@shared/ipc/contract'
import { freshnessOf } from '@shared/domain/freshness'
import { existingShot, projectOf, shotsInOrder } from '@shared/domain/lookup'
import { profileOf } from '@shared/domain/profiles'
import { isInitialised } from '@shared/domain/initialised'
import { Refusal } from '@shared/records/refusal'
import { dispatch } from '../app/dispatch'
import type { JobQueue } from '../jobs/queue'
import type { OpenProject } from '../store/openProject'
import { writePrompts } from './prompts'

/**
 * Runs a stage over shots: only what is asked for, never what is fresh, never over an approved take (domain.md 6).
 * `chosen` makes the named shots' results again even when they are fresh.
 */
export async function generate(project: OpenProject, queue: JobQueue, request: GenerateRequest): Promise<GenerateOutcome[]> {
  const shotIds = request.shotIds ?? shotsInOrder(project.records).map((s) => s.id)
  for (const id of shotIds) existingShot(project.records, id)
  if (request.stage === 9) return shotIds.flatMap((id) => stageNine(project, id, request.scope === 'stale' ? 'stale' : 'all'))
  if (request.stage === 12) return shotIds.map((shotId) => ({ shotId, result: 'video', outcome: 'skipped', detail: 'Making videos needs a video generator; none is set up.' }))
  const generatorId = request.generatorId ?? projectOf(project.records).stage10GeneratorId
  if (!profileOf(generatorId)) throw new Refusal('GENERATOR_UNKNOWN', { generator: generatorId })
  const frames: readonly FrameEnd[] = request.frames ?? ['start', 'end']
  const outcomes = shotIds.flatMap((shotId) => frames.flatMap((frame): (GenerateOutcome | Promise<GenerateOutcome>)[] => {
    const result: ResultKind = frame === 'start' ? 'startFrame' : 'endFrame'
    const { status, locked } = freshnessOf(project.records, shotId, result)
    if (request.scope === 'stale' && status === 'missing') return []
    if (status === 'fresh' && request.scope !== 'chosen') return [{ shotId, result, outcome: 'fresh', detail: 'its inputs did not change' }]
    if (locked) return [{ shotId, result, outcome: 'skipped', detail: 'approved; unlock it to make it again' }]
    return [queue.add(shotId, frame, generatorId, request.scope === 'chosen' && status === 'fresh' ? 1 : Infinity)]
  }))
  return Promise.all(outcomes.map(async (outcome) => outcome))
}

/** Running stage 9 on a scene opens it (domain.md 9). */
function stageNine(project: OpenProject, shotId: string, scope: 'stale' | 'all'): GenerateOutcome[] {
  const { sceneId } = existingShot(project.records, shotId)
  if (!isInitialised(project.records, sceneId)) dispatch(project, 'scene.open', { sceneId })
  return writePrompts(project, shotId, scope)
}
