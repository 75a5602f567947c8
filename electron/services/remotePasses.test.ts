import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshnessOf } from '@shared/domain/results/freshness'
import { bytesOf, crowd, expectedCalls } from '../testing/crowd'
import { comfyImageNodes } from '../testing/servers/comfyServer'

describe('a frame of several passes', () => {
  for (const kind of ['comfyui', 'openai-images'] as const)
    test(`goes out pass by pass, in the order of each manifest with the right bytes, and becomes one take (${kind})`, async () => {
      const c = await crowd(kind)
      expect(await c.make()).toMatchObject([{ outcome: 'made' }])
      const [take] = c.takes()
      const passes = c.project.records.list('passesOfTake', take!.id)
      expect(passes.length).toBeGreaterThanOrEqual(2)
      const sent = c.comfy
        ? c.comfy.queued.map((job) => ({
            prompt: job.graph['6']!.inputs['prompt'],
            images: c.comfy!.pictures(job, comfyImageNodes),
          }))
        : c.openai!.made.map(({ fields, images }) => ({ prompt: fields['prompt'], images }))
      expect(sent).toEqual(
        expectedCalls(
          c,
          passes.map((pass) => bytesOf(c, pass.mediaId)),
        ),
      )
      expect(
        sent.flatMap(({ images }) => images).filter((b) => [...c.pictures.values()].some((p) => p.equals(b))),
      ).toHaveLength(6)
      expect(take).toMatchObject({ mediaId: passes.at(-1)!.mediaId, profileRevision: 1 })
      expect(freshnessOf(c.project.records, c.shotId, 'startFrame').status).toBe('fresh')
      expect(c.project.jobs.list()).toMatchObject([{ state: 'done', handle: null }])
    })
})

test('marks go out as the last picture of each pass, drawn in the size of the still, where the profile takes them', async () => {
  const c = await crowd('openai-images', { takesMarks: true })
  const points = [
    [0.1, 0.2],
    [0.6, 0.7],
  ]
  c.run('mark.add', { shotId: c.shotId, frame: 'start', kind: 'arrow', points })
  expect(await c.make()).toMatchObject([{ outcome: 'made' }])
  const pictures = new Set<string>()
  for (const { fields, images } of c.openai!.made) {
    expect(fields['prompt']).toContain(`Image #${images.length}: marks — `)
    pictures.add(images.at(-1)!.toString('base64'))
  }
  expect(pictures.size).toBe(1)
  const png = Buffer.from([...pictures][0]!, 'base64')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080])
  expect(readdirSync(c.project.media.temporaryFolder())).toEqual([])
})

describe('a kill', () => {
  test('between passes keeps the finished ones; nothing is sent twice', async () => {
    const c = await crowd('openai-images')
    const project = c.project
    const set = project.jobs.set.bind(project.jobs)
    // Nothing is written any more once the first pass is: as if the application had ended there.
    let isKilled = false
    project.jobs.set = (id, fields) => {
      if (isKilled) throw new Error('killed')
      set(id, fields)
      isKilled = fields.handle?.includes('"call":null') ?? false
    }
    expect(await c.make()).toMatchObject([{ outcome: 'failed', detail: 'killed' }])
    expect(c.openai!.made).toHaveLength(1)
    c.restart()
    await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(1)
    const passes = c.project.records.list('passesOfTake', c.takes()[0]!.id)
    expect(isKilled).toBe(true)
    expect(c.openai!.made).toHaveLength(passes.length)
    expect(c.states()).toEqual(['done'])
  })

  test('while a call is out: a server that can say is asked, and the job goes on there', async () => {
    const c = await crowd('comfyui')
    c.comfy!.runsAtOnce = false
    void c.make()
    await expect.poll(() => c.comfy!.queued.length, { timeout: 5000 }).toBe(1)
    c.restart()
    c.comfy!.runsAtOnce = true
    c.comfy!.finish()
    await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(1)
    const passes = c.project.records.list('passesOfTake', c.takes()[0]!.id)
    expect(c.comfy!.queued).toHaveLength(passes.length)
  })

  test('while a call is out: where nobody can say the user decides, and only then it is sent again', async () => {
    const c = await crowd('openai-images')
    c.openai!.trouble({ at: 'POST /v1/images/edits', does: 'hang' })
    void c.make()
    await expect.poll(() => c.openai!.requests.length, { timeout: 5000 }).toBe(1)
    c.restart()
    expect(c.states()).toEqual(['unknownOutcome'])
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(c.openai!.requests).toHaveLength(1)
    c.queue.retry(c.project.jobs.list().map((job) => job.id))
    await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(1)
  })

  test.each(['comfyui', 'openai-images'] as const)(
    'no kill, but the project is closed and opened again while a call of %s is out: its picture is waited for, sent once',
    async (kind) => {
      const c = await crowd(kind)
      let answer = () => {}
      const answered = new Promise<void>((resolve) => (answer = resolve))
      c.openai?.trouble({ at: 'POST /v1/images/edits', does: answered })
      if (c.comfy) c.comfy.runsAtOnce = false
      const calls = () => (c.comfy?.queued ?? c.openai!.made).length
      void c.make()
      await expect.poll(calls, { timeout: 5000 }).toBe(1)
      c.reopen()
      expect(c.states()).toEqual(['running'])
      answer()
      if (c.comfy) c.comfy.runsAtOnce = true
      c.comfy?.finish()
      await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(1)
      expect(calls()).toBe(c.project.records.list('passesOfTake', c.takes()[0]!.id).length)
      expect(c.states()).toEqual(['done'])
    },
  )

  test('of the generator process: a paid call is not sent again by itself, one at a server that can say is found', async () => {
    const paid = await crowd('openai-images')
    paid.openai!.trouble({ at: 'POST /v1/images/edits', does: 'hang' })
    const outcome = paid.make()
    await expect.poll(() => paid.openai!.requests.length, { timeout: 5000 }).toBe(1)
    paid.generators.lose()
    expect(await outcome).toMatchObject([
      { outcome: 'failed', detail: expect.stringContaining('may have been made and charged') },
    ])
    expect(paid.states()).toEqual(['unknownOutcome'])
    expect(paid.openai!.requests).toHaveLength(1)

    const own = await crowd('comfyui')
    own.comfy!.runsAtOnce = false
    const made = own.make()
    await expect.poll(() => own.comfy!.queued.length, { timeout: 5000 }).toBe(1)
    own.generators.lose()
    own.comfy!.runsAtOnce = true
    own.comfy!.finish()
    expect(await made).toMatchObject([{ outcome: 'made' }])
    const passes = own.project.records.list('passesOfTake', own.takes()[0]!.id)
    expect(own.comfy!.queued).toHaveLength(passes.length)
  })
})

test('an answer that is lost, then a retry by the user: the passes before it are not made again', async () => {
  const c = await crowd('openai-images')
  c.openai!.trouble({ at: 'POST /v1/images/edits', does: 'lose', times: 1 })
  expect(await c.make()).toMatchObject([{ outcome: 'failed' }])
  expect(c.states()).toEqual(['unknownOutcome'])
  c.queue.retry(c.project.jobs.list().map((job) => job.id))
  await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(1)
  const passes = c.project.records.list('passesOfTake', c.takes()[0]!.id)
  expect(c.openai!.made).toHaveLength(passes.length + 1)
})

test('no key stands in the project, however a call ends', async () => {
  const c = await crowd('openai-images')
  await c.make()
  const told = JSON.stringify([c.project.jobs.list(), c.project.history(), [...c.project.records.all('profiles')]])
  expect(told).not.toContain(c.openai!.key)
  for (const file of ['project.db', 'project.db-wal']) {
    const bytes = readFileSync(join(c.project.folder, file))
    expect(bytes.includes(c.openai!.key)).toBe(false)
    expect(bytes.length).toBeGreaterThan(0)
  }
})

test('a generator that was deleted meanwhile makes nothing', async () => {
  const c = await crowd('openai-images')
  c.run('profile.delete', { profileId: 'service' })
  await expect(c.make()).rejects.toMatchObject({ code: 'GENERATOR_UNKNOWN' })
  expect(c.openai!.requests).toEqual([])
})
