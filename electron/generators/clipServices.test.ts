import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ProfileFields } from '@shared/domain/passes/profileRules'
import { clipDialect } from '@shared/domain/prompts/dialect'
import { clipOutcomeOf, testClip, testProfile } from '../testing/remoteCall'
import { comfyClipWorkflow, fakeComfy } from '../testing/servers/comfyServer'
import { fakeGoogleVideo } from '../testing/servers/googleVideoServer'
import type { TestServer, Trouble } from '../testing/servers/httpServer'
import { fakeRunway } from '../testing/servers/runwayServer'
import type { ClipRequest } from './generatorContract'
import { remoteGenerators } from './registry'

const kinds = ['comfyui-video', 'gemini-video', 'veo', 'runway-video'] as const
type Kind = (typeof kinds)[number]

interface Sent {
  prompt: unknown
  stills: Buffer[]
  seconds: number
}
interface Service {
  server: TestServer
  key: string | null
  fields: ProfileFields
  /** Where a clip is asked for. */
  create: string
  /** Clips the server took, in order. */
  sent(): Sent[]
}

/** The four services, each a server that follows its section: backends.md 1, 4.1, 4.2, 6.1. */
const services: Record<Kind, () => Promise<Service>> = {
  async 'comfyui-video'() {
    const server = await fakeComfy()
    const workflow = { file: 'clip.json', text: JSON.stringify(comfyClipWorkflow) }
    const sent = () =>
      server.queued.map((job) => ({
        prompt: job.graph['6']!.inputs['text'],
        stills: server.pictures(job, ['2', '1']),
        seconds: Math.floor(Number(job.graph['5']!.inputs['length']) / 24),
      }))
    return { server, key: null, fields: { baseUrl: server.url, workflow }, create: 'POST /prompt', sent }
  },
  async 'gemini-video'() {
    const server = await fakeGoogleVideo()
    const fields = { baseUrl: `${server.url}/v1beta`, model: 'omni-test' }
    return { server, key: server.key, fields, create: 'POST /v1beta/interactions', sent: () => server.made }
  },
  async veo() {
    const server = await fakeGoogleVideo()
    const fields = { baseUrl: `${server.url}/v1beta`, keyHeader: 'x-goog-api-key', model: 'veo-test' }
    const create = 'POST /v1beta/models/veo-test:predictLongRunning'
    return { server, key: server.key, fields, create, sent: () => server.made }
  },
  async 'runway-video'() {
    const server = await fakeRunway()
    const fields = { baseUrl: `${server.url}/v1`, model: 'veo_test' }
    const sent = () =>
      server.tasks.map(({ body, images }) => ({
        prompt: body.promptText,
        stills: images.map(({ bytes }) => bytes),
        seconds: 'duration' in body ? body.duration : 0,
      }))
    return { server, key: server.key, fields, create: 'POST /v1/image_to_video', sent }
  },
}

async function setUp(kind: Kind, fields: ProfileFields = {}) {
  const service = await services[kind]()
  const profile = testProfile({ kind: kind, ...service.fields, ...fields })
  const clip = (given: Partial<ClipRequest> = {}) => testClip(profile, { key: service.key, ...given })
  const run = (request: ClipRequest, signal?: AbortSignal) => clipOutcomeOf(request, signal)
  return { ...service, profile, clip, run }
}

describe.each(kinds)('a clip of %s', (kind) => {
  const after = async (does: Trouble['does'], at?: string, times = Infinity) => {
    const { server, clip, run, create, sent } = await setUp(kind)
    server.trouble({ at: at ?? create, does, times })
    return { ...(await run(clip())), sent: sent().length }
  }

  test('goes out once, from first and last still in that order, and comes back whole', async () => {
    const { clip, run, sent } = await setUp(kind)
    const request = clip()
    const outcome = await run(request)
    expect(outcome).toMatchObject({ done: { mime: 'video/mp4', ext: 'mp4' } })
    if (!('done' in outcome)) return
    expect(outcome.done.seconds).toBeCloseTo(4, 1)
    expect(readFileSync(outcome.done.path).length).toBeGreaterThan(500)
    expect(sent()).toMatchObject([{ prompt: request.prompt, seconds: 4 }])
    expect(sent()[0]!.stills).toEqual(request.bytes)
    expect(outcome.events.find(({ type }) => type === 'handle')).toBeDefined()
  })

  test('may begin with a still alone', async () => {
    const { clip, run, sent } = await setUp(kind)
    const request = clip()
    expect(await run({ ...request, keyframes: request.keyframes.slice(0, 1) })).toHaveProperty('done')
    expect(sent()[0]!.stills).toEqual(request.bytes.slice(0, 1))
  })

  test('whose name is known is asked for and not sent again', async () => {
    const { clip, run, sent } = await setUp(kind)
    const request = clip()
    const outcome = await run(request)
    const told = 'events' in outcome ? outcome.events.find((event) => event.type === 'handle') : undefined
    const handle = told?.type === 'handle' ? told.handle : null
    expect(await run({ ...request, maybeSent: true, handle })).toHaveProperty('done')
    expect(sent()).toHaveLength(1)
  })

  test('that was lost on the way there or back is never sent twice by itself', async () => {
    const knows = kind === 'comfyui-video'
    expect(await after('lose', undefined, 1)).toMatchObject(
      knows ? { done: {}, sent: 1 } : { class: 'unknownOutcome', sent: 1 },
    )
    expect(await after('refuse', undefined, 1)).toMatchObject({
      class: knows ? 'transient' : 'unknownOutcome',
      sent: 0,
    })
  })

  test('that is refused, hurried or not allowed says so', async () => {
    const wait = { status: 429, headers: { 'retry-after': '7' }, body: { error: { message: 'Slow down.' } } }
    expect(await after(wait)).toMatchObject({ class: 'rate', waitMs: 7000 })
    expect(await after({ status: 503, body: {} })).toMatchObject({ class: 'transient', sent: 0 })
    expect(await after({ status: 401, body: { error: { message: 'No such key.' } } })).toMatchObject({ class: 'auth' })
    expect(await after({ status: 302, headers: { location: 'https://elsewhere.example/' } })).toMatchObject({
      class: 'config',
    })
    expect(await after({ body: 'garbage' })).toMatchObject({
      class: kind === 'comfyui-video' ? 'config' : 'unknownOutcome',
    })
  })

  test('that comes slowly, cut short, not at all or without end stays known, and is fetched without being made again', async () => {
    for (const does of ['cut', 'halt', 'drip', { status: 500, body: {} }] as const) {
      const { server, clip, run, sent } = await setUp(kind, { timeoutSeconds: 5 })
      const request = clip()
      const whole = await run(request)
      const at = server.requests.at(-1)!
      server.trouble({ at: `GET ${at.path}`, does, times: does === 'drip' || does === 'halt' ? 1 : Infinity })
      const told = 'events' in whole ? whole.events.find((event) => event.type === 'handle') : undefined
      const handle = told?.type === 'handle' ? told.handle : null
      const again = { ...request, maybeSent: true, handle }
      const lost = await run(again)
      expect(lost).not.toHaveProperty('done')
      expect(['unknownOutcome', 'transient']).toContain('class' in lost ? lost.class : '')
      if (does === 'drip' || does === 'halt') expect(await run(again)).toHaveProperty('done')
      expect(sent()).toHaveLength(1)
    }
  }, 60_000)

  test('whose provider tells how far it is shows that, and no other progress before it is there', async () => {
    const { clip, run } = await setUp(kind)
    const outcome = await run(clip())
    const shares = 'events' in outcome ? outcome.events.flatMap((e) => (e.type === 'progress' ? [e.value] : [])) : []
    expect(shares.length).toBeGreaterThan(0)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    // Google tells nothing while it works: what is told then is that it was taken, and that it comes.
    if (kind === 'gemini-video' || kind === 'veo')
      expect(shares.filter((share) => share > 0.1 && share < 0.9)).toEqual([])
  })

  test('is called off with its job', async () => {
    const { clip, run, server, create } = await setUp(kind)
    const stop = new AbortController()
    server.trouble({ at: create, does: 'hang' })
    setTimeout(() => stop.abort(), 200)
    expect(await run(clip(), stop.signal)).toMatchObject({ class: 'refused', message: 'Cancelled.' })
  })

  test('a test of the connection sends nothing and names what lacks', async () => {
    const { profile, key, sent } = await setUp(kind)
    const { test } = remoteGenerators[kind]
    const asked = { type: 'test' as const, id: 't', profile, key }
    expect((await test(asked, new AbortController().signal)).text).toMatch(/\.$/)
    if (key !== null)
      await expect(test({ ...asked, key: null }, new AbortController().signal)).rejects.toThrow('no key')
    expect(sent()).toEqual([])
  })
})

describe('what Google says in its own way (backends.md 4)', () => {
  test('an answer of words is a refusal', async () => {
    const { server, clip, run } = await setUp('gemini-video')
    const content = [{ type: 'text', text: 'I cannot make that.' }]
    ;(server as Awaited<ReturnType<typeof fakeGoogleVideo>>).next(
      { status: 'in_progress' },
      { status: 'completed', steps: [{ type: 'model_output', content }] },
    )
    expect(await run(clip())).toMatchObject({
      class: 'refused',
      message: expect.stringContaining('I cannot make that.'),
    })
  })

  test('a 400 while it runs is no end of it; an id that is not known is', async () => {
    const { server, clip, run } = await setUp('gemini-video')
    const bad = {
      http: { status: 400, body: { error: { code: 400, message: 'Request contains an invalid argument.' } } },
    }
    const content = [{ type: 'video', uri: `${server.url}/v1beta/files/clip0:download` }]
    ;(server as Awaited<ReturnType<typeof fakeGoogleVideo>>).next(bad, {
      status: 'completed',
      steps: [{ type: 'model_output', content }],
    })
    expect(await run(clip())).toHaveProperty('done')
    expect(await run(clip({ maybeSent: true, handle: 'v1_gone' }))).toMatchObject({
      class: 'config',
      message: expect.stringContaining('deleted there'),
    })
  })

  test('an operation that ends in an error, or is filtered, says why', async () => {
    const { server, clip, run } = await setUp('veo')
    const google = server as Awaited<ReturnType<typeof fakeGoogleVideo>>
    google.next({
      done: true,
      error: { code: 3, message: 'Last frame must have the same aspect ratio as the first frame.' },
    })
    expect(await run(clip())).toMatchObject({ class: 'config', message: expect.stringContaining('same aspect ratio') })
    google.next({ done: true, response: { generateVideoResponse: { raiMediaFilteredReasons: ['It shows a minor.'] } } })
    expect(await run(clip())).toMatchObject({ class: 'refused', message: expect.stringContaining('It shows a minor.') })
  })
})

test('Veo in a project of its own on Vertex: with an access token, asked by its own call, the clip within the answer (backends.md 4.2)', async () => {
  const server = await fakeGoogleVideo()
  const baseUrl = `${server.url}/v1/projects/p/locations/l/publishers/google`
  const profile = testProfile({ kind: 'veo', baseUrl, keyHeader: 'Authorization', model: 'veo-test' })
  const request = testClip(profile, { key: server.key })
  const made = await clipOutcomeOf(request)
  if (!('done' in made)) throw new Error(made.message)
  expect(made.done.seconds).toBeCloseTo(4, 1)
  expect(server.made.map(({ stills }) => stills)).toEqual([request.bytes])
  const told = made.events.find((event) => event.type === 'handle')!
  expect(await clipOutcomeOf({ ...request, maybeSent: true, handle: told.handle })).toHaveProperty('done')
  expect(server.made).toHaveLength(1)
  server.next({ done: false }, { done: true, response: { videos: [{ gcsUri: 'gs://bucket/clip.mp4' }] } })
  expect(await clipOutcomeOf(request)).toMatchObject({
    class: 'config',
    message: expect.stringContaining('storageUri'),
  })
  server.next({ done: true, response: { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['It shows a minor.'] } })
  expect(await clipOutcomeOf(request)).toMatchObject({ class: 'refused', message: expect.stringContaining('a minor') })
  const test = (key: string) =>
    remoteGenerators.veo.test({ type: 'test', id: 't', profile, key }, new AbortController().signal)
  expect((await test(server.key)).text).toContain('answers')
  await expect(test('old')).rejects.toMatchObject({ errorClass: 'auth' })
  await expect(test('old')).rejects.toThrow(/^(?!.*Bearer old)/)
})

test('Omni is told by tags which picture is which, others are not (backends.md 4.1, 10.2)', () => {
  expect(clipDialect('She turns.', 'gemini-video', 2)).toBe(
    '[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2]\nShe turns.',
  )
  expect(clipDialect('She turns.', 'gemini-video', 1)).toBe('[# Sources <FIRST_FRAME>@Image1]\nShe turns.')
  expect(clipDialect('She turns.', 'veo', 2)).toBe('She turns.')
})
