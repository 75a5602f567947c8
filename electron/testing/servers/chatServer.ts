import { z } from 'zod'
import { testServer, type Reply, type TestServer, type Wire } from './httpServer'

export interface ChatTurn {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface FakeChat extends TestServer {
  /** Every question as it came, with what was said before. */
  readonly asked: ChatTurn[][]
  readonly key: string
  /** What is answered; a string goes out as it is, anything else as JSON. */
  answer: (turns: readonly ChatTurn[]) => unknown
}

const turnsSchema = z
  .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }))
  .min(2)
const openaiSchema = z.strictObject({
  model: z.literal('chat-test'),
  messages: turnsSchema,
  response_format: z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({ name: z.string(), strict: z.boolean(), schema: z.looseObject({}) }),
  }),
  temperature: z.number().optional(),
})
const ollamaSchema = z.strictObject({
  model: z.literal('chat-test'),
  messages: turnsSchema,
  stream: z.literal(false),
  format: z.looseObject({}),
  options: z.strictObject({ temperature: z.number(), seed: z.number(), num_ctx: z.number() }),
  keep_alive: z.string(),
})

/** A chat server as backends.md 7 describes both forms; it refuses fields it does not know. */
export async function fakeChat(form: 'openai' | 'ollama'): Promise<FakeChat> {
  const key = form === 'openai' ? 'sk-chat-0123456789' : ''
  const asked: ChatTurn[][] = []
  const bad = (message: string, status = 400): Reply => ({ status, body: { error: { message } } })
  const said = (turns: readonly ChatTurn[]): string => {
    const words = server.answer(turns)
    return typeof words === 'string' ? words : JSON.stringify(words)
  }
  const route = (wire: Wire): Reply => {
    if (form === 'openai' && wire.headers['authorization'] !== `Bearer ${key}`) return bad('No such key.', 401)
    const at = `${wire.method} ${wire.path}`
    if (at === 'GET /v1/models') return { body: { data: [{ id: 'chat-test' }, { id: 'other' }] } }
    if (at === 'GET /api/tags') return { body: { models: [{ name: 'chat-test' }, { name: 'other:latest' }] } }
    const isAsked = at === (form === 'openai' ? 'POST /v1/chat/completions' : 'POST /api/chat')
    if (!isAsked) return { status: 404, body: '404 page not found' }
    const body = (form === 'openai' ? openaiSchema : ollamaSchema).safeParse(JSON.parse(wire.body.toString('utf8')))
    if (!body.success) return bad(body.error.message)
    asked.push(body.data.messages)
    const content = said(body.data.messages)
    return form === 'openai'
      ? { body: { choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] } }
      : { body: { model: 'chat-test', message: { role: 'assistant', content }, done: true } }
  }
  const server: FakeChat = Object.assign(await testServer(route), { asked, key, answer: () => ({}) })
  return server
}
