import type { GeneratorEvent, GeneratorRequest } from '../generators/generatorContract'
import { serve } from '../generators/serve'
import { startGeneratorProcess, type ChildLike, type GeneratorRunner } from '../generators/startGeneratorProcess'
import { workers } from '../generators/workers'

/**
 * The generator process without a process around it: messages are copied and read by their schema both ways, as between the real ones.
 * `lose` is what a killed process looks like from outside.
 */
export function inProcessGenerators(): GeneratorRunner & { lose(): void } {
  const runner = startGeneratorProcess(() => childInProcess())
  return { ...runner, lose: () => runner.stop() }
}

/** One request to its end, as the editor makes it. @throws GeneratorError */
export async function runOnce(request: GeneratorRequest, options: RunOptions = {}): Promise<GeneratorEvent[]> {
  const { signal } = options
  const events: GeneratorEvent[] = []
  const generators = inProcessGenerators()
  const work = generators.run(request, (event) => {
    events.push(event)
    options.onEvent?.(event)
  })
  if (signal?.aborted) generators.cancel(request.id)
  signal?.addEventListener('abort', () => generators.cancel(request.id))
  await work
  return events
}

interface RunOptions {
  readonly signal?: AbortSignal | undefined
  onEvent?(event: GeneratorEvent): void
}

function childInProcess(): ChildLike {
  let isAlive = true
  let onExit: () => void = () => {}
  let toChild: (message: unknown) => void = () => {}
  let toParent: (message: unknown) => void = () => {}
  const carry = (message: unknown, to: (message: unknown) => void) => {
    const copy: unknown = structuredClone(message)
    if (isAlive) to(copy)
  }
  const kill = () => {
    isAlive = false
    onExit()
  }
  serve(
    {
      send: (answer) => carry(answer, toParent),
      onMessage: (listener) => (toChild = listener),
      die: kill,
    },
    workers,
  )
  return {
    send: (message) => carry(message, toChild),
    onMessage: (listener) => (toParent = listener),
    onExit: (listener) => (onExit = listener),
    kill,
  }
}
