import type { z } from 'zod'
import { changedIds, isEmptyChange, type Change } from '@shared/records/change'
import { propose, type Draft } from '@shared/records/draft'
import { Refusal, type Warning } from '@shared/records/refusal'
import type { CommandAnswer } from '@shared/ipc/contract'
import { parseInput } from '@shared/ipc/errors'
import { inputSchemas, type CommandInputs, type CommandName } from '@shared/ipc/inputs'
import { commands, type Command } from '@shared/ipc/rules'
import type { OpenProject } from '../store/openProject'
import { newId } from './newId'

export const isCommand = (name: string): name is CommandName => Object.hasOwn(inputSchemas, name)

/** A command's input by its schema. @throws InvalidInput */
export function parseCommandInput<C extends CommandName>(name: C, input: unknown): CommandInputs[C] {
  return wellFormed(
    parseInput(inputSchemas[name] as unknown as z.ZodType<CommandInputs[C]>, input ?? {}),
  ) as CommandInputs[C]
}

/** Halves of a surrogate pair become U+FFFD, as they would in the file: what is in memory is what is read back. */
function wellFormed(input: unknown): unknown {
  if (typeof input === 'string') return input.replace(/\p{Surrogate}/gu, '\ufffd')
  if (Array.isArray(input)) return input.map(wellFormed)
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, wellFormed(value)]))
}

/**
 * Runs one command of the contract: parse, rule, one transaction, event. The only way a project changes by hand.
 * @throws InvalidInput with a path, or the rule's Refusal; nothing is written then
 */
export function dispatch(project: OpenProject, name: string, input: unknown): CommandAnswer {
  if (!isCommand(name)) throw new Refusal('UNKNOWN_COMMAND', { command: name })
  const parsed = parseCommandInput(name, input)
  const command = commands[name] as Command
  const { change, warnings } = proposed(project, (draft) => command.rule(draft, parsed as never))
  return commitChange(
    project,
    change,
    warnings,
    command.undo === 'step' ? { command: name, label: command.label } : null,
  )
}

/** Runs a rule against the project without writing. @throws Refusal */
export function proposed<A>(
  project: OpenProject,
  rule: (draft: Draft) => A,
): { change: Change; warnings: readonly Warning[]; answer: A } {
  const outcome = propose(project.records, newId, rule)
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

/** Commits a rule's change. Scene states are written but are no part of the undo step (domain.md 9). */
export function commitChange(
  project: OpenProject,
  change: Change,
  warnings: readonly Warning[],
  step: { command: string; label: string } | null,
): CommandAnswer {
  if (isEmptyChange(change)) return { undoStep: null, created: {}, updated: {}, removed: {}, warnings: [...warnings] }
  const undoable = withoutSceneStates(change)
  const undoStep = project.commit(change, step && !isEmptyChange(undoable) ? { ...step, undoable } : null)
  return {
    undoStep,
    created: changedIds(undoable, 'added'),
    updated: changedIds(undoable, 'updated'),
    removed: changedIds(undoable, 'removed'),
    warnings: [...warnings],
  }
}

function withoutSceneStates(change: Change): Change {
  const { sceneStates: _a, ...added } = change.added
  const { sceneStates: _u, ...updated } = change.updated
  const { sceneStates: _r, ...removed } = change.removed
  return { added, updated, removed }
}
