import type { z } from 'zod'
import { impactOf, type Impact } from '../domain/results/impact'
import { invertChange, type Change } from '../records/change'
import { propose, type Draft, type NewId, type Proposal } from '../records/draft'
import { Refusal } from '../records/refusal'
import type { RecordStore } from '../records/recordStore'
import { parseInput } from './errors'
import { inputSchemas, type CommandInputs, type CommandName } from './inputSchemas'
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

const ruleOf =
  <C extends CommandName>(name: C, input: CommandInputs[C]) =>
  (draft: Draft): unknown =>
    (commands[name] as unknown as Command).rule(draft, input)

/**
 * What a command would change, by its rule. Nothing is written.
 * @param input as its schema answers it
 */
export function proposeCommand<C extends CommandName>(
  store: RecordStore,
  newId: NewId,
  name: C,
  input: CommandInputs[C],
): Proposal | Refusal {
  return propose(store, newId, ruleOf(name, input))
}

/**
 * What a command would do, with the results it turns stale: the preview in the window and the impact on the command line alike.
 * @param input as its schema answers it
 * @param atMost see `impactOf`
 */
export function impactOfCommand<C extends CommandName>(
  store: RecordStore,
  newId: NewId,
  name: C,
  input: CommandInputs[C],
  atMost?: number,
): Impact | Refusal {
  return impactOf(store, newId, ruleOf(name, input), atMost)
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

/**
 * What a command would change in the place of an earlier change, which is taken back first.
 * @returns the change from what stands now, and the `whole`: what the command alone would have changed, from what stood before
 * @throws Refusal
 */
export function proposedInstead<C extends CommandName>(
  store: RecordStore,
  newId: NewId,
  name: C,
  input: CommandInputs[C],
  earlier: Change,
): Proposal & { whole: Change } {
  const outcome = propose(store, newId, (draft) => {
    draft.apply(invertChange(earlier))
    return draft.during(() => void ruleOf(name, input)(draft))
  })
  if (outcome instanceof Refusal) throw outcome
  return { ...outcome, whole: outcome.answer }
}
