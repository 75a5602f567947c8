import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { existingShot } from '@shared/domain/lookup'
import { subjectsOf } from '@shared/domain/manifest/manifest'
import { editRegion } from '@shared/domain/passes/editRegion'
import { passInputs } from '@shared/domain/passes/passInputs'
import type { PlannedPass } from '@shared/domain/passes/passPlan'
import { boxFormOf } from '@shared/domain/passes/profileKinds'
import { planningProfile } from '@shared/domain/passes/profiles'
import type { MadePass } from '@shared/domain/results/keepTake'
import type { Profile } from '@shared/model/profile'
import { digest } from '@shared/records/digest'
import type { AppContext } from '../commit/context'
import { GeneratorError, type PassDoneEvent, type SentPicture } from '../generators/generatorContract'
import type { OpenCall } from '../jobs/callProgress'
import type { FrameJob } from '../jobs/workers'
import type { OpenProject } from '../store/project'
import { keepMedia } from './keepMedia'
import { progressRow, sendCall, type ProgressRow } from './sendCall'

/** What is made, beside the passes. */
export interface RemoteStill {
  readonly profile: Profile
  readonly frame: FrameDescription
  /** The prompt of each pass, by its number from 1. */
  readonly prompts: readonly string[]
  /** The picture that pass 1 is built on. */
  readonly startPicture: string | null
  /** All that is needed to take what is made from it as it was asked for, should it be late. */
  readonly order: unknown
}

/** A call is out that was for other inputs than today's: what comes of it belongs to those, and nothing is sent before it is there. */
export class OtherInputs extends Error {
  override readonly name = 'OtherInputs'
}

/**
 * Makes passes at a service, one call each, and adds them to `made`. Before a call is sent it is written down, and when its picture is there that too, so that the job can be
 * taken up at every moment: nothing is sent twice and no picture is lost.
 * @throws GeneratorError; the project holds whatever was finished · OtherInputs
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
  const row = progressRow(project, job.jobId)
  for (const [i, plan] of todo.entries()) {
    const before = made.at(-1)?.mediaId ?? still.startPicture
    const inputs = passInputs(frame, plan, before, planning)
    const references = sentPictures(project, job, plan, before)
    const { width, height } = frame
    const prompt = still.prompts[plan.index - 1]!
    const region = editRegion(frame, plan)
    const sent = digest([
      inputs,
      prompt,
      references.map(({ mediaId }) => mediaId),
      width,
      height,
      ...(region ? [region, boxFormOf(profile)] : []),
    ])
    const kept = row.now.passes.find((pass) => pass.index === plan.index && pass.digest === sent)
    if (kept && project.records.get('media', kept.mediaId)) {
      made.push({ plan, mediaId: kept.mediaId, digest: digest(inputs), inputs })
      continue
    }
    const open = row.now.call
    const isSame = open?.index === plan.index && open.digest === sent
    if (open?.maybeSent && !isSame) throw new OtherInputs()
    const call: OpenCall = isSame
      ? open
      : {
          index: plan.index,
          digest: sent,
          callId: randomUUID(),
          seed: randomInt(2 ** 32),
          handle: null,
          server: job.server,
          maybeSent: false,
        }
    row.write({ order: still.order, call })
    const mediaId = await passOf(context, project, job, row, {
      profile,
      // Where nothing is out any more it goes to the machine that is free now.
      call: call.maybeSent ? call : { ...call, server: job.server },
      asked: {
        index: plan.index,
        prompt,
        width,
        height,
        references: references.map(({ mediaId: _mediaId, ...picture }) => picture),
        region,
        askOnly: false,
      },
      onProgress: (value) => job.onProgress((i + value) / todo.length),
    })
    made.push({ plan, mediaId, digest: digest(inputs), inputs })
    job.onProgress((i + 1) / todo.length)
  }
}

/** What one call of a pass asks for. */
interface PassCall {
  readonly profile: Profile
  readonly call: OpenCall
  readonly asked: {
    index: number
    prompt: string
    width: number
    height: number
    references: SentPicture[]
    region: ReturnType<typeof editRegion>
    askOnly: boolean
  }
  readonly onProgress: (value: number) => void
}

/** Makes one call and keeps its picture; answers its media id. */
export async function passOf(
  context: AppContext,
  project: OpenProject,
  job: FrameJob,
  row: ProgressRow,
  { profile, call, asked, onProgress }: PassCall,
): Promise<string> {
  const done = await sendCall<PassDoneEvent>(
    context,
    row,
    { jobId: job.jobId, profile, call, asked: { type: 'call', ...asked, outFolder: project.media.temporaryFolder() } },
    (event) => (event.type === 'passDone' ? event : null),
    onProgress,
    (picture) => job.onPreview?.(picture),
  )
  const shot = existingShot(project.records, job.shotId)
  const mediaId = await keepMedia(project, done, `shot ${shot.number}, ${job.frame} frame, pass ${call.index}`)
  row.write({ passes: [...row.now.passes, { index: call.index, mediaId, digest: call.digest }], call: null }, 1)
  return mediaId
}

/** The pictures of a pass in the order of its manifest: what it is built on, then the originals of who and what is new (domain.md 5.3). */
function sentPictures(
  project: OpenProject,
  job: FrameJob,
  plan: PlannedPass,
  before: string | null,
): (SentPicture & { mediaId: string })[] {
  const pictures = new Map(subjectsOf(project.records, job.shotId, job.frame).map((s) => [s.asset.id, s.look.mediaId]))
  return plan.references.flatMap(({ index, assetId, name, pictureId, marks }) => {
    if (index === null) return []
    if (marks) {
      const path = join(project.media.temporaryFolder(), `marks-${job.jobId}-${plan.index}.png`)
      return [{ index, name, mediaId: digest(marks), path, marks: [...marks] }]
    }
    const mediaId = pictureId ?? (assetId === null ? before : (pictures.get(assetId) ?? null))
    if (mediaId === null) throw new GeneratorError('config', `Not sent: the picture of ${name} is missing.`)
    return [{ index, name, mediaId, path: pathToSend(project, mediaId) }]
  })
}

/** A drawing made of shapes is sent as the picture everything is drawn from: no model takes shapes. */
export function pathToSend(project: OpenProject, mediaId: string): string {
  const media = project.records.must('media', mediaId)
  const working =
    media.mime === 'image/svg+xml' && media.workingId !== null
      ? project.records.get('media', media.workingId)
      : undefined
  return project.media.pathToRead(working ?? media)
}
