import { takeKindOf } from '@shared/domain/lookup'
import type { FrameEnd } from '@shared/model/common'
import type { ResultKind } from '@shared/model/result'
import type { GenerateOutcome, JobView } from '@shared/ipc/contract'
import { freshnessOf } from '@shared/domain/results/freshness'
import { canAsk } from '@shared/domain/passes/profileKinds'
import type { FrameRef } from '@shared/domain/results/sharedStill'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { GeneratorError } from '../generators/generatorContract'
import { GeneratorCancelled } from '../generators/startGeneratorProcess'
import type { Job, JobState } from '../store/jobStore'
import type { OpenProject } from '../store/project'
import { waitBefore } from './retries'
import { areCandidates, isClip, parsedRequest, readRequest, type StillRequest } from './jobRequest'
import { jobView } from './jobView'
import { Machines } from './machines'
import { clipJob, stillJob, type ClipOrder, type NewJob, type StillOrder } from './orders'
import type { Made, Workers } from './workers'
import { worldRefusal } from '../store/worldErrors'
import { readProgress, sendAgain } from './callProgress'

/** So many of what was done today are told. */
const mostDone = 60

/**
 * The queue of a project, kept on disk and resumed after a restart: one job of a generator at a time, generators side by side, greater
 * priority first. How a job failed decides what becomes of it (backends.md): a broken call is tried again after a while, a hurried one lets its generator
 * rest, a spent quota stops its generator until the user goes on, and what may have been done already is never sent again unasked.
 */
export class JobQueue {
  /** Running jobs, and at which machine of their generator. */
  private readonly running = new Map<string, { generatorId: string; server: string | null }>()
  private readonly machines = new Machines()
  /** Jobs of which a service shows what it is making. */
  private readonly shown = new Set<string>()
  private tellPreviews: (jobId: string, picture: string | null) => void = () => {}
  /** Generators whose quota is spent. */
  private readonly paused = new Set<string>()
  /** Jobs whose wait is not over, and how to end it. */
  private readonly asleep = new Map<string, () => void>()
  /** Generators that were called too fast, and how to end their rest. */
  private readonly resting = new Map<string, () => void>()
  /** How jobs ended whose end could not be written, because the disk is full or gone. */
  private readonly unwritten = new Map<string, { state: JobState; error: string }>()
  private closed = false
  private readonly waiting = new Map<
    string,
    { promise: Promise<GenerateOutcome>; settle: (outcome: GenerateOutcome) => void }
  >()
  private readonly progress = new Map<string, number>()
  /** How to call off clips that are being made. */
  private readonly ending = new Map<string, AbortController>()

  constructor(
    private readonly context: AppContext,
    private readonly project: OpenProject,
    private readonly workers: Workers,
    private readonly onChange: () => void,
  ) {}

  /** Tells what services show of pictures they are making, as small JPEGs in base64; null when there is no more. Nothing of it is kept. */
  onPreview(listener: (jobId: string, picture: string | null) => void): void {
    this.tellPreviews = listener
  }

  /**
   * Goes on after a start. A job that ran when the application ended is taken up again: what is finished of it stays, and a provider that can say what became of
   * an open call is asked for it first. A call that is out still, because only the project was closed, is waited for. Where nobody can say, it may have been done and paid for,
   * and the user decides.
   */
  resume(): void {
    try {
      this.project.transaction(() => {
        this.project.jobs.tidy()
        for (const job of this.project.jobs.list(['running'])) {
          const isOut = this.context.generators.isRunning(job.id)
          if (isOut || this.looksUp(job) || !readProgress(job.handle).call?.maybeSent)
            this.project.jobs.set(job.id, { state: 'queued', progress: 0 })
          else
            this.project.jobs.set(job.id, {
              state: 'unknownOutcome',
              error: 'The application ended while this was being made. It may have been made and paid for.',
            })
        }
      })
    } catch (error) {
      // A disk that is full does not keep the project from being opened.
      if (!worldRefusal(error) && !(error instanceof Refusal)) throw error
      return
    }
    for (const job of this.project.jobs.list(['queued']))
      if (job.waitUntil !== null) this.sleep(job.id, Math.max(0, job.waitUntil - this.context.now()))
    this.pump()
  }

  /** Queues one still; see `addAll`. */
  add(
    shotId: string,
    frame: FrameEnd,
    generatorId: string,
    options: Omit<StillOrder, 'shotId' | 'frame'> = {},
  ): Promise<GenerateOutcome> {
    return this.addAll([{ shotId, frame, ...options }], generatorId)[0]!
  }

  /** Queues stills, all in one go; each promise settles when its still is made, failed or cancelled, or when its generator stops. */
  addAll(orders: readonly StillOrder[], generatorId: string): Promise<GenerateOutcome>[] {
    return this.queue(orders.map(stillJob), generatorId)
  }

  /** Can this machine make clips by itself? */
  get makesClipsHere(): boolean {
    return this.context.localClips !== undefined
  }

  /** Queues clips; see `addAll`. */
  addClips(orders: readonly ClipOrder[], generatorId: string): Promise<GenerateOutcome>[] {
    return this.queue(orders.map(clipJob), generatorId)
  }

  private queue(jobs: readonly NewJob[], generatorId: string): Promise<GenerateOutcome>[] {
    const queued = new Map(
      this.project.jobs
        .list(['queued'])
        .filter((job) => job.generatorId === generatorId)
        .map((job) => [`${job.shotId}/${job.result}`, job]),
    )
    const ids: string[] = []
    this.project.transaction(() => {
      for (const { request, ...job } of jobs) {
        const same = request.ifStale ? queued.get(`${job.shotId}/${job.result}`) : undefined
        const id = same?.id ?? this.context.newId()
        if (same)
          this.project.jobs.set(id, {
            request: JSON.stringify(
              isClip(request) ? request : { ...(readRequest(same) ?? request), also: request.also },
            ),
            priority: Math.max(job.priority, same.priority),
          })
        else
          this.project.jobs.add({
            ...job,
            id,
            generatorId,
            request: JSON.stringify(request),
            createdAt: this.context.now(),
          })
        ids.push(id)
      }
    })
    const promises = ids.map((id) => this.promiseOf(id))
    this.onChange()
    this.pump()
    return promises
  }

  private promiseOf(id: string): Promise<GenerateOutcome> {
    let waiting = this.waiting.get(id)
    if (!waiting) {
      let settle: (outcome: GenerateOutcome) => void = () => {}
      const promise = new Promise<GenerateOutcome>((resolve) => (settle = resolve))
      this.waiting.set(id, (waiting = { promise, settle }))
    }
    return waiting.promise
  }

  /** Cancels the given jobs, or all that are not finished. */
  cancel(ids?: readonly string[]): void {
    const cancelled = this.project.jobs
      .list(['queued', 'running', 'unknownOutcome'])
      .filter((job) => (ids ? ids.includes(job.id) : job.state !== 'unknownOutcome'))
    // What waits goes first, so that nothing of it starts when a running one ends.
    for (const job of cancelled) if (!this.running.has(job.id)) this.finish(job, 'cancelled', 'Cancelled.')
    for (const job of cancelled)
      if (this.running.has(job.id)) {
        this.ending.get(job.id)?.abort()
        this.context.generators.cancel(job.id)
      }
  }

  /** Tries failed jobs, and those of unknown outcome, once more; a generator that was stopped goes on. Also ends the wait of queued ones. */
  retry(ids: readonly string[]): void {
    for (const job of this.jobs(['queued', 'failed', 'unknownOutcome'])) {
      if (!ids.includes(job.id)) continue
      this.paused.delete(job.generatorId)
      this.resting.get(job.generatorId)?.()
      this.resting.delete(job.generatorId)
      this.wake(job.id)
      this.unwritten.delete(job.id)
      // Who can be asked is asked first; else the user has said to send it again.
      const handle = this.looksUp(job) ? job.handle : sendAgain(job.handle)
      this.project.transaction(() =>
        this.project.jobs.set(job.id, {
          state: 'queued',
          error: null,
          attempts: 0,
          waitUntil: null,
          finishedAt: null,
          handle,
        }),
      )
    }
    this.onChange()
    this.pump()
  }

  /** Can the provider say what became of a call whose answer was lost? */
  private looksUp(job: Job): boolean {
    const kind = this.project.records.get('profiles', job.generatorId)?.kind
    return kind !== undefined && canAsk(kind, readProgress(job.handle).call?.handle ?? null)
  }

  /** Takes failed jobs, those of unknown outcome and takes that are kept beside off the list. */
  forget(ids: readonly string[]): void {
    for (const job of this.told()) {
      if (!ids.includes(job.id) || job.state === 'queued' || job.state === 'running') continue
      const fields = job.state === 'done' ? { error: null } : { state: 'cancelled' as const }
      this.project.transaction(() => this.project.jobs.set(job.id, fields))
      this.unwritten.delete(job.id)
    }
    this.onChange()
  }

  /** Makes a waiting job the next one. */
  makeNext(id: string): void {
    const queued = this.project.jobs.list(['queued'])
    if (!queued.some((job) => job.id === id)) return
    this.project.transaction(() => this.project.jobs.set(id, { priority: queued[0]!.priority + 1 }))
    this.onChange()
  }

  /** Unfinished jobs, failures, what was made but does not stand, and what was done today, for the window. */
  view(): JobView[] {
    const told = this.told()
    const ids = new Set(told.map(({ id }) => id))
    const today = new Date(this.context.now()).setHours(0, 0, 0, 0)
    const done = this.project.jobs.doneSince(today, mostDone).filter(({ id }) => !ids.has(id))
    return [...told, ...done].map((job) => jobView(job, this.progress.get(job.id)))
  }

  private told(): Job[] {
    return [...this.jobs(['queued', 'running', 'failed', 'unknownOutcome']), ...this.project.jobs.kept()]
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    for (const controller of this.ending.values()) controller.abort()
    for (const id of this.asleep.keys()) this.wake(id)
    for (const end of this.resting.values()) end()
    this.machines.close()
    this.giveUp(() => true, 'The project was closed; it goes on when it is opened again.')
  }

  /** Jobs in the given states, those whose end could not be written as they ended. */
  private jobs(states: readonly JobState[]): Job[] {
    if (!this.unwritten.size) return this.project.jobs.list(states)
    return this.project.jobs
      .list()
      .map((job) => ({ ...job, ...this.unwritten.get(job.id) }))
      .filter((job) => states.includes(job.state))
  }

  /** Tells those who wait for jobs that will not run for now; the jobs stay queued. */
  private giveUp(which: (job: Job) => boolean, reason: string): void {
    for (const job of this.project.jobs.list()) {
      const waiting = this.waiting.get(job.id)
      if (!waiting || !which(job)) continue
      this.waiting.delete(job.id)
      waiting.settle({ shotId: job.shotId, result: job.result, outcome: 'failed', detail: reason })
    }
  }

  private sleep(id: string, ms: number): void {
    this.wake(id)
    this.asleep.set(
      id,
      this.context.after(ms, () => {
        this.asleep.delete(id)
        this.pump()
      }),
    )
  }

  private wake(id: string): void {
    this.asleep.get(id)?.()
    this.asleep.delete(id)
  }

  private pump(): void {
    if (this.closed) return
    try {
      for (const job of this.project.jobs.list(['queued'])) {
        if (this.paused.has(job.generatorId) || this.resting.has(job.generatorId) || this.asleep.has(job.id)) continue
        const server = this.machines.forJob(job, this.project.records.get('profiles', job.generatorId), this.running)
        if (server === undefined) continue
        this.project.transaction(() =>
          this.project.jobs.set(job.id, { state: 'running', attempts: job.attempts + 1, waitUntil: null }),
        )
        this.running.set(job.id, { generatorId: job.generatorId, server })
        this.onChange()
        void this.run({ ...job, attempts: job.attempts + 1 }, server).finally(() => {
          this.running.delete(job.id)
          this.pump()
        })
      }
    } catch (error) {
      // What cannot be written down is not begun; it stays queued until the user asks again or the project is opened again.
      this.giveUp((job) => job.state === 'queued', (worldRefusal(error) ?? (error as Error)).message)
      this.onChange()
    }
  }

  private async run(job: Job, server: string | null): Promise<void> {
    try {
      const request = parsedRequest(job)
      // What is out comes back all the same.
      const isOut = readProgress(job.handle).call?.maybeSent
      if (request.ifStale && !isOut && this.isFresh(job, isClip(request) ? [] : (request.also ?? []))) {
        this.project.transaction(() =>
          this.project.jobs.set(job.id, { state: 'done', progress: 1, finishedAt: this.context.now(), error: null }),
        )
        this.settle(job, 'fresh', 'its inputs did not change')
        return
      }
      const made = isClip(request) ? await this.makeClip(job, server) : await this.makeStill(job, request, server)
      const { beside } = made
      this.tellMade(job, made)
      this.settle(job, 'made', beside ?? '')
    } catch (error) {
      if (this.closed) return
      const cancelled = error instanceof GeneratorCancelled
      if (server !== null && error instanceof GeneratorError && /^(?:transient|unknownOutcome)$/.test(error.errorClass))
        this.machines.lame(server, this.context)
      if (error instanceof GeneratorError && !cancelled && this.triesAgain(job, error)) return
      const told = worldRefusal(error) ?? (error as Error)
      if (!(told instanceof GeneratorError) && !(told instanceof Refusal)) console.error(error)
      const unknown = error instanceof GeneratorError && error.errorClass === 'unknownOutcome'
      if (error instanceof GeneratorError && error.errorClass === 'quota') this.pause(job, error.message)
      this.finish(job, cancelled ? 'cancelled' : unknown ? 'unknownOutcome' : 'failed', told.message)
    }
  }

  private makeStill(
    job: Job,
    { frame, fromPass, also = [], candidate, stopAfter }: StillRequest,
    server: string | null,
  ): Promise<Made> {
    return this.workers.frame(this.context, this.project, {
      jobId: job.id,
      shotId: job.shotId,
      frame,
      fromPass,
      also,
      candidate,
      stopAfter,
      server,
      generatorId: job.generatorId,
      onPreview: (picture) => this.tellPreview(job, picture),
      onProgress: (value) => this.tellProgress(job, value),
    })
  }

  private async makeClip(job: Job, server: string | null): Promise<Made> {
    const controller = new AbortController()
    this.ending.set(job.id, controller)
    try {
      return await this.workers.clip(this.context, this.project, {
        jobId: job.id,
        shotId: job.shotId,
        generatorId: job.generatorId,
        server,
        onPreview: (picture) => this.tellPreview(job, picture),
        signal: controller.signal,
        onProgress: (value) => this.tellProgress(job, value),
      })
    } finally {
      this.ending.delete(job.id)
    }
  }

  private tellProgress(job: Job, value: number): void {
    this.progress.set(job.id, value)
    this.onChange()
  }

  private tellPreview(job: Job, picture: string): void {
    this.shown.add(job.id)
    this.tellPreviews(job.id, picture)
  }

  private endPreview(job: Job): void {
    if (this.shown.delete(job.id)) this.tellPreviews(job.id, null)
  }

  /** The job knows its take; one that does not stand is told of until the user has read it. */
  private tellMade(job: Job, { takeId, beside }: Made): void {
    try {
      this.project.transaction(() => this.project.jobs.set(job.id, { takeId, error: beside }))
    } catch {
      // It lies among the others all the same.
    }
  }

  private isFresh(job: Job, also: readonly FrameRef[]): boolean {
    const ends = [
      { shotId: job.shotId, result: job.result as ResultKind },
      ...also.map((end) => ({ shotId: end.shotId, result: takeKindOf(end.frame) })),
    ]
    return ends.every(
      ({ shotId, result }) =>
        this.project.records.get('shots', shotId) &&
        freshnessOf(this.project.records, shotId, result).status === 'fresh',
    )
  }

  /** Queues a job again after a break, or lets a generator rest that was called too fast; answers whether it does. */
  private triesAgain(job: Job, { errorClass, message, waitMs }: GeneratorError): boolean {
    const wait = waitBefore(errorClass, job.attempts, waitMs)
    if (wait === null) return false
    try {
      this.project.transaction(() =>
        this.project.jobs.set(job.id, { state: 'queued', waitUntil: this.context.now() + wait, error: message }),
      )
    } catch {
      return false
    }
    this.endPreview(job)
    if (errorClass === 'rate') this.rest(job.generatorId, wait)
    else this.sleep(job.id, wait)
    this.onChange()
    return true
  }

  /** The next job would be sent away as well, and use up its tries. */
  private rest(generatorId: string, ms: number): void {
    this.resting.get(generatorId)?.()
    this.resting.set(
      generatorId,
      this.context.after(ms, () => {
        this.resting.delete(generatorId)
        this.pump()
      }),
    )
  }

  /** The other jobs of a generator whose quota is spent wait until the user goes on. */
  private pause(job: Job, reason: string): void {
    this.paused.add(job.generatorId)
    const others = this.project.jobs.list(['queued']).filter((other) => other.generatorId === job.generatorId)
    try {
      this.project.transaction(() => others.forEach((other) => this.project.jobs.set(other.id, { error: reason })))
    } catch {
      // Only the word why they wait is lost.
    }
    this.giveUp((other) => other.state === 'queued' && other.generatorId === job.generatorId, `Waits: ${reason}`)
  }

  private finish(job: Job, state: 'failed' | 'cancelled' | 'unknownOutcome', detail: string): void {
    this.wake(job.id)
    try {
      this.project.transaction(() =>
        this.project.jobs.set(job.id, { state, error: detail, finishedAt: this.context.now() }),
      )
    } catch {
      this.unwritten.set(job.id, { state, error: detail })
    }
    this.settle(job, 'failed', detail)
  }

  private settle(job: Job, outcome: GenerateOutcome['outcome'], detail: string): void {
    this.progress.delete(job.id)
    this.endPreview(job)
    if (outcome === 'made') this.forgetOlder(job)
    this.waiting.get(job.id)?.settle({ shotId: job.shotId, result: job.result, outcome, detail })
    this.waiting.delete(job.id)
    this.onChange()
  }

  /** A newer attempt at the same result makes older failures moot. */
  private forgetOlder(job: Job): void {
    const older = this.project.jobs
      .list(['failed', 'unknownOutcome'])
      .filter((old) => old.shotId === job.shotId && old.result === job.result && !areCandidates(old, job))
    try {
      if (older.length)
        this.project.transaction(() => older.forEach((old) => this.project.jobs.set(old.id, { state: 'cancelled' })))
    } catch {
      // They stay on the list.
    }
  }
}
