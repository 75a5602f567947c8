import { randomInt, randomUUID } from 'node:crypto'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { existingShot } from '@shared/domain/lookup'
import { subjectsOf } from '@shared/domain/manifest/manifest'
import { passInputs } from '@shared/domain/passes/passInputs'
import type { PlannedPass } from '@shared/domain/passes/passPlan'
import { canAsk } from '@shared/domain/passes/profileKinds'
import { planningProfile } from '@shared/domain/passes/profiles'
import type { MadePass } from '@shared/domain/results/keepTake'
import type { Profile } from '@shared/model/profile'
import { digest } from '@shared/records/digest'
import type { AppContext } from '../commit/context'
import { GeneratorError, type PassDoneEvent, type SentPicture } from '../generators/generatorContract'
import { GeneratorLost } from '../generators/startGeneratorProcess'
import { readProgress, writeProgress, type CallProgress, type OpenCall } from '../jobs/callProgress'
import type { FrameJob } from '../jobs/workers'
import type { OpenProject } from '../store/project'
import { keepMedia } from './keepMedia'

/** What is made, beside the passes. */
export interface RemoteStill {
  readonly profile: Profile
  readonly frame: FrameDescription
  /** The prompt of each pass, by its number from 1. */
  readonly prompts: readonly string[]
  /** The picture that pass 1 is built on. */
  readonly startPicture: string | null
}

/**
 * Makes passes at a service, one call each, and adds them to `made`. Before a call is sent it is written down, and when its picture is there that too, so that the job can be
 * taken up at every moment: nothing is sent twice and no picture is lost.
 * @throws GeneratorError; the project holds whatever was finished
 */
export async function remotePasses(
  context: AppContext,
  project: OpenProject,
  job: FrameJob,
  still: RemoteStill,
  made: MadePass[],
  todo: readonly PlannedPass[],
): Promise<void> {
  const { frame, profile } = still
  const planning = planningProfile(profile)
  const row = project.jobs.list(['running']).find(({ id }) => id === job.jobId)
  let progress = readProgress(row?.handle ?? null)
  const write = (next: CallProgress): void => {
    progress = next
    project.transaction(() => project.jobs.set(job.jobId, { handle: writeProgress(next) }))
  }
  for (const [i, plan] of todo.entries()) {
    const before = made.at(-1)?.mediaId ?? still.startPicture
    const inputs = passInputs(frame, plan, before, planning)
    const references = sentPictures(project, job, plan, before)
    const { width, height } = frame
    const prompt = still.prompts[plan.index - 1]!
    const sent = digest([inputs, prompt, references.map(({ mediaId }) => mediaId), width, height])
    const kept = progress.passes.find((pass) => pass.index === plan.index && pass.digest === sent)
    if (kept && project.records.get('media', kept.mediaId)) {
      made.push({ plan, mediaId: kept.mediaId, digest: digest(inputs), inputs })
      continue
    }
    const call: OpenCall =
      progress.call?.index === plan.index && progress.call.digest === sent
        ? progress.call
        : {
            index: plan.index,
            digest: sent,
            callId: randomUUID(),
            seed: randomInt(2 ** 32),
            handle: null,
            maybeSent: false,
          }
    write({ ...progress, call: { ...call, maybeSent: true } })
    const passes = progress.passes
    const done = await sendCall(context, job, {
      still: { profile, prompt, width, height, references, outFolder: project.media.temporaryFolder() },
      call,
      onHandle: (handle) => {
        try {
          write({ passes, call: { ...call, handle, maybeSent: true } })
        } catch {
          // Our own name of the call is written down already; by that it is found as well.
        }
      },
      onProgress: (value) => job.onProgress((i + value) / todo.length),
      settled: (open) => write({ passes, call: open }),
    })
    const shot = existingShot(project.records, job.shotId)
    const mediaId = await keepMedia(project, done, `shot ${shot.number}, ${job.frame} frame, pass ${plan.index}`)
    write({ passes: [...passes, { index: plan.index, mediaId, digest: sent }], call: null })
    made.push({ plan, mediaId, digest: digest(inputs), inputs })
    job.onProgress((i + 1) / todo.length)
  }
}

interface Sending {
  still: {
    profile: Profile
    prompt: string
    width: number
    height: number
    references: readonly SentPicture[]
    outFolder: string
  }
  call: OpenCall
  onHandle(handle: string): void
  onProgress(value: number): void
  /** What is left of a call that failed: null when it is certain that nothing is under way. */
  settled(call: OpenCall | null): void
}

async function sendCall(context: AppContext, job: FrameJob, sending: Sending): Promise<PassDoneEvent> {
  const { still, call } = sending
  const { profile } = still
  let done: PassDoneEvent | null = null
  let handle = call.handle
  try {
    await context.generators.run(
      {
        type: 'call',
        id: job.jobId,
        index: call.index,
        callId: call.callId,
        seed: call.seed,
        handle,
        maybeSent: call.maybeSent,
        key: profile.keyHeader === null ? null : context.keys.keyOf(profile),
        ...still,
        references: still.references.map(({ index, name, path }) => ({ index, name, path })),
      },
      (event) => {
        if (event.type === 'progress') sending.onProgress(event.value)
        if (event.type === 'passDone') done = event
        if (event.type === 'handle') sending.onHandle((handle = event.handle))
      },
    )
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error
    const isOpen =
      error.errorClass === 'unknownOutcome' ||
      error instanceof GeneratorLost ||
      (canAsk(profile.kind, handle) && error.errorClass === 'transient')
    sending.settled(isOpen ? { ...call, handle, maybeSent: true } : null)
    // The process ended while the call was out; only who can be asked is tried again.
    if (error instanceof GeneratorLost && !canAsk(profile.kind, handle))
      throw new GeneratorError('unknownOutcome', `${error.message} The picture may have been made and charged.`)
    throw error
  }
  if (!done) throw new GeneratorError('unknownOutcome', `${profile.name} ended without a picture.`)
  return done
}

/** The pictures of a pass in the order of its manifest: what it is built on, then the originals of who and what is new (domain.md 5.3). */
function sentPictures(
  project: OpenProject,
  job: FrameJob,
  plan: PlannedPass,
  before: string | null,
): (SentPicture & { mediaId: string })[] {
  const pictures = new Map(subjectsOf(project.records, job.shotId, job.frame).map((s) => [s.asset.id, s.look.mediaId]))
  return plan.references.flatMap(({ index, assetId, name }) => {
    if (index === null) return []
    const mediaId = assetId === null ? before : (pictures.get(assetId) ?? null)
    if (mediaId === null) throw new GeneratorError('config', `Not sent: the picture of ${name} is missing.`)
    return [{ index, name, mediaId, path: pathToSend(project, mediaId) }]
  })
}

/** A drawing made of shapes is sent as the picture everything is drawn from: no model takes shapes. */
function pathToSend(project: OpenProject, mediaId: string): string {
  const media = project.records.must('media', mediaId)
  const working =
    media.mime === 'image/svg+xml' && media.workingId !== null
      ? project.records.get('media', media.workingId)
      : undefined
  return project.media.pathToRead(working ?? media)
}
