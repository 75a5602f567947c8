import type { PromptKind } from '@shared/model/result'
import type { GenerateOutcome } from '@shared/ipc/contract'
import { freshnessOf } from '@shared/domain/results/freshness'
import { currentPrompt, resultOfPrompt, writtenPrompt } from '@shared/domain/results/resultInputs'
import { addPromptVersion } from '@shared/domain/results/resultRules'
import { commitRule } from '../commit/commitRule'
import type { OpenProject } from '../store/project'

/** Stage 9: writes the prompts of a shot that are missing or stale. Hand edits are never written over in a batch (domain.md 4). */
export function writePrompts(project: OpenProject, shotId: string, scope: 'stale' | 'all'): GenerateOutcome[] {
  const outcomes: GenerateOutcome[] = []
  for (const prompt of ['start', 'end', 'video'] satisfies PromptKind[]) {
    const result = resultOfPrompt[prompt]
    const { status } = freshnessOf(project.records, shotId, result)
    const tell = (outcome: GenerateOutcome['outcome'], detail: string) =>
      outcomes.push({ shotId, result, outcome, detail })
    if (status === 'fresh') tell('fresh', 'its inputs did not change')
    else if (scope === 'stale' && status === 'missing') continue
    else if (currentPrompt(project.records, shotId, prompt)?.edited)
      tell('skipped', 'edited by hand; write it again from the prompt itself')
    else {
      commitRule(project, 'prompts.write', (draft) =>
        addPromptVersion(draft, shotId, prompt, writtenPrompt(draft, shotId, prompt), false, 'writer'),
      )
      tell('made', '')
    }
  }
  return outcomes
}
