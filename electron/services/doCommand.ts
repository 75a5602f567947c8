import { takeKindOf } from '@shared/domain/lookup'
import type { CommandAnswer } from '@shared/ipc/contract'
import { parseInput } from '@shared/ipc/errors'
import { fileCommands } from '@shared/ipc/fileCommands'
import type { AppContext } from '../commit/context'
import { dispatch } from '../commit/dispatch'
import type { OpenProject } from '../store/project'
import { importSound } from './importSound'
import { importTakeFile } from './takes'

/** `do DIR COMMAND JSON`: any command by its name, those that read a file included. @throws InvalidInput, Refusal */
export async function doCommand(
  context: AppContext,
  project: OpenProject,
  name: string,
  input: unknown,
): Promise<CommandAnswer> {
  if (name === 'sound.import') {
    const { path, ...place } = parseInput(fileCommands['sound.import'].input, input)
    return importSound(context, project, path, place)
  }
  if (name !== 'take.import') return dispatch(project, name, input)
  const { shotId, frame, path } = parseInput(fileCommands['take.import'].input, input)
  const { takeId, undoStep, note } = await importTakeFile(context, project, path, shotId, takeKindOf(frame))
  return {
    undoStep,
    created: { takes: [takeId] },
    updated: {},
    removed: {},
    warnings: note ? [{ code: 'PICTURE_NOTE', message: note }] : [],
  }
}
