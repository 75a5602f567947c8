import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppContext } from '../commit/context'
import type {
  CallRequest,
  ClipRequest,
  FrameRequest,
  GeneratorError,
  GeneratorEvent,
  GeneratorRequest,
} from '../generators/generatorContract'
import { answerSchema, requestSchema } from '../generators/messages'
import { GeneratorCancelled, type GeneratorRunner } from '../generators/startGeneratorProcess'

export interface FakeGenerators extends GeneratorRunner {
  /** Every request so far. */
  readonly requests: GeneratorRequest[]
  readonly frames: FrameRequest[]
  readonly calls: CallRequest[]
  readonly clips: ClipRequest[]
  /** Thrown by the next requests, one each. */
  readonly failures: GeneratorError[]
  /** Called while a request runs, before anything is made. */
  during: ((request: GeneratorRequest) => void | Promise<void>) | null
}

/** Makes small files instead of pictures: the same request makes the same bytes. No process behind it, but what it is asked and tells must fit the messages of one. */
export function fakeGenerators(): FakeGenerators {
  const cancelled = new Set<string>()
  const requests: GeneratorRequest[] = []
  const host: FakeGenerators = {
    requests,
    failures: [],
    during: null,
    get calls() {
      return requests.filter((r) => r.type === 'call')
    },
    get clips() {
      return requests.filter((r) => r.type === 'clip')
    },
    get frames() {
      return requests.filter((r) => r.type === 'frame')
    },
    async run(asked, tell) {
      const request = requestSchema.parse(asked) as GeneratorRequest
      const onEvent = (event: GeneratorEvent) => tell(answerSchema.parse(event) as GeneratorEvent)
      requests.push(request)
      await host.during?.(request)
      await Promise.resolve()
      if (cancelled.has(request.id)) throw new GeneratorCancelled()
      const failure = host.failures.shift()
      if (failure) throw failure
      if (request.type === 'picture')
        onEvent({
          type: 'pictureDone',
          id: request.id,
          original: { mime: 'image/png', ext: 'png', width: 10, height: 20, alpha: true },
          working: null,
          note: '',
        })
      if (request.type === 'thumbnail') writeFileSync(request.out, 'small')
      if (request.type === 'call') {
        const path = join(request.outFolder, `${request.id}-${request.index}.png`)
        writeFileSync(path, JSON.stringify([request.prompt, request.references, request.seed]))
        onEvent({ type: 'handle', id: request.id, handle: `theirs ${request.callId}` })
        const size = { width: request.width, height: request.height }
        onEvent({
          type: 'passDone',
          id: request.id,
          index: request.index,
          path,
          ...size,
          mime: 'image/png',
          ext: 'png',
        })
      }
      if (request.type === 'clip' || request.type === 'clipFile') {
        const path = request.type === 'clip' ? join(request.outFolder, `${request.id}.mp4`) : request.path
        if (request.type === 'clip')
          writeFileSync(path, JSON.stringify([request.prompt, request.keyframes, request.seed]))
        const seconds = request.type === 'clip' ? request.seconds : 4
        const size =
          request.type === 'clip' ? { width: request.width, height: request.height } : { width: 1920, height: 1080 }
        onEvent({ type: 'clipDone', id: request.id, path, ...size, seconds, mime: 'video/mp4', ext: 'mp4' })
      }
      if (request.type === 'test') onEvent({ type: 'testDone', id: request.id, text: 'It answers.' })
      if (request.type !== 'frame') return
      for (const pass of request.passes) {
        const path = join(request.outFolder, `${request.id}-${pass.index}.png`)
        writeFileSync(path, JSON.stringify([request.frame, pass.assetIds, pass.index, request.generatorId]))
        onEvent({
          type: 'passDone',
          id: request.id,
          index: pass.index,
          path,
          width: 1920,
          height: 1080,
          mime: 'image/png',
          ext: 'png',
        })
      }
    },
    isRunning: () => false,
    cancel: (id) => void cancelled.add(id),
    stop() {},
  }
  return host
}

/** The world of the application for tests: counted ids, a clock that stands, waits that are told and over at once, fake generators. */
export function testContext(): AppContext & {
  generators: FakeGenerators
  waits: number[]
  givenKeys: Map<string, string>
} {
  let ids = 0
  const waits: number[] = []
  const givenKeys = new Map<string, string>()
  const after = (ms: number, run: () => void) => {
    waits.push(ms)
    let live = true
    queueMicrotask(() => live && run())
    return () => (live = false)
  }
  return {
    newId: () => `made${String(++ids).padStart(5, '0')}`,
    now: () => 1_700_000_000_000,
    generators: fakeGenerators(),
    givenKeys,
    keys: { keyOf: ({ id }) => givenKeys.get(id) ?? null },
    waits,
    after,
  }
}
