import { createHash } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  closeSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '@shared/records/refusal'
import { worldFaultOf } from '@shared/records/worldErrors'
import { makeFolders } from '../../store/makeFolders'
import { mediaFileOf } from '../../store/mediaStore'
import { openProject } from '../../store/openProject'
import { databaseName } from '../../store/projectFiles'
import { diskRefusal, worldRefusal } from '../../store/worldErrors'
import { refuseNoFile } from '../refuseNoFile'
import { archiveNoteName, byteProgress, longestNote, placeInProject, readNote, type ArchiveHooks } from './archiveForm'

/** What was unpacked. */
export interface Unpacked {
  readonly folder: string
  readonly title: string
  readonly mediaFiles: number
}

/** More entries than this, and names alone would fill the memory. */
const mostEntries = 200_000
/** Nothing that we pack grows by more than this; a file that says it does is made to fill disks. */
const mostGrowth = 400
const slack = 1_000_000
const mode = { type: 0o170000, link: 0o120000 } as const

/**
 * Makes a project folder of an archive. Nothing of the archive is trusted: names, sizes and hashes are looked at before anything is written, the bytes
 * while they are, and the project as any that is opened. It gets its name when it is whole, else nothing stays behind.
 * @param to folder that is not there yet, or empty
 * @throws Refusal NOT_AN_ARCHIVE, ARCHIVE_NEWER, ARCHIVE_DAMAGED, ARCHIVE_FOREIGN, UNPACK_CANCELLED, FOLDER_TAKEN, DISK and those of opening a project
 */
export async function unpackArchive(archive: string, to: string, hooks: ArchiveHooks = {}): Promise<Unpacked> {
  const folder = resolve(to)
  const file = basename(archive)
  refuseNoFile(archive, file)
  refuseTaken(folder)
  let part: string | null = null
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(archive, { autoClose: false, strictFileNames: true })
    const entries = await listed(zip, file)
    const note = await noteOf(zip, entries.get(archiveNoteName), file)
    const packed = [...entries.values()].filter((entry) => entry.fileName !== archiveNoteName)
    const mediaFiles = packed.length - 1
    if (!entries.has(databaseName)) throw damaged(file, 'the project file is missing')
    if (mediaFiles !== note.mediaFiles)
      throw damaged(file, `it holds ${mediaFiles} of ${note.mediaFiles} pictures and clips`)
    makeFolders(dirname(folder))
    const total = packed.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    refuseFull(dirname(folder), total)
    part = mkdtempSync(`${folder}.unpacking-`)
    mkdirSync(join(part, 'media'))
    const tell = byteProgress(hooks, 'Unpacking', total)
    for (const entry of packed) {
      const expected = entry.fileName === databaseName ? note.projectHash : idOf(entry)
      const hash = await written(zip, entry, part, tell, hooks.signal)
      if (hash !== expected) throw damaged(file, `${entry.fileName} is not what it was packed as`)
    }
    // As every project that is opened: a damaged one is refused, an older one brought up to date.
    openProject(part, 'write').close()
    if (hooks.signal?.aborted) throw new Refusal('UNPACK_CANCELLED')
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(part, folder)
    return { folder, title: note.title, mediaFiles }
  } catch (error) {
    if (part !== null) rmSync(part, { recursive: true, force: true })
    throw reasonFor(error, archive, hooks.signal)
  } finally {
    zip?.close()
  }
}

function refuseTaken(folder: string): void {
  if (existsSync(folder) && !(statSync(folder).isDirectory() && readdirSync(folder).length === 0))
    throw new Refusal('FOLDER_TAKEN', { folder: basename(folder) })
}

function refuseFull(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes) throw diskRefusal(worldFaultOf('full'), 'saved')
}

/** The entries by name, all of them looked at. */
async function listed(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const foreign = (what: string) => new Refusal('ARCHIVE_FOREIGN', { file, what })
  if (zip.entryCount > mostEntries) throw foreign(`${zip.entryCount} files`)
  let packed = 0
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName
    // Folders have no bytes and are made as they are needed.
    if (/^media\/([0-9a-f]{2}\/)?$/.test(name)) continue
    if (name !== archiveNoteName && placeInProject(name) === null) throw foreign(`the file “${shown(name)}”`)
    if (entries.has(name)) throw foreign(`the file “${shown(name)}” twice`)
    if (((entry.externalFileAttributes >>> 16) & mode.type) === mode.link) throw foreign(`the link “${shown(name)}”`)
    if (entry.isEncrypted()) throw foreign('a file that is locked with a password')
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    // Entries that share their bytes are more together than the file.
    if (packed > zip.fileSize) throw foreign('files that lie over each other')
    if (entry.uncompressedSize > mostGrowth * entry.compressedSize + slack) throw foreign('a file that never ends')
    entries.set(name, entry)
  }
  if (unpacked > mostGrowth * zip.fileSize + slack) throw foreign('more than fits into it')
  return entries
}

const shown = (name: string) => (name.length > 80 ? `${name.slice(0, 79)}…` : name).replace(/\p{C}/gu, '·')

async function noteOf(zip: ZipFile, entry: Entry | undefined, file: string) {
  if (!entry || entry.uncompressedSize > longestNote) throw new Refusal('NOT_AN_ARCHIVE', { file })
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  const note = readNote(Buffer.concat(chunks).toString('utf8'))
  if (note === 'newer') throw new Refusal('ARCHIVE_NEWER', { file })
  if (note === null) throw new Refusal('NOT_AN_ARCHIVE', { file })
  return note
}

const idOf = (entry: Entry) => mediaFileOf(entry.fileName.replace(/^media\//, ''))?.id

/** Writes an entry to its place; answers the sha-256 of what was written. */
async function written(
  zip: ZipFile,
  entry: Entry,
  folder: string,
  tell: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<string> {
  const path = join(folder, ...placeInProject(entry.fileName)!.split('/'))
  mkdirSync(dirname(path), { recursive: true })
  const hash = createHash('sha256')
  const watched = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      tell(chunk.length)
      next(null, chunk)
    },
  })
  const stream: Readable = await zip.openReadStreamPromise(entry)
  await pipeline(stream, watched, createWriteStream(path, { flags: 'wx', flush: true }), signal ? { signal } : {})
  return hash.digest('hex')
}

const damaged = (file: string, reason: string) => new Refusal('ARCHIVE_DAMAGED', { file, reason })

/** What yauzl says of bytes is that the file is damaged; what the system says of the disk stays what it is. */
function reasonFor(error: unknown, archive: string, signal: AbortSignal | undefined): unknown {
  const file = basename(archive)
  if (signal?.aborted) return new Refusal('UNPACK_CANCELLED')
  if (error instanceof Refusal) {
    if (error.code === 'PROJECT_DAMAGED') return damaged(file, String(error.params['reason']))
    return error.code === 'NOT_A_PROJECT' ? damaged(file, 'there is no project in it') : error
  }
  const fault = worldRefusal(error)
  if (fault) return fault
  const { message, code } = error as { message?: string; code?: string }
  if (/end of central directory record (signature )?not found/i.test(message ?? ''))
    return beginsAsZip(archive) ? damaged(file, 'its end is missing') : new Refusal('NOT_AN_ARCHIVE', { file })
  if (code === undefined || code.startsWith('Z_')) return damaged(file, String(message).replace(/\.$/, ''))
  return error
}

function beginsAsZip(archive: string): boolean {
  const handle = openSync(archive, 'r')
  try {
    const bytes = Buffer.alloc(4)
    readSync(handle, bytes, 0, 4, 0)
    return bytes.equals(Buffer.from('PK\x03\x04', 'latin1'))
  } finally {
    closeSync(handle)
  }
}
