import type { ProfileKind } from '@shared/model/profile'
import { sentence } from '@shared/records/refusal'
import { worldFault } from '@shared/records/worldErrors'
import { GeneratorError } from './generatorContract'
import type { FailedEvent, Generator, GeneratorAnswer, GeneratorRequest, RemoteGenerator } from './generatorContract'
import type { ReceivedClip } from './local/receivedClip'
import { StuckDecoder } from './local/withinLimits'
import { requestSchema } from './messages'

/** The process' side of the line to its parent. */
export interface ParentPort {
  send(answer: GeneratorAnswer): void
  onMessage(listener: (message: unknown) => void): void
  /** Ends this process at once, native code and all, after what was sent. */
  die(): void
}

export interface Workers {
  generatorOf(generatorId: string): Generator
  readonly remoteGenerators: Readonly<Record<ProfileKind, RemoteGenerator>>
  makePicture(
    request: Extract<GeneratorRequest, { type: 'picture' }>,
    report: (answer: GeneratorAnswer) => void,
    signal: AbortSignal,
  ): Promise<void>
  readPdf(
    request: Extract<GeneratorRequest, { type: 'pdf' }>,
    report: (answer: GeneratorAnswer) => void,
    signal: AbortSignal,
  ): Promise<void>
  measureSound(
    request: Extract<GeneratorRequest, { type: 'sound' }>,
    report: (answer: GeneratorAnswer) => void,
  ): Promise<void>
  printPdf(
    request: Extract<GeneratorRequest, { type: 'print' }>,
    report: (answer: GeneratorAnswer) => void,
    signal: AbortSignal,
  ): Promise<void>
  /** @throws GeneratorError config for a file that is no clip */
  readClipFile(path: string): Promise<ReceivedClip>
  makeThumbnail(request: Extract<GeneratorRequest, { type: 'thumbnail' }>): Promise<void>
  drawMarks(request: Extract<GeneratorRequest, { type: 'marks' }>): Promise<void>
}

/** Answers requests until the parent goes away. A message that does not fit is answered with `failed` (class config) or dropped. */
export function serve(port: ParentPort, workers: Workers): void {
  const running = new Map<string, AbortController>()
  let isStuck = false

  port.onMessage((message) => {
    const parsed = requestSchema.safeParse(message)
    if (!parsed.success) {
      const id = (message as { id?: unknown } | null)?.id
      const issue = parsed.error.issues[0]
      const at = issue?.path.join('.') ?? ''
      if (typeof id === 'string' && id)
        port.send({
          type: 'failed',
          id,
          class: 'config',
          message: `The generator cannot read the request: ${at}: ${issue?.message ?? 'invalid'}`,
        })
      return
    }
    const request = parsed.data
    if (request.type === 'cancel') {
      running.get(request.id)?.abort()
      return
    }
    const controller = new AbortController()
    running.set(request.id, controller)
    void work(request, controller.signal).then((answer) => {
      running.delete(request.id)
      port.send(answer)
      if (isStuck) port.die()
    })
  })

  async function work(request: GeneratorRequest, signal: AbortSignal): Promise<GeneratorAnswer> {
    const report = (answer: GeneratorAnswer): void => {
      if (!signal.aborted) port.send(answer)
    }
    try {
      if (request.type === 'frame') await workers.generatorOf(request.generatorId).makeFrame(request, report, signal)
      else if (request.type === 'call')
        await able(workers.remoteGenerators[request.profile.kind], 'call')(request, report, signal)
      else if (request.type === 'clip')
        await able(workers.remoteGenerators[request.profile.kind], 'clip')(request, report, signal)
      else if (request.type === 'ask')
        await able(workers.remoteGenerators[request.profile.kind], 'ask')(request, report, signal)
      else if (request.type === 'clipFile')
        report({ type: 'clipDone', id: request.id, ...(await workers.readClipFile(request.path)) })
      else if (request.type === 'test') {
        const { text } = await workers.remoteGenerators[request.profile.kind].test(request, signal)
        report({ type: 'testDone', id: request.id, text })
      } else if (request.type === 'picture') await workers.makePicture(request, report, signal)
      else if (request.type === 'pdf') await workers.readPdf(request, report, signal)
      else if (request.type === 'sound') await workers.measureSound(request, report)
      else if (request.type === 'print') await workers.printPdf(request, report, signal)
      else if (request.type === 'marks') await workers.drawMarks(request)
      else await workers.makeThumbnail(request)
      return { type: 'done', id: request.id }
    } catch (error) {
      isStuck ||= error instanceof StuckDecoder
      return failure(request.id, error)
    }
  }
}

const doing = { call: 'makes no pictures', clip: 'makes no clips', ask: 'answers no questions' } as const

/** What a kind of generator can do, or the sentence that it cannot. */
function able<K extends keyof typeof doing>(generator: RemoteGenerator, can: K): NonNullable<RemoteGenerator[K]> {
  const work = generator[can]
  if (work) return work
  throw new GeneratorError('config', `This kind of generator ${doing[can]}.`)
}

/** What went wrong, in the words and class the queue knows. */
export function failure(id: string, error: unknown): FailedEvent {
  if (error instanceof GeneratorError) {
    return {
      type: 'failed',
      id,
      class: error.errorClass,
      message: error.message,
      ...(error.waitMs === undefined ? {} : { waitMs: error.waitMs }),
      ...(error.fault === undefined ? {} : { fault: error.fault }),
      ...(error.unsent ? { unsent: true } : {}),
    }
  }
  const fault = worldFault(error)
  if (fault) {
    const { kind, reason, wayOut } = fault
    const message = sentence('DISK', { done: 'made', reason, wayOut: `${wayOut} Nothing was half-written.` })
    return { type: 'failed', id, class: 'config', message, fault: kind }
  }
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT')
    return { type: 'failed', id, class: 'config', message: 'Not made: a picture or folder it needs is missing.' }
  return { type: 'failed', id, class: 'transient', message: error instanceof Error ? error.message : String(error) }
}
