import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ProfileFields } from '@shared/domain/passes/profileRules'
import { pngBytes } from '../../testing/png'
import { fakeGemini } from '../../testing/servers/geminiServer'
import type { Reply, Trouble } from '../../testing/servers/httpServer'
import { outcomeOf, testCall, testProfile } from '../../testing/remoteCall'
import { tempFolder } from '../../testing/tempFolder'
import type { CallRequest } from '../generatorContract'
import { geminiImages } from './geminiImages'

/** Against a server that follows backends.md 3. */
async function setUp(fields: ProfileFields = {}) {
  const server = await fakeGemini()
  const kind = 'gemini-images' as const
  const profile = testProfile({ kind, baseUrl: `${server.url}/v1beta`, model: 'gemini-test-image', ...fields })
  const call = (given: Partial<CallRequest> = {}) =>
    testCall(profile, { key: server.key, width: 1920, height: 1080, ...given })
  const run = (request: CallRequest, signal?: AbortSignal) => outcomeOf(request, signal)
  return { server, profile, call, run }
}
const generate = 'POST /v1beta/models/gemini-test-image:generateContent'
const after = async (does: Trouble['does'], given: Partial<CallRequest> = {}) => {
  const { server, call, run } = await setUp()
  server.trouble({ at: generate, does, times: Infinity })
  const outcome = await run(call(given))
  return { ...outcome, sent: server.requests.length }
}
const google = (code: number, status: string, message: string, details: object[] = []): Reply => ({
  status: code,
  body: { error: { code, status, message, details } },
})

describe('a call', () => {
  test('sends each picture under its number, in the order of the manifest, with the right bytes', async () => {
    const { server, call, run } = await setUp()
    const request = call()
    expect(await run(request)).toMatchObject({ done: { width: 1600, height: 900, mime: 'image/png' } })
    const [one, two, three] = request.bytes
    expect(server.made).toEqual([
      {
        config: { responseModalities: ['IMAGE', 'TEXT'], imageConfig: { aspectRatio: '16:9', imageSize: '2K' } },
        parts: ['Image 1:', one, 'Image 2:', two, 'Image 3:', three, request.prompt],
      },
    ])
    expect(server.requests).toHaveLength(1)
  })

  test('asks for the nearest shape, and what the profile adds goes over it', async () => {
    const { server, call, run } = await setUp({
      extra: [
        { name: 'imageSize', value: '4K' },
        { name: 'temperature', value: '0.5' },
        { name: 'responseModalities', value: '' },
      ],
    })
    expect(await run(call({ references: [], width: 1920, height: 804 }))).toHaveProperty('picture')
    expect(server.made).toMatchObject([
      { config: { temperature: 0.5, imageConfig: { aspectRatio: '21:9', imageSize: '4K' } } },
    ])
  })

  test('a picture that is too large goes out smaller', async () => {
    const { server, call, run } = await setUp()
    const path = join(tempFolder(), 'heavy.png')
    writeFileSync(path, Buffer.concat([pngBytes(64, 64, [1, 2, 3]), Buffer.alloc(7_500_000)]))
    expect(await run(call({ references: [{ index: 1, name: 'Heavy', path }] }))).toHaveProperty('picture')
    const sent = server.made[0]!.parts[1] as Buffer
    expect(sent.toString('latin1', 8, 12)).toBe('WEBP')
  })

  test('that may have been sent before is not sent', async () => {
    const { server, call, run } = await setUp()
    expect(await run(call({ maybeSent: true }))).toMatchObject({ class: 'unknownOutcome' })
    expect(server.requests).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('a refusal is one in every form of it, and never tried again', async () => {
    const blocked = { body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } } }
    expect(await after(blocked)).toMatchObject({
      class: 'refused',
      message: expect.stringContaining('PROHIBITED_CONTENT'),
      sent: 1,
    })
    for (const finishReason of ['IMAGE_SAFETY', 'IMAGE_PROHIBITED_CONTENT', 'IMAGE_RECITATION', 'NO_IMAGE', 'SAFETY'])
      expect(
        await after({ body: { candidates: [{ finishReason, finishMessage: 'It cannot be shown.' }] } }),
      ).toMatchObject({ class: 'refused', message: expect.stringContaining(`${finishReason}. It says: It cannot`) })
    const words = { candidates: [{ finishReason: 'STOP', content: { parts: [{ text: 'I only talk.' }] } }] }
    expect(await after({ body: words })).toMatchObject({
      class: 'config',
      message: expect.stringContaining('I only talk.'),
    })
  })

  test('a hurried call waits as long as the body says, a spent day stops', async () => {
    const retry = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '45.837906927s' }
    const quota = (quotaId: string) => ({
      '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
      violations: [{ quotaId, quotaMetric: 'requests' }],
    })
    const hurried = (details: object[]) =>
      google(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota.', details)
    expect(await after(hurried([quota('GenerateRequestsPerMinutePerProject'), retry]))).toMatchObject({
      class: 'rate',
      waitMs: 45_838,
    })
    expect(await after(hurried([]))).toMatchObject({ class: 'rate', waitMs: undefined })
    expect(await after(hurried([{ violations: 'no', retryDelay: 5 }]))).toMatchObject({ class: 'rate' })
    expect(await after(hurried([quota('GenerateRequestsPerDayPerProject'), retry]))).toMatchObject({ class: 'quota' })
  })

  test('a wrong key says so without repeating it', async () => {
    const { call, run } = await setUp()
    const wrong = await run(call({ key: 'AIza-wrong-key' }))
    expect(wrong).toMatchObject({ class: 'auth', message: expect.stringContaining('Check the key') })
    expect(JSON.stringify(wrong)).not.toContain('AIza-wrong')
  })

  test('a lost answer leaves the outcome open; nothing is sent twice', async () => {
    for (const does of ['refuse', 'lose', 'cut'] as const)
      expect(await after(does)).toMatchObject({ class: 'unknownOutcome', sent: 1 })
    expect(await after({ status: 504, body: '<html>' })).toMatchObject({ class: 'unknownOutcome' })
    const { server, profile, call, run } = await setUp()
    server.trouble({ at: generate, does: 'hang' })
    expect(await run(call({ profile: { ...profile, timeoutSeconds: 1 } }))).toMatchObject({ class: 'unknownOutcome' })
  })

  test('an error of the server is tried again; a server that is not there was sent nothing', async () => {
    expect(await after(google(503, 'UNAVAILABLE', 'The model is overloaded.'))).toMatchObject({ class: 'transient' })
    const { server, call, run } = await setUp()
    await server.stop()
    expect(await run(call())).toMatchObject({ class: 'transient' })
    await server.start()
  })

  test('garbage, a wrong type, half a picture and a huge answer are none', async () => {
    const b64 = (data: string) => ({
      body: {
        candidates: [{ finishReason: 'STOP', content: { parts: [{ inlineData: { mimeType: 'image/png', data } }] } }],
      },
    })
    const { call, run } = await setUp()
    const made = await run(call())
    const whole = 'picture' in made ? made.picture : Buffer.alloc(0)
    for (const does of [
      { body: 'hello' },
      { body: [] },
      b64('%%%'),
      b64(Buffer.from('GIF89a not this').toString('base64')),
      b64(whole.subarray(0, 200).toString('base64')),
      { body: Buffer.alloc(95_000_000, 32) },
    ])
      expect(await after(does)).toMatchObject({ class: 'config', sent: 1 })
  })

  test('a redirect is not followed and carries no key; a cancel ends the call', async () => {
    const elsewhere = await fakeGemini()
    expect(await after({ status: 307, headers: { location: elsewhere.url } })).toMatchObject({ class: 'config' })
    expect(elsewhere.requests).toEqual([])
    const { server, call, run } = await setUp()
    server.trouble({ at: generate, does: 'hang' })
    const stop = new AbortController()
    const running = run(call(), stop.signal)
    await expect.poll(() => server.requests.length).toBe(1)
    stop.abort()
    expect(await running).toMatchObject({ class: 'refused', message: 'Cancelled.' })
  })
})

test('a test of the connection looks for the model and makes nothing', async () => {
  const { server, profile } = await setUp()
  const tested = async (changes: object, key: string | null = server.key) => {
    try {
      const request = { type: 'test' as const, id: 't', profile: { ...profile, ...changes }, key }
      return (await geminiImages.test(request, new AbortController().signal)).text
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(await tested({})).toMatch(/answers and has gemini-test-image\.$/)
  expect(await tested({ model: 'other' })).toContain('has no model called other')
  expect(await tested({ model: '' })).toContain('Name the model')
  expect(await tested({}, 'AIza-wrong')).toContain('Check the key')
  expect(server.made).toEqual([])
})
