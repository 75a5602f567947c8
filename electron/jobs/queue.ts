import type { FrameEnd } from '@shared/model/common'
import type { GenerateOutcome, JobView } from '@shared/ipc/contract'
import { profileOf } from '@shared/domain/profiles'
import type { ShotEnd } from '@shared/domain/sharedStill'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../app/context'
import { GeneratorError } from '../generators/contract'
import { makeFrame } from '../services/frames'
import type { Job } from '../store/jobStore'
import type { OpenProject } from '../store/openProject'

/** Kept with a job: all that is needed to run it after a restart. */
interface JobRequest { frame: FrameEnd; fromPass: number; also?: ShotEnd[] }

/** How often a job whose generator broke off is tried again by itself, and how often one that was sent away for being too fast. */
const retries = { transient: 2, rate: 20 } as const
/** The wait before the next try, in ms, doubled each time: after a break, and when a generator names no time of its own. */
const firstWait = { transient: 500, rate: 2000 } as const
const longestWait = 5 * 60_000

/**
 * The queue of a project, kept on disk and resumed after a restart: one job of a generator at a time, generators side by side, greater
 * priority first. How a job failed decides what becomes of it (backends.md): a broken or hurried call is tried again after a while, a spent quota
 * stops its generator until the user goes on, and what may have been done already is never sent again unasked.
 */
export class JobQueue {
  /** Running job by generator. */
  private readonly running = new Map<string, string>()
  /** Generators whose quota is spent. */
  private readonly paused = new Set<string>()
  /** Jobs whose wait is not over, and how to end it. */
  private readonly asleep = new Map<string, () => void>()
  private closed = false
  private readonly waiting = new Map<string, (outcome: GenerateOutcome) => void>()
  private readonly progress = new Map<string, number>()

  constructor(private readonly context: AppContext, private readonly project: OpenProject, private readonly onChange: () => void) {}

  /**
   * Goes on after a start. A local job that ran when the application ended is made again: it has no work elsewhere. One that ran at a provider may
   * have been done and paid for, so the user decides.
   */
  resume(): void {
    for (const job of this.project.jobs.list(['running'])) {
      if (profileOf(job.generatorId)?.kind === 'local') this.project.jobs.set(job.id, { state: 'queued', progress: 0 })
      else this.project.jobs.set(job.id, { state: 'unknownOutcome', error: 'The application ended while this was being made. It may have been made and paid for.' })
    }
    for (const job of this.project.jobs.list(['queued'])) if (job.waitUntil !== null) this.sleep(job.id, Math.max(0, job.waitUntil - this.context.now()))
    this.pump()
  }

  /** Queues one still, which is to show at the ends in `also` too; the promise settles when it is made, failed or cancelled. Greater priority goes first. */
  add(shotId: string, frame: FrameEnd, generatorId: string, { fromPass = Infinity, also = [], priority = 0 }: { fromPass?: number; also?: ShotEnd[]; priority?: number } = {}): Promise<GenerateOutcome> {
    const id = this.context.newId()
    const request: JobRequest = { frame, fromPass: Number.isFinite(fromPass) ? fromPass : 1_000_000, also }
    this.project.transaction(() => this.project.jobs.add({ id, stage: 10, shotId, result: frame === 'start' ? 'startFrame' : 'endFrame', generatorId, priority, request: JSON.stringify(request), createdAt: this.context.now() }))
    const outcome = new Promise<GenerateOutcome>((resolve) => this.waiting.set(id, resolve))
    this.onChange()
    this.pump()
    return outcome
  }

  /** Cancels the given jobs, or all that are not finished. */
  cancel(ids?: readonly string[]): void {
    const cancelled = this.project.jobs.list(['queued', 'running', 'unknownOutcome']).filter((job) => (ids ? ids.includes(job.id) : job.state !== 'unknownOutcome'))
    // What waits goes first, so that nothing of it starts when a running one ends.
    for (const job of cancelled) if (this.running.get(job.generatorId) !== job.id) this.finish(job, 'cancelled', 'Cancelled.')
    for (const job of cancelled) if (this.running.get(job.generatorId) === job.id) this.context.generators.cancel(job.id)
  }

  /** Tries failed jobs, and those of unknown outcome, once more; a generator that was stopped goes on. Also ends the wait of queued ones. */
  retry(ids: readonly string[]): void {
    for (const job of this.project.jobs.list(['queued', 'failed', 'unknownOutcome'])) {
      if (!ids.includes(job.id)) continue
      this.paused.delete(job.generatorId)
      this.wake(job.id)
      this.project.transaction(() => this.project.jobs.set(job.id, { state: 'queued', error: null, attempts: 0, waitUntil: null, finishedAt: null }))
    }
    this.onChange()
    this.pump()
  }

  /** Takes failed jobs and those of unknown outcome off the list. */
  forget(ids: readonly string[]): void {
    for (const job of this.project.jobs.list(['failed', 'unknownOutcome'])) if (ids.includes(job.id)) this.project.transaction(() => this.project.jobs.set(job.id, { state: 'cancelled' }))
    this.onChange()
  }

  /** Makes a waiting job the next one. */
  makeNext(id: string): void {
    const queued = this.project.jobs.list(['queued'])
    if (!queued.some((job) => job.id === id)) return
    this.project.transaction(() => this.project.jobs.set(id, { priority: queued[0]!.priority + 1 }))
    this.onChange()
  }

  /** Unfinished jobs and the newest failures, for the window. */
  view(): JobView[] {
    return this.project.jobs.list(['queued', 'running', 'failed', 'unknownOutcome']).map((j) => ({
      id: j.id, shotId: j.shotId, result: j.result, state: j.state, progress: this.progress.get(j.id) ?? j.progress, error: j.error, waitUntil: j.state === 'queued' ? j.waitUntil : null,
    }))
  }

  close(): void {
    this.closed = true
    for (const id of this.asleep.keys()) this.wake(id)
  }

  private sleep(id: string, ms: number): void {
    this.wake(id)
    this.asleep.set(id, this.context.after(ms, () => {
      this.asleep.delete(id)
      this.pump()
    }))
  }

  private wake(id: string): void {
    this.asleep.get(id)?.()
    this.asleep.delete(id)
  }

  private pump(): void {
    if (this.closed) return
    for (const job of this.project.jobs.list(['queued'])) {
      if (this.running.has(job.generatorId) || this.paused.has(job.generatorId) || this.asleep.has(job.id)) continue
      this.running.set(job.generatorId, job.id)
      this.project.transaction(() => this.project.jobs.set(job.id, { state: 'running', attempts: job.attempts + 1, waitUntil: null }))
      this.onChange()
      void this.run(job).finally(() => {
        this.running.delete(job.generatorId)
        this.pump()
      })
    }
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
      const cancelled = error instanceof GeneratorError && error.message === 'Cancelled.'
      if (error instanceof GeneratorError && !cancelled && this.triesAgain(job, error)) return
      const expected = error instanceof GeneratorError || error instanceof Refusal
      if (!expected) console.error(error)
      const unknown = error instanceof GeneratorError && error.errorClass === 'unknownOutcome'
      if (error instanceof GeneratorError && error.errorClass === 'quota') this.pause(job, error.message)
      this.finish(job, cancelled ? 'cancelled' : unknown ? 'unknownOutcome' : 'failed', (error as Error).message)
    }
  }

  /** Queues a job again after a break or a call that came too fast; answers whether it does. */
  private triesAgain(job: Job, { errorClass, message, waitMs }: GeneratorError): boolean {
    if ((errorClass !== 'transient' && errorClass !== 'rate') || job.attempts >= retries[errorClass]) return false
    const wait = Math.min(longestWait, waitMs ?? firstWait[errorClass] * 2 ** job.attempts)
    this.project.transaction(() => this.project.jobs.set(job.id, { state: 'queued', waitUntil: this.context.now() + wait, error: message }))
    this.sleep(job.id, wait)
    this.onChange()
    return true
  }

  /** The other jobs of a generator whose quota is spent wait until the user goes on. */
  private pause(job: Job, reason: string): void {
    this.paused.add(job.generatorId)
    for (const other of this.project.jobs.list(['queued'])) if (other.generatorId === job.generatorId) this.project.jobs.set(other.id, { error: reason })
  }

  private finish(job: Job, state: 'failed' | 'cancelled' | 'unknownOutcome', detail: string): void {
    this.wake(job.id)
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
