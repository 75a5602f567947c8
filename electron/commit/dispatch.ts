import type { z } from 'zod'
import { changedIds, invertChange, isEmptyChange, type Change } from '@shared/records/change'
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
 * @param continues the undo step whose place this command takes: while that is the newest step and of the same command, its change is taken
 *   back first, so that both together are what this command alone would have been. Else the command is a step of its own.
 * @throws InvalidInput with a path, or the rule's Refusal; nothing is written then
 */
export function dispatch(project: OpenProject, name: string, input: unknown, continues?: string): CommandAnswer {
  if (!isCommand(name)) throw new Refusal('UNKNOWN_COMMAND', { command: name })
  const parsed = parseCommandInput(name, input)
  const command = commands[name] as Command
  const step = command.undo === 'step' ? { command: name, label: command.label } : null
  const newest = step && continues !== undefined ? project.newestStep() : null
  if (newest && String(newest.seq) === continues && newest.command === name) {
    const { change, warnings, answer } = proposed(project, (draft) => {
      draft.apply(invertChange(newest.change))
      return draft.during(() => void command.rule(draft, parsed))
    })
    return commitInPlace(project, change, answer, warnings, { ...newest, label: command.label })
  }
  const { change, warnings } = proposed(project, (draft) => command.rule(draft, parsed as never))
  return commitChange(project, change, warnings, step)
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
  if (isEmptyChange(change)) return answerOf(change, null, warnings)
  const undoable = withoutSceneStates(change)
  const undoStep = project.commit(change, step && !isEmptyChange(undoable) ? { ...step, undoable } : null)
  return answerOf(undoable, undoStep, warnings)
}

/** Commits a change that puts `whole` in the place of a step's change. */
function commitInPlace(
  project: OpenProject,
  change: Change,
  whole: Change,
  warnings: readonly Warning[],
  { seq, command, label }: { seq: number; command: string; label: string },
): CommandAnswer {
  const undoable = withoutSceneStates(whole)
  const undoStep = isEmptyChange(change)
    ? String(seq)
    : project.commit(change, { command, label, undoable, replaces: seq })
  return answerOf(undoable, undoStep, warnings)
}

function answerOf(undoable: Change, undoStep: string | null, warnings: readonly Warning[]): CommandAnswer {
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
