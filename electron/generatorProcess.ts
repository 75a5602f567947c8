import { makePicture } from './generators/local/makePicture'
import { printPdf } from './generators/local/printPdf'
import { readClipFile } from './generators/local/receivedClip'
import { makeThumbnail } from './generators/local/thumbnail'
import { readPdf } from './generators/pdf/readPdf'
import { generatorOf, remoteGenerators } from './generators/registry'
import { serve, type ParentPort } from './generators/serve'

/** What Electron's utilityProcess puts on `process`. */
interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

/** A decoder that is stuck in native code would keep `exit` waiting. */
const kill = () => void process.kill(process.pid, 'SIGKILL')
/** After 50 ms in which the last answer leaves. */
const die = () => void setTimeout(kill, 50)

function parentPort(): ParentPort {
  const utility = (process as { parentPort?: UtilityPort }).parentPort
  if (utility) {
    return {
      send: (answer) => utility.postMessage(answer),
      onMessage: (listener) => utility.on('message', (event) => listener(event.data)),
      die,
    }
  }
  if (!process.send) throw new Error('The generator process is started by the editor or the command line.')
  // Without a parent nobody is left to work for.
  process.on('disconnect', kill)
  return {
    send: (answer) => void process.send?.(answer, undefined, {}, () => {}),
    onMessage: (listener) => process.on('message', listener),
    die,
  }
}

serve(parentPort(), { generatorOf, remoteGenerators, makePicture, makeThumbnail, printPdf, readClipFile, readPdf })
