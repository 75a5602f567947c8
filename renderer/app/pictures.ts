import type { SentPicture } from '@shared/ipc/contract'
import { counted } from '@shared/language/unitWords'
import { request } from './hostClient'
import { nameOfFile } from './pictureDrop'
import { attempt, done } from './projectActions'
import { recordsNow } from './projectStore'
import { pictureSheet } from './sheetKeys'
import { openSheet } from './sheets'
import { toast } from './toasts'

/** Asks for a picture of an asset: of a look, or of its default look. */
export async function addPicture(assetId: string, lookId?: string): Promise<void> {
  const answer = await attempt(() => request('media.add', { assetId, ...(lookId ? { lookId } : {}) }))
  if (answer?.note) toast('done', `Picture of ${nameOf(assetId)}: ${answer.note}`)
}

const nameOf = (assetId: string) => recordsNow().get('assets', assetId)?.name ?? 'the asset'

/** Takes pictures in, each for what it shows, in one step; says which could not be read. */
export async function takePictures(pictures: readonly SentPicture[], words?: string): Promise<boolean> {
  const answer = await attempt(() => request('media.take', { pictures }))
  if (!answer) return false
  for (const sentence of answer.refused) toast('warning', sentence)
  for (const note of answer.notes) toast('done', note)
  if (answer.added) done(words ?? `${counted(answer.added, 'picture')} added.`)
  return answer.added > 0
}

/** Pictures for an asset: the first for the look or the default look, each other becomes a look that is called as its file. */
export const addPictures = (assetId: string, lookId: string | undefined, paths: readonly string[]): Promise<boolean> =>
  takePictures(
    paths.map((path, i) =>
      i === 0
        ? { path, assetId, lookId: lookId ?? recordsNow().must('assets', assetId).defaultLookId }
        : { path, assetId, lookName: nameOfFile(path) },
    ),
    paths.length === 1 ? `Picture of ${nameOf(assetId)} added.` : undefined,
  )

/** A picture that is in no file, as one copied in another program, for a look or the default look. */
export const pastePicture = async (assetId: string, lookId: string | undefined, picture: Blob): Promise<boolean> =>
  takePictures(
    [
      {
        bytes: new Uint8Array(await picture.arrayBuffer()),
        assetId,
        lookId: lookId ?? recordsNow().must('assets', assetId).defaultLookId,
      },
    ],
    `Picture of ${nameOf(assetId)} pasted.`,
  )

/** Asks for pictures and then what each of them shows. */
export async function choosePictures(): Promise<void> {
  const paths = await attempt(() => request('media.choose', {}))
  if (paths?.length) openSheet(pictureSheet, { paths })
}
