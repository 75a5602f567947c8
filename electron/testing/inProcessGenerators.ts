import { GeneratorError } from '../generators/generatorContract'
import { remoteGenerators } from '../generators/registry'
import { GeneratorCancelled, GeneratorLost, type GeneratorRunner } from '../generators/startGeneratorProcess'

/** Remote generators without a process around them; `lose` is what a killed process looks like from outside. */
export function inProcessGenerators(): GeneratorRunner & { lose(): void } {
  const running = new Map<string, { stop: AbortController; lose(): void }>()
  return {
    run(request, onEvent) {
      if (request.type !== 'call' && request.type !== 'clip' && request.type !== 'ask' && request.type !== 'test')
        return Promise.reject(new GeneratorError('config', 'Only remote generators are here.'))
      const stop = new AbortController()
      return new Promise((resolve, reject) => {
        let isOver = false
        const end = (finish: () => void) => {
          isOver = true
          running.delete(request.id)
          finish()
        }
        running.set(request.id, { stop, lose: () => end(() => reject(new GeneratorLost())) })
        const report: typeof onEvent = (event) => {
          if (!isOver) onEvent(event)
        }
        const generator = remoteGenerators[request.profile.kind]
        const work =
          request.type === 'call'
            ? generator.call!(request, report, stop.signal)
            : request.type === 'ask'
              ? generator.ask!(request, report, stop.signal)
              : request.type === 'clip'
                ? generator.clip!(request, report, stop.signal)
                : generator
                    .test(request, stop.signal)
                    .then(({ text }) => report({ type: 'testDone', id: request.id, text }))
        work.then(
          () => isOver || end(resolve),
          (error: Error) => isOver || end(() => reject(stop.signal.aborted ? new GeneratorCancelled() : error)),
        )
      })
    },
    cancel: (id) => running.get(id)?.stop.abort(),
    stop() {},
    lose() {
      for (const call of running.values()) call.lose()
    },
  }
}
