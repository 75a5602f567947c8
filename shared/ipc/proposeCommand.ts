import type { z } from 'zod'
import type { Change } from '../records/change'
import { propose, type NewId, type Proposal } from '../records/draft'
import { Refusal } from '../records/refusal'
import type { ReadRecords, RecordStore } from '../records/recordStore'
import { parseInput } from './errors'
import { inputSchemas, type CommandInputs, type CommandName } from './inputs'
import { commands, type Command } from './rules'

export const isCommand = (name: string): name is CommandName => Object.hasOwn(inputSchemas, name)

/**
 * A command's input by its schema. Halves of a surrogate pair become U+FFFD, as they would in the file: what is in memory is what is read back.
 * @throws InvalidInput with a path
 */
export function parseCommandInput<C extends CommandName>(name: C, input: unknown): CommandInputs[C] {
  const schema = inputSchemas[name] as unknown as z.ZodType<CommandInputs[C]>
  return wellFormed(parseInput(schema, input ?? {})) as CommandInputs[C]
}

function wellFormed(input: unknown): unknown {
  if (typeof input === 'string') return input.replace(/\p{Surrogate}/gu, '\ufffd')
  if (Array.isArray(input)) return input.map(wellFormed)
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, wellFormed(value)]))
}

/**
 * What a command would change, by its rule: for the commit in the main process, the preview in the window and the impact on the command line
 * alike. Nothing is written.
 * @param input as its schema answers it
 * @param look reads the project with the change in place, before it is taken back
 */
export function proposeCommand<C extends CommandName, L = undefined>(
  store: RecordStore,
  newId: NewId,
  name: C,
  input: CommandInputs[C],
  look?: (store: ReadRecords, change: Change) => L,
): (Proposal & { look: L }) | Refusal {
  const command = commands[name] as unknown as Command
  return propose(store, newId, (draft) => command.rule(draft, input as never), look)
}

/** As `proposeCommand`. @throws Refusal instead of answering it */
export function proposedCommand<C extends CommandName>(
  store: RecordStore,
  newId: NewId,
  name: C,
  input: CommandInputs[C],
): Proposal {
  const outcome = proposeCommand(store, newId, name, input)
  if (outcome instanceof Refusal) throw outcome
  return outcome
}
