import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openReader, type ReadDb } from './sqlite'

/** Opens a copy of a database and its log, for folders that cannot be written to. The copy goes with the connection. */
export function openCopy(file: string): ReadDb {
  const folder = mkdtempSync(join(tmpdir(), 'exeunt-read-'))
  const copy = join(folder, basename(file))
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  const db = openReader(copy, true)
  const close = db.close.bind(db)
  db.close = () => {
    close()
    rmSync(folder, { recursive: true, force: true })
    return db
  }
  return db
}
