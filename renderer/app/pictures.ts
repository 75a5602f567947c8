import type { LookView } from '@shared/model/asset'
import type { FilmPicture } from '@shared/model/project'
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
  const said = words ?? `${counted(answer.added, 'picture')} added.`
  if (answer.added) done([said, ...new Set(answer.notes)].join(' '))
  return answer.added > 0
}

/** Pictures for an asset: the first for the look or the default look, each other becomes a look that is called as its file. */
export const addPictures = (
  assetId: string,
  lookId: string | undefined,
  paths: readonly string[],
  view?: LookView,
): Promise<boolean> =>
  takePictures(
    paths.map((path, i) =>
      i === 0
        ? { path, assetId, lookId: lookId ?? recordsNow().must('assets', assetId).defaultLookId, view }
        : { path, assetId, lookName: nameOfFile(path) },
    ),
    paths.length === 1 ? `Picture of ${nameOf(assetId)} added.` : undefined,
  )

/** A picture that is in no file, as one copied in another program, for a look or the default look. */
export const pastePicture = async (
  assetId: string,
  lookId: string | undefined,
  picture: Blob,
  view?: LookView,
): Promise<boolean> =>
  takePictures(
    [
      {
        bytes: new Uint8Array(await picture.arrayBuffer()),
        assetId,
        lookId: lookId ?? recordsNow().must('assets', assetId).defaultLookId,
        view,
      },
    ],
    `Picture of ${nameOf(assetId)} pasted.`,
  )

/** Asks for pictures and then what each of them shows. */
export async function choosePictures(): Promise<void> {
  const paths = await attempt(() => request('media.choose', {}))
  if (paths?.length) openSheet(pictureSheet, { paths })
}

/** Asks for a picture of a look's turnaround. */
export async function addView(assetId: string, lookId: string, view: LookView): Promise<void> {
  const paths = await attempt(() => request('media.choose', {}))
  if (paths?.length) await addPictures(assetId, lookId, paths.slice(0, 1), view)
}

/** The style picture of the film or its logo, of a file; without one it is asked for. */
export async function setFilmPicture(as: FilmPicture, path?: string): Promise<void> {
  const answer = await attempt(() => request('media.ofFilm', { as, ...(path === undefined ? {} : { path }) }))
  if (answer) done(`${as === 'style' ? 'Style picture' : 'Logo'} set.${answer.note ? ` ${answer.note}` : ''}`)
}
