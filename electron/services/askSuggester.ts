import { projectOf } from '@shared/domain/lookup'
import { fatalWarning } from '@shared/script/limits'
import type { ParsedScript, ScriptBreakdown, ScriptWarning } from '@shared/script/scriptTypes'
import type { AnsweredScene } from '@shared/script/suggest/mergeAnswers'
import type { SceneSuggester } from '@shared/script/suggest/sceneAnswer'
import { sceneQuestion } from '@shared/script/suggest/sceneQuestion'
import type { OpenProject } from '../store/project'
import { readScript, type ImportOptions } from './importScript'

/** A server that fails so often in a row is not asked again. */
const mostFailures = 2

/** Asks the user's language model about each scene of a script that is to be imported. What cannot be asked is told and stops no import. */
export async function askSuggester(
  suggester: SceneSuggester,
  project: OpenProject,
  path: string,
  options: Pick<ImportOptions, 'readAs' | 'pdf' | 'encoding'>,
): Promise<{ answers: AnsweredScene[]; warnings: ScriptWarning[] }> {
  const { breakdown: rule, fps } = projectOf(project.records)
  const read = readScript(path, { rule, fps }, options.readAs, options.pdf, options.encoding)
  const { script, pictures } = read
  const isList = pictures.length > 0 || script.format === 'csv'
  if (isList || fatalWarning({ warnings: [...read.warnings, ...script.warnings] })) return { answers: [], warnings: [] }
  return askScenes(suggester, script, read.breakdown(rule, fps))
}

/** Asks about each scene of a script that was read; what cannot be asked is told. */
export async function askScenes(
  suggester: SceneSuggester,
  script: ParsedScript,
  broken: ScriptBreakdown,
): Promise<{ answers: AnsweredScene[]; warnings: ScriptWarning[] }> {
  const answers: AnsweredScene[] = []
  const warnings: ScriptWarning[] = []
  for (const [sceneIndex, scene] of broken.scenes.entries()) {
    try {
      answers.push({ sceneIndex, answer: await suggester.ask(sceneQuestion(script, broken, sceneIndex)) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      warnings.push({
        line: scene.startLine,
        code: 'SUGGESTER_FAILED',
        message: `The language model was asked about scene ${scene.number} in vain: ${reason} The scene was read without it.`,
      })
      if (warnings.length >= mostFailures) break
    }
  }
  return { answers, warnings }
}
