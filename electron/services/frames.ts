import { describeFrame } from '@shared/domain/blocking/describeFrame'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { frameInputs, sentText, splitOf } from '@shared/domain/results/resultInputs'
import { chosenTake, existingShot, takeKindOf } from '@shared/domain/lookup'
import { passInputs } from '@shared/domain/passes/passInputs'
import { planOf, type PassPlan, type PlannedPass } from '@shared/domain/passes/passPlan'
import { passPrompts } from '@shared/domain/results/passPrompt'
import type { GeneratorProfile } from '@shared/domain/passes/profiles'
import { remoteProfile, stageProfile } from '@shared/domain/passes/stageProfile'
import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { besideBecause } from '@shared/domain/results/chooseMade'
import { copyWithPasses, keepTake, type MadePass } from '@shared/domain/results/keepTake'
import { shareStill, type FrameRef } from '@shared/domain/results/sharedStill'
import { digest } from '@shared/records/digest'
import type { FrameRequest, PassDoneEvent } from '../generators/generatorContract'
import { GeneratorError } from '../generators/generatorContract'
import type { FrameJob, Made } from '../jobs/workers'
import type { OpenProject } from '../store/project'
import { commitRule } from '../commit/commitRule'
import type { AppContext } from '../commit/context'
import { keepMedia } from './keepMedia'
import { remotePasses } from './remotePasses'

/** Makes one still: passes whose inputs are as before keep their pictures, the rest is made anew; the result is a new take. */
export async function makeFrame(context: AppContext, project: OpenProject, job: FrameJob): Promise<Made> {
  const { records } = project
  const remote = remoteProfile(records, job.generatorId)
  const profile = stageProfile(records, 10, job.generatorId)
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
  if (todo.length && remote)
    await remotePasses(
      context,
      project,
      job,
      { profile: remote, frame, prompts, startPicture: plan.startTake },
      made,
      todo,
    )
  else if (todo.length) await runPasses(context, project, job, frame, profile, made, todo, plan.startTake)
  const still = {
    shotId: job.shotId,
    frame: job.frame,
    described: frame,
    profile,
    passes: made,
    inputs,
    prompt,
    passPrompts: prompts,
    also: job.also ?? [],
    madeAt: context.now(),
  }
  const done = () =>
    project.jobs.set(job.jobId, { state: 'done', progress: 1, finishedAt: context.now(), error: null, handle: null })
  const take = commitRule(project, 'take.keep', (draft) => keepTake(draft, still), { also: done }).answer
  return { beside: besideBecause(records, take) }
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
  return project.media.pathToRead(project.records.must('media', mediaId))
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

/** An end shows the fresh still of another one that it may share it with; answers whether it does. */
export function shareFrom(project: OpenProject, from: FrameRef, end: FrameRef): boolean {
  const take = chosenTake(project.records, from.shotId, takeKindOf(from.frame))
  if (!take || !shareStill(project.records, from, end, take.generatorId)) return false
  const profile = stageProfile(project.records, 10, take.generatorId)
  commitRule(project, 'take.share', (draft) => copyWithPasses(draft, take, end, profile))
  return true
}
