import { chatProfile } from '@shared/domain/passes/chatProfile'
import { sceneAnswerSchema, type SceneSuggester } from '@shared/script/suggest/sceneAnswer'
import type { Profile } from '@shared/model/profile'
import type { AppContext } from '../commit/context'
import { GeneratorError, type AskRequest } from '../generators/generatorContract'
import type { OpenProject } from '../store/project'

/** A question to a chat model. */
export interface ChatQuestion {
  readonly system: string
  readonly user: string
  /** JSON Schema of the answer. */
  readonly schema: Record<string, unknown>
}

/**
 * Puts a question and checks the answer. One that is wrong is sent back once, with what is wrong; then it is given up.
 * @param read what the answer says, or why it cannot be taken
 * @throws GeneratorError with a sentence for the user
 */
export async function askChat<T>(
  context: AppContext,
  profile: Profile,
  { system, user, schema }: ChatQuestion,
  read: (answer: unknown) => { value: T } | { faults: readonly string[] },
): Promise<T> {
  const turns: AskRequest['turns'] = [{ role: 'user', content: user }]
  for (let again = false; ; again = true) {
    const words = await ask(context, profile, { system, schema, turns })
    const answer = jsonIn(words)
    const told = answer === undefined ? { faults: ['It is no JSON.'] } : read(answer)
    if ('value' in told) return told.value
    if (again)
      throw new GeneratorError(
        'config',
        `${profile.name} gave no answer that fits: ${told.faults[0] ?? 'it is wrong.'}`,
      )
    const faults = told.faults.slice(0, 10).map((fault) => `- ${fault}`)
    const repair = `This answer cannot be taken:\n${faults.join('\n')}\nAnswer again, with JSON only, and change nothing else.`
    turns.push({ role: 'assistant', content: words.slice(0, 60_000) }, { role: 'user', content: repair })
  }
}

async function ask(
  context: AppContext,
  profile: Profile,
  asked: Pick<AskRequest, 'system' | 'schema' | 'turns'>,
): Promise<string> {
  const key = profile.keyHeader === null ? null : context.keys.keyOf(profile)
  let text: string | null = null
  await context.generators.run({ type: 'ask', id: `ask-${context.newId()}`, profile, key, ...asked }, (event) => {
    if (event.type === 'answered') text = event.text
  })
  if (text === null) throw new GeneratorError('transient', `${profile.name} gave no answer.`)
  return text
}

/** The JSON of an answer, also where a model puts it into a fence or thinks aloud before it; undefined where there is none. */
function jsonIn(words: string): unknown {
  const bare = words.replace(/^[\s\S]*<\/think>/, '')
  const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(bare)?.[1]
  for (const text of [bare, fenced ?? '', bare.slice(bare.indexOf('{'), bare.lastIndexOf('}') + 1)])
    try {
      return JSON.parse(text) as unknown
    } catch {
      // The next form is tried.
    }
  return undefined
}

/** The project's chat model as somebody who knows scripts; null without one. */
export function suggesterOf(context: AppContext, project: OpenProject): SceneSuggester | null {
  const profile = chatProfile(project.records)
  if (!profile) return null
  return {
    ask: (question) =>
      askChat(context, profile, question, (answer) => {
        const parsed = sceneAnswerSchema.safeParse(answer)
        if (parsed.success) return { value: parsed.data }
        return {
          faults: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the answer'}: ${issue.message}`),
        }
      }),
  }
}
