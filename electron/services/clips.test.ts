import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chosenTake, takesOf } from '@shared/domain/lookup'
import { freshnessOf } from '@shared/domain/results/freshness'
import type { LocalClipOrder } from '../commit/context'
import { dispatch } from '../commit/dispatch'
import { testSession } from '../testing/testSession'
import { generate } from './generate'

/** A shot with both stills, in a session that can make clips itself. */
async function session() {
  const s = testSession()
  const shotId = s.sample.roomShots[0]!.id
  const orders: LocalClipOrder[] = []
  const world = { during: (): void | Promise<void> => {} }
  Object.assign(s.context, {
    localClips: {
      async make(order: LocalClipOrder, onProgress: (value: number) => void, signal: AbortSignal) {
        orders.push(order)
        onProgress(0.5)
        await world.during()
        signal.throwIfAborted()
        const path = join(order.outFolder, `clip-${orders.length}.mp4`)
        writeFileSync(path, `clip ${orders.length}`)
        return path
      },
    },
  })
  s.project.media.pathToRead = (media) => `/${media.id}`
  const { records } = s.project
  const edit = (name: string, input: unknown) => dispatch(s.project, name, input)
  const make = async (scope: 'all' | 'stale' | 'chosen' = 'all', shotIds = [shotId]) =>
    (await generate(s.project, s.queue, { stage: 12, scope, shotIds })).map((o) => `${o.outcome}: ${o.detail}`)
  const still = (frame: 'start' | 'end', generatorId = 'local') =>
    generate(s.project, s.queue, { stage: 10, scope: 'chosen', shotIds: [shotId], frames: [frame], generatorId })
  await still('start')
  await still('end')
  return { s, shotId, orders, world, records, edit, make, still }
}
type Made = Awaited<ReturnType<typeof session>>
const status = ({ records, shotId }: Made) => freshnessOf(records, shotId, 'video')

describe('the clip of a shot', () => {
  test('is made from both chosen stills and the motion prompt, and becomes a fresh take', async () => {
    const c = await session()
    expect(status(c).status).toBe('missing')
    expect(await c.make()).toEqual(['made: '])
    const take = chosenTake(c.records, c.shotId, 'video')!
    const [start, end] = (['startFrame', 'endFrame'] as const).map((kind) => chosenTake(c.records, c.shotId, kind)!)
    expect(c.orders).toMatchObject([{ start: `/${start!.mediaId}`, end: `/${end!.mediaId}`, seconds: 4 }])
    expect(take).toMatchObject({ generatorId: 'local', imported: false, prompt: c.orders[0]!.prompt })
    expect(take.prompt).toContain('One continuous shot, no cuts.')
    expect(take.references.map((r) => [r.index, r.role, r.mediaId])).toEqual([
      [1, 'first', start!.mediaId],
      [2, 'last', end!.mediaId],
    ])
    expect(c.records.must('media', take.mediaId)).toMatchObject({ kind: 'video', mime: 'video/mp4', seconds: 4 })
    expect(status(c)).toMatchObject({ status: 'fresh' })
    expect(c.s.project.jobs.list().at(-1)).toMatchObject({ stage: 12, state: 'done', error: null })
    expect(await c.make()).toEqual(['fresh: its inputs did not change'])
  })

  test('turns stale by its stills, its words and its length, each with the cause', async () => {
    const c = await session()
    await c.make()
    await c.still('end', 'open')
    expect(status(c)).toMatchObject({ status: 'stale', causes: ['The end frame changed.'] })
    expect(await c.make('stale')).toEqual(['made: '])
    c.edit('prompt.edit', { shotId: c.shotId, prompt: 'video', text: 'Nobody moves.' })
    expect(status(c).causes).toEqual(['The video prompt changed.'])
    c.s.project.undo()
    c.edit('shot.update', { shotId: c.shotId, durationFrames: 48 })
    expect(status(c).causes).toEqual([expect.stringContaining('The duration is now 2.0 s')])
    expect(c.records.list('takesMadeFor', `${c.shotId}/video`)).toHaveLength(2)
  })

  test('is not made without a still, over an approved one, or where nobody can make it', async () => {
    const c = await session()
    const bare = c.s.sample.roomShots[1]!.id
    expect(await c.make('all', [bare])).toEqual([
      expect.stringMatching(/^skipped: Shot .+ has no (start|end) frame yet, which its clip is made from/),
    ])
    await c.make()
    c.edit('take.lock', { takeId: chosenTake(c.records, c.shotId, 'video')!.id, locked: true })
    c.edit('shot.update', { shotId: c.shotId, durationFrames: 48 })
    expect(await c.make()).toEqual(['skipped: approved; unlock it to make it again'])
    Object.assign(c.s.context, { localClips: undefined })
    c.edit('take.lock', { takeId: chosenTake(c.records, c.shotId, 'video')!.id, locked: false })
    expect(await c.make()).toEqual([expect.stringContaining('skipped: Clips are made by the editor or by a service')])
  })

  test('whose shot changed while it was made is kept beside a fresh one and told; forgetting it takes nothing away', async () => {
    const c = await session()
    await c.make()
    const standing = chosenTake(c.records, c.shotId, 'video')!
    c.world.during = () => {
      c.world.during = () => {}
      // The new one is of two seconds; before it is there the shot lasts four again.
      c.s.project.undo()
    }
    c.edit('shot.update', { shotId: c.shotId, durationFrames: 48 })
    expect(await c.make('chosen')).toEqual([
      expect.stringContaining('made: Kept beside, made for other inputs: The duration is now 4.0 s'),
    ])
    expect(chosenTake(c.records, c.shotId, 'video')!.id).toBe(standing.id)
    expect(takesOf(c.records, c.shotId, 'video')).toHaveLength(2)
    const [told] = c.s.queue.view().filter(({ error }) => error !== null)
    expect(told).toMatchObject({ state: 'done', result: 'video', error: expect.stringContaining('Kept beside') })
    c.s.queue.forget([told!.id])
    expect(c.s.queue.view().filter(({ error }) => error !== null)).toEqual([])
    expect(takesOf(c.records, c.shotId, 'video')).toHaveLength(2)
  })

  test('is called off with its job', async () => {
    const c = await session()
    c.world.during = () => c.s.queue.cancel()
    expect(await c.make()).toEqual(['failed: Cancelled.'])
    expect(takesOf(c.records, c.shotId, 'video')).toEqual([])
  })
})
