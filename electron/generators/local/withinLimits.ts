import { worldFaultOf } from '@shared/records/worldErrors'
import { GeneratorError } from '../generatorContract'

/** What decoding one picture may take. */
export interface DecodingLimits {
  readonly seconds: number
  /** Memory of the process above what it had, in bytes. */
  readonly bytes: number
}

/**
 * Decoding does not end and cannot be called off: native code goes on in a thread of its own, and takes what it takes. The process that runs it has to go.
 */
export class StuckDecoder extends GeneratorError {}

const lookEveryMs = 100

/** Waits for decoding no longer, and with no more memory, than it may take. @throws StuckDecoder, and what the work throws */
export async function withinLimits<T>(work: Promise<T>, limits: DecodingLimits): Promise<T> {
  const before = process.memoryUsage.rss()
  const until = performance.now() + limits.seconds * 1000
  let timer: NodeJS.Timeout | undefined
  const stuck = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.bytes) {
        const { reason, wayOut } = worldFaultOf('memory')
        reject(new StuckDecoder('refused', `Not made: ${reason}. ${wayOut}`, undefined, 'memory'))
      } else if (performance.now() > until) reject(new StuckDecoder('refused', 'Drawing it takes too long.'))
    }, lookEveryMs)
  })
  try {
    return await Promise.race([work, stuck])
  } finally {
    clearInterval(timer)
  }
}
