import { lstatSync } from 'node:fs'
import { Refusal } from '@shared/records/refusal'
import { currentVersion, migrations } from './migrations'
import { migrationTools } from './migrations/migrationTools'
import { writeNewFile } from './projectFiles'
import type { ReadDb, WriteDb } from './sqlite'

export function formatVersion(db: ReadDb): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Brings a file to the current format, one transaction for each step; a copy of the file is kept first.
 * @throws Refusal PROJECT_NEWER for a file of a later version; it is never changed.
 */
export function migrate(db: WriteDb, file: string): void {
  const found = formatVersion(db)
  if (found > currentVersion) throw new Refusal('PROJECT_NEWER', { found, known: currentVersion })
  if (found === currentVersion) return
  if (found > 0) keepBackup(db, `${file}.v${found}`)
  migrateTo(db, currentVersion)
}

/** Runs the steps up to a version, one transaction each. */
export function migrateTo(db: WriteDb, version: number): void {
  const found = formatVersion(db)
  for (const step of migrations) {
    if (step.version <= found || step.version > version) continue
    db.transaction(() => {
      step.up(db, migrationTools(db))
      db.pragma(`user_version = ${step.version}`)
    })()
  }
}

/**
 * Writes a database as it is, log included, to a new file beside it: `NAME.backup`, or `NAME-2.backup` and so on where there is one. A name that is
 * taken, by a link too, is never written to. The bytes come from SQLite itself: reading the file would let go of this process's locks on it.
 * @returns its path
 */
export function keepBackup(db: WriteDb, name: string): string {
  for (let n = 1; ; n++) {
    const path = `${name}${n > 1 ? `-${n}` : ''}.backup`
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    writeNewFile(path, db.serialize())
    return path
  }
}
