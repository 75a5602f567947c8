import type { CommandInputs, CommandName } from '@shared/ipc/inputSchemas'
import type { Saved, SavedStep } from '../common/typedText'
import { request, send } from './hostClient'
import { toast } from './toasts'

/** Runs a command for a field that is being typed into: `continues` is the step that the same visit made before. A refusal is for the field to show. */
export async function saveTyped<C extends CommandName>(
  name: C,
  input: CommandInputs[C],
  continues: SavedStep | null,
): Promise<Saved> {
  try {
    const { undoStep, warnings } = await send(name, input, continues?.id)
    for (const warning of warnings) toast('warning', warning.message)
    return { step: undoStep === null ? null : stepOf(undoStep) }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

function stepOf(id: string): SavedStep {
  return {
    id,
    takeBack: () =>
      request('project.undo', { step: id }).then(
        () => true,
        () => false,
      ),
  }
}
