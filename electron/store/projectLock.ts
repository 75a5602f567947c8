import { accessSync, closeSync, constants, lstatSync, openSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '@shared/records/refusal'
import { fileMark } from './fileMark'
import { openSqlite, type WriteDb } from './sqlite'

/** The right to write a project, while it is held. */
export interface ProjectLock {
  /**
   * Makes sure that the lock still keeps others out: when `lock.db` was deleted or replaced, a new one is taken at once.
   * @throws Refusal LOCK_LOST when somebody else holds the new one, or none can be made
   */
  verify(): void
  release(): void
}

/**
 * The right to write a project: an exclusive transaction on `lock.db`, which the kernel releases when the process ends, however it ends. Never a
 * pid file. The file holds nothing; one with something in it that nobody holds is emptied.
 * @throws Refusal PROJECT_IN_USE; errors of the disk where there can be no lock
 */
export function lockProject(folder: string): ProjectLock {
  const file = join(folder, 'lock.db')
  let held = takeLock(file)
  return {
    verify() {
      if (fileMark(file) === held.mark) return
      let next: Held
      try {
        next = takeLock(file)
      } catch {
        throw new Refusal('LOCK_LOST')
      }
      letGo(held)
      held = next
    },
    release: () => letGo(held),
  }
}

interface Held {
  readonly db: WriteDb
  readonly mark: string | null
}

/** How often the file may be exchanged under the one who locks it. */
const mostTries = 5

function takeLock(file: string): Held {
  for (let tries = 0; tries < mostTries; tries++) {
    makeLockFile(file)
    const mark = fileMark(file)
    const db = lockedDatabase(file)
    if (db && fileMark(file) === mark) return { db, mark }
    if (db) letGo({ db, mark })
    else emptyLockFile(file)
  }
  throw new Refusal('PROJECT_IN_USE')
}

/** Only where there is none: opening and closing a file would let go of every lock this process has on it (POSIX, fcntl). */
function makeLockFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  accessSync(file, constants.R_OK | constants.W_OK)
}

/** @returns null for a file that is no database and that nobody holds */
function lockedDatabase(file: string): WriteDb | null {
  const db = openSqlite(file, 0)
  try {
    // Nothing of the transaction reaches the disk, so that there is nothing to clean up after a kill.
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    // A file that can only be read takes the transaction, but no write: it would keep nobody out.
    db.pragma('user_version = 1')
    return db
  } catch (error) {
    db.close()
    const code = (error as { code?: string }).code ?? ''
    if (code.startsWith('SQLITE_BUSY')) throw new Refusal('PROJECT_IN_USE')
    if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR') return null
    throw error
  }
}

/** Somebody who held it would have answered busy before anything of it was read. One that has another name as well may be somebody's file. */
function emptyLockFile(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isFile() || found.nlink > 1)
    throw new Refusal('PROJECT_DAMAGED', { reason: 'its lock.db is some other file' })
  truncateSync(file)
}

function letGo({ db }: Held): void {
  if (!db.open) return
  if (db.inTransaction) db.exec('ROLLBACK')
  db.close()
}
