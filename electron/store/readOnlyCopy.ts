import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openSqlite, type WriteDb } from './sqlite'

/** Opens a copy of a database and its log, for folders that cannot be written to. The copy goes when the process ends. */
export function openCopy(file: string): WriteDb {
  const folder = mkdtempSync(join(tmpdir(), 'exeunt-read-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const copy = join(folder, basename(file))
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  return openSqlite(copy)
}
