import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openReader, type ReadDb } from './sqlite'

/**
 * Opens a copy of a database and its log, for folders that cannot be written to. The copy goes with the connection.
 * @param prepare done to the copy before it is read
 */
export function openCopy(file: string, prepare: (copy: string) => void = () => {}): ReadDb {
  const folder = copied(file)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  let db: ReadDb
  try {
    const copy = join(folder, basename(file))
    prepare(copy)
    db = openReader(copy, true)
  } catch (error) {
    remove()
    throw error
  }
  const close = db.close.bind(db)
  db.close = () => {
    close()
    remove()
    return db
  }
  return db
}

/** Where there may be room: the temporary folder, and memory when the disk is full. */
const places = [tmpdir(), '/dev/shm']

function copied(file: string): string {
  let failure: unknown
  for (const place of places) {
    let folder: string | null = null
    try {
      folder = mkdtempSync(join(place, 'exeunt-read-'))
      const copy = join(folder, basename(file))
      copyFileSync(file, copy)
      if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
      return folder
    } catch (error) {
      failure ??= error
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    }
  }
  throw failure
}
