import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ClockScope } from '@shared/domain/time/storyClock'
import { cutOptionsSchema } from '@shared/handover/cutPieces'
import { writeHandover } from '@shared/handover/formats'
import { fileName, type HandoverFile } from '@shared/handover/handoverFiles'
import type { ImageOptions } from '@shared/handover/images'
import { projectOf } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { makeFolders } from '../store/makeFolders'
import type { OpenProject } from '../store/project'
import { onDisk } from '../store/worldErrors'
import { lostWarning, placeOf, put, refuseOwnFolder, type HandedOver } from './handOver'

interface ImageHooks {
  readonly signal?: AbortSignal
  onProgress?(value: number, text: string): void
}

/**
 * Writes the chosen stills in the form that was chosen; those that have it are copied. Each file has its name when it is whole.
 * @param out a folder
 * @throws Refusal EXPORT_INTO_PROJECT, EXPORT_CANCELLED, DISK
 */
export async function exportImages(
  context: AppContext,
  project: OpenProject,
  out: string,
  scope: ClockScope,
  images: ImageOptions,
  hooks: ImageHooks = {},
): Promise<HandedOver> {
  const { folder } = placeOf(project, null, out)
  refuseOwnFolder(project, folder)
  const name = fileName(projectOf(project.records).title, 'film')
  const { files, warnings, missing } = writeHandover(project.records, 'frames', scope, {
    name,
    folderUrl: '',
    images,
    cut: cutOptionsSchema.parse({}),
  })
  makeFolders(folder)
  const written: string[] = []
  const lost: HandoverFile[] = []
  for (const [i, file] of files.entries()) {
    if (hooks.signal?.aborted) throw new Refusal('EXPORT_CANCELLED')
    hooks.onProgress?.(i / files.length, `Writing picture ${i + 1} of ${files.length}`)
    const isThere = 'as' in file && file.as ? await convert(context, project, folder, file) : put(project, folder, file)
    if (isThere) written.push(file.path)
    else lost.push(file)
  }
  return {
    folder,
    files: written,
    warnings: lost.length ? [...warnings, lostWarning(lost.map((file) => file.path))] : warnings,
    missing: [...(missing ?? []), ...lost.flatMap((file) => ('of' in file && file.of) || [])],
  }
}

/** Whether the picture could be read. */
async function convert(
  context: AppContext,
  project: OpenProject,
  folder: string,
  file: Extract<HandoverFile, { mediaId: string }>,
): Promise<boolean> {
  const media = project.records.get('media', file.mediaId)
  if (!media || !project.media.has(media)) return false
  const path = join(folder, ...file.path.split('/'))
  const part = `${path}.part`
  makeFolders(dirname(path))
  try {
    const { as: form } = file
    const request = { type: 'thumbnail' as const, id: context.newId(), form, out: part }
    await context.generators.run({ ...request, path: project.media.pathToRead(media) }, () => {})
  } catch {
    rmSync(part, { force: true })
    return false
  }
  onDisk(() => renameSync(part, path))
  return true
}
