import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Media } from '@shared/model/media'

/** Files of a project by the hash of their bytes: `media/ab/abcdef….png`. A file is complete before its name exists. */
export class MediaStore {
  private readonly root: string

  constructor(folder: string) {
    this.root = join(folder, 'media')
  }

  /** A folder on the same volume for files still being written. */
  temporaryFolder(): string {
    const folder = join(this.root, '.tmp')
    mkdirSync(folder, { recursive: true })
    return folder
  }

  /** Where small copies are kept; they can be made again at any time. */
  thumbnailFolder(): string {
    return join(this.root, '.thumbnails')
  }

  pathOf(media: Pick<Media, 'id' | 'ext'>): string {
    return join(this.root, media.id.slice(0, 2), `${media.id}.${media.ext}`)
  }

  has(media: Pick<Media, 'id' | 'ext'>): boolean {
    return existsSync(this.pathOf(media))
  }

  /** Keeps bytes: temp file, fsync, rename. Answers the hash. Writing the same bytes twice is nothing new, unless the file was cut short meanwhile. */
  keepBytes(bytes: Uint8Array, ext: string): string {
    const id = createHash('sha256').update(bytes).digest('hex')
    if (this.has({ id, ext }) && statSync(this.pathOf({ id, ext })).size === bytes.length) return id
    const temporary = join(this.temporaryFolder(), `${id}.${process.pid}.part`)
    const file = openSync(temporary, 'w')
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    this.place(temporary, id, ext)
    return id
  }

  /** Takes over a finished file of the temporary folder after checking its hash. @returns the hash */
  async keepFile(temporary: string, ext: string): Promise<string> {
    const id = await hashFile(temporary)
    const file = openSync(temporary, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    // A file that was damaged meanwhile is mended by its own bytes.
    if (this.has({ id, ext }) && (await hashFile(this.pathOf({ id, ext }))) === id) rmSync(temporary, { force: true })
    else this.place(temporary, id, ext)
    return id
  }

  private place(temporary: string, id: string, ext: string): void {
    const target = this.pathOf({ id, ext })
    const folder = join(this.root, id.slice(0, 2))
    mkdirSync(folder, { recursive: true })
    renameSync(temporary, target)
    syncFolder(folder)
  }

  /** Removes what an interrupted job left behind. */
  clearTemporary(): void {
    rmSync(join(this.root, '.tmp'), { recursive: true, force: true })
  }

  /** Bytes of all files. */
  size(): number {
    let total = 0
    const walk = (folder: string) => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) walk(path)
        else total += statSync(path).size
      }
    }
    if (existsSync(this.root)) walk(this.root)
    return total
  }
}

/** sha-256 of a file in hex, read as a stream. */
export function hashFile(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256')
    createReadStream(path)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')))
  })
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
