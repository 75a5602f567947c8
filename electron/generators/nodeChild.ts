import { fork } from 'node:child_process'
import type { ChildLike } from './startGeneratorProcess'

/** The generator process as a plain node child, for the command line; `entryPath` is the built generatorProcess.js. */
export function nodeChild(entryPath: string, env: NodeJS.ProcessEnv = process.env): ChildLike {
  const child = fork(entryPath, [], { env, serialization: 'json', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return {
    send: (message) => {
      // A lost channel shows as an exit; the callback keeps the failed write from throwing later.
      if (!child.connected) throw new Error('the generator process has gone')
      child.send(message as object, () => {})
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      let told = false
      const tell = (): void => {
        if (!told) listener()
        told = true
      }
      child.on('exit', tell)
      child.on('error', tell)
    },
    kill: () => child.kill('SIGKILL'),
  }
}
