import { copyFileSync, existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ClockScope } from '@shared/domain/time/storyClock'
import { projectOf } from '@shared/domain/lookup'
import { handoverFormats, writeHandover, type HandoverFormatName } from '@shared/handover/formats'
import { fileName, type HandoverFile, type HandoverWarning, type StillOfShot } from '@shared/handover/handoverFiles'
import { cutOptionsSchema, type CutOptions } from '@shared/handover/cutPieces'
import { imageOptionsSchema, type ImageOptions } from '@shared/handover/images'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { GeneratorError, type MarksRequest, type ThumbnailRequest } from '../generators/generatorContract'
import { makeFolders } from '../store/makeFolders'
import type { OpenProject } from '../store/project'
import { diskRefusal, worldRefusal } from '../store/worldErrors'

/** What was written: paths below `folder`, the file to open first leading. */
export interface HandedOver {
  readonly folder: string
  readonly files: readonly string[]
  readonly warnings: readonly HandoverWarning[]
  /** Of formats that write each still: those that are not made, or whose file is gone. */
  readonly missing?: readonly StillOfShot[]
}

interface HandOverHooks {
  readonly signal?: AbortSignal
  onProgress?(value: number, text: string): void
}

interface HandOverOptions {
  readonly images?: ImageOptions
  readonly cut?: CutOptions
}

/**
 * Writes a scope of the film in a format. Each file is written beside its place and then put there, so that what stood there before stays until the new one is whole.
 * @param out a folder, or the file to write; a format of many files fills the folder, one that is a file goes to it under the film's title
 * @throws Refusal EXPORT_INTO_PROJECT, EXPORT_CANCELLED, DISK and what the format cannot hold
 */
export async function handOver(
  context: AppContext,
  project: OpenProject,
  format: HandoverFormatName,
  out: string,
  scope: ClockScope = 'film',
  { images = imageOptionsSchema.parse({}), cut = cutOptionsSchema.parse({}) }: HandOverOptions = {},
  hooks: HandOverHooks = {},
): Promise<HandedOver> {
  const { folder, name, file: called } = placeOf(project, handoverFormats[format].ext, out)
  refuseOwnFolder(project, folder)
  const folderUrl = `${pathToFileURL(folder).href.replace(/\/$/, '')}/`
  const { files, warnings, missing } = writeHandover(project.records, format, scope, { name, folderUrl, images, cut })
  makeFolders(folder)
  const written: string[] = []
  const lost: HandoverFile[] = []
  for (const [i, file] of files.entries()) {
    if (hooks.signal?.aborted) throw new Refusal('EXPORT_CANCELLED')
    hooks.onProgress?.(i / files.length, `Writing file ${i + 1} of ${files.length}`)
    // The file that was asked for is called as it was asked for, whatever its ending.
    const path = i === 0 && called !== null ? called : file.path
    if (await put(context, project, join(folder, ...path.split('/')), file)) written.push(path)
    else lost.push(file)
  }
  return {
    folder,
    files: written,
    warnings: lost.length ? [...warnings, lostWarning(lost.map((file) => file.path))] : warnings,
    ...(missing && { missing: [...missing, ...lost.flatMap((file) => ('of' in file && file.of) || [])] }),
  }
}

/** Where an export goes: its folder, what it is called without its ending, and the file that was asked for by its name. @param ext null = a folder of files */
export function placeOf(
  project: OpenProject,
  ext: string | null,
  out: string,
): { folder: string; name: string; file: string | null } {
  const path = resolve(out)
  const title = fileName(projectOf(project.records).title, 'film')
  // A pack of prompts is a folder in the folder that is chosen; what only has pictures fills it.
  if (ext === null) return { folder: path, name: title, file: null }
  if (isFolder(path) || /[/\\]$/.test(out) || !extname(path)) return { folder: path, name: title, file: null }
  return { folder: dirname(path), name: basename(path).slice(0, -extname(path).length), file: basename(path) }
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

/** @throws Refusal EXPORT_INTO_PROJECT */
export function refuseOwnFolder(project: OpenProject, folder: string): void {
  const own = realpathSync(project.folder)
  let there = folder
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  const path = relative(own, join(realpathSync(there), relative(there, folder)))
  if (path === '' || !(path.startsWith('..') || resolve(path) === path))
    throw new Refusal('EXPORT_INTO_PROJECT', { path: basename(folder) })
}

/** Whether the file could be written: a picture that is missing or cannot be read is left out. @throws Refusal DISK */
async function put(context: AppContext, project: OpenProject, path: string, file: HandoverFile): Promise<boolean> {
  const part = `${path}.part`
  const media = 'mediaId' in file ? project.records.get('media', file.mediaId) : null
  if (media === undefined || (media && !project.media.has(media))) return false
  makeFolders(dirname(path))
  const request = requestFor(context, project, file, part)
  try {
    if (request) await context.generators.run(request, () => {})
    else if (media) copyFileSync(project.media.pathOf(media), part)
    else writeFileSync(part, 'text' in file ? file.text : '')
    renameSync(part, path)
    return true
  } catch (error) {
    rmSync(part, { force: true })
    if (error instanceof GeneratorError && !error.fault) return false
    const reason = `${basename(path)} cannot be written there`
    throw worldRefusal(error) ?? diskRefusal({ kind: 'badName', reason, wayOut: 'Choose another place.' }, 'saved')
  }
}

/** What draws a file that does not lie in the project as it is written. */
function requestFor(
  context: AppContext,
  project: OpenProject,
  file: HandoverFile,
  out: string,
): ThumbnailRequest | MarksRequest | null {
  const id = context.newId()
  if ('marks' in file) return { type: 'marks', id, marks: [...file.marks], width: file.width, height: file.height, out }
  if (!('mediaId' in file) || !file.as) return null
  const path = project.media.pathToRead(project.records.must('media', file.mediaId))
  return { type: 'thumbnail', id, form: file.as, path, out }
}

const lostWarning = (paths: readonly string[]): HandoverWarning => ({
  code: 'MEDIA_MISSING',
  message: `Left out, because their files are missing in the project: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''}.`,
})
