import { closeSync, copyFileSync, openSync, readSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CommandAnswer } from '@shared/ipc/contract'
import { beginningBytes, foreignByContent, foreignByName } from '@shared/model/fileKinds'
import type { FilmPicture } from '@shared/model/project'
import { Refusal } from '@shared/records/refusal'
import { worldFaultOf } from '@shared/records/worldErrors'
import type { AppContext } from '../commit/context'
import { dispatch } from '../commit/dispatch'
import { GeneratorError, type PictureDoneEvent } from '../generators/generatorContract'
import { GeneratorLost } from '../generators/startGeneratorProcess'
import type { OpenProject } from '../store/project'
import { diskRefusal } from '../store/worldErrors'
import { keepMedia } from './keepMedia'
import { refuseNoFile } from './refuseNoFile'

/** Takes a picture file into the project: the original as it is, and the working copy everything is drawn from, of a character or prop without its flat background. @returns its media id */
export async function importPicture(
  context: AppContext,
  project: OpenProject,
  path: string,
  cutOut = false,
): Promise<{ mediaId: string; note: string }> {
  const file = basename(path)
  refuseForeign(path, file)
  const id = context.newId()
  let done: PictureDoneEvent | undefined
  const take = () =>
    context.generators.run(
      { type: 'picture', id, path, cutOut, outFolder: project.media.temporaryFolder() },
      (event) => {
        if (event.type === 'pictureDone') done = event
      },
    )
  try {
    // The program that reads pictures may have gone with another one.
    await take().catch((error: unknown) => {
      if (error instanceof GeneratorLost) return take()
      throw error
    })
  } catch (error) {
    throw error instanceof GeneratorError ? pictureRefusal(error, file) : error
  }
  if (!done) throw new Refusal('NOT_A_PICTURE', { file, reason: 'It gave no answer.' })
  const workingId = done.working ? await keepMedia(project, done.working, file) : null
  const copy = join(project.media.temporaryFolder(), `${id}.original`)
  try {
    copyFileSync(path, copy)
    return { mediaId: await keepMedia(project, { ...done.original, path: copy }, file, workingId), note: done.note }
  } finally {
    rmSync(copy, { force: true })
  }
}

/** Kinds that are known but cannot be read are named, by what the file holds and else by its name. @throws Refusal FILE_UNREADABLE, PICTURE_KIND */
function refuseForeign(path: string, file: string): void {
  refuseNoFile(path, file)
  const kind = foreignByContent(beginningOf(path, file))
  if (kind !== null) throw new Refusal('PICTURE_KIND', { file, kind })
}

function beginningOf(path: string, file: string): Uint8Array {
  try {
    const handle = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(beginningBytes)
      return bytes.subarray(0, readSync(handle, bytes, 0, beginningBytes, 0))
    } finally {
      closeSync(handle)
    }
  } catch {
    throw new Refusal('FILE_UNREADABLE', { file, reason: 'The file cannot be opened.' })
  }
}

/** Why a picture was not taken in: its own fault, or that of the program that reads it, or of the disk. */
function pictureRefusal({ errorClass, fault, message }: GeneratorError, file: string): Refusal {
  if (fault === 'memory') return new Refusal('PICTURE_MEMORY', { file })
  if (fault !== undefined) return diskRefusal(worldFaultOf(fault), 'saved')
  if (errorClass === 'transient') return new Refusal('PICTURE_LOST', { file })
  const named = foreignByName(file)
  return named === null
    ? new Refusal('NOT_A_PICTURE', { file, reason: message })
    : new Refusal('PICTURE_KIND', { file, kind: named })
}

/** `media add`: a picture becomes a look's reference, in one undo step. Without a look it is the default look's. */
export async function addPictureToAsset(
  context: AppContext,
  project: OpenProject,
  path: string,
  assetId: string,
  lookId?: string,
): Promise<CommandAnswer & { mediaId: string; lookId: string; note: string }> {
  const asset = project.records.get('assets', assetId)
  if (!asset) throw new Refusal('NOT_FOUND', { what: 'The asset' })
  const look = project.records.get('looks', lookId ?? asset.defaultLookId)
  if (!look || look.assetId !== asset.id) throw new Refusal('NOT_FOUND', { what: 'The look' })
  const { mediaId, note } = await importPicture(context, project, path, asset.type !== 'location')
  return { ...dispatch(project, 'look.update', { lookId: look.id, mediaId }), mediaId, lookId: look.id, note }
}

const fieldOf: Record<FilmPicture, 'stylePictureId' | 'logoId'> = { style: 'stylePictureId', logo: 'logoId' }

/** The style picture of the film, or its logo, in one undo step. Its margins stay: they may be part of it. */
export async function setFilmPicture(
  context: AppContext,
  project: OpenProject,
  as: FilmPicture,
  path: string,
): Promise<CommandAnswer & { mediaId: string; note: string }> {
  const { mediaId, note } = await importPicture(context, project, path, false)
  return { ...dispatch(project, 'project.update', { [fieldOf[as]]: mediaId }), mediaId, note }
}
