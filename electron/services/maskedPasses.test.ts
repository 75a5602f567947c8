import { expect, test } from 'vitest'
import { describeFrame } from '@shared/domain/blocking/describeFrame'
import { editRegion, type PicturePart } from '@shared/domain/passes/editRegion'
import { planOf } from '@shared/domain/passes/passPlan'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import { bytesOf, crowd, expectedCalls, type Crowd } from '../testing/crowd'
import { pixelsOf } from '../testing/pixels'
import { comfyImageNodes, comfyMaskWorkflow } from '../testing/servers/comfyServer'

function regionsOf({ project: { records }, shotId }: Crowd): (PicturePart[] | null)[] {
  const plan = planOf(records, shotId, 'start', stageProfile(records, 10, 'service'))
  return plan.passes.map((pass) => editRegion(describeFrame(records, shotId, 'start'), pass))
}
const raw = async (bytes: Buffer) => {
  const pixels = await pixelsOf(bytes)
  const { width, height } = pixels
  return { width, height, at: (x: number, y: number) => pixels.at(Math.floor(x * width), Math.floor(y * height)) }
}
const isIn = (region: readonly PicturePart[], x: number, y: number) =>
  region.some((p) => x >= p.x && x < p.x + p.width && y >= p.y && y < p.y + p.height)

for (const kind of ['comfyui', 'openai-images'] as const)
  test(`each later pass goes out with a mask of its boxes, and comes back with everything else as it was, in one size, as PNG (${kind})`, async () => {
    const text = JSON.stringify(comfyMaskWorkflow)
    const c = await crowd(kind, kind === 'comfyui' ? { workflow: { file: 'm.json', text } } : { newSubjectsPerPass: 2 })
    expect(await c.make()).toMatchObject([{ outcome: 'made' }])
    const passes = c.project.records.list('passesOfTake', c.takes()[0]!.id)
    expect(passes.length).toBeGreaterThanOrEqual(3)
    const made = passes.map(({ mediaId }) => bytesOf(c, mediaId))
    const sent = c.comfy
      ? c.comfy.queued.map((job) => ({
          prompt: job.graph['6']!.inputs['prompt'],
          images: c.comfy!.pictures(job, comfyImageNodes),
        }))
      : c.openai!.made.map(({ fields, images }) => ({ prompt: fields['prompt'], images }))
    expect(sent).toEqual(expectedCalls(c, made))
    const regions = regionsOf(c)
    const masks = c.comfy
      ? c.comfy.queued.map((job) => c.comfy!.pictures(job, ['50'])[0])
      : c.openai!.made.map(({ marks }) => marks?.bytes)
    for (const [i, region] of regions.entries()) {
      const now = await raw(made[i]!)
      if (i === 0) {
        expect(region).toBeNull()
        if (!c.comfy) expect(masks[0]).toBeUndefined()
        continue
      }
      expect(sent[i]!.prompt).toContain('Change only the masked area of Image #1.')
      expect(c.project.records.must('media', passes[i]!.mediaId)).toMatchObject({ mime: 'image/png' })
      const before = await raw(made[i - 1]!)
      const mask = await raw(masks[i]!)
      expect([now.width, now.height]).toEqual([before.width, before.height])
      expect([mask.width, mask.height]).toEqual([before.width, before.height])
      let changed = 0
      for (let y = 0.005; y < 1; y += 0.01)
        for (let x = 0.005; x < 1; x += 0.01) {
          const inside = isIn(region!, x, y)
          if (mask.at(x, y)[3] === 255) expect(now.at(x, y)).toEqual(before.at(x, y))
          else changed += Number(now.at(x, y).join() !== before.at(x, y).join())
          // The mask covers whole pixels that its boxes touch.
          if (inside) expect(mask.at(x, y)[3]).toBe(0)
        }
      expect(changed).toBeGreaterThan(20)
    }
  }, 60_000)

test('where a service takes frames over the picture they go along, and where it takes neither the words alone do', async () => {
  const c = await crowd('openai-images', { boxForm: 'markup', newSubjectsPerPass: 2 })
  await c.make()
  const [first, ...later] = c.openai!.made
  expect(first).not.toHaveProperty('marks')
  expect(later.length).toBeGreaterThan(0)
  for (const { marks, fields } of later) {
    expect(marks?.name).toBe('markup')
    expect(fields['prompt']).toContain('draw no frames')
  }
  c.run('profile.update', { profileId: 'service', boxForm: 'none' })
  expect(c.project.records.must('profiles', 'service').revision).toBe(2)
  const before = c.openai!.made.length
  await c.make({ scope: 'chosen' })
  for (const { marks, fields } of c.openai!.made.slice(before)) {
    expect(marks).toBeUndefined()
    expect(fields['prompt']).not.toContain('masked area')
  }
})
