import { describe, expect, test } from 'vitest'
import { chosenTake } from '@shared/domain/lookup'
import { freshnessOf } from '@shared/domain/results/freshness'
import { crowd, type Crowd } from '../testing/crowd'

const chosen = (c: Crowd) => chosenTake(c.project.records, c.shotId, 'startFrame')?.id
const picturesOf = (c: Crowd, takeId: string) =>
  c.project.records.list('passesOfTake', takeId).map(({ mediaId }) => mediaId)

describe('candidates of a still', () => {
  test('are made as asked for; the first stands, the others lie beside it until one is picked, which can be undone', async () => {
    const c = await crowd('openai-images')
    expect(await c.make({ candidates: 3 })).toMatchObject([
      { outcome: 'made', detail: '' },
      { outcome: 'made', detail: '' },
      { outcome: 'made', detail: '' },
    ])
    const takes = c.takes()
    expect(takes).toHaveLength(3)
    const passes = picturesOf(c, takes[0]!.id).length
    expect(c.openai!.made).toHaveLength(3 * passes)
    expect(new Set(takes.flatMap((take) => picturesOf(c, take.id))).size).toBe(3 * passes)
    expect(chosen(c)).toBe(takes[0]!.id)
    c.run('take.choose', { shotId: c.shotId, kind: 'startFrame', takeId: takes[2]!.id })
    expect(chosen(c)).toBe(takes[2]!.id)
    c.restart()
    c.project.undo()
    expect(chosen(c)).toBe(takes[0]!.id)
    expect(c.takes()).toHaveLength(3)
    expect(c.queue.view()).toMatchObject(
      [1, 2, 3].map((nth) => ({ state: 'done', candidate: { nth, of: 3 }, calls: passes })).reverse(),
    )
  })

  test('from a pass on keep the passes before it, all of them the same, whichever is picked meanwhile', async () => {
    const c = await crowd('openai-images')
    await c.make()
    const [first] = c.takes()
    const before = picturesOf(c, first!.id)
    const sent = c.openai!.made.length
    await c.make({ scope: 'chosen', fromPass: 2, candidates: 2 })
    const [, a, b] = c.takes()
    for (const take of [a, b]) expect(picturesOf(c, take!.id)[0]).toBe(before[0])
    expect(picturesOf(c, a!.id)[1]).not.toBe(picturesOf(c, b!.id)[1])
    expect(c.openai!.made).toHaveLength(sent + 2 * (before.length - 1))
    // What stood was fresh: it stays until the user picks.
    expect(chosen(c)).toBe(first!.id)
  })

  test('take the place of a stale still, but never of an approved one', async () => {
    const c = await crowd('openai-images')
    await c.make()
    const [stood] = c.takes()
    c.run('shot.update', { shotId: c.shotId, text: 'They all wait in the cold.' })
    expect(freshnessOf(c.project.records, c.shotId, 'startFrame').status).toBe('stale')
    await c.make({ candidates: 2 })
    expect(chosen(c)).toBe(c.takes()[1]!.id)
    c.run('take.choose', { shotId: c.shotId, kind: 'startFrame', takeId: stood!.id })
    c.run('take.lock', { takeId: stood!.id, locked: true })
    expect(await c.make({ candidates: 2 })).toMatchObject([{ outcome: 'skipped' }])
    expect(chosen(c)).toBe(stood!.id)
  })

  test('one that fails leaves the others; what may have been made stays on the list', async () => {
    const c = await crowd('openai-images')
    c.openai!.trouble({ at: 'POST /v1/images/edits', does: 'lose', times: 1 })
    expect(await c.make({ candidates: 2 })).toMatchObject([{ outcome: 'failed' }, { outcome: 'made' }])
    expect(c.states()).toEqual(['unknownOutcome', 'done'])
    expect(chosen(c)).toBe(c.takes()[0]!.id)
  })
})

describe('a call that is out while what it is made from changes, and the application ends', () => {
  /** The first call is out, the shot changes, and the application starts anew. */
  async function late(passOut: 'first' | 'last') {
    const c = await crowd('comfyui', passOut === 'last' ? { newSubjectsPerPass: 5, maxImages: 3 } : {})
    c.comfy!.runsAtOnce = false
    void c.make()
    const planned = () => c.comfy!.queued.length
    await expect.poll(planned, { timeout: 5000 }).toBe(1)
    const total = Number(/Pass 1 of (\d+)/.exec(String(c.comfy!.queued[0]!.graph['6']!.inputs['prompt']))?.[1])
    if (passOut === 'last')
      for (let pass = 2; pass <= total; pass++) {
        c.comfy!.finish()
        await expect.poll(planned, { timeout: 5000 }).toBe(pass)
      }
    const sent = planned()
    c.run('shot.update', { shotId: c.shotId, text: 'They all wait in the cold.' })
    c.restart()
    return { c, sent, total }
  }

  test('the last one completes the still, which is kept for what it was made from; nothing more is sent', async () => {
    const { c, sent, total } = await late('last')
    c.comfy!.finish()
    await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(1)
    expect(c.comfy!.queued).toHaveLength(sent)
    expect(picturesOf(c, c.takes()[0]!.id)).toHaveLength(total)
    expect(freshnessOf(c.project.records, c.shotId, 'startFrame')).toMatchObject({ status: 'stale' })
    expect(c.states()).toEqual(['done'])
  })

  test('an earlier one is fetched and kept, and no pass after it is sent until the user asks', async () => {
    const { c, sent } = await late('first')
    c.comfy!.finish()
    await expect.poll(() => c.states(), { timeout: 10_000 }).toEqual(['failed'])
    expect(c.queue.view()[0]!.error).toContain('no more was sent')
    expect(c.comfy!.queued).toHaveLength(sent)
    c.comfy!.runsAtOnce = true
    c.queue.retry(c.project.jobs.list().map(({ id }) => id))
    await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(1)
    expect(freshnessOf(c.project.records, c.shotId, 'startFrame')).toMatchObject({ status: 'fresh' })
  })

  test('one that the server forgot is not sent again for other inputs by itself', async () => {
    const { c, sent } = await late('first')
    c.comfy!.forget()
    await expect.poll(() => c.states(), { timeout: 20_000 }).toEqual(['failed'])
    expect(c.comfy!.queued).toHaveLength(sent)
  })
})

describe('stopped after a pass, to be picked', () => {
  const stopped = async () => {
    const c = await crowd('openai-images')
    await c.make({ candidates: 3, stopAfter: 1, scope: 'chosen' })
    return c
  }
  const status = (c: Crowd) => freshnessOf(c.project.records, c.shotId, 'startFrame')

  test('nothing after it is sent, and none of them stands', async () => {
    const c = await stopped()
    expect(c.openai!.made).toHaveLength(3)
    expect(c.takes().map((take) => picturesOf(c, take.id).length)).toEqual([1, 1, 1])
    expect(chosenTake(c.project.records, c.shotId, 'startFrame')).toBeNull()
    expect(status(c).status).toBe('missing')
    c.restart()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(c.openai!.made).toHaveLength(3)
    expect(c.project.jobs.list(['queued', 'running'])).toEqual([])
  })

  test('the one that is chosen is stale, and making it again keeps its passes and makes the others', async () => {
    const c = await stopped()
    const second = c.takes()[1]!
    c.run('take.choose', { shotId: c.shotId, kind: 'startFrame', takeId: second.id })
    expect(status(c)).toMatchObject({
      status: 'stale',
      causes: [expect.stringMatching(/^Only pass 1 of \d is made\.$/)],
    })
    const [kept] = picturesOf(c, second.id)
    expect(await c.make({ scope: 'stale' })).toMatchObject([{ outcome: 'made' }])
    const whole = chosenTake(c.project.records, c.shotId, 'startFrame')!
    const pictures = picturesOf(c, whole.id)
    expect(pictures.length).toBeGreaterThan(1)
    expect(pictures[0]).toBe(kept)
    expect(c.openai!.made).toHaveLength(3 + pictures.length - 1)
    expect(status(c).status).toBe('fresh')
  })

  test('candidates of the next pass go on from the chosen one, and the first of them stands in its place', async () => {
    const c = await stopped()
    c.run('take.choose', { shotId: c.shotId, kind: 'startFrame', takeId: c.takes()[2]!.id })
    await c.make({ candidates: 2, scope: 'stale' })
    const made = c.takes().slice(3)
    expect(new Set(made.map((take) => picturesOf(c, take.id)[0]))).toEqual(
      new Set([picturesOf(c, c.takes()[2]!.id)[0]]),
    )
    expect(chosenTake(c.project.records, c.shotId, 'startFrame')!.id).toBe(made[0]!.id)
  })

  test('a restart on the way stops there too', async () => {
    const c = await crowd('comfyui')
    c.comfy!.runsAtOnce = false
    void c.make({ candidates: 2, stopAfter: 1, scope: 'chosen' })
    await expect.poll(() => c.comfy!.queued.length, { timeout: 5000 }).toBe(1)
    c.restart()
    c.comfy!.runsAtOnce = true
    c.comfy!.finish()
    await expect.poll(() => c.takes().length, { timeout: 10_000 }).toBe(2)
    expect(c.takes().map((take) => picturesOf(c, take.id).length)).toEqual([1, 1])
    expect(c.comfy!.queued).toHaveLength(2)
    expect(chosenTake(c.project.records, c.shotId, 'startFrame')).toBeNull()
  })
})
