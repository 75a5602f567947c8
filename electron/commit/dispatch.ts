import { Refusal } from '@shared/records/refusal'
import type { CommandAnswer } from '@shared/ipc/contract'
import { isCommand, parseCommandInput, proposedCommand, proposedInstead } from '@shared/ipc/proposeCommand'
import { commands } from '@shared/ipc/rules'
import { stepLabel } from '@shared/ipc/stepLabel'
import type { OpenProject } from '../store/project'
import { commitProposal } from './commitProposal'
import { newId } from './newId'

interface Options {
  /** False: no undo step of its own (the sample film is made by commands, but is no work of the user's). */
  readonly step?: boolean
  /**
   * The undo step whose place this command takes: while that is the newest step and of the same command, its change is taken back first, so
   * that both together are what this command alone would have been. Else the command is a step of its own.
   */
  readonly continues?: string | undefined
}

/**
 * Runs one command of the contract: parse, rule, one transaction, event. The only way a project changes by hand.
 * @throws InvalidInput with a path, or the rule's Refusal; nothing is written then
 */
export function dispatch(
  project: OpenProject,
  name: string,
  input: unknown,
  { step = true, continues }: Options = {},
): CommandAnswer {
  if (!isCommand(name)) throw new Refusal('UNKNOWN_COMMAND', { command: name })
  const { undo, label } = commands[name]
  const parsed = parseCommandInput(name, input)
  const newest = continues === undefined ? null : project.newestStep()
  if (newest && String(newest.seq) === continues && newest.command === name) {
    const { whole, ...proposal } = proposedInstead(project.records, newId, name, parsed, newest.change)
    return commitProposal(project, proposal, { command: name, label, undoable: whole, replaces: newest.seq })
  }
  const proposal = proposedCommand(project.records, newId, name, parsed)
  if (undo !== 'step' || !step) return commitProposal(project, proposal, null)
  const named = stepLabel(label, parsed, project.records, proposal.change)
  return commitProposal(project, proposal, { command: name, label: named })
}
