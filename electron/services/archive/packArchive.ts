import { createHash, type Hash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { projectOf } from '@shared/domain/lookup'
import { exportFormats } from '@shared/handover/formats'
import type { HandoverWarning } from '@shared/handover/handoverFiles'
import type { Media } from '@shared/model/media'
import { Refusal } from '@shared/records/refusal'
import { makeFolders } from '../../store/makeFolders'
import { readNoLink } from '../../store/mediaStore'
import type { OpenProject } from '../../store/project'
import { databaseName } from '../../store/projectFiles'
import { diskRefusal, worldRefusal } from '../../store/worldErrors'
import { placeOf, refuseOwnFolder, type HandedOver } from '../handOver'
import { archiveNoteName, byteProgress, noteBytes, type ArchiveHooks } from './archiveForm'

/** A file of the project that goes into its archive. */
interface Packed {
  readonly place: string
  readonly path: string
  readonly bytes: number
}

/** No entry tells when it was packed, or who by: the same project gives the same bytes. */
const stamp = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const

/**
 * Packs a project into one file: records, history, what the window remembers and all media, each checked against its hash. The queue and the snapshots
 * stay behind. What stood at the place stays until the new file is whole.
 * @param out a folder, or the file itself
 * @throws Refusal EXPORT_INTO_PROJECT, EXPORT_CANCELLED, PROJECT_DAMAGED, DISK
 */
export async function packArchive(project: OpenProject, out: string, hooks: ArchiveHooks = {}): Promise<HandedOver> {
  const { ext } = exportFormats.archive
  const { folder, name, file } = placeOf(project, ext, out)
  refuseOwnFolder(project, folder)
  makeFolders(folder)
  const called = file ?? `${name}.${ext}`
  const path = join(folder, called)
  const part = `${path}.part`
  const copy = `${path}.db`
  try {
    project.copyToSend(copy)
    const files = mediaFiles(project)
    const total = 2 * files.reduce((sum, one) => sum + one.bytes, 0) + statSync(copy).size
    const tell = byteProgress(hooks, 'Packing', total)
    const projectHash = await hashed(copy, tell, hooks.signal)
    const { sound, damaged } = await checked(files, tell, hooks.signal)
    const note = noteBytes({ title: projectOf(project.records).title, projectHash, mediaFiles: sound.length })
    await writeZip(part, note, [{ place: databaseName, path: copy, bytes: statSync(copy).size }, ...sound], tell, hooks)
    renameSync(part, path)
    return { folder, files: [called], warnings: lacking(project, sound, damaged) }
  } catch (error) {
    rmSync(part, { force: true })
    if (hooks.signal?.aborted) throw new Refusal('EXPORT_CANCELLED')
    const reason = `${basename(path)} cannot be written there`
    throw error instanceof Error && 'code' in error
      ? (worldRefusal(error) ?? diskRefusal({ kind: 'badName', reason, wayOut: 'Choose another place.' }, 'saved'))
      : error
  } finally {
    rmSync(copy, { force: true })
  }
}

/** Everything in the media folder, also what only the history names. */
function mediaFiles(project: OpenProject): Packed[] {
  return [...project.media.files()].map((file) => ({
    place: `media/${file.id.slice(0, 2)}/${file.id}.${file.ext}`,
    path: project.media.pathToRead(file),
    bytes: file.bytes,
  }))
}

/** Which files hold what their names say. */
async function checked(
  files: readonly Packed[],
  tell: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<{ sound: Packed[]; damaged: Packed[] }> {
  const [sound, damaged]: [Packed[], Packed[]] = [[], []]
  for (const file of files) {
    const isSound = (await hashed(file.path, tell, signal)) === idOf(file)
    if (isSound) sound.push(file)
    else damaged.push(file)
  }
  return { sound, damaged }
}

const idOf = (file: Packed) => basename(file.place).split('.')[0]!

async function hashed(path: string, tell: (bytes: number) => void, signal: AbortSignal | undefined): Promise<string> {
  const hash: Hash = createHash('sha256')
  const stream = createReadStream(path, { flags: readNoLink, ...(signal && { signal }) })
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    tell(chunk.length)
  }
  return hash.digest('hex')
}

async function writeZip(
  part: string,
  note: Buffer,
  files: readonly Packed[],
  tell: (bytes: number) => void,
  { signal }: ArchiveHooks,
): Promise<void> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  zip.addBuffer(note, archiveNoteName, { ...stamp, compress: false })
  for (const { place, path, bytes } of files) {
    // Pictures and clips are packed already.
    const how = { ...stamp, compress: place === databaseName, size: bytes }
    zip.addReadStreamLazy(place, how, (take) => take(null, createReadStream(path, { flags: readNoLink })))
  }
  zip.end()
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      tell(chunk.length)
      next(null, chunk)
    },
  })
  rmSync(part, { force: true })
  await pipeline(output, count, createWriteStream(part, { flags: 'wx' }), signal ? { signal } : {})
  const handle = openSync(part, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function lacking(project: OpenProject, sound: readonly Packed[], damaged: readonly Packed[]): HandoverWarning[] {
  const inArchive = new Set(sound.map(idOf))
  const broken = new Set(damaged.map(idOf))
  const lost = [...project.records.all('media')].filter(({ id }) => !inArchive.has(id))
  const named = (files: readonly Media[]) =>
    `${files
      .slice(0, 5)
      .map((file) => file.name || file.id.slice(0, 12))
      .join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}`
  const tell = (what: string, files: readonly Media[]): HandoverWarning[] =>
    files.length ? [{ code: 'MEDIA_MISSING', message: `Left out, because ${what}: ${named(files)}.` }] : []
  return [
    ...tell(
      'their files are missing in the project',
      lost.filter(({ id }) => !broken.has(id)),
    ),
    ...tell(
      'their files are damaged',
      lost.filter(({ id }) => broken.has(id)),
    ),
  ]
}
