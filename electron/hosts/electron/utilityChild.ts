import { utilityProcess } from 'electron'
import type { ChildLike } from '../../generators/startGeneratorProcess'

/** ComfyUI tells how far it is by a WebSocket; the Node of an older Electron has that behind a flag. */
const withSocket = 'WebSocket' in globalThis ? '' : '--experimental-websocket'

/** The generator process under Electron. */
export function utilityChild(entry: string): ChildLike {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Exeunt generators',
    stdio: 'inherit',
    ...(withSocket ? { env: { ...process.env, NODE_OPTIONS: withSocket } } : {}),
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', () => listener()),
    kill: () => child.kill(),
  }
}
