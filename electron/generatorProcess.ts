import { serve, type ParentPort } from './generators/serve'
import { workers } from './generators/workers'

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

serve(parentPort(), workers)
