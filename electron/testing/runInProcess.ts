import { Readable } from 'node:stream'
import { vi } from 'vitest'
import { runCli } from '../hosts/cli/run'

/** What a run of the command line printed, and how it ended. */
export interface CliRun {
  code: number
  out: string
  err: string
  /** Standard output as JSON; undefined when it is none. */
  answer: unknown
}

/**
 * Runs a verb of the command line in this process.
 * @param generatorEntry the bundled generatorProcess; without one nothing may be generated
 * @param input standard input, for `batch`
 */
export async function runInProcess(
  argv: readonly string[],
  generatorEntry = '/no-generator',
  input = '',
): Promise<CliRun> {
  let out = ''
  let err = ''
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))))
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))))
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from(input ? [input] : []) })
  try {
    const code = await runCli(argv, generatorEntry)
    return { code, out, err, answer: json(out) }
  } finally {
    Object.defineProperty(process, 'stdin', stdin)
    stdout.mockRestore()
    stderr.mockRestore()
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
