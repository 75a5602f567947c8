import type { TakeKind } from '@shared/model/result'
import { importTake, undoableImport } from '@shared/domain/results/importTake'
import { fileCommands } from '@shared/ipc/fileCommands'
import { existingShot } from '@shared/domain/lookup'
import type { AppContext } from '../commit/context'
import { commitRule } from '../commit/commitRule'
import type { OpenProject } from '../store/project'
import { importPicture } from './importPicture'

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
  const { answer: takes, told } = commitRule(
    project,
    'take.import',
    (draft) => importTake(draft, { shotId, kind, mediaId, madeAt: context.now() }),
    {
      step: { command: 'take.import', label: fileCommands['take.import'].label },
      undoable: ({ change, answer }) => undoableImport(change, answer),
    },
  )
  return { takeId: takes[0]!.id, mediaId, undoStep: told.undoStep, note }
}
