import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { send } from '../hostClient'
import { failure, toast } from '../toasts'

/** Sets an assignment. The warning about crossings is not said in passing: the inspector shows it where the crossing is. */
export async function setAssignment(input: CommandInputs['assignment.set']): Promise<boolean> {
  try {
    const { warnings } = await send('assignment.set', input)
    for (const warning of warnings) if (warning.code !== 'PASSES_THROUGH') toast('warning', warning.message)
    return true
  } catch (error) {
    failure(error)
    return false
  }
}
