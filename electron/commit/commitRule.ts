import { propose, type Draft, type Proposal } from '@shared/records/draft'
import { Refusal } from '@shared/records/refusal'
import type { CommandAnswer } from '@shared/ipc/contract'
import type { OpenProject } from '../store/project'
import { commitProposal, type Step } from './commitProposal'
import { newId } from './newId'

/**
 * What changes a project beside the commands of the contract: files and jobs that bring something in. `step`: the user can undo it; what a job
 * made is no step, it is hidden and shown by the commands around it (CONTRIBUTING.md).
 */
export const hostRules = {
  /** The settings row of a project whose making was interrupted. */
  'project.begin': { step: false },
  'script.import': { step: true },
  'take.import': { step: true },
  /** Copies of assets of another project. */
  'asset.bring': { step: true },
  /** Pictures of a Storyboarder project: undoing its import hides them with their shots. */
  'board.pictures': { step: false },
  /** The row of a file that stands complete in the media folder. */
  'media.keep': { step: false },
  /** A picture that was changed on the disk takes the place of the one that is missing. */
  'look.repicture': { step: true },
  /** Prompts written in a batch. */
  'prompts.write': { step: false },
  /** A still that a job has made. */
  'take.keep': { step: false },
  /** A clip that a job has made. */
  'clip.keep': { step: false },
  /** A still that another end of the film shows too. */
  'take.share': { step: false },
  /** Takes that a snapshot does not know and whose files are there: going back to it is no step either. */
  'takes.bringBack': { step: false },
  /** The sample film, before the user has it. */
  'sample.import': { step: false },
} as const satisfies Record<string, { step: boolean }>

export type HostRule = keyof typeof hostRules

export interface HostCommit<A> extends Proposal<A> {
  readonly told: CommandAnswer
}

/**
 * Runs a rule that a file or a job asks for, and commits what it proposes: the second and last way a project changes, on the same path as the
 * first (`dispatch`).
 * @param options `step`: how the history names it, of rules that are steps · `undoable`: the part of the change that undo takes back ·
 *   `also`: more writes of the same transaction
 * @throws Refusal of the rule; nothing is written then
 */
export function commitRule<A>(
  project: OpenProject,
  name: HostRule,
  rule: (draft: Draft) => A,
  options: {
    step?: Omit<Step, 'undoable'>
    undoable?: (proposal: Proposal<A>) => Step['undoable']
    also?: () => void
  } = {},
): HostCommit<A> {
  const proposal = proposeRule(project, rule)
  const step = hostRules[name].step ? (options.step ?? { command: name, label: name }) : null
  const undoable = options.undoable?.(proposal)
  const told = commitProposal(project, proposal, step && { ...step, ...(undoable ? { undoable } : {}) }, options.also)
  return { ...proposal, told }
}

/** What such a rule would change. @throws Refusal */
export function proposeRule<A>(project: OpenProject, rule: (draft: Draft) => A): Proposal<A> {
  const outcome = propose(project.records, newId, rule)
  if (outcome instanceof Refusal) throw outcome
  return outcome
}
