import { Refusal } from '@shared/records/refusal'
import type { CommandAnswer } from '@shared/ipc/contract'
import { isCommand, parseCommandInput, proposedCommand } from '@shared/ipc/proposeCommand'
import { commands } from '@shared/ipc/rules'
import type { OpenProject } from '../store/openProject'
import { commitProposal } from './commitProposal'
import { newId } from './newId'

/**
 * Runs one command of the contract: parse, rule, one transaction, event. The only way a project changes by hand.
 * @param options `step` false: no undo step of its own (the sample film is made by commands, but is no work of the user's)
 * @throws InvalidInput with a path, or the rule's Refusal; nothing is written then
 */
export function dispatch(
  project: OpenProject,
  name: string,
  input: unknown,
  options: { step: boolean } = { step: true },
): CommandAnswer {
  if (!isCommand(name)) throw new Refusal('UNKNOWN_COMMAND', { command: name })
  const { undo, label } = commands[name]
  const proposal = proposedCommand(project.records, newId, name, parseCommandInput(name, input))
  return commitProposal(project, proposal, undo === 'step' && options.step ? { command: name, label } : null)
}
