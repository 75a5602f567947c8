import { describeFrame } from '@shared/domain/blocking/describeFrame'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { frameInputs, sentText, splitOf } from '@shared/domain/results/resultInputs'
import { chosenTake, existingShot, takeKindOf } from '@shared/domain/lookup'
import { editRegion } from '@shared/domain/passes/editRegion'
import { passInputs } from '@shared/domain/passes/passInputs'
import { planOf, type PassPlan, type PlannedPass } from '@shared/domain/passes/passPlan'
import { passPrompts } from '@shared/domain/results/passPrompt'
import type { GeneratorProfile } from '@shared/domain/passes/profiles'
import { remoteProfile, stageProfile } from '@shared/domain/passes/stageProfile'
import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { besideBecause, candidateBeside } from '@shared/domain/results/chooseMade'
import { copyWithPasses, keepTake, type MadePass } from '@shared/domain/results/keepTake'
import { shareStill, type FrameRef } from '@shared/domain/results/sharedStill'
import type { Profile } from '@shared/model/profile'
import { digest } from '@shared/records/digest'
import { Refusal } from '@shared/records/refusal'
import type { FrameRequest, PassDoneEvent } from '../generators/generatorContract'
import { GeneratorError } from '../generators/generatorContract'
import type { FrameJob, Made } from '../jobs/workers'
import type { OpenProject } from '../store/project'
import { commitRule } from '../commit/commitRule'
import type { AppContext } from '../commit/context'
import { keepMedia } from './keepMedia'
import { OtherInputs, passOf, pathToSend, remotePasses } from './remotePasses'
import { progressRow } from './sendCall'

/** A still as it is asked for: all that follows from the records at that moment. */
interface StillAsked {
  described: FrameDescription
  /** Pass by pass; those before the first that is made keep these pictures. */
  passes: readonly PlannedPass[]
  kept: readonly MadePass[]
  startTake: string | null
  profile: GeneratorProfile
  inputs: Record<string, unknown>
  prompt: string
  prompts: readonly string[]
}

/** Makes one still: passes whose inputs are as before keep their pictures, the rest is made anew; the result is a new take. */
export async function makeFrame(context: AppContext, project: OpenProject, job: FrameJob): Promise<Made> {
  const remote = remoteProfile(project.records, job.generatorId)
  try {
    const asked = askedToday(project, job)
    const made = [...asked.kept]
    const todo = asked.passes.slice(made.length)
    if (todo.length && remote) {
      const { described: frame, prompts, startTake: startPicture } = asked
      await remotePasses(
        context,
        project,
        job,
        { profile: remote, frame, prompts, startPicture, order: asked },
        made,
        todo,
      )
    } else if (todo.length) await runPasses(context, project, job, asked, made, todo)
    return keepStill(context, project, job, asked, made)
  } catch (error) {
    if (remote && (error instanceof OtherInputs || error instanceof Refusal)) {
      const late = await lateStill(context, project, job, remote)
      if (late) return late
    }
    throw error
  }
}

/** @throws Refusal where it cannot be planned */
function askedToday(project: OpenProject, job: FrameJob): StillAsked {
  const { records } = project
  const profile = stageProfile(records, 10, job.generatorId)
  existingShot(records, job.shotId)
  const plan = planOf(records, job.shotId, job.frame, profile)
  if (plan.refusal) throw plan.refusal
  const described = describeFrame(records, job.shotId, job.frame)
  const prompt = renderPrompt(
    records,
    job.shotId,
    job.frame,
    sentText(records, job.shotId, job.frame),
    splitOf(records, job.shotId, job.frame, profile),
    profile.traits,
  )
  return {
    described,
    passes: plan.passes.slice(0, job.stopAfter),
    kept: keptPasses(project, job, plan, described, profile),
    startTake: plan.startTake,
    profile,
    inputs: frameInputs(records, job.shotId, job.frame, profile),
    prompt,
    prompts: passPrompts(records, job.shotId, job.frame, plan, profile),
  }
}

/** The take of a still whose passes are all there, and the end of its job, in one transaction. */
function keepStill(
  context: AppContext,
  project: OpenProject,
  job: FrameJob,
  { described, profile, inputs, prompt, prompts }: StillAsked,
  passes: readonly MadePass[],
): Made {
  const still = {
    shotId: job.shotId,
    frame: job.frame,
    described,
    profile,
    passes,
    inputs,
    prompt,
    passPrompts: prompts,
    also: job.also ?? [],
    candidate: job.candidate?.nth ?? null,
    madeAt: context.now(),
  }
  const done = () =>
    project.jobs.set(job.jobId, { state: 'done', progress: 1, finishedAt: context.now(), error: null, handle: null })
  const take = commitRule(project, 'take.keep', (draft) => keepTake(draft, still), { also: done }).answer
  // That candidates lie beside each other is what they were asked for.
  const beside = besideBecause(project.records, take)
  return { takeId: take.id, beside: beside === candidateBeside && job.candidate ? null : beside }
}

/**
 * What comes of a call that is out for other inputs than today's (domain.md 6.8): it is fetched and belongs to the still it was asked for. A still that it completes is kept beside;
 * of another one the passes are kept, and nothing more is sent. Null where no call is out.
 * @throws GeneratorError
 */
async function lateStill(
  context: AppContext,
  project: OpenProject,
  job: FrameJob,
  remote: Profile,
): Promise<Made | null> {
  const row = progressRow(project, job.jobId)
  const { call } = row.now
  const asked = row.now.order as StillAsked | null
  const plan = asked?.passes[(call?.index ?? 0) - 1]
  if (!call?.maybeSent || !asked || !plan || !project.records.get('shots', job.shotId)) return null
  const { described, passes } = asked
  const made = [...asked.kept]
  const add = (pass: PlannedPass, mediaId: string) => {
    const inputs = passInputs(described, pass, made.at(-1)?.mediaId ?? asked.startTake, asked.profile)
    made.push({ plan: pass, mediaId, digest: digest(inputs), inputs })
  }
  for (const pass of passes.slice(made.length, plan.index - 1)) {
    const done = row.now.passes.findLast(({ index }) => index === pass.index)
    if (!done || !project.records.get('media', done.mediaId)) return null
    add(pass, done.mediaId)
  }
  const base = made.at(-1)?.mediaId ?? asked.startTake
  const { width, height } = described
  const mediaId = await passOf(context, project, job, row, {
    profile: remote,
    call,
    asked: {
      index: plan.index,
      prompt: asked.prompts[plan.index - 1]!,
      width,
      height,
      references: plan.basePlate && base ? [{ index: 1, name: 'the base plate', path: pathToSend(project, base) }] : [],
      region: editRegion(described, plan),
      askOnly: true,
    },
    onProgress: (value) => job.onProgress(value),
  })
  add(plan, mediaId)
  if (plan.index === passes.length) return keepStill(context, project, job, asked, made)
  throw new GeneratorError(
    'config',
    `What it is made from changed meanwhile. Pass ${plan.index} of ${passes.length} came back and is kept; no more was sent. Make it again for what stands now.`,
  )
}

function keptPasses(
  project: OpenProject,
  job: FrameJob,
  { passes, startTake }: PassPlan,
  frame: FrameDescription,
  profile: GeneratorProfile,
): MadePass[] {
  const take = job.candidate
    ? project.records.get('takes', job.candidate.fromTake ?? '')
    : chosenTake(project.records, job.shotId, takeKindOf(job.frame))
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
  { described: frame, profile, startTake }: StillAsked,
  made: MadePass[],
  todo: readonly PlannedPass[],
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
