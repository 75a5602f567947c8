import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a command to its end with the terminal's own streams and answers its exit code
 * (128 + signal number when a signal ended it).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>}
 */
export function runAttached(command, args, { env = process.env, cwd, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, stdio })
    // Ctrl-C reaches the child by itself; we only have to outlive it and pass on its answer.
    const ignore = () => {}
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', ignore)
    process.on('SIGTERM', forward)
    process.on('SIGHUP', forward)
    const done = () => {
      process.off('SIGINT', ignore)
      process.off('SIGTERM', forward)
      process.off('SIGHUP', forward)
    }
    child.on('error', (error) => {
      done()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      done()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * Runs a command quietly. Answers `{ok, output}`; `ok` is false also when it does not exist.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function runQuiet(command, args, options = {}) {
  const result = spawnSync(command, args, { maxBuffer: 64 * 1024 * 1024, ...options, encoding: 'utf8' })
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}` || (result.error?.message ?? '')
  return { ok: result.status === 0, output }
}

/**
 * Whether a program can be found on PATH.
 * @param {string} name
 */
export function hasProgram(name) {
  return runQuiet('sh', ['-c', `command -v ${name}`]).ok
}

/**
 * The last line of a program's output that says something, for one-sentence reports.
 * @param {string} output
 */
export function lastLine(output) {
  return output.trim().split('\n').at(-1)?.trim() ?? ''
}
