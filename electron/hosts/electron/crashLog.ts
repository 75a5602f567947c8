import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Longer than this the log loses its older half, in bytes. */
export const longestLog = 256 * 1024

/**
 * What went wrong in the application itself, kept on this machine and shown on request: nothing of it is sent anywhere. It holds where in the program
 * something happened, never what is in a film.
 */
export class CrashLog {
  readonly file: string

  /** @param folder of what the application remembers on this machine */
  constructor(
    folder: string,
    private readonly now: () => number,
  ) {
    this.file = join(folder, 'crashes.log')
  }

  get isThere(): boolean {
    return existsSync(this.file)
  }

  /** Adds an entry. A log that cannot be written is no reason to stop: then it is not. */
  note(what: string, detail: string): void {
    try {
      appendFileSync(this.file, `${new Date(this.now()).toISOString()} ${what}\n${detail.trim()}\n\n`)
      if (statSync(this.file).size <= longestLog) return
      const kept = readFileSync(this.file, 'utf8').slice(-longestLog / 2)
      writeFileSync(this.file, kept.slice(kept.indexOf('\n\n') + 2))
    } catch {
      // The disk is full or the folder is gone, which others say.
    }
  }
}
