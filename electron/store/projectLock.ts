import { join } from 'node:path'
import { Refusal } from '@shared/records/refusal'
import { openSqlite } from './sqlite'

/**
 * The right to write a project: an exclusive transaction on `lock.db`, which the kernel releases when the process ends,
 * however it ends. Never a pid file.
 * @throws Refusal PROJECT_IN_USE
 */
export function lockProject(folder: string): { release(): void } {
  const db = openSqlite(join(folder, 'lock.db'))
  try {
    db.pragma('busy_timeout = 0')
    db.pragma('journal_mode = DELETE')
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw new Refusal('PROJECT_IN_USE')
    throw error
  }
  return {
    release() {
      if (!db.open) return
      if (db.inTransaction) db.exec('ROLLBACK')
      db.close()
    },
  }
}
