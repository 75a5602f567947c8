import type { CommandAnswer, EventName, Events, HostBridge, RequestName, Requests } from '@shared/ipc/contract'
import type { CommandInputs, CommandName } from '@shared/ipc/inputSchemas'

declare global {
  interface Window {
    readonly exeunt: HostBridge
  }
}

/** An expected no or a failure of the main process: code and a sentence for the user. */
class HostError extends Error {
  override readonly name = 'HostError'
  constructor(
    readonly code: string,
    message: string,
    readonly at?: string,
  ) {
    super(message)
  }
}

let changing = 0

/** Is a command, an undo or a redo on its way? What there is to undo is known when it is answered. */
export const isChanging = (): boolean => changing > 0

/** Does some work that changes the project; `isChanging` until it settles. */
export async function whileChanging<T>(work: () => Promise<T>): Promise<T> {
  changing++
  try {
    return await work()
  } finally {
    changing--
  }
}

/** Asks the main process. @throws HostError */
export async function request<R extends RequestName>(
  name: R,
  input: Requests[R]['input'],
): Promise<Requests[R]['answer']> {
  const answer = await window.exeunt.request(name, input)
  if (!answer.ok) throw new HostError(answer.error.code, answer.error.message, answer.error.at)
  return answer.value as Requests[R]['answer']
}

/**
 * Runs a command of the contract: the only way the window changes a project.
 * @param continues undo step whose place the command takes, while that is the newest
 * @throws HostError
 */
export function send<C extends CommandName>(
  name: C,
  input: CommandInputs[C],
  continues?: string,
): Promise<CommandAnswer> {
  return whileChanging(() => request('command', { name, input, ...(continues === undefined ? {} : { continues }) }))
}

export function onHostEvent<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void {
  return window.exeunt.on(name, listener)
}
