import type { TakeKind } from '@shared/model/result'
import { importTake, undoableImport } from '@shared/domain/results/importTake'
import { existingShot } from '@shared/domain/lookup'
import type { AppContext } from '../commit/context'
import { proposed } from '../commit/dispatch'
import type { OpenProject } from '../store/openProject'
import { importPicture } from './pictures'

export interface ImportedTake {
  takeId: string
  mediaId: string
  undoStep: string | null
  note: string
}

/** `media take`: a picture file becomes a still of a shot and stands there. Undo sets the take aside; it stays listed. @throws Refusal FILE_UNREADABLE, NOT_A_PICTURE */
export async function importTakeFile(
  context: AppContext,
  project: OpenProject,
  path: string,
  shotId: string,
  kind: Exclude<TakeKind, 'video'>,
): Promise<ImportedTake> {
  existingShot(project.records, shotId)
  const { mediaId, note } = await importPicture(context, project, path)
  const { change, answer: takes } = proposed(project, (draft) =>
    importTake(draft, { shotId, kind, mediaId, madeAt: context.now() }),
  )
  const undoStep = project.commit(change, {
    command: 'take.import',
    label: 'add take',
    undoable: undoableImport(change, takes),
  })
  return { takeId: takes[0]!.id, mediaId, undoStep, note }
}
