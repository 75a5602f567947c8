import type { Profile } from '@shared/model/profile'
import { GeneratorError, type CallRequest, type GeneratorEvent } from '../generatorContract'
import { AnswerLost, type Server } from './callServer'

/** Where a task of a provider is. */
export type TaskState<T> = { state: 'running'; share: number | null } | { state: 'ended'; made: T }

/** A provider that takes work, gives it a name and can be asked for it by that. All throw GeneratorError, or AnswerLost where nobody knows. */
export interface TaskService<T> {
  /** Sends the work, once. `text` says that it was taken. */
  submit(): Promise<{ handle: string; text: string }>
  ask(handle: string): Promise<TaskState<T>>
  cancel(handle: string): Promise<void>
  /** Fetches what was made, and keeps it; tells how much of it is here, where that is known. */
  take(made: T, onShare: (share: number) => void): Promise<void>
}

/** A task has news once in five seconds at most; a quick one is not waited for so long. */
const usualMs = [1000, 2000, 5000]

/** How long it is waited before a task is asked for again: as the profile says, or sooner at first. @param asked how often it was asked */
export const pollAfter = ({ pollSeconds }: Pick<Profile, 'pollSeconds'>, asked: number): number =>
  pollSeconds === null ? usualMs[Math.min(asked, usualMs.length - 1)]! : pollSeconds * 1000

/** How far a whole call is while its task is made, and while what was made is fetched. */
const making = (share: number) => 0.1 + 0.8 * share
const fetching = (share: number) => 0.9 + 0.1 * share

/** How often a task that is under way may be without an answer before the user is told. */
const askedAgain = 4

/**
 * Makes something by a task (backends.md 4, 6.1). It has a name as soon as it was taken; from then on it is asked for and never sent again. Where that name was lost,
 * nobody can be asked, and the user decides.
 * @param what is made: "picture", "clip"
 */
export async function throughTask<T>(
  server: Server,
  request: Pick<CallRequest, 'id' | 'handle' | 'maybeSent' | 'profile'>,
  service: TaskService<T>,
  what: string,
  report: (event: GeneratorEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const { host } = new URL(server.baseUrl)
  const lost = (why: string) =>
    `${why} The ${what} may have been made and charged. Look at the usage page of ${host} before sending it again.`
  const tell = (value: number, text: string) => report({ type: 'progress', id: request.id, value, text })
  const deadline = Date.now() + request.profile.timeoutSeconds * 1000
  if (request.maybeSent && request.handle === null)
    throw new GeneratorError('unknownOutcome', lost('The answer was lost.'))
  let handle = request.maybeSent ? request.handle : null
  try {
    if (handle === null) {
      const taken = await service.submit()
      handle = taken.handle
      report({ type: 'handle', id: request.id, handle })
      tell(0.1, taken.text)
    }
    const poll = (asked: number) => pollAfter(request.profile, asked)
    const made = await ended(service, handle, host, deadline, signal, poll, (share) => tell(making(share), 'Making'))
    tell(fetching(0), 'Fetching')
    await service.take(made, (share) => tell(fetching(share), 'Fetching'))
  } catch (error) {
    if (signal.aborted) {
      if (handle !== null) await service.cancel(handle).catch(() => {})
      throw new GeneratorError('refused', 'Cancelled.')
    }
    if (error instanceof AnswerLost)
      throw new GeneratorError(
        'unknownOutcome',
        handle === null
          ? lost(error.message)
          : `${error.message} The task ${handle} may still be running there. Send it again and it is asked for first.`,
      )
    throw error
  }
}

/** Waits for the end of a task. @throws AnswerLost where it does not come in time */
async function ended<T>(
  service: TaskService<T>,
  handle: string,
  host: string,
  deadline: number,
  signal: AbortSignal,
  poll: (asked: number) => number,
  onProgress: (share: number) => void,
): Promise<T> {
  for (let unanswered = 0, asked = 0; ; asked++) {
    try {
      const now = await service.ask(handle)
      unanswered = 0
      if (now.state === 'ended') return now.made
      // Who does not say how far it is has no share that could be told.
      if (now.share !== null) onProgress(Math.min(1, Math.max(0, now.share)))
    } catch (error) {
      const passes =
        error instanceof AnswerLost ||
        (error instanceof GeneratorError && ['transient', 'rate'].includes(error.errorClass))
      if (!passes || signal.aborted) throw error
      if (++unanswered > askedAgain) throw new AnswerLost(error.message)
    }
    if (Date.now() > deadline) throw new AnswerLost(`${host} was not done in time.`)
    await pause(Math.min(poll(asked), Math.max(0, deadline - Date.now())) + 1, signal)
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
