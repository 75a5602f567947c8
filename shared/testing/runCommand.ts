import { inputSchemas, type CommandName } from '../ipc/inputSchemas'
import { commands, type Command } from '../ipc/rules'
import type { Change } from '../records/change'
import { propose, type NewId } from '../records/draft'
import { InvalidInput, Refusal } from '../records/refusal'
import type { RecordStore } from '../records/recordStore'

/** What came of a command, without its being applied. Any error but a refusal or invalid input is a bug and goes on. */
export function tryCommand(
  store: RecordStore,
  newId: NewId,
  name: CommandName,
  input: unknown,
): { change: Change } | { refused: string } {
  const parsed = inputSchemas[name].safeParse(input)
  if (!parsed.success) return { refused: 'INVALID_INPUT' }
  try {
    const outcome = propose(store, newId, (draft) => (commands[name] as Command).rule(draft, parsed.data as never))
    return outcome instanceof Refusal ? { refused: outcome.code } : { change: outcome.change }
  } catch (error) {
    if (error instanceof InvalidInput) return { refused: error.code }
    throw error
  }
}

/** Runs a command and applies its change; answers the change, or null when it was refused. */
export function runCommand(store: RecordStore, newId: NewId, name: CommandName, input: unknown): Change | null {
  const outcome = tryCommand(store, newId, name, input)
  if ('refused' in outcome) return null
  store.apply(outcome.change)
  return outcome.change
}
