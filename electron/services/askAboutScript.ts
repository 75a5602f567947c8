import type { ImportReport } from '@shared/ipc/contract'
import { projectOf } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import { namesApart } from '@shared/script/reimport/namesApart'
import { readStored } from '@shared/script/reimport/rebreak'
import { reimport, reimportCounts } from '@shared/script/reimport/reimport'
import { mergeAnswers } from '@shared/script/suggest/mergeAnswers'
import type { AppContext } from '../commit/context'
import { commitRule } from '../commit/commitRule'
import type { OpenProject } from '../store/project'
import { askScenes } from './askSuggester'
import { answersTold } from './importScript'

/**
 * Asks the user's language model about a script that is in the project; what it adds comes as a new version of the same text would, in one undo step: sure presences as bars
 * to confirm, the others as suggestions with their evidence (domain.md 11.1).
 * @throws Refusal NOT_FOUND, NO_SUGGESTER
 */
export async function askAboutScript(
  context: AppContext,
  project: OpenProject,
  scriptId: string,
): Promise<ImportReport & { undoStep: string | null; fileName: string }> {
  const script = project.records.get('scripts', scriptId)
  if (!script) throw new Refusal('NOT_FOUND', { what: 'The script' })
  const suggester = context.suggesterOf?.(project)
  if (!suggester) throw new Refusal('NO_SUGGESTER')
  const { parsed, breakdown } = readStored(
    script,
    script.breakdown,
    projectOf(project.records).fps,
    namesApart(project.records),
  )
  const { answers, warnings } = await askScenes(suggester, parsed, breakdown)
  const merged = mergeAnswers(breakdown, parsed.lines, answers)
  const { fileName } = script
  const { answer, told } = commitRule(
    project,
    'script.import',
    (draft) =>
      reimport(draft, {
        scriptId,
        fileName,
        script: parsed,
        rule: script.breakdown,
        before: breakdown,
        after: merged.breakdown,
      }),
    { step: { command: 'suggest', label: `ask about ${fileName}` } },
  )
  const { scenes, shots, assets, assignments, aliasProposals } = answer
  return {
    scenes,
    shots,
    assets,
    assignments,
    aliasProposals,
    warnings: [...(answers.length ? [answersTold(merged.counts)] : []), ...warnings],
    format: script.format,
    encoding: null,
    reimport: reimportCounts(answer),
    undoStep: told.undoStep,
    fileName,
  }
}
