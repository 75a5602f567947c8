import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CommandAnswer } from '@shared/ipc/contract'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { dispatch } from '../commit/dispatch'
import { GeneratorError, type PictureDoneEvent } from '../generators/contract'
import type { OpenProject } from '../store/openProject'
import { keepMedia } from './frames'

/** Takes a picture file into the project: the original as it is, and the working copy everything is drawn from, of a character or prop without its flat background. @returns its media id */
export async function importPicture(
  context: AppContext,
  project: OpenProject,
  path: string,
  cutOut = false,
): Promise<{ mediaId: string; note: string }> {
  const file = basename(path)
  if (!existsSync(path)) throw new Refusal('FILE_UNREADABLE', { file, reason: 'The file is not there.' })
  const id = context.newId()
  let done: PictureDoneEvent | undefined
  try {
    await context.generators.run(
      { type: 'picture', id, path, cutOut, outFolder: project.media.temporaryFolder() },
      (event) => {
        if (event.type === 'pictureDone') done = event
      },
    )
  } catch (error) {
    if (error instanceof GeneratorError) throw new Refusal('NOT_A_PICTURE', { file, reason: error.message })
    throw error
  }
  if (!done) throw new Refusal('NOT_A_PICTURE', { file, reason: 'It gave no answer.' })
  const workingId = done.working ? await keepMedia(project, done.working, file) : null
  const copy = join(project.media.temporaryFolder(), `${id}.original`)
  copyFileSync(path, copy)
  try {
    return { mediaId: await keepMedia(project, { ...done.original, path: copy }, file, workingId), note: done.note }
  } finally {
    rmSync(copy, { force: true })
  }
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
