import { Refusal } from '@shared/records/refusal'
import { databaseFile } from '../store/openProject'
import { openSqlite, type WriteDb } from '../store/sqlite'
import { storedExample } from './testFolder'

/** The folder of a sample project that nobody has open. */
export function closedSample(): string {
  const { folder, project } = storedExample()
  project.close()
  return folder
}

/** Changes the file of a closed project past all rules, by SQL or with the connection. */
export function spoil(folder: string, how: string | ((db: WriteDb) => void)): void {
  const db = openSqlite(databaseFile(folder))
  db.pragma('foreign_keys = OFF')
  if (typeof how === 'string') db.exec(how)
  else how(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** The Refusal that something ends with; null when it does not. Any other error is thrown on. */
export function refusalOf(work: () => unknown): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
