import { z } from 'zod'
import { GeneratorError, type AskRequest, type RemoteGenerator } from '../generatorContract'
import { answerFailure, oneLine } from '../http/answerFailure'
import { AnswerLost, callServer, jsonOf, type Answer, type Call, type Server } from '../http/callServer'
import { serverOf } from '../http/serverOf'

const mostBytes = 5_000_000
/** A context that holds a long scene and its answer; Ollama takes 4096 tokens where nothing is said. */
const contextTokens = 16_384

type Turn = AskRequest['turns'][number] | { role: 'system'; content: string }

/** How one kind of server is asked, and where its answer lies. */
interface Dialect {
  readonly path: string
  /** Where it tells what models it has. */
  readonly models: string
  body(request: AskRequest, turns: readonly Turn[]): object
  readonly answer: z.ZodType<{ words: string | null; refusal: string | null }>
  readonly modelNames: z.ZodType<string[]>
}

const fieldsOf = ({ profile }: AskRequest): object =>
  Object.fromEntries(
    profile.extra.map(({ name, value }) => [name, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value]),
  )

/** OpenAI and the many servers that speak like it: llama.cpp, LM Studio, vLLM (backends.md 7). */
const openai: Dialect = {
  path: '/chat/completions',
  models: '/models',
  body: (request, messages) => ({
    model: request.profile.model,
    messages,
    response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: false, schema: request.schema } },
    ...fieldsOf(request),
  }),
  answer: z
    .object({
      choices: z
        .array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) }))
        .min(1),
    })
    .transform(({ choices }) => ({
      words: choices[0]!.message.content ?? null,
      refusal: choices[0]!.message.refusal ?? null,
    })),
  modelNames: z
    .object({ data: z.array(z.object({ id: z.string() })) })
    .transform(({ data }) => data.map(({ id }) => id)),
}

/** Ollama in its own form, which holds a local model to the schema (backends.md 7). */
const ollamaForm: Dialect = {
  path: '/api/chat',
  models: '/api/tags',
  body: (request, messages) => ({
    model: request.profile.model,
    messages,
    stream: false,
    format: request.schema,
    options: { temperature: 0, seed: 1, num_ctx: contextTokens, ...fieldsOf(request) },
    keep_alive: '5m',
  }),
  answer: z
    .object({ message: z.object({ content: z.string() }) })
    .transform(({ message }) => ({ words: message.content, refusal: null })),
  modelNames: z
    .object({ models: z.array(z.object({ name: z.string() })) })
    .transform(({ models }) => models.map(({ name }) => name)),
}

function chat(dialect: Dialect): RemoteGenerator {
  return {
    async ask(request, report, signal) {
      const { profile, system, turns } = request
      if (profile.model === '') throw new GeneratorError('config', `Name the model that ${profile.name} is to use.`)
      const server = serverOf(request, true)
      const { host } = new URL(server.baseUrl)
      const answer = await sent(server, {
        method: 'POST',
        path: dialect.path,
        json: dialect.body(request, [{ role: 'system', content: system }, ...turns]),
        timeoutMs: profile.timeoutSeconds * 1000,
        mostBytes,
        signal,
      })
      if (answer.status !== 200) throw failureOf(answer, server)
      const told = dialect.answer.safeParse(jsonOf(answer))
      if (!told.success)
        throw new GeneratorError('config', `${host} does not answer as a chat model does. Check the address.`)
      const { words, refusal } = told.data
      if (refusal) throw new GeneratorError('refused', `${host} refused: ${oneLine(refusal).slice(0, 500)}`)
      if (!words?.trim()) throw new GeneratorError('config', `${host} answered nothing.`)
      report({ type: 'answered', id: request.id, text: words })
    },

    async test({ profile, key }, signal) {
      const server = serverOf({ profile, key }, true)
      const { host } = new URL(server.baseUrl)
      const answer = await sent(server, { path: dialect.models, timeoutMs: 10_000, mostBytes, signal })
      if (answer.status !== 200) throw failureOf(answer, server)
      const known = dialect.modelNames.safeParse(jsonOf(answer))
      if (!known.success)
        throw new GeneratorError('config', `${host} answers, but not as this kind of server does. Check the address.`)
      const names = known.data
      const some = names.slice(0, 6).join(', ')
      if (profile.model === '') throw new GeneratorError('config', `${host} answers. Name the model to use: ${some}.`)
      if (!names.some((name) => name === profile.model || name === `${profile.model}:latest`))
        throw new GeneratorError(
          'config',
          `${host} answers, but has no model called ${profile.model}. It has: ${some || 'none'}.`,
        )
      return { text: `${host} answers and has ${profile.model}.` }
    },
  }
}

export const openaiChat = chat(openai)
export const ollama = chat(ollamaForm)

const failureOf = (answer: Answer, server: Server): Error => {
  const failure = answerFailure(answer, server, Date.now())
  return failure instanceof AnswerLost ? new GeneratorError('transient', failure.message) : failure
}

/** Words make nothing that could be lost: a question without an answer may be put again. */
async function sent(server: Server, call: Call): Promise<Answer> {
  try {
    return await callServer(server, call)
  } catch (error) {
    throw error instanceof AnswerLost ? new GeneratorError('transient', error.message) : error
  }
}
