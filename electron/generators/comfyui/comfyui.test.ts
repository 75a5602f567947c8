import { describe, expect, test } from 'vitest'
import { comfyImageNodes, comfyWorkflow, fakeComfy, type FakeComfy } from '../../testing/servers/comfyServer'
import { outcomeOf, testCall, testProfile } from '../../testing/remoteCall'
import { comfyui } from './comfyui'
import type { CallRequest } from '../generatorContract'
import type { ProfileFields } from '@shared/domain/passes/profileRules'

/** Against a server that follows backends.md 1. */
async function setUp(version: 'new' | 'old' = 'new', fields: ProfileFields = {}) {
  const server = await fakeComfy(version)
  const workflow = { file: 'edit.json', text: JSON.stringify(comfyWorkflow) }
  const profile = testProfile({ kind: 'comfyui', baseUrl: server.url, workflow, timeoutSeconds: 20, ...fields })
  const call = (given: Partial<CallRequest> = {}) => testCall(profile, given)
  return {
    server,
    profile,
    call,
    run: (request: CallRequest, signal?: AbortSignal) => outcomeOf(request, signal),
  }
}
const posted = (server: FakeComfy) => server.requests.filter((r) => r.method === 'POST' && r.path === '/prompt').length
/** Until the server has it. */
const arrived = (server: FakeComfy) => expect.poll(() => server.queued.length, { timeout: 5000 }).toBe(1)

describe('a call', () => {
  for (const version of ['new', 'old'] as const)
    test(`puts words, size, seed and pictures into their nodes in the order of the manifest, with the right bytes (${version})`, async () => {
      const { server, call, run } = await setUp(version)
      const request = call()
      const made = await run(request)
      expect(made).toMatchObject({ done: { width: 96, height: 54, mime: 'image/png', index: 1 } })
      const [job] = server.queued
      expect(job!.graph['6']!.inputs['prompt']).toBe('Ann waits — “so long”.')
      expect(job!.graph['5']!.inputs).toMatchObject({ width: 96, height: 54, batch_size: 1 })
      expect(job!.graph['3']!.inputs['seed']).toBe(77)
      expect(server.pictures(job!, comfyImageNodes)).toEqual(request.bytes)
      expect(job!.clientId).toBe(request.callId)
      if ('events' in made) expect(made.events.find((e) => e.type === 'handle')).toMatchObject({ handle: job!.id })
      expect(posted(server)).toBe(1)
    })

  test('with fewer pictures takes the other nodes out, with what cannot be without them; the author’s pictures never go along', async () => {
    const { server, call, run } = await setUp()
    for (const count of [2, 1, 0]) {
      const request = call()
      request.references = request.references.slice(0, count)
      expect(await run(request)).toHaveProperty('picture')
      const job = server.queued.at(-1)!
      expect(server.pictures(job, comfyImageNodes)).toEqual(request.bytes.slice(0, count))
      expect(JSON.stringify(job.graph)).not.toContain('author.png')
      expect(job.graph['40']).toBeUndefined()
      expect(Object.keys(job.graph['6']!.inputs)).toEqual(['prompt', 'image1', 'image2'].slice(0, 1 + count))
    }
  })

  test('with more pictures than nodes is not sent', async () => {
    const { server, call, run } = await setUp()
    const request = call()
    request.references.push({ ...request.references[0]!, index: 4 })
    expect(await run(request)).toMatchObject({ class: 'config', message: expect.stringContaining('4 pictures') })
    expect(posted(server)).toBe(0)
  })

  test('tells how far it is by the socket', async () => {
    const { server, call, run } = await setUp()
    server.runsAtOnce = false
    const request = call()
    const running = run(request)
    await arrived(server)
    server.tell(request.callId, 'progress', { node: '3', prompt_id: request.callId, value: 5, max: 10 })
    server.tell(request.callId, 'progress', { node: '3', prompt_id: 'somebody else', value: 9, max: 10 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    server.finish()
    const made = await running
    const values = 'events' in made ? made.events.flatMap((e) => (e.type === 'progress' ? [e.value] : [])) : []
    expect(values).toContain(0.1 + 0.85 * 0.5)
    expect(values).not.toContain(0.1 + 0.85 * 0.9)
  })

  test('needs no socket', async () => {
    const { server, call, run } = await setUp()
    server.onUpgrade = null
    expect(await run(call())).toHaveProperty('picture')
  })
})

describe('what goes wrong', () => {
  test('a workflow that does not fit is told in the server’s words', async () => {
    const { server, call, run } = await setUp()
    const graph = structuredClone(comfyWorkflow)
    graph['4'] = { class_type: 'GreatLoader', inputs: {} }
    const profile = testProfile({
      kind: 'comfyui',
      baseUrl: server.url,
      workflow: { file: 'w.json', text: JSON.stringify(graph) },
    })
    expect(await run(call({ profile }))).toMatchObject({
      class: 'config',
      message: expect.stringMatching(/does not take the workflow: .*GreatLoader \(4\): Node not found/),
    })
  })

  test('an answer that would drop a part of the workflow stops the job', async () => {
    const { server, call, run } = await setUp()
    const body = {
      prompt_id: 'p',
      number: 1,
      node_errors: { '9': { class_type: 'SaveImage', errors: [{ message: 'No' }] } },
    }
    server.trouble({ at: 'POST /prompt', does: { body } })
    expect(await run(call())).toMatchObject({ class: 'config', message: expect.stringContaining('SaveImage (9): No') })
    expect(server.requests.some((r) => r.path === '/api/jobs/p/cancel')).toBe(true)
  })

  test('an error while making is told and not tried again; a stop on the server is one', async () => {
    for (const [how, expected] of [
      ['error', { class: 'config', message: expect.stringContaining('KSampler: CUDA out of memory') }],
      ['interrupted', { class: 'refused', message: expect.stringContaining('was stopped') }],
    ] as const) {
      const { server, call, run } = await setUp()
      server.runsAtOnce = false
      const running = run(call())
      await arrived(server)
      await expect.poll(() => server.requests.some((r) => r.path === '/queue')).toBe(true)
      server.finish(how)
      expect(await running).toMatchObject(expected)
    }
  })

  test('a connection that breaks before the job arrives, and one that breaks after, queue it once or not at all', async () => {
    const before = await setUp()
    before.server.trouble({ at: 'POST /prompt', does: 'refuse' })
    expect(await before.run(before.call())).toMatchObject({
      class: 'transient',
      message: expect.stringContaining('did not arrive'),
    })
    expect(before.server.queued).toHaveLength(0)
    for (const version of ['new', 'old'] as const) {
      const after = await setUp(version)
      after.server.trouble({ at: 'POST /prompt', does: 'lose' })
      expect(await after.run(after.call())).toHaveProperty('picture')
      expect(after.server.queued).toHaveLength(1)
    }
  })

  test('where the server cannot be asked either, the outcome is unknown; the next try asks before it sends', async () => {
    const { server, call, run } = await setUp()
    server.trouble({ at: 'POST /prompt', does: 'lose' })
    server.trouble({ at: 'GET /queue', does: 'refuse', times: 1 })
    const request = call()
    expect(await run(request)).toMatchObject({
      class: 'unknownOutcome',
      message: expect.stringContaining('asked for it first'),
    })
    expect(await run({ ...request, maybeSent: true })).toHaveProperty('picture')
    expect(server.queued).toHaveLength(1)
  })

  test('a job that was sent before is found again while it waits, while it runs and when it is done', async () => {
    for (const version of ['new', 'old'] as const) {
      const { server, call, run } = await setUp(version)
      server.runsAtOnce = false
      const request = call()
      const stopped = new AbortController()
      void run(request, stopped.signal)
      await arrived(server)
      const again = run({ ...request, maybeSent: true })
      await new Promise((resolve) => setTimeout(resolve, 60))
      server.finish()
      expect(await again).toHaveProperty('picture')
      expect(await run({ ...request, maybeSent: true, handle: server.queued[0]!.id })).toHaveProperty('picture')
      expect(server.queued).toHaveLength(1)
    }
  })

  test('a server that was started again forgets the job; the next try sends it anew', async () => {
    const { server, call, run } = await setUp()
    server.runsAtOnce = false
    const request = call()
    const running = run(request)
    await arrived(server)
    await server.stop()
    server.forget()
    server.runsAtOnce = true
    await server.start()
    expect(await running).toMatchObject({
      class: 'transient',
      message: expect.stringContaining('no longer knows the job'),
    })
    expect(await run({ ...request, maybeSent: true })).toHaveProperty('picture')
    expect(server.queued).toHaveLength(2)
  })

  test('a server that is not there says so and nothing was sent', async () => {
    const { server, call, run } = await setUp()
    await server.stop()
    expect(await run(call())).toMatchObject({
      class: 'transient',
      message: expect.stringContaining('does not answer. Is it running'),
    })
    await server.start()
  })

  test('garbage, a wrong type, half a picture and an empty one never become a picture', async () => {
    const { server, call, run } = await setUp()
    server.trouble({ at: 'GET /queue', does: { body: '<html>nginx</html>' } })
    expect(await run(call())).toMatchObject({
      class: 'config',
      message: expect.stringContaining('does not answer as ComfyUI does'),
    })
    const view = async (does: Parameters<FakeComfy['trouble']>[0]['does']) => {
      server.trouble({ at: 'GET /view', does })
      return run(call())
    }
    expect(await view({ body: 'RIFF but no picture' })).toMatchObject({
      class: 'config',
      message: expect.stringContaining('no PNG, JPEG or WebP'),
    })
    expect(await view({ body: Buffer.alloc(0) })).toMatchObject({
      class: 'config',
      message: expect.stringContaining('empty'),
    })
    const made = await run(call())
    const whole = 'picture' in made ? made.picture : Buffer.alloc(0)
    expect(await view({ body: whole.subarray(0, whole.length - 30) })).toMatchObject({
      class: 'config',
      message: expect.stringMatching(/damaged|not complete/),
    })
    expect(await view({ body: Buffer.concat([whole.subarray(0, 8), Buffer.alloc(200, 7)]) })).toMatchObject({
      class: 'config',
    })
  })

  test('half an answer of the picture loses no job: the next try fetches it', async () => {
    const { server, call, run } = await setUp()
    server.trouble({ at: 'GET /view', does: 'cut' })
    const request = call()
    expect(await run(request)).toMatchObject({ class: 'unknownOutcome' })
    expect(await run({ ...request, maybeSent: true, handle: server.queued[0]!.id })).toHaveProperty('picture')
    expect(server.queued).toHaveLength(1)
  })

  test('a job that takes too long is stopped, by its id alone', async () => {
    const { server, call, run, profile } = await setUp()
    server.runsAtOnce = false
    const request = call({ profile: { ...profile, timeoutSeconds: 1 } })
    expect(await run(request)).toMatchObject({ class: 'config', message: expect.stringContaining('within 1 s') })
    expect(server.requests.some((r) => r.path === `/api/jobs/${request.callId}/cancel`)).toBe(true)
  })
})

test('a key goes in its header to the server, with the socket too, and not where it sends on to', async () => {
  const { server, call, run } = await setUp('new', { keyHeader: 'X-Studio-Key' })
  const elsewhere = await fakeComfy()
  let socketKey: unknown
  const upgrade = server.onUpgrade!
  server.onUpgrade = (request, socket) => {
    socketKey = request.headers['x-studio-key']
    upgrade(request, socket)
  }
  expect(await run(call())).toMatchObject({ class: 'auth' })
  server.trouble({ at: 'GET /view', does: { status: 302, headers: { location: `${elsewhere.url}/view` } } })
  expect(await run(call({ key: 'secret-value' }))).toMatchObject({
    class: 'config',
    message: expect.stringContaining('sends on to'),
  })
  expect(elsewhere.requests).toEqual([])
  server.trouble({
    at: 'GET /view',
    does: { status: 302, headers: { location: `${server.url}/view?type=output&filename=` } },
  })
  expect(server.requests.every((r) => r.headers['x-studio-key'] === 'secret-value')).toBe(true)
  expect(socketKey).toBe('secret-value')
  server.trouble({ at: 'POST /prompt', does: { status: 307, headers: { location: `${elsewhere.url}/prompt` } } })
  expect(await run(call({ key: 'secret-value' }))).toMatchObject({ class: 'config' })
  expect(elsewhere.requests).toEqual([])
})

describe('a cancel', () => {
  for (const version of ['new', 'old'] as const)
    test(`ends the job by its id and no other (${version})`, async () => {
      const { server, call, run } = await setUp(version)
      server.runsAtOnce = false
      const stop = [new AbortController(), new AbortController()] as const
      const first = run(call(), stop[0].signal)
      await arrived(server)
      const second = run(call(), stop[1].signal)
      await expect.poll(() => server.queued.length).toBe(2)
      await expect.poll(() => server.requests.filter((r) => r.path === '/queue').length).toBeGreaterThan(1)
      stop[1].abort()
      expect(await second).toMatchObject({ class: 'refused', message: 'Cancelled.' })
      server.finish()
      expect(await first).toHaveProperty('picture')
      const third = run(call(), stop[0].signal)
      const isFinished = () => {
        try {
          server.finish()
          return true
        } catch {
          return false
        }
      }
      await expect.poll(isFinished).toBe(true)
      expect(await third).toHaveProperty('picture')
    })

  test('stops what runs', async () => {
    const { server, call, run } = await setUp('old')
    server.runsAtOnce = false
    const stop = new AbortController()
    const running = run(call(), stop.signal)
    await arrived(server)
    await expect.poll(() => server.requests.filter((r) => r.path === '/queue').length).toBeGreaterThan(0)
    stop.abort()
    expect(await running).toMatchObject({ class: 'refused' })
    expect(server.requests.some((r) => r.path === '/interrupt')).toBe(true)
    expect(() => server.finish()).toThrow('nothing runs')
  })
})

describe('a test of the connection', () => {
  const tested = async (profile: ReturnType<typeof testProfile>) => {
    try {
      return (await comfyui.test({ type: 'test', id: 't', profile, key: null }, new AbortController().signal)).text
    } catch (error) {
      return (error as Error).message
    }
  }

  test('says what is there, or what to change', async () => {
    const { server, profile } = await setUp()
    expect(await tested(profile)).toBe('ComfyUI 0.36.0, 24 GB, queue empty.')
    const graph = structuredClone(comfyWorkflow)
    graph['4'] = { class_type: 'GreatLoader', inputs: {} }
    const other = { ...profile, workflow: { file: 'w', text: JSON.stringify(graph) } }
    expect(await tested(other)).toContain('has no node GreatLoader. Install it there')
    expect(await tested({ ...profile, workflow: null, nodeMap: null })).toContain('Give it a workflow')
    await server.stop()
    expect(await tested(profile)).toContain('does not answer')
    await server.start()
    expect(posted(server)).toBe(0)
  })
})
