import { describe, expect, test } from 'vitest'
import type { ProfileFields } from '@shared/domain/passes/profileRules'
import type { CallRequest } from '../generatorContract'
import { fakeOpenai } from '../../testing/servers/openaiServer'
import { outcomeOf, testCall, testProfile } from '../../testing/remoteCall'
import type { Trouble } from '../../testing/servers/httpServer'
import { openaiImages } from './openaiImages'
import { sizeFor } from './sizeFor'

/** Against a server that follows backends.md 2. */
async function setUp(fields: ProfileFields = {}) {
  const server = await fakeOpenai()
  const profile = testProfile({
    kind: 'openai-images',
    baseUrl: `${server.url}/v1`,
    model: 'gpt-image-test',
    ...fields,
  })
  const call = (given: Partial<CallRequest> = {}) =>
    testCall(profile, { key: server.key, width: 1920, height: 1080, ...given })
  return {
    server,
    profile,
    call,
    run: (request: CallRequest, signal?: AbortSignal) => outcomeOf(request, signal),
  }
}
const edits = 'POST /v1/images/edits'

describe('a call', () => {
  test('sends the pictures in the order of the manifest, with the right bytes, and asks for the film’s shape', async () => {
    const { server, call, run } = await setUp()
    const request = call()
    expect(await run(request)).toMatchObject({ done: { width: 1792, height: 1008, mime: 'image/png' } })
    expect(server.made).toEqual([
      {
        path: '/v1/images/edits',
        fields: { model: 'gpt-image-test', prompt: request.prompt, n: '1', size: '1792x1008', output_format: 'png' },
        images: request.bytes,
      },
    ])
    expect(server.requests).toHaveLength(1)
  })

  test('without pictures is a generation', async () => {
    const { server, call, run } = await setUp({
      extra: [
        { name: 'quality', value: 'high' },
        { name: 'n', value: '1' },
      ],
    })
    expect(await run(call({ references: [] }))).toHaveProperty('picture')
    expect(server.made).toMatchObject([
      { path: '/v1/images/generations', fields: { quality: 'high', n: 1 }, images: [] },
    ])
  })

  test('takes sixteen pictures', async () => {
    const { server, call, run } = await setUp()
    const request = call()
    const references = Array.from({ length: 16 }, (_, i) => ({ ...request.references[i % 3]!, index: i + 1 }))
    expect(await run({ ...request, references })).toHaveProperty('picture')
    expect(server.made[0]!.images).toEqual(references.map((_, i) => request.bytes[i % 3]))
  })

  test('sends what the profile adds over ours, and leaves out what it empties', async () => {
    const { server, call, run } = await setUp({
      extra: [
        { name: 'size', value: '1024x1024' },
        { name: 'output_format', value: '' },
        { name: 'background', value: 'opaque' },
      ],
    })
    expect(await run(call())).toHaveProperty('picture')
    expect(server.made[0]!.fields).toMatchObject({ size: '1024x1024', background: 'opaque' })
    expect(server.made[0]!.fields).not.toHaveProperty('output_format')
  })

  test('that may have been sent before is not sent', async () => {
    const { server, call, run } = await setUp()
    expect(await run(call({ maybeSent: true }))).toMatchObject({
      class: 'unknownOutcome',
      message: expect.stringContaining('usage page'),
    })
    expect(server.requests).toEqual([])
  })
})

describe('what goes wrong', () => {
  const error = (status: number, fields: object, headers: Record<string, string> = {}) => ({
    status,
    headers,
    body: { error: fields },
  })
  const after = async (does: Trouble['does'], given: Partial<CallRequest> = {}) => {
    const { server, call, run } = await setUp()
    server.trouble({ at: edits, does, times: Infinity })
    const outcome = await run(call(given))
    return { ...outcome, sent: server.requests.length }
  }

  test('a refusal is one, in the provider’s words', async () => {
    const moderated = {
      type: 'image_generation_user_error',
      code: 'moderation_blocked',
      message: 'Your request was rejected. safety_violations=[violence].',
    }
    expect(await after(error(400, moderated))).toMatchObject({
      class: 'refused',
      message: expect.stringContaining('safety_violations=[violence]'),
      sent: 1,
    })
  })

  test('a hurried call waits as long as each form of the answer says', async () => {
    const hurried = { type: 'requests', code: 'rate_limit_exceeded', message: 'Slow down.' }
    const waits = async (headers: Record<string, string>) => {
      const { class: errorClass, waitMs } = (await after(error(429, hurried, headers))) as {
        class: string
        waitMs?: number
      }
      expect(errorClass).toBe('rate')
      return waitMs
    }
    expect(await waits({ 'retry-after-ms': '1500' })).toBe(1500)
    expect(await waits({ 'retry-after': '20' })).toBe(20_000)
    const date = await waits({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() })
    expect(date).toBeGreaterThan(50_000)
    expect(date).toBeLessThanOrEqual(60_000)
    expect(await waits({})).toBeUndefined()
    expect(await waits({ 'retry-after': 'soon' })).toBeUndefined()
  })

  test('a spent quota stops', async () => {
    const spent = {
      type: 'insufficient_quota',
      code: 'insufficient_quota',
      message: 'You exceeded your current quota.',
    }
    expect(await after(error(429, spent, { 'retry-after': '1' }))).toMatchObject({ class: 'quota' })
    expect(await after(error(429, { message: 'No.' }, { 'x-should-retry': 'false' }))).toMatchObject({ class: 'quota' })
  })

  test('an error of the server is tried again, one of a gateway leaves the outcome open', async () => {
    expect(await after(error(500, { message: 'Oops' }))).toMatchObject({ class: 'transient' })
    expect(await after({ status: 503, body: 'busy' })).toMatchObject({ class: 'transient' })
    expect(await after({ status: 504, body: '<html>' })).toMatchObject({ class: 'unknownOutcome' })
    expect(await after({ status: 502, body: '<html>' })).toMatchObject({ class: 'unknownOutcome' })
  })

  test('a wrong key says so without repeating it', async () => {
    const { server, call, run } = await setUp()
    const wrong = await run(call({ key: 'sk-wrong-key-123456' }))
    expect(wrong).toMatchObject({
      class: 'auth',
      message: expect.stringContaining('Incorrect API key provided: …. Check the key'),
    })
    expect(JSON.stringify(wrong)).not.toContain('sk-wrong')
    expect(await run(call({ key: null }))).toMatchObject({
      class: 'auth',
      message: expect.stringContaining('no key on this machine'),
    })
    expect(server.requests).toHaveLength(1)
  })

  test('an answer that is lost leaves the outcome open, wherever it is lost; nothing is sent twice', async () => {
    for (const does of ['refuse', 'lose', 'cut'] as const)
      expect(await after(does)).toMatchObject({
        class: 'unknownOutcome',
        message: expect.stringContaining('may have been made and charged'),
        sent: 1,
      })
    const { server, profile, call, run } = await setUp()
    for (const does of ['hang', 'drip'] as const) {
      server.trouble({ at: edits, does })
      const request = call({ profile: { ...profile, timeoutSeconds: 1 } })
      expect(await run(request)).toMatchObject({ class: 'unknownOutcome' })
    }
  })

  test('a server that is not there was sent nothing', async () => {
    const { server, call, run } = await setUp()
    await server.stop()
    expect(await run(call())).toMatchObject({ class: 'transient', message: expect.stringContaining('does not answer') })
    await server.start()
  })

  test('garbage, no picture, a wrong type, half a picture and a huge answer are none', async () => {
    const b64 = (bytes: Buffer) => ({ body: { data: [{ b64_json: bytes.toString('base64') }] } })
    expect(await after({ body: 'hello' })).toMatchObject({
      class: 'config',
      message: expect.stringContaining('answered without a picture'),
    })
    expect(await after({ body: { data: [] } })).toMatchObject({ class: 'config' })
    expect(await after({ body: { data: [{ b64_json: '%%%' }] } })).toMatchObject({ class: 'config' })
    expect(await after(b64(Buffer.from('GIF89a not this')))).toMatchObject({
      message: expect.stringContaining('no PNG, JPEG or WebP'),
    })
    const { call, run } = await setUp()
    const made = await run(call())
    const whole = 'picture' in made ? made.picture : Buffer.alloc(0)
    expect(await after(b64(whole.subarray(0, 200)))).toMatchObject({ class: 'config' })
    expect(await after({ body: Buffer.alloc(95_000_000, 32) })).toMatchObject({
      class: 'config',
      message: expect.stringContaining('more than 90 MB'),
    })
  })

  test('a redirect is not followed and carries no key', async () => {
    const elsewhere = await fakeOpenai()
    for (const status of [301, 302, 307, 308])
      expect(await after({ status, headers: { location: `${elsewhere.url}/v1/images/edits` } })).toMatchObject({
        class: 'config',
        message: expect.stringContaining('Put that address into the profile'),
      })
    expect(elsewhere.requests).toEqual([])
  })

  test('a picture behind an address elsewhere is not asked for over plain http', async () => {
    const elsewhere = await fakeOpenai()
    expect(await after({ body: { data: [{ url: `${elsewhere.url}/picture.png` }] } })).toMatchObject({
      class: 'unknownOutcome',
    })
    expect(elsewhere.requests).toEqual([])
  })

  test('a cancel ends the call', async () => {
    const { server, call, run } = await setUp()
    server.trouble({ at: edits, does: 'hang' })
    const stop = new AbortController()
    const running = run(call(), stop.signal)
    await expect.poll(() => server.requests.length).toBe(1)
    stop.abort()
    expect(await running).toMatchObject({ class: 'refused', message: 'Cancelled.' })
  })
})

describe('a test of the connection', () => {
  test('looks for the model and makes nothing', async () => {
    const { server, profile } = await setUp()
    const tested = async (changes: object, key: string | null = server.key) => {
      try {
        const request = { type: 'test' as const, id: 't', profile: { ...profile, ...changes }, key }
        return (await openaiImages.test(request, new AbortController().signal)).text
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(await tested({})).toMatch(/answers and has gpt-image-test\.$/)
    expect(await tested({ model: 'other' })).toContain('has no model called other')
    expect(await tested({}, 'sk-wrong')).toContain('Check the key')
    expect(await tested({ baseUrl: server.url })).toContain('answers')
    expect(server.made).toEqual([])
  })
})

test('the size asked for is the film’s shape in whole steps', () => {
  expect(sizeFor(1920, 1080)).toBe('1792x1008')
  expect(sizeFor(1080, 1920)).toBe('1008x1792')
  expect(sizeFor(1920, 1920)).toBe('1920x1920')
  expect(sizeFor(1920, 1440)).toBe('1920x1440')
  expect(sizeFor(1920, 804)).toMatch(/^\d+x\d+$/)
  expect(() => sizeFor(1920, 500)).toThrow('three times')
})
