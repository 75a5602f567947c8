import { copyFileSync, existsSync } from 'node:fs'
import { Refusal } from '@shared/records/refusal'
import { currentVersion, migrations } from './migrations'
import { migrationTools } from './migrations/migrationTools'
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
  if (found > 0 && existsSync(file)) {
    db.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(file, `${file}.v${found}.backup`)
  }
  for (const step of migrations) {
    if (step.version <= found) continue
    db.transaction(() => {
      step.up(db, migrationTools(db))
      db.pragma(`user_version = ${step.version}`)
    })()
  }
}
