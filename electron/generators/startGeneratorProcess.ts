import { sentence } from '@shared/records/refusal'
import { GeneratorError } from './generatorContract'
import type { GeneratorEvent, GeneratorRequest } from './generatorContract'
import { answerSchema } from './messages'

/** A child process as the host needs it; Electron's utilityProcess and node's fork both fit. */
export interface ChildLike {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
  kill(): void
}

export interface GeneratorRunner {
  /**
   * Runs a request to its end. Rejects with GeneratorError (class `transient` and GENERATOR_LOST when the process dies). A call that is out under this id already, from before its
   * project was closed and opened again, is taken over and not made twice; whoever waited for it sees it lost. Other work of that id is ended first.
   */
  run(request: GeneratorRequest, onEvent: (event: GeneratorEvent) => void): Promise<void>
  isRunning(id: string): boolean
  /** Ends a request; its `run` rejects with GeneratorCancelled. Unknown ids are ignored. */
  cancel(id: string): void
  /** Ends the process and everything running in it. A later `run` starts a new one. */
  stop(): void
}

/** A request the user ended. */
export class GeneratorCancelled extends GeneratorError {
  constructor() {
    super('refused', 'Cancelled.')
  }
}

/** The process ended, or gave an answer nobody can read: what it had sent may have been done all the same. */
export class GeneratorLost extends GeneratorError {
  constructor(message = sentence('GENERATOR_LOST')) {
    super('transient', message)
  }
}

interface Running {
  readonly callId: string | null
  settle(error: GeneratorError | null): void
  onEvent(event: GeneratorEvent): void
  /** Settles when it is over, however it ends. */
  readonly ended: Promise<void>
  cancelled: boolean
  /** Set while a cancelled request is given time to end by itself. */
  grace: NodeJS.Timeout | null
}

/** How long a cancelled request may take to end before its process is killed; a hung decoder never answers. */
const CANCEL_GRACE_MS = 5000

/** The generator process: started on the first request, started anew after it died. */
export function startGeneratorProcess(fork: () => ChildLike, graceMs = CANCEL_GRACE_MS): GeneratorRunner {
  let child: ChildLike | null = null
  const running = new Map<string, Running>()

  function lose(lost: ChildLike): void {
    if (lost !== child) return
    child = null
    for (const job of running.values()) {
      job.settle(job.cancelled ? new GeneratorCancelled() : new GeneratorLost())
    }
  }

  function kill(): void {
    const old = child
    if (!old) return
    old.kill()
    lose(old)
  }

  function receive(message: unknown): void {
    const answer = answerSchema.safeParse(message)
    const id = answer.success ? answer.data.id : (message as { id?: unknown } | null)?.id
    const job = typeof id === 'string' ? running.get(id) : undefined
    if (!job) return
    if (!answer.success) {
      job.settle(new GeneratorLost('The generator gave an answer that cannot be read.'))
      return
    }
    const event = answer.data
    if (event.type === 'done') job.settle(null)
    else if (event.type === 'failed')
      job.settle(
        job.cancelled
          ? new GeneratorCancelled()
          : new GeneratorError(event.class, event.message, event.waitMs, event.fault, event.unsent),
      )
    else if (!job.cancelled) job.onEvent(event)
  }

  function started(): ChildLike {
    if (child) return child
    const fresh = fork()
    child = fresh
    fresh.onMessage((message) => {
      if (fresh === child) receive(message)
    })
    fresh.onExit(() => lose(fresh))
    return fresh
  }

  /** Waits for a request that is in the child, or goes there now. */
  function follow(request: GeneratorRequest, onEvent: (event: GeneratorEvent) => void, isSent: boolean): Promise<void> {
    let end = (): void => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    return new Promise((resolve, reject) => {
      const job: Running = {
        callId: callIdOf(request),
        settle(error) {
          if (job.grace) clearTimeout(job.grace)
          if (running.get(request.id) === job) running.delete(request.id)
          end()
          if (error) reject(error)
          else resolve()
        },
        onEvent,
        ended,
        cancelled: false,
        grace: null,
      }
      running.set(request.id, job)
      if (isSent) return
      try {
        started().send(request)
      } catch {
        kill()
        job.settle(new GeneratorLost())
      }
    })
  }

  return {
    async run(request, onEvent) {
      const before = running.get(request.id)
      const isSame = before?.callId !== null && before?.callId === callIdOf(request) && !before.cancelled
      if (before && isSame) {
        const taken = follow(request, onEvent, true)
        before.settle(new GeneratorLost())
        return taken
      }
      if (before) {
        this.cancel(request.id)
        await before.ended
        return this.run(request, onEvent)
      }
      return follow(request, onEvent, false)
    },
    isRunning: (id) => running.has(id),
    cancel(id) {
      const job = running.get(id)
      if (!job || job.cancelled) return
      job.cancelled = true
      job.grace = setTimeout(kill, graceMs)
      try {
        child?.send({ type: 'cancel', id })
      } catch {
        kill()
      }
    },
    stop: kill,
  }
}

/** Our own name of a call of a service, which lasts longer than whoever waits for it. */
const callIdOf = (request: GeneratorRequest): string | null =>
  request.type === 'call' || request.type === 'clip' ? request.callId : null
