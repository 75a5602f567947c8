import { utilityProcess } from 'electron'
import type { ChildLike } from '../../generators/startGeneratorProcess'

/** The generator process under Electron. */
export function utilityChild(entry: string): ChildLike {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Exeunt generators', stdio: 'inherit' })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', () => listener()),
    kill: () => child.kill(),
  }
}
