import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  createReadStream,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { mediaSchema, type Media } from '@shared/model/media'
import { Refusal } from '@shared/records/refusal'
import { syncFolder, writeNewFile } from './projectFiles'

/** A file by its record. */
type MediaFile = Pick<Media, 'id' | 'ext'>

/** Flags for a stream that reads without following a link, where the system can; Node's types know only those with a name. */
export const readNoLink = (constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)) as unknown as string

/**
 * Files of a project by the hash of their bytes: `media/ab/abcdef….png`. A file is complete before its name exists. Links are not followed, and the
 * folder `media` itself is never made: where it is gone, so may be the project.
 */
export class MediaStore {
  private readonly root: string

  /** @param ensureWritable throws a Refusal when nothing may be written; asked before every write */
  constructor(
    folder: string,
    private readonly ensureWritable: () => void = () => {},
  ) {
    this.root = join(folder, 'media')
  }

  /** A folder on the same volume for files still being written. @throws Refusal MEDIA_GONE, PROJECT_LINKED and those of `ensureWritable` */
  temporaryFolder(): string {
    return this.ownFolder('.tmp')
  }

  /** Where small copies are kept; they can be made again at any time. It need not be there. */
  get thumbnails(): string {
    return join(this.root, '.thumbnails')
  }

  /** The same, made when it is not there. @throws Refusal as `temporaryFolder` */
  thumbnailFolder(): string {
    return this.ownFolder('.thumbnails')
  }

  /** @throws Error for a name that no file of ours has: it might lead out of the folder */
  pathOf({ id, ext }: MediaFile): string {
    if (!mediaSchema.shape.id.safeParse(id).success || !mediaSchema.shape.ext.safeParse(ext).success)
      throw new Error(`no media file has the name ${JSON.stringify(`${id}.${ext}`)}`)
    return join(this.root, id.slice(0, 2), `${id}.${ext}`)
  }

  /** The path for another process to read from, whether there is a file or not. @throws Refusal PROJECT_LINKED for one that leads somewhere else */
  pathToRead(media: MediaFile): string {
    const path = this.pathOf(media)
    for (const part of [dirname(path), path])
      if (lstatSync(part, { throwIfNoEntry: false })?.isSymbolicLink())
        throw new Refusal('PROJECT_LINKED', { file: `media/${media.id.slice(0, 2)}` })
    return path
  }

  /** Is there a file of its own, no link? */
  has(media: MediaFile): boolean {
    const path = this.pathOf(media)
    return isFolder(dirname(path)) && lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
  }

  /** Keeps bytes: temp file, fsync, rename. Answers the hash. Writing the same bytes twice is nothing new, unless the file was cut short meanwhile. */
  keepBytes(bytes: Uint8Array, ext: string): string {
    const id = createHash('sha256').update(bytes).digest('hex')
    if (this.has({ id, ext }) && statSync(this.pathOf({ id, ext })).size === bytes.length) return id
    const temporary = join(this.temporaryFolder(), `${id}.${process.pid}.part`)
    rmSync(temporary, { force: true })
    writeNewFile(temporary, bytes)
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
    const folder = this.ownFolder(id.slice(0, 2))
    renameSync(temporary, this.pathOf({ id, ext }))
    syncFolder(folder)
  }

  /** A folder in `media`, made when it is not there. */
  private ownFolder(name: string): string {
    this.ensureWritable()
    if (!isFolder(this.root)) throw new Refusal('MEDIA_GONE')
    const folder = join(this.root, name)
    if (isFolder(folder)) return folder
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Refusal('PROJECT_LINKED', { file: `media/${name}` })
    mkdirSync(folder)
    syncFolder(this.root)
    return folder
  }

  /** Removes what an interrupted job left behind. */
  clearTemporary(): void {
    this.ensureWritable()
    rmSync(join(this.root, '.tmp'), { recursive: true, force: true })
  }

  /** Every file of its own by the name it has, in the order of the names. */
  *files(): Generator<MediaFile & { readonly bytes: number }> {
    if (!isFolder(this.root)) return
    for (const home of readdirSync(this.root).sort()) {
      if (!/^[0-9a-f]{2}$/.test(home) || !isFolder(join(this.root, home))) continue
      for (const name of readdirSync(join(this.root, home)).sort()) {
        const file = mediaFileOf(`${home}/${name}`)
        const found = file && lstatSync(join(this.root, home, name), { throwIfNoEntry: false })
        if (found?.isFile()) yield { ...file!, bytes: found.size }
      }
    }
  }

  /** Bytes of all files. */
  size(): number {
    let total = 0
    const walk = (folder: string) => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) walk(path)
        else total += lstatSync(path).size
      }
    }
    if (existsSync(this.root)) walk(this.root)
    return total
  }
}

/** A file by its path below `media`, "ab/abcdef….png"; null for any other path. */
export function mediaFileOf(path: string): MediaFile | null {
  const [, home, id, ext] = /^([0-9a-f]{2})\/([0-9a-f]{64})\.([a-z0-9]{1,8})$/.exec(path) ?? []
  return id !== undefined && ext !== undefined && id.slice(0, 2) === home ? { id, ext } : null
}

const isFolder = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** sha-256 of a file in hex, read as a stream; a link is no file. */
export function hashFile(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256')
    createReadStream(path, { flags: readNoLink })
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')))
  })
}
