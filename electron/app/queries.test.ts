import { expect, test } from 'vitest'
import { generate } from '../services/generate'
import { testSession } from '../testing/testSession'
import { dispatch } from '../commit/dispatch'
import { runQuery } from './queries'

test('freshness tells that a result failed, and why, until a take comes after it', async () => {
  const s = testSession()
  const shotId = s.sample.roomShots[0]!.id
  const endFrame = () => (runQuery(s.project, 'freshness', { shot: shotId }) as { endFrame: unknown }[])[0]!.endFrame
  const make = () =>
    generate(s.project, s.queue, {
      stage: 10,
      scope: 'all',
      shotIds: [shotId],
      frames: ['end'],
      generatorId: 'open',
    })
  const extras = Array.from(
    { length: 10 },
    (_, i) => dispatch(s.project, 'asset.create', { name: `Extra ${i}`, type: 'character' }).created.assets![0]!,
  )
  for (const assetId of extras) dispatch(s.project, 'assignment.set', { shotId, assetId, presence: 'throughout' })
  expect(endFrame()).toMatchObject({ status: 'missing' })
  await make()
  expect(endFrame()).toMatchObject({ status: 'failed', error: expect.stringContaining('Left over: Extra') })
  for (const assetId of extras) dispatch(s.project, 'asset.delete', { assetId })
  await make()
  expect(endFrame()).toMatchObject({ status: 'fresh', causes: [] })
})

test('takes are listed with the numbering that was sent, their passes and what the user said of them', async () => {
  const s = testSession()
  const shotId = s.sample.roomShots[0]!.id
  dispatch(s.project, 'assignment.set', { shotId, assetId: s.sample.letter.id, presence: 'throughout' })
  await generate(s.project, s.queue, {
    stage: 10,
    scope: 'chosen',
    shotIds: [shotId],
    frames: ['end'],
    generatorId: 'open',
  })
  const takes = () =>
    (runQuery(s.project, 'takes', { shot: shotId }) as Record<string, unknown>[]).filter((t) => t.kind === 'endFrame')
  const [take] = takes()
  expect(take).toMatchObject({ shotId, chosen: true, locked: false, generatorId: 'open' })
  expect(take!.passes).toMatchObject([
    {
      index: 1,
      references: [
        { index: 1, name: 'Alice' },
        { index: 2, name: 'Bob' },
        { index: 3, name: 'Living Room' },
      ],
      prompt: expect.stringContaining('Image #1: Alice'),
    },
    {
      index: 2,
      references: [{ index: 1, name: 'pass 1', role: 'base' }, { name: 'Letter' }],
      prompt: expect.stringContaining('Image #1: base plate'),
    },
  ])
  dispatch(s.project, 'take.lock', { takeId: take!.id, locked: true })
  expect(takes()).toMatchObject([{ locked: true }])
})
