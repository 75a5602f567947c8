import { describe, expect, test } from 'vitest'
import type { ProfileFields } from '@shared/domain/passes/profileRules'
import { fakeRunway } from '../../testing/servers/runwayServer'
import type { Trouble } from '../../testing/servers/httpServer'
import { outcomeOf, testCall, testProfile } from '../../testing/remoteCall'
import type { CallRequest } from '../generatorContract'
import { runwayImages } from './runwayImages'

/** Against a server that follows backends.md 6.1. */
async function setUp(fields: ProfileFields = {}) {
  const server = await fakeRunway()
  const kind = 'runway-images' as const
  const profile = testProfile({ kind, baseUrl: `${server.url}/v1`, model: 'gpt_image_test', ...fields })
  const call = (given: Partial<CallRequest> = {}) =>
    testCall(profile, { key: server.key, width: 1920, height: 1080, ...given })
  const run = (request: CallRequest, signal?: AbortSignal) => outcomeOf(request, signal)
  const submits = () => server.requests.filter(({ method }) => method === 'POST').length
  return { server, profile, call, run, submits }
}
const create = 'POST /v1/text_to_image'
const idOf = (n: number) => `17f20503-0000-4000-8000-${String(n).padStart(12, '0')}`
const taskAt = (n = 0) => `GET /v1/tasks/${idOf(n)}`
const after = async (at: string, does: Trouble['does'], times = Infinity) => {
  const { server, call, run, submits } = await setUp()
  server.trouble({ at, does, times })
  const outcome = await run(call())
  return { ...outcome, sent: submits() }
}

describe('a call', () => {
  test('sends the pictures with their tags, in the order of the manifest, with the right bytes, and tells its handle', async () => {
    const { server, call, run } = await setUp({ extra: [{ name: 'quality', value: 'high' }] })
    const request = call()
    const outcome = await run(request)
    expect(outcome).toMatchObject({ done: { width: 1920, height: 1088, mime: 'image/png' } })
    const [task] = server.tasks
    expect(task!.images).toEqual(request.bytes.map((bytes, i) => ({ tag: `image${i + 1}`, bytes })))
    expect(task!.body).toMatchObject({ promptText: request.prompt, ratio: '1920:1088', quality: 'high' })
    const events = 'events' in outcome ? outcome.events : []
    expect(events.find(({ type }) => type === 'handle')).toMatchObject({ handle: task!.id })
    expect(events).toContainEqual(expect.objectContaining({ text: 'Taken, 5 credits at most' }))
  })

  test('whose task is known is asked for and not sent again; whose is not is left to the user', async () => {
    const { server, call, run, submits } = await setUp()
    await run(call())
    const handle = server.tasks[0]!.id
    expect(await run(call({ maybeSent: true, handle }))).toHaveProperty('picture')
    expect(submits()).toBe(1)
    expect(await run(call({ maybeSent: true }))).toMatchObject({ class: 'unknownOutcome' })
    expect(submits()).toBe(1)
  })

  test('a task that runs is waited for; one that ended otherwise says why', async () => {
    const { server, call, run } = await setUp()
    server.next({ status: 'RUNNING', progress: 0.4 }, { status: 'SUCCEEDED', output: [`${server.url}/result/x.png`] })
    const outcome = await run(call())
    expect('events' in outcome && outcome.events).toContainEqual(expect.objectContaining({ value: 0.1 + 0.8 * 0.4 }))
    server.next({ status: 'FAILED', failure: 'The prompt was refused.', failureCode: 'SAFETY.INPUT.TEXT' })
    expect(await run(call())).toMatchObject({
      class: 'refused',
      message: expect.stringContaining('prompt was refused'),
    })
    server.next({ status: 'FAILED', failure: 'Out of luck.', failureCode: 'INTERNAL.BAD_OUTPUT.CODE01' })
    expect(await run(call())).toMatchObject({ class: 'config', message: expect.stringContaining('Out of luck') })
    server.next({ status: 'CANCELLED' })
    expect(await run(call())).toMatchObject({ class: 'refused', message: expect.stringContaining('stopped on') })
  })
})

describe('what goes wrong', () => {
  test('while it is sent', async () => {
    for (const does of ['refuse', 'lose', 'cut'] as const)
      expect(await after(create, does)).toMatchObject({ class: 'unknownOutcome', sent: 1 })
    expect(await after(create, { body: 'hello' })).toMatchObject({ class: 'unknownOutcome', sent: 1 })
    expect(
      await after(create, { status: 429, body: { error: 'Slow down' }, headers: { 'retry-after': '7' } }),
    ).toMatchObject({ class: 'rate', waitMs: 7000 })
    expect(await after(create, { status: 400, body: { error: 'You do not have enough credits.' } })).toMatchObject({
      class: 'config',
      message: expect.stringContaining('enough credits'),
    })
    expect(await after(create, { status: 503, body: 'busy' })).toMatchObject({ class: 'transient' })
    const elsewhere = await fakeRunway()
    expect(await after(create, { status: 308, headers: { location: elsewhere.url } })).toMatchObject({
      class: 'config',
    })
    expect(elsewhere.requests).toEqual([])
  })

  test('a question that is lost is asked again; the task is never sent again', async () => {
    expect(await after(taskAt(), 'lose', 1)).toMatchObject({ done: { width: 1920 }, sent: 1 })
    expect(await after(taskAt(), { status: 502, body: '<html>' }, 1)).toMatchObject({ done: { width: 1920 }, sent: 1 })
    expect(await after(taskAt(), { status: 404, body: { error: 'Not found' } })).toMatchObject({
      class: 'config',
      sent: 1,
    })
  })

  test('one that takes too long stays open under its name', async () => {
    const { server, profile, call, run, submits } = await setUp()
    server.next({ status: 'RUNNING', progress: 0.1 })
    const request = call({ profile: { ...profile, timeoutSeconds: 1 } })
    expect(await run(request)).toMatchObject({
      class: 'unknownOutcome',
      message: expect.stringContaining(server.tasks[0]!.id),
    })
    expect(submits()).toBe(1)
  })

  test('results elsewhere over plain http, gone, of a wrong type or damaged are none', async () => {
    const elsewhere = await fakeRunway()
    const { server, call, run } = await setUp()
    server.next({ status: 'SUCCEEDED', output: [`${elsewhere.url}/result/x.png`] })
    expect(await run(call())).toMatchObject({ class: 'unknownOutcome' })
    expect(elsewhere.requests).toEqual([])
    server.next({ status: 'SUCCEEDED', output: [`${server.url}/nothing`] })
    expect(await run(call())).toMatchObject({ class: 'unknownOutcome' })
    server.next({ status: 'SUCCEEDED', output: [] })
    expect(await run(call())).toMatchObject({ class: 'config' })
    server.next({ status: 'SUCCEEDED', output: [`${server.url}/result/x.png`] })
    server.trouble({ at: 'GET /result/x.png', does: { body: Buffer.from('GIF89a') } })
    expect(await run(call())).toMatchObject({ class: 'config', message: expect.stringContaining('no PNG') })
  })

  test('a result that is cut short or huge is none, and its task is not made again', async () => {
    const { server, call, run, submits } = await setUp()
    const made = await run(call())
    const whole = 'picture' in made ? made.picture : Buffer.alloc(0)
    for (const [does, told] of [
      [{ body: whole.subarray(0, Math.floor(whole.length / 2)) }, 'damaged or not complete'],
      [{ body: Buffer.alloc(65_000_000, 7) }, 'more than 60 MB'],
    ] as const) {
      const before = submits()
      server.trouble({ at: `GET /result/${idOf(before)}.png`, does })
      expect(await run(call())).toMatchObject({ class: 'config', message: expect.stringContaining(told) })
      expect(submits()).toBe(before + 1)
    }
  })

  test('a cancel deletes the task', async () => {
    const { server, call, run } = await setUp()
    server.next({ status: 'RUNNING', progress: 0.1 })
    const stop = new AbortController()
    const running = run(call(), stop.signal)
    await expect.poll(() => server.requests.some(({ method }) => method === 'GET')).toBe(true)
    stop.abort()
    expect(await running).toMatchObject({ class: 'refused', message: 'Cancelled.' })
    expect(server.tasks[0]!.isDeleted).toBe(true)
  })
})

test('a test of the connection tells the credits and makes nothing', async () => {
  const { server, profile } = await setUp()
  const signal = new AbortController().signal
  const request = { type: 'test' as const, id: 't', profile, key: server.key }
  expect((await runwayImages.test(request, signal)).text).toContain('420 credits')
  await expect(runwayImages.test({ ...request, key: 'key_wrong' }, signal)).rejects.toThrow('Check the key')
  await expect(runwayImages.test({ ...request, profile: { ...profile, model: '' } }, signal)).rejects.toThrow(
    'Name the',
  )
  expect(server.tasks).toEqual([])
})
