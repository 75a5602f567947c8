import { shotsInOrder } from '../domain/lookup'
import { regeneratePrompt } from '../domain/results/resultRules'
import type { TestProject } from './testProject'

/** Every prompt, still and video of every shot of the story, made from today's inputs. */
export function makeAllResults(p: TestProject): void {
  for (const shot of shotsInOrder(p.store)) {
    for (const prompt of ['start', 'end', 'video'] as const)
      p.run((draft) => regeneratePrompt(draft, { shotId: shot.id, prompt }))
    for (const kind of ['startFrame', 'endFrame', 'video'] as const) p.take(shot, kind)
  }
}
