import type { WireError } from '@shared/ipc/contract'
import { wireError } from '@shared/ipc/errors'
import { worldRefusal } from '../store/worldErrors'

/** Any error as the window and the command line tell it. What the world refused is a sentence; a bug goes to the log with its stack. */
export function reportedError(error: unknown): WireError {
  const wire = wireError(worldRefusal(error) ?? error)
  if (wire.code === 'INTERNAL') console.error(error)
  return wire
}
