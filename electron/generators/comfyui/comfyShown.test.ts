import { describe, expect, test } from 'vitest'
import type { ProfileFields } from '@shared/domain/passes/profileRules'
import { pixelsOf } from '../../testing/pixels'
import { pngBytes } from '../../testing/png'
import { outcomeOf, testCall, testProfile } from '../../testing/remoteCall'
import { comfyImageNodes, comfyMaskWorkflow, comfyWorkflow, fakeComfy } from '../../testing/servers/comfyServer'
import type { CallRequest, GeneratorEvent, PreviewEvent } from '../generatorContract'
import { comfyui } from './comfyui'

/** Against a server that follows backends.md 1. */
async function setUp(version: 'new' | 'old', graph: object, fields: ProfileFields = {}) {
  const server = await fakeComfy(version)
  const workflow = { file: 'edit.json', text: JSON.stringify(graph) }
  const profile = testProfile({ kind: 'comfyui', baseUrl: server.url, workflow, timeoutSeconds: 20, ...fields })
  return { server, call: (given: Partial<CallRequest> = {}) => testCall(profile, given) }
}

describe('previews', () => {
  for (const version of ['new', 'old'] as const)
    test(`of the own job are told as small JPEGs, those of others and what is no picture are not (${version})`, async () => {
      const { server, call } = await setUp(version, comfyWorkflow)
      server.runsAtOnce = false
      const told: PreviewEvent[] = []
      const report = (event: GeneratorEvent) => event.type === 'preview' && told.push(event)
      const stop = new AbortController()
      const running = comfyui.call!(call(), report, stop.signal)
      await expect.poll(() => server.queued.length, { timeout: 5000 }).toBe(1)
      const [job] = server.queued
      const picture = pngBytes(1024, 576, [40, 90, 160])
      server.preview({ ...job!, id: 'another job' }, picture)
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(told).toEqual([])
      server.preview(job!, Buffer.alloc(5000, 7))
      await new Promise((resolve) => setTimeout(resolve, 300))
      server.preview(job!, picture)
      await expect.poll(() => told.length, { timeout: 5000 }).toBe(1)
      const bytes = Buffer.from(told[0]!.picture, 'base64')
      expect(await pixelsOf(bytes)).toMatchObject({ format: 'jpeg', width: 640, height: 360 })
      // As fast as they come, the eye needs no more than some.
      for (let i = 0; i < 40; i++) server.preview(job!, picture)
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(told.length).toBeLessThan(6)
      server.finish()
      await running
    })
})

describe('a mask', () => {
  const region = [{ x: 0.5, y: 0.25, width: 0.5, height: 0.75 }]

  test('of a later pass is white where may be drawn, in the size of its base plate; one of a first pass is white everywhere', async () => {
    const { server, call } = await setUp('new', comfyMaskWorkflow)
    const request = call({ region })
    expect(await outcomeOf(request)).toHaveProperty('picture')
    expect(await outcomeOf(call())).toHaveProperty('picture')
    const [later, first] = server.queued
    expect(server.pictures(later!, comfyImageNodes)).toEqual(request.bytes)
    expect(JSON.stringify(server.queued)).not.toContain('author')
    const [mask, whole] = await Promise.all([later, first].map((job) => pixelsOf(server.pictures(job!, ['50'])[0]!)))
    expect([mask!.width, mask!.height]).toEqual([8, 6])
    const red = (x: number, y: number) => mask!.at(x, y)[0]
    expect([red(0, 0), red(3, 5), red(4, 0), red(4, 2), red(7, 5)]).toEqual([0, 0, 0, 255, 255])
    expect([whole!.width, whole!.height]).toEqual([96, 54])
    expect(whole!.reds.every((value) => value === 255)).toBe(true)
  })

  test('is found in a workflow that loads one', async () => {
    const { call } = await setUp('new', comfyMaskWorkflow)
    expect(call().profile.nodeMap).toMatchObject({ mask: { node: '50', input: 'image' }, images: [{}, {}, {}] })
  })
})

describe('answers that never end or are too large', () => {
  test('a slow drip is given up, the job stays known, and the next try fetches its picture', async () => {
    const { server, call } = await setUp('new', comfyWorkflow, { timeoutSeconds: 5 })
    server.trouble({ at: 'GET /view', does: 'drip' })
    const request = call()
    const lost = await outcomeOf(request)
    expect(lost).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('asked for it first') })
    expect(await outcomeOf({ ...request, maybeSent: true })).toHaveProperty('picture')
    expect(server.queued).toHaveLength(1)
  }, 20_000)

  test('a huge picture is not read to its end', async () => {
    const { server, call } = await setUp('new', comfyWorkflow)
    server.trouble({ at: 'GET /view', does: { body: Buffer.alloc(85_000_000, 7) } })
    expect(await outcomeOf(call())).toMatchObject({
      class: 'config',
      message: expect.stringContaining('more than 80 MB'),
    })
  })

  test('a server that goes away while it works is waited for a while; then the job waits for the user', async () => {
    const { server, call } = await setUp('new', comfyWorkflow, { timeoutSeconds: 8 })
    server.runsAtOnce = false
    const request = call()
    const running = outcomeOf(request)
    await expect.poll(() => server.queued.length, { timeout: 5000 }).toBe(1)
    await server.stop()
    expect(await running).toMatchObject({ class: 'unknownOutcome' })
    await server.start()
    server.runsAtOnce = true
    server.finish()
    expect(await outcomeOf({ ...request, maybeSent: true })).toHaveProperty('picture')
    expect(server.queued).toHaveLength(1)
  }, 20_000)

  test('only what came of an earlier try is fetched where nothing may be sent any more', async () => {
    const { server, call } = await setUp('new', comfyWorkflow)
    expect(await outcomeOf(call({ maybeSent: true, askOnly: true }))).toMatchObject({
      class: 'config',
      message: expect.stringContaining('does not know the picture any more'),
    })
    expect(server.queued).toEqual([])
  })
})
