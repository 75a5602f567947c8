import { makePicture } from './generators/local/makePicture'
import { makeThumbnail } from './generators/local/thumbnail'
import { readPdf } from './generators/pdf/readPdf'
import { generatorOf, remoteGenerators } from './generators/registry'
import { serve } from './generators/serve'
import type { ParentPort } from './generators/serve'

/** What Electron's utilityProcess puts on `process`. */
interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

function parentPort(): ParentPort {
  const utility = (process as { parentPort?: UtilityPort }).parentPort
  if (utility) {
    return {
      send: (answer) => utility.postMessage(answer),
      onMessage: (listener) => utility.on('message', (event) => listener(event.data)),
    }
  }
  if (!process.send) throw new Error('The generator process is started by the editor or the command line.')
  // Without a parent nobody is left to work for.
  process.on('disconnect', () => process.exit(0))
  return {
    send: (answer) => void process.send?.(answer, undefined, {}, () => {}),
    onMessage: (listener) => process.on('message', listener),
  }
}

serve(parentPort(), { generatorOf, remoteGenerators, makePicture, makeThumbnail, readPdf })
