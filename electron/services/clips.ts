import { randomInt, randomUUID } from 'node:crypto'
import { frameSize } from '@shared/domain/blocking/describeFrame'
import { existingShot, settingsOf } from '@shared/domain/lookup'
import { clipMaker, type ClipMaker } from '@shared/domain/passes/clipMakers'
import { remoteProfile } from '@shared/domain/passes/stageProfile'
import { besideBecause } from '@shared/domain/results/chooseMade'
import { clipPlan, keepClip, type ClipPlan } from '@shared/domain/results/clips'
import { digest } from '@shared/records/digest'
import { Refusal } from '@shared/records/refusal'
import { secondsText } from '@shared/language/unitWords'
import { commitRule } from '../commit/commitRule'
import type { AppContext } from '../commit/context'
import { GeneratorError, type ClipDoneEvent } from '../generators/generatorContract'
import { GeneratorCancelled } from '../generators/startGeneratorProcess'
import type { OpenCall } from '../jobs/callProgress'
import type { ClipJob, Made } from '../jobs/workers'
import type { OpenProject } from '../store/project'
import { keepMedia } from './keepMedia'
import { pathToSend } from './remotePasses'
import { progressRow, sendCall } from './sendCall'

/** What a clip is made from, as it was when the job began. */
type Order = Omit<ClipPlan, 'shot'> & { width: number; height: number }

/** Makes the clip of a shot from its stills and its motion prompt; the result is a new take (domain.md 5.12). */
export async function makeClip(context: AppContext, project: OpenProject, job: ClipJob): Promise<Made> {
  const maker = clipMaker(project.records, job.generatorId)
  const { order, done } =
    maker.kind === 'local'
      ? await localClip(context, project, job, maker)
      : await remoteClip(context, project, job, maker)
  const unlike = unlikeness(order, done)
  const mediaId = await keepMedia(project, done, `shot ${existingShot(project.records, job.shotId).number}, clip`)
  const end = () =>
    project.jobs.set(job.jobId, { state: 'done', progress: 1, finishedAt: context.now(), error: null, handle: null })
  const { keyframes, prompt, inputs } = order
  const made = {
    shotId: job.shotId,
    maker,
    mediaId,
    keyframes,
    prompt,
    inputs,
    fits: unlike === null,
    madeAt: context.now(),
  }
  const take = commitRule(project, 'clip.keep', (draft) => keepClip(draft, made), { also: end }).answer
  const beside = besideBecause(project.records, take)
  return {
    takeId: take.id,
    beside: unlike === null ? beside : `${beside === null ? 'Taken' : 'Kept beside'}, but look at it: ${unlike}`,
  }
}

function orderOf(project: OpenProject, shotId: string, maker: ClipMaker): Order {
  const { shot: _shot, ...plan } = clipPlan(project.records, shotId, maker)
  const { aspectWidth, aspectHeight } = settingsOf(project.records)
  return { ...plan, ...frameSize(aspectWidth, aspectHeight) }
}

async function localClip(context: AppContext, project: OpenProject, job: ClipJob, maker: ClipMaker) {
  const { localClips } = context
  if (!localClips) throw new Refusal('CLIP_NOT_HERE')
  const order = orderOf(project, job.shotId, maker)
  const [start, end] = order.keyframes.map(({ mediaId }) => pathToSend(project, mediaId)) as [string, string]
  const path = await localClips
    .make(
      {
        project,
        shotId: job.shotId,
        start,
        end,
        prompt: order.prompt,
        seconds: order.madeSeconds,
        width: order.width,
        height: order.height,
        outFolder: project.media.temporaryFolder(),
      },
      (value) => job.onProgress(value),
      job.signal,
    )
    .catch((error: unknown) => {
      throw job.signal.aborted ? new GeneratorCancelled() : error
    })
  if (job.signal.aborted) throw new GeneratorCancelled()
  return { order, done: await readClip(context, job.jobId, path) }
}

/** Measures a file that is to be a clip, in the generator process. @throws GeneratorError */
async function readClip(context: AppContext, id: string, path: string): Promise<ClipDoneEvent> {
  let done: ClipDoneEvent | null = null
  await context.generators.run({ type: 'clipFile', id, path }, (event) => {
    if (event.type === 'clipDone') done = event
  })
  if (!done) throw new GeneratorError('transient', 'The clip could not be looked at.')
  return done
}

/** What was asked for stands in the row from the beginning, so that a result that comes after a restart is known as what it is. */
async function remoteClip(context: AppContext, project: OpenProject, job: ClipJob, maker: ClipMaker) {
  const profile = remoteProfile(project.records, maker.id)!
  const row = progressRow(project, job.jobId)
  const order = (row.now.order as Order | null) ?? orderOf(project, job.shotId, maker)
  const { prompt, madeSeconds, width, height, keyframes } = order
  const call: OpenCall = row.now.call ?? {
    index: 1,
    digest: digest([prompt, madeSeconds, width, height, keyframes.map(({ mediaId }) => mediaId)]),
    callId: randomUUID(),
    seed: randomInt(2 ** 32),
    handle: null,
    server: job.server,
    maybeSent: false,
  }
  row.write({ order, call })
  const done = await sendCall<ClipDoneEvent>(
    context,
    row,
    {
      jobId: job.jobId,
      profile,
      call,
      asked: {
        type: 'clip',
        askOnly: false,
        prompt,
        seconds: madeSeconds,
        width,
        height,
        keyframes: keyframes.map(({ frame, mediaId }) => ({
          at: frame === 'start' ? 0 : 1,
          path: pathToSend(project, mediaId),
        })),
        outFolder: project.media.temporaryFolder(),
      },
    },
    (event) => (event.type === 'clipDone' ? event : null),
    (value) => job.onProgress(value),
    (picture) => job.onPreview?.(picture),
  )
  row.write({}, 1)
  return { order, done }
}

/** Shapes that differ by less are one; models draw in steps of some pixels. */
const sameShape = 0.03
/** Seconds that a clip may be shorter than was asked for: a frame or two. */
const sameLength = 0.15

/** How a clip differs from what was asked for, as a sentence; null where it does not. */
function unlikeness({ width, height, seconds }: Order, done: ClipDoneEvent): string | null {
  if (Math.abs(Math.log(done.width / done.height / (width / height))) > sameShape)
    return `it has ${done.width} × ${done.height} pixels, another shape than the film.`
  if (done.seconds < seconds - sameLength)
    return `it lasts ${secondsText(done.seconds)}, the shot ${secondsText(seconds)}.`
  return null
}
