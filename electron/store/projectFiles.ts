import { closeSync, fsyncSync, lstatSync, openSync, readSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '@shared/records/refusal'

/** The files of a project folder by name; SQLite adds `-wal`, `-shm` and `-journal` to a database's. */
export const databaseName = 'project.db'

const own = [
  ...['project.db', 'lock.db'].flatMap((name) => [name, `${name}-wal`, `${name}-shm`, `${name}-journal`]),
  'media',
  'media/.tmp',
  'media/.thumbnails',
  'snapshots',
]

/** A link in a folder that came from elsewhere would have us read or write somebody's file. @throws Refusal PROJECT_LINKED */
export function refuseLinks(folder: string): void {
  for (const name of own)
    if (lstatSync(join(folder, name), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Refusal('PROJECT_LINKED', { file: name })
}

/** Says that there is a project of ours in a file that is no database any more; its schema stands on its first pages. */
const schemaText = 'shot_asset_assignments'
const lookedAt = 1024 * 1024

/** NOT_A_PROJECT, or PROJECT_DAMAGED where a file that SQLite does not know holds what only a project has. */
export function noDatabase(file: string, folder: string): Refusal {
  return holdsSchema(file)
    ? new Refusal('PROJECT_DAMAGED', { reason: 'the beginning of project.db is damaged' })
    : new Refusal('NOT_A_PROJECT', { folder: basename(folder) })
}

function holdsSchema(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(lookedAt)
    return bytes.subarray(0, readSync(handle, bytes, 0, lookedAt, 0)).includes(schemaText)
  } finally {
    closeSync(handle)
  }
}

/** Writes a file that is not there yet, and puts its bytes onto the disk. @throws EEXIST for a name that is taken, by a link too */
export function writeNewFile(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx')
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a name in a folder last a power cut. Windows has nothing of the kind. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
