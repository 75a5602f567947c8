import { z } from 'zod'
import { mediaFileOf } from '../../store/mediaStore'
import { databaseName } from '../../store/projectFiles'

/** What an archive says of itself, as its first entry. */
export const archiveNoteName = 'exeunt.json'
const archiveVersion = 1

const noteSchema = z.object({
  kind: z.literal('exeunt-archive'),
  version: z.literal(archiveVersion),
  title: z.string(),
  /** sha-256 of the project file; files of media are named by theirs. */
  projectHash: z.string().regex(/^[0-9a-f]{64}$/),
  mediaFiles: z.number().int().nonnegative(),
})
export type ArchiveNote = z.infer<typeof noteSchema>

/** The note as bytes: the same for the same archive. */
export const noteBytes = (fields: Omit<ArchiveNote, 'kind' | 'version'>): Buffer =>
  Buffer.from(`${JSON.stringify({ kind: 'exeunt-archive', version: archiveVersion, ...fields }, null, 2)}\n`)

/** The largest note that is read. */
export const longestNote = 64 * 1024

/** What an archive says of itself; `newer` when only a later version can know, null for anything else. */
export function readNote(text: string): ArchiveNote | 'newer' | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  const note = noteSchema.safeParse(found)
  if (note.success) return note.data
  const later = z.object({ kind: z.literal('exeunt-archive'), version: z.number().int().gt(archiveVersion) })
  return later.safeParse(found).success ? 'newer' : null
}

/** Where an entry belongs: below the project folder, with "/"; null for one that no archive of ours has. */
export function placeInProject(entry: string): string | null {
  if (entry === databaseName) return databaseName
  const [, path] = /^media\/(.*)$/s.exec(entry) ?? []
  return path !== undefined && mediaFileOf(path) ? entry : null
}

/** How far packing or unpacking has come, and how it is ended. */
export interface ArchiveHooks {
  readonly signal?: AbortSignal
  onProgress?(value: number, text: string): void
}

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1_000_000))

/** Tells of progress by bytes, some times a second at most. */
export function byteProgress(hooks: ArchiveHooks, doing: string, total: number): (bytes: number) => void {
  let [done, told] = [0, -1]
  return (bytes) => {
    done += bytes
    const hundredth = total ? Math.floor((done / total) * 100) : 100
    if (hundredth === told) return
    told = hundredth
    hooks.onProgress?.(Math.min(1, hundredth / 100), `${doing}, ${megabytes(done)} of ${megabytes(total)} MB`)
  }
}
