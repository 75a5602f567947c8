import { describe, expect, onTestFinished, test } from 'vitest'
import { currentPrompt, writtenPrompt } from '@shared/domain/results/resultInputs'
import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { remoteGenerators } from '../generators/registry'
import { dispatch } from '../commit/dispatch'
import { inProcessGenerators } from '../testing/inProcessGenerators'
import { fakeChat, type ChatTurn } from '../testing/servers/chatServer'
import { testProfile } from '../testing/remoteCall'
import { testContext } from '../testing/fakeGenerators'
import { storedExample } from '../testing/testFolder'
import { openSession } from '../app/session'
import { rewritePrompt } from './rewritePrompt'

const forms = ['openai', 'ollama'] as const

/** The sample with a chat model of that form. */
async function setUp(form: (typeof forms)[number]) {
  const server = await fakeChat(form)
  const { folder, project, sample } = storedExample()
  project.close()
  const context = { ...testContext(), generators: inProcessGenerators() }
  context.givenKeys.set('chat', server.key)
  const session = openSession(context, folder)
  onTestFinished(() => session.close())
  const run = (name: string, input: unknown) => dispatch(session.project, name, input)
  run('profile.create', {
    id: 'chat',
    kind: form === 'openai' ? 'openai-chat' : 'ollama',
    baseUrl: form === 'openai' ? `${server.url}/v1` : server.url,
    model: 'chat-test',
  })
  const shotId = sample.roomShots[0]!.id
  const propose = () => rewritePrompt(context, session.project, shotId, 'start')
  return { server, project: session.project, run, shotId, propose }
}

/** Says the facts in another order, with every mark. */
const obedient = (turns: readonly ChatTurn[]) => {
  const facts = turns.find(({ role }) => role === 'user')!.content
  const marks = [...new Set(facts.match(/@\d+/g) ?? [])]
  return { text: `Here ${marks.join(', ')} are seen. ${marks[0]} is near.` }
}

describe.each(forms)('a prompt rewritten by a chat model (%s)', (form) => {
  test('keeps every anchor and the list of references, and changes nothing before it is taken', async () => {
    const { server, project, run, shotId, propose } = await setUp(form)
    server.answer = obedient
    const proposal = await propose()
    expect(proposal).toMatchObject({ by: 'chat', reason: '' })
    const manifest = renderPrompt(project.records, shotId, 'start', '{{manifest}}')
    expect(manifest).toContain('Image #1')
    expect(proposal.text.startsWith(manifest)).toBe(true)
    const anchors = writtenPrompt(project.records, shotId, 'start').match(/\{\{asset:[^}]+\}\}/g)!
    for (const anchor of new Set(anchors))
      expect(proposal.text).toContain(renderPrompt(project.records, shotId, 'start', anchor))
    expect(currentPrompt(project.records, shotId, 'start')).toBeUndefined()
    run('prompt.edit', { shotId, prompt: 'start', text: proposal.text, by: proposal.by })
    expect(currentPrompt(project.records, shotId, 'start')).toMatchObject({ edited: false, generatorId: 'chat' })
    expect(renderPrompt(project.records, shotId, 'start', currentPrompt(project.records, shotId, 'start')!.text)).toBe(
      proposal.text,
    )
  })

  test('whose answer is wrong is asked once more with what is wrong; then the own writer writes and says why', async () => {
    const { server, project, shotId, propose } = await setUp(form)
    server.answer = (turns) => (turns.length > 2 ? obedient(turns) : { text: 'Somebody stands there.' })
    expect(await propose()).toMatchObject({ by: 'chat' })
    expect(server.asked).toHaveLength(2)
    expect(server.asked[1]!.at(-1)!.content).toContain('@1 is missing.')
    server.answer = () => 'I would rather not.'
    const written = renderPrompt(project.records, shotId, 'start', writtenPrompt(project.records, shotId, 'start'))
    expect(await propose()).toEqual({ text: written, by: null, reason: expect.stringContaining('It is no JSON.') })
    expect(server.asked).toHaveLength(4)
  })

  test('may name nobody of the film who is not in the facts', async () => {
    const { server, propose } = await setUp(form)
    server.answer = (turns) => ({ text: `${obedient(turns).text} Waiter and Image #3 come in. @77 waves.` })
    const { by, reason } = await propose()
    expect(by).toBeNull()
    expect(reason).toMatch(/There is no @77|image numbers of its own/)
  })

  test('where the server is gone, busy or garbled, the own writer writes and the reason is said', async () => {
    const { server, propose } = await setUp(form)
    const at = form === 'openai' ? 'POST /v1/chat/completions' : 'POST /api/chat'
    for (const does of ['refuse', { status: 500, body: {} }, { body: '<html>' }] as const) {
      server.trouble({ at, does })
      expect(await propose()).toMatchObject({ by: null, reason: expect.stringMatching(/\.$/) })
    }
    await server.stop()
    expect(await propose()).toMatchObject({ by: null, reason: expect.stringContaining('does not answer') })
  })

  test('a test of the connection names the models there are', async () => {
    const { server } = await setUp(form)
    const kind = form === 'openai' ? ('openai-chat' as const) : ('ollama' as const)
    const baseUrl = form === 'openai' ? `${server.url}/v1` : server.url
    const ask = (model: string) =>
      remoteGenerators[kind].test(
        { type: 'test', id: 't', profile: testProfile({ kind, baseUrl, model }), key: server.key || null },
        new AbortController().signal,
      )
    expect((await ask('chat-test')).text).toContain('has chat-test')
    await expect(ask('gone')).rejects.toThrow('has no model called gone. It has: chat-test')
    await expect(ask('')).rejects.toThrow('Name the model to use: chat-test')
  })
})
