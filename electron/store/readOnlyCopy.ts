import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openSqlite, type WriteDb } from './sqlite'

/** Opens a copy of a database and its log, for folders that cannot be written to. The copy goes with the connection. */
export function openCopy(file: string): WriteDb {
  const folder = mkdtempSync(join(tmpdir(), 'exeunt-read-'))
  const copy = join(folder, basename(file))
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  const db = openSqlite(copy)
  const close = db.close.bind(db)
  db.close = () => {
    close()
    rmSync(folder, { recursive: true, force: true })
    return db
  }
  return db
}
