import { expect, test } from 'vitest'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import { sendPreview, type SendRequest } from '@shared/domain/results/sendPreview'
import { dispatch } from '../commit/dispatch'
import { testSession } from '../testing/testSession'
import { generate } from './generate'

/** What is told before is what is done: calls, shared stills, and what stays. */
async function compared(request: SendRequest, before: (s: ReturnType<typeof testSession>) => Promise<unknown> | void) {
  const s = testSession()
  const run = (name: string, input: unknown) => dispatch(s.project, name, input)
  run('profile.create', {
    id: 'service',
    kind: 'openai-images',
    model: 'm',
    keyHeader: null,
    maxImages: 2,
    newSubjectsPerPass: 1,
  })
  run('project.update', { stage10GeneratorId: 'service' })
  // The rows of the sample's pictures have no files; only names of them are sent here.
  s.project.media.pathToRead = (media) => `/${media.id}`
  await before(s)
  const told = sendPreview(s.project.records, request, stageProfile(s.project.records, 10))
  const sent = s.context.generators.calls.length
  const outcomes = await generate(s.project, s.queue, { stage: 10, ...(request as object), scope: request.scope })
  const calls = s.context.generators.calls.slice(sent)
  expect(calls.map((call) => call.prompt).toSorted()).toEqual(
    told.stills.flatMap((still) => still.passes.flatMap((pass) => (pass.stays ? [] : [pass.prompt]))).toSorted(),
  )
  expect(calls).toHaveLength(told.calls)
  const numbers = told.stills.flatMap((still) =>
    still.passes
      .filter((pass) => !pass.stays)
      .map((pass) => pass.references.flatMap((r) => (r.index === null ? [] : [r.name]))),
  )
  expect(calls.map((call) => call.references.map((r) => r.name)).toSorted()).toEqual(numbers.toSorted())
  const count = (outcome: string) => outcomes.filter((o) => o.outcome === outcome).length
  expect(outcomes.filter((o) => o.sharedWith)).toHaveLength(
    told.shared.length + told.stills.reduce((sum, still) => sum + still.also.length, 0),
  )
  expect(count('fresh')).toBe(told.fresh)
  expect(count('skipped')).toBe(told.approved.length)
  expect(count('failed')).toBe(told.refused.length)
  return { told, calls }
}

test('of everything for the first time, with the stills that are shared', async () => {
  const { told } = await compared({ scope: 'all' }, () => {})
  expect(told.stills.length).toBeGreaterThan(3)
  expect(told.calls).toBeGreaterThan(told.stills.length)
})

test('of what went stale after an edit: fresh passes stay, approved takes too', async () => {
  const { told } = await compared({ scope: 'all' }, async (s) => {
    const shots = s.sample.roomShots
    await generate(s.project, s.queue, { stage: 10, scope: 'all' })
    const take = s.project.records.list('takesMadeFor', `${shots[1]!.id}/startFrame`).at(-1)!
    dispatch(s.project, 'take.lock', { takeId: take.id, locked: true })
    for (const shot of shots) dispatch(s.project, 'shot.update', { shotId: shot.id, text: 'Bob looks up.' })
  })
  expect(told.approved).toHaveLength(1)
  expect(told.fresh).toBeGreaterThan(0)
  expect(told.stills.every((still) => still.causes.length > 0)).toBe(true)
})

test('of one still again, and of its last pass', async () => {
  for (const fromPass of [undefined, 2])
    await compared({ scope: 'chosen', shotIds: [], frames: ['start'], fromPass }, async () => {})
  const one = async (fromPass: number | undefined) => {
    const s = testSession()
    const shotId = s.sample.roomShots[1]!.id
    s.close()
    return compared({ scope: 'chosen', shotIds: [shotId], frames: ['start'], fromPass }, async (own) => {
      await generate(own.project, own.queue, { stage: 10, scope: 'all' })
    })
  }
  const all = await one(undefined)
  expect(all.told.stills[0]!.passes.map((pass) => pass.stays)).toEqual(all.told.stills[0]!.passes.map(() => false))
  const last = await one(2)
  expect(last.told.stills[0]!.passes[0]!.stays).toBe(true)
})

test('a frame that cannot be planned is named with the reason, and not sent', async () => {
  const { told } = await compared({ scope: 'all' }, (s) => {
    dispatch(s.project, 'profile.update', { profileId: 'service', maxPasses: 1 })
  })
  expect(told.refused.length).toBeGreaterThan(0)
  expect(told.refused[0]!.reason).toContain('the plan needs')
})
