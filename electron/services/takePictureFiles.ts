import type { PictureShows, TakenPicture } from '@shared/domain/assets/takePictures'
import type { CommandAnswer, SentPicture } from '@shared/ipc/contract'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { dispatch } from '../commit/dispatch'
import type { OpenProject } from '../store/project'
import { importPicture } from './importPicture'

/** Gives a picture that is in no file to `work` as one that is there as long as it runs. */
type WithFile = <T>(bytes: Uint8Array, work: (path: string) => Promise<T>) => Promise<T>

/**
 * Takes many pictures in and puts each where it belongs, in one undo step. Those that cannot be read are named and left out.
 * @throws Refusal of the only picture, when it is one
 */
export async function takePictureFiles(
  context: AppContext,
  project: OpenProject,
  pictures: readonly SentPicture[],
  withFile: WithFile,
): Promise<{
  added: number
  notes: readonly string[]
  refused: readonly string[]
  created: CommandAnswer['created']
}> {
  const taken: TakenPicture[] = []
  const notes: string[] = []
  const refused: string[] = []
  for (const { path, bytes, ...shows } of pictures) {
    try {
      const cutOut = typeOf(project, shows) !== 'location'
      const take = (file: string) => importPicture(context, project, file, cutOut)
      const { mediaId, note } = bytes ? await withFile(bytes, take) : await take(path ?? '')
      taken.push({ mediaId, ...shows })
      if (note) notes.push(note)
    } catch (error) {
      if (!(error instanceof Refusal) || pictures.length === 1) throw error
      refused.push(error.message)
    }
  }
  if (!taken.length) return { added: 0, notes, refused, created: {} }
  const { created } = dispatch(project, 'asset.takePictures', { pictures: taken })
  return { added: taken.length, notes, refused, created }
}

function typeOf(project: OpenProject, { assetId, lookId, type }: PictureShows) {
  const { records } = project
  const id = assetId ?? (lookId === undefined ? undefined : records.get('looks', lookId)?.assetId)
  return (id === undefined ? undefined : records.get('assets', id)?.type) ?? type
}
