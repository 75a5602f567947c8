import type { FrameEnd } from '@shared/model/common'
import type { GenerateOutcome, JobView } from '@shared/ipc/contract'
import type { ShotEnd } from '@shared/domain/sharedStill'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../app/context'
import { GeneratorError } from '../generators/contract'
import { makeFrame } from '../services/frames'
import type { Job } from '../store/jobStore'
import type { OpenProject } from '../store/openProject'

/** Kept with a job: all that is needed to run it after a restart. */
interface JobRequest { frame: FrameEnd; fromPass: number; also?: ShotEnd[] }

/** How often a job whose generator broke off is tried again by itself. */
const retries = 2

/** The queue of a project: one job at a time, kept on disk, resumed after a restart. */
export class JobQueue {
  private running: string | null = null
  private closed = false
  private readonly waiting = new Map<string, (outcome: GenerateOutcome) => void>()
  private readonly progress = new Map<string, number>()

  constructor(private readonly context: AppContext, private readonly project: OpenProject, private readonly onChange: () => void) {}

  /** Jobs that ran when the application ended are queued again: the local compositor has no work elsewhere to reconcile. */
  resume(): void {
    for (const job of this.project.jobs.list(['running'])) this.project.jobs.set(job.id, { state: 'queued', progress: 0 })
    this.pump()
  }

  /** Queues one still, which is to show at the ends in `also` too; the promise settles when it is made, failed or cancelled. */
  add(shotId: string, frame: FrameEnd, generatorId: string, fromPass = Infinity, also: ShotEnd[] = []): Promise<GenerateOutcome> {
    const id = this.context.newId()
    const request: JobRequest = { frame, fromPass: Number.isFinite(fromPass) ? fromPass : 1_000_000, also }
    this.project.transaction(() => this.project.jobs.add({ id, stage: 10, shotId, result: frame === 'start' ? 'startFrame' : 'endFrame', generatorId, priority: 0, request: JSON.stringify(request), createdAt: this.context.now() }))
    const outcome = new Promise<GenerateOutcome>((resolve) => this.waiting.set(id, resolve))
    this.onChange()
    this.pump()
    return outcome
  }

  /** Cancels the given jobs, or all that are not finished. */
  cancel(ids?: readonly string[]): void {
    for (const job of this.project.jobs.list(['queued', 'running'])) {
      if (ids && !ids.includes(job.id)) continue
      if (job.id === this.running) this.context.generators.cancel(job.id)
      else this.finish(job, 'cancelled', 'Cancelled.')
    }
  }

  /** Unfinished jobs and the newest failures, for the window. */
  view(): JobView[] {
    return this.project.jobs.list(['queued', 'running', 'failed', 'unknownOutcome']).map((j) => ({ id: j.id, shotId: j.shotId, result: j.result, state: j.state, progress: this.progress.get(j.id) ?? j.progress, error: j.error }))
  }

  close(): void {
    this.closed = true
  }

  private pump(): void {
    if (this.running !== null || this.closed) return
    const [job] = this.project.jobs.list(['queued'])
    if (!job) return
    this.running = job.id
    this.project.transaction(() => this.project.jobs.set(job.id, { state: 'running', attempts: job.attempts + 1 }))
    this.onChange()
    void this.run(job).finally(() => {
      this.running = null
      this.pump()
    })
  }

  private async run(job: Job): Promise<void> {
    try {
      const { frame, fromPass, also = [] } = JSON.parse(job.request) as JobRequest
      await makeFrame(this.context, this.project, {
        jobId: job.id, shotId: job.shotId, frame, fromPass, also, generatorId: job.generatorId,
        onProgress: (value) => {
          this.progress.set(job.id, value)
          this.onChange()
        },
      })
      this.settle(job, 'made', '')
    } catch (error) {
      if (this.closed) return
      if (error instanceof GeneratorError && error.errorClass === 'transient' && job.attempts < retries) {
        this.project.transaction(() => this.project.jobs.set(job.id, { state: 'queued' }))
        return
      }
      const cancelled = error instanceof GeneratorError && error.message === 'Cancelled.'
      const expected = error instanceof GeneratorError || error instanceof Refusal
      if (!expected) console.error(error)
      this.finish(job, cancelled ? 'cancelled' : 'failed', (error as Error).message)
    }
  }

  private finish(job: Job, state: 'failed' | 'cancelled', detail: string): void {
    this.project.transaction(() => this.project.jobs.set(job.id, { state, error: detail, finishedAt: this.context.now() }))
    this.settle(job, 'failed', detail)
  }

  private settle(job: Job, outcome: GenerateOutcome['outcome'], detail: string): void {
    this.progress.delete(job.id)
    // A newer attempt at the same result makes older failures moot.
    if (outcome === 'made') for (const old of this.project.jobs.list(['failed'])) if (old.shotId === job.shotId && old.result === job.result) this.project.jobs.set(old.id, { state: 'cancelled' })
    this.waiting.get(job.id)?.({ shotId: job.shotId, result: job.result, outcome, detail })
    this.waiting.delete(job.id)
    this.onChange()
  }
}
