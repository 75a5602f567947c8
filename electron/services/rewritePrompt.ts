import type { PromptProposal } from '@shared/ipc/contract'
import type { PromptKind } from '@shared/model/result'
import { chatProfile } from '@shared/domain/passes/chatProfile'
import { writtenPrompt } from '@shared/domain/results/resultInputs'
import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { readRewrite, rewriteQuestion } from '@shared/domain/prompts/rewrite'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { GeneratorError } from '../generators/generatorContract'
import type { OpenProject } from '../store/project'
import { askChat } from './chatModel'

/** Asks the project's chat model to write a prompt; where it gives none that can be taken, the deterministic writer's words come, with the reason. @throws Refusal NOT_FOUND, NO_SUGGESTER */
export async function rewritePrompt(
  context: AppContext,
  project: OpenProject,
  shotId: string,
  prompt: PromptKind,
): Promise<PromptProposal> {
  const { records } = project
  const profile = chatProfile(records)
  if (!profile) throw new Refusal('NO_SUGGESTER')
  const source = writtenPrompt(records, shotId, prompt)
  const shown = (text: string) => renderPrompt(records, shotId, prompt, text)
  try {
    const text = await askChat(context, profile, rewriteQuestion(records, shotId, prompt, source), (answer) =>
      readRewrite(records, source, answer),
    )
    return { text: shown(text), by: profile.id, reason: '' }
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error
    return { text: shown(source), by: null, reason: error.message }
  }
}
