import { statSync } from 'node:fs'
import type { Media } from '@shared/model/media'
import type { Pass, SentReference, Take } from '@shared/model/result'
import { describeFrame } from '@shared/domain/blocking/describeFrame'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { inputsDigest } from '@shared/domain/results/compareInputs'
import { frameInputs, sentText, splitOf } from '@shared/domain/results/inputs'
import { chosenTake, existingShot, takeKindOf } from '@shared/domain/lookup'
import { passInputs } from '@shared/domain/passes/passInputs'
import { planOf, type PassPlan, type PlannedPass } from '@shared/domain/passes/passPlan'
import { passPrompts } from '@shared/domain/results/passPrompt'
import { defaultProfileId, profileOf, type GeneratorProfile } from '@shared/domain/passes/profiles'
import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { copyTake, seamPartner, shareStill, type ShotEnd } from '@shared/domain/results/sharedStill'
import { digest } from '@shared/records/digest'
import { Refusal } from '@shared/records/refusal'
import type { FrameRequest, PassDoneEvent } from '../generators/contract'
import { GeneratorError } from '../generators/contract'
import type { FrameJob } from '../jobs/workers'
import type { OpenProject } from '../store/openProject'
import { propose, type Draft } from '@shared/records/draft'
import type { AppContext } from '../commit/context'

interface MadePass {
  plan: PlannedPass
  mediaId: string
  digest: string
  inputs: Record<string, unknown>
}

/** Makes one still: passes whose inputs are as before keep their pictures, the rest is made anew; the result is a new take. */
export async function makeFrame(context: AppContext, project: OpenProject, job: FrameJob): Promise<Take> {
  const profile = profileOf(job.generatorId)
  if (!profile) throw new Refusal('GENERATOR_UNKNOWN', { generator: job.generatorId })
  const { records } = project
  existingShot(records, job.shotId)
  const plan = planOf(records, job.shotId, job.frame, profile)
  if (plan.refusal) throw plan.refusal
  const frame = describeFrame(records, job.shotId, job.frame)
  const inputs = frameInputs(records, job.shotId, job.frame, profile)
  const prompt = renderPrompt(
    records,
    job.shotId,
    job.frame,
    sentText(records, job.shotId, job.frame),
    splitOf(records, job.shotId, job.frame, profile),
    profile.traits,
  )
  const prompts = passPrompts(records, job.shotId, job.frame, plan, profile)
  const made = keptPasses(project, job, plan, frame, profile)
  const todo = plan.passes.slice(made.length)
  if (todo.length) await runPasses(context, project, job, frame, profile, made, todo, plan.startTake)
  return storeTake(context, project, job, frame, profile, made, inputs, prompt, prompts)
}

function keptPasses(
  project: OpenProject,
  job: FrameJob,
  { passes, startTake }: PassPlan,
  frame: FrameDescription,
  profile: GeneratorProfile,
): MadePass[] {
  const take = chosenTake(project.records, job.shotId, takeKindOf(job.frame))
  const stored = take ? project.records.list('passesOfTake', take.id) : []
  const kept: MadePass[] = []
  for (const pass of passes) {
    if (pass.index >= job.fromPass) break
    const inputs = passInputs(frame, pass, kept.at(-1)?.mediaId ?? startTake, profile)
    const before = stored[pass.index - 1]
    const media = before && project.records.get('media', before.mediaId)
    if (!before || before.digest !== digest(inputs) || !media || !project.media.has(media)) break
    kept.push({ plan: pass, mediaId: before.mediaId, digest: before.digest, inputs })
  }
  // Nothing changed and everything is asked for again: then at least the last pass is made.
  if (kept.length === passes.length) kept.pop()
  return kept
}

async function runPasses(
  context: AppContext,
  project: OpenProject,
  job: FrameJob,
  frame: FrameDescription,
  profile: GeneratorProfile,
  made: MadePass[],
  todo: readonly PlannedPass[],
  startTake: string | null,
): Promise<void> {
  const outcomes: PassDoneEvent[] = []
  // The compositor draws everything up to a pass, so that what stands behind lies behind whichever pass adds it.
  const all = [...made.map((m) => m.plan), ...todo]
  const upTo = (pass: PlannedPass) => all.filter((p) => p.index <= pass.index).flatMap((p) => p.assetIds)
  const request: FrameRequest = {
    type: 'frame',
    id: job.jobId,
    generatorId: profile.id,
    frame,
    passes: todo.map((p) => ({ index: p.index, location: true, assetIds: upTo(p), basePlate: null, note: p.note })),
    media: mediaOf(project, frame),
    outFolder: project.media.temporaryFolder(),
  }
  await context.generators.run(request, (event) => {
    if (event.type === 'progress') job.onProgress(event.value)
    if (event.type === 'passDone') outcomes.push(event)
  })
  for (const [i, plan] of todo.entries()) {
    const done = outcomes.find((o) => o.index === plan.index)
    if (!done) throw new GeneratorError('transient', `Pass ${plan.index} gave no picture.`)
    const mediaId = await keepMedia(
      project,
      done,
      `shot ${existingShot(project.records, job.shotId).number}, ${job.frame} frame, pass ${plan.index}`,
    )
    const inputs = passInputs(frame, plan, made.at(-1)?.mediaId ?? startTake, profile)
    made.push({ plan, mediaId, digest: digest(inputs), inputs })
    job.onProgress((i + 1) / todo.length)
  }
}

function mediaPath(project: OpenProject, mediaId: string): string {
  return project.media.pathOf(project.records.must('media', mediaId))
}

function mediaOf(project: OpenProject, frame: FrameDescription): FrameRequest['media'] {
  const out: FrameRequest['media'] = {}
  for (const picture of [
    frame.location?.picture,
    ...(frame.moreLocations ?? []).map((l) => l.picture),
    ...frame.subjects.map((s) => s.picture),
  ])
    if (picture) out[picture.mediaId] = { path: mediaPath(project, picture.mediaId), hash: picture.mediaId }
  return out
}

/** Moves a finished picture into the media folder and gives it a row. The file is complete before the row names it. */
export async function keepMedia(
  project: OpenProject,
  file: { path: string; ext: string; mime: string; width: number; height: number; alpha?: boolean },
  name: string,
  workingId: string | null = null,
): Promise<string> {
  const bytes = statSync(file.path).size
  const id = await project.media.keepFile(file.path, file.ext)
  if (!project.records.get('media', id)) {
    const media: Media = {
      id,
      kind: 'picture',
      mime: file.mime,
      ext: file.ext,
      bytes,
      width: file.width,
      height: file.height,
      alpha: file.alpha ?? false,
      name,
      workingId,
      ordinal: project.records.nextOrdinal('media'),
    }
    project.commit({ added: { media: { [id]: media } }, updated: {}, removed: {} }, null)
  }
  return id
}

function storeTake(
  context: AppContext,
  project: OpenProject,
  job: FrameJob,
  frame: FrameDescription,
  profile: GeneratorProfile,
  made: readonly MadePass[],
  inputs: Record<string, unknown>,
  prompt: string,
  prompts: readonly string[],
): Take {
  const sent = (pass: PlannedPass): SentReference[] =>
    pass.references.map((r) => ({ ...r, mediaId: pictureIdOf(frame, r.assetId) }))
  const outcome = propose(
    project.records,
    () => context.newId(),
    (draft) => {
      const take = draft.add('takes', {
        id: context.newId(),
        shotId: job.shotId,
        kind: takeKindOf(job.frame),
        ordinal: draft.nextOrdinal('takes'),
        mediaId: made.at(-1)!.mediaId,
        generatorId: profile.id,
        profileRevision: profile.revision,
        imported: false,
        madeAt: context.now(),
        prompt,
        references: made.flatMap((m) => sent(m.plan)),
        inputs,
        digest: inputsDigest(inputs),
      })
      for (const [i, m] of made.entries()) {
        const pass: Pass = {
          id: context.newId(),
          takeId: take.id,
          index: m.plan.index,
          mediaId: m.mediaId,
          generatorId: profile.id,
          prompt: prompts[i]!,
          references: sent(m.plan),
          inputs: m.inputs,
          digest: m.digest,
        }
        draft.add('passes', pass)
      }
      for (const end of endsThatShare(draft, job)) copyWithPasses(context, draft, take, end, profile)
      return take
    },
  )
  if (outcome instanceof Refusal) throw outcome
  project.commit(outcome.change, null, () =>
    project.jobs.set(job.jobId, { state: 'done', progress: 1, finishedAt: context.now(), error: null }),
  )
  return outcome.answer
}

/** The ends that were asked for with it and still agree, and the other side of a shared seam unless its take is approved (domain.md 7). */
function endsThatShare(draft: Draft, job: FrameJob): ShotEnd[] {
  const ends = (job.also ?? []).filter((end) => draft.get('shots', end.shotId) && shareStill(draft, job, end))
  const partner = seamPartner(draft, job)
  const standing = partner && chosenTake(draft, partner.shotId, takeKindOf(partner.frame))
  if (
    partner &&
    !ends.some((e) => e.shotId === partner.shotId) &&
    !(standing && draft.get('resultMarks', standing.id)?.locked)
  )
    ends.push(partner)
  return ends
}

/** A still for another end of the film; its passes go with it where that end is built in the same steps. */
function copyWithPasses(context: AppContext, draft: Draft, take: Take, end: ShotEnd, profile: GeneratorProfile): Take {
  const passes = draft.list('passesOfTake', take.id)
  const copy = copyTake(draft, take, end)
  const plan = planOf(draft, end.shotId, end.frame, profile)
  if (plan.refusal || plan.passes.length !== passes.length) return copy
  const frame = describeFrame(draft, end.shotId, end.frame)
  let before = plan.startTake
  for (const [i, planned] of plan.passes.entries()) {
    const inputs: Record<string, unknown> = passInputs(frame, planned, before, profile)
    draft.add('passes', { ...passes[i]!, id: context.newId(), takeId: copy.id, inputs, digest: digest(inputs) })
    before = passes[i]!.mediaId
  }
  return copy
}

/** An end shows the fresh still of another one that it may share it with; answers whether it does. */
export function shareFrom(context: AppContext, project: OpenProject, from: ShotEnd, end: ShotEnd): boolean {
  const take = chosenTake(project.records, from.shotId, takeKindOf(from.frame))
  if (!take || !shareStill(project.records, from, end)) return false
  const profile = profileOf(take.generatorId) ?? profileOf(defaultProfileId)!
  const outcome = propose(
    project.records,
    () => context.newId(),
    (draft) => copyWithPasses(context, draft, take, end, profile),
  )
  if (outcome instanceof Refusal) throw outcome
  project.commit(outcome.change, null)
  return true
}

/** The picture that was sent for an asset. */
function pictureIdOf(frame: FrameDescription, assetId: string | null): string | null {
  if (assetId === null) return null
  return (
    frame.subjects.find((s) => s.assetId === assetId)?.picture?.mediaId ??
    [frame.location, ...(frame.moreLocations ?? [])].find((l) => l?.assetId === assetId)?.picture?.mediaId ??
    null
  )
}
