import { readdirSync, statfsSync } from 'node:fs'
import { Refusal } from '@shared/records/refusal'
import { worldFault, worldFaultOf, type WorldFault } from '@shared/records/worldErrors'

/** What was being done: it leads the sentence, and reading says other things than writing. */
export type Doing = 'saved' | 'opened' | 'made'

/** Below this a disk counts as full: SQLite needs as much for the index of its log (32 KB) and a page or two. */
const leastBytes = 64 * 1024

/**
 * What the world refuses (a full disk, a folder that cannot be written to, a drive that has gone, a damaged file) as one sentence; null for anything
 * else, which is a bug.
 * @param folder where it happened: SQLite tells a full disk and a drive that is gone by the same code, so that the folder itself is asked
 */
export function worldRefusal(error: unknown, doing: Doing = 'saved', folder?: string): Refusal | null {
  if (error instanceof Refusal) return error
  if (isDamage(error)) return damage((error as Error).message)
  const fault = worldFault(error)
  return fault && diskRefusal(reading(sharper(fault, error, folder), doing), doing)
}

/** The sentence of a fault. */
export function diskRefusal({ reason, wayOut }: WorldFault, doing: Doing): Refusal {
  return new Refusal('DISK', {
    done: doing,
    reason,
    wayOut: doing === 'saved' ? `${wayOut} Nothing was half-written.` : wayOut,
  })
}

/** PROJECT_DAMAGED with SQLite's word on it, which may hold what it found in the file, as one short line. */
export const damage = (word: string) =>
  new Refusal('PROJECT_DAMAGED', {
    reason: word
      .replace(/[\s\p{C}\uFFFD]+/gu, ' ')
      .trim()
      .slice(0, 160),
  })

/** SQLite's codes for a file that is no whole database, and its words where the code says nothing. */
function isDamage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code !== 'string') return false
  return (
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    code === 'SQLITE_FORMAT' ||
    (code === 'SQLITE_ERROR' && /^(malformed database schema|unsupported file format)/.test(String(message)))
  )
}

const reading = (fault: WorldFault, doing: Doing): WorldFault =>
  doing === 'opened' && fault.kind === 'locked' ? worldFaultOf('unreadable') : fault

/** SQLite names some faults by what it failed at; the folder knows more. */
function sharper(fault: WorldFault, error: unknown, folder: string | undefined): WorldFault {
  const code = String((error as { code?: unknown }).code)
  if (folder === undefined || !/^SQLITE_(IOERR|CANTOPEN)/.test(code)) return fault
  try {
    readdirSync(folder)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < leastBytes ? worldFaultOf('full') : fault
  } catch (found) {
    return worldFault(found) ?? worldFaultOf('gone')
  }
}

/** Runs something that touches the disk. @throws Refusal DISK, PROJECT_DAMAGED */
export function onDisk<T>(work: () => T, doing: Doing = 'saved', folder?: string): T {
  try {
    return work()
  } catch (error) {
    throw worldRefusal(error, doing, folder) ?? error
  }
}
