import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ClockScope } from '@shared/domain/time/storyClock'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import type { PrintDocument } from '@shared/drawing/print/printDocument'
import { printedFilm } from '@shared/handover/boards/printedFilm'
import { printQualities, type PrintOptions } from '@shared/handover/boards/printOptions'
import { filmOf } from '@shared/handover/film'
import type { HandoverWarning } from '@shared/handover/handoverFiles'
import { Refusal } from '@shared/records/refusal'
import { worldFaultOf } from '@shared/records/worldErrors'
import type { AppContext } from '../commit/context'
import { GeneratorError, type PrintDoneEvent, type PrintRequest } from '../generators/generatorContract'
import { GeneratorCancelled } from '../generators/startGeneratorProcess'
import { makeFolders } from '../store/makeFolders'
import type { OpenProject } from '../store/project'
import { diskRefusal, onDisk } from '../store/worldErrors'
import { placeOf, refuseOwnFolder, type HandedOver } from './handOver'

export interface PrintHooks {
  /** The name of the work, to cancel it by. */
  onStart?(requestId: string): void
  onProgress?(value: number, text: string): void
}

/**
 * Prints a scope of the film as PDF: boards, contact sheet, shot list or breakdown. The file that stood there stays until the new one is whole.
 * @param out a folder, or the file itself
 * @throws Refusal EXPORT_INTO_PROJECT, EXPORT_CANCELLED, NOT_PRINTED, DISK
 */
export async function printFilm(
  context: AppContext,
  project: OpenProject,
  out: string,
  scope: ClockScope,
  options: PrintOptions,
  hooks: PrintHooks = {},
): Promise<HandedOver & { pages: number }> {
  const { folder, name, file } = placeOf(project, 'pdf', out)
  refuseOwnFolder(project, folder)
  const film = filmOf(project.records, scope)
  const { document, warnings } = printedFilm(project.records, film, options, (media) => project.media.has(media), true)
  const called = file ?? `${name}.pdf`
  const id = context.newId()
  onDisk(() => makeFolders(folder))
  let done: PrintDoneEvent | undefined
  const request: PrintRequest = {
    type: 'print',
    id,
    document,
    media: picturesOf(project, document),
    ...printQualities[options.quality],
    out: join(folder, called),
  }
  try {
    hooks.onStart?.(id)
    await context.generators.run(request, (event) => {
      if (event.type === 'progress') hooks.onProgress?.(event.value, event.text)
      if (event.type === 'printDone') done = event
    })
  } catch (error) {
    // A process that was killed could not tidy up.
    rmSync(`${request.out}.part`, { force: true })
    throw error instanceof GeneratorError ? refusalOf(error) : error
  }
  if (!done) throw new Refusal('NOT_PRINTED', { reason: 'The pages gave no answer.' })
  return {
    folder,
    files: [called],
    pages: done.pages,
    warnings: [...warnings, ...printWarnings(done, film.shots.length)],
  }
}

function refusalOf(error: GeneratorError): Refusal {
  if (error instanceof GeneratorCancelled) return new Refusal('EXPORT_CANCELLED')
  return error.fault
    ? diskRefusal(worldFaultOf(error.fault), 'saved')
    : new Refusal('NOT_PRINTED', { reason: error.message })
}

function printWarnings({ lacking, unread }: PrintDoneEvent, shots: number): HandoverWarning[] {
  const signs = [...lacking]
  const warnings: HandoverWarning[] = []
  if (!shots) warnings.push({ code: 'NO_SHOTS', message: 'There are no shots to export.' })
  if (signs.length)
    warnings.push({
      code: 'FONT_MISSING',
      message: `No font on this machine has ${signs.slice(0, 12).join(' ')}${signs.length > 12 ? ` and ${signs.length - 12} more` : ''}: boxes stand in their place. Install a font of that script, such as Noto Sans, and export again.`,
    })
  if (unread)
    warnings.push({
      code: 'MEDIA_MISSING',
      message: `${unread === 1 ? 'One picture is' : `${unread} pictures are`} left empty: the file is missing or cannot be read.`,
    })
  return warnings
}

function picturesOf(project: OpenProject, document: PrintDocument): PrintRequest['media'] {
  const ids = new Set(Object.values(document.frames).flatMap(idsIn))
  for (const { panels, rows } of document.sections)
    for (const picture of [...panels.flatMap((panel) => panel.pictures), ...rows.flatMap((row) => row.cells)])
      if (picture && typeof picture === 'object' && 'mediaId' in picture) ids.add(picture.mediaId)
  if (document.logo) ids.add(document.logo.mediaId)
  const found: PrintRequest['media'] = {}
  for (const id of ids) {
    const media = project.records.get('media', id)
    if (media && project.media.has(media)) found[id] = { path: project.media.pathToRead(media), hash: id }
  }
  return found
}

function idsIn(frame: FrameDescription): string[] {
  const pictures = [frame.location, ...(frame.moreLocations ?? []), ...frame.subjects].map((one) => one?.picture)
  return pictures.flatMap((picture) => (picture ? [picture.mediaId] : []))
}
