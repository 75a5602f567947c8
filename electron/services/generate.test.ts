import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { GenerateRequest } from '@shared/ipc/contract'
import { freshnessOf } from '@shared/domain/results/freshness'
import { chosenTake } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import { dispatch } from '../commit/dispatch'
import { testSession } from '../testing/testSession'
import { generate } from './generate'

/** The sample in a session, with the shot where Alice enters and everybody else stays. */
function session() {
  const s = testSession()
  const shotId = s.sample.roomShots[0]!.id
  const run = (request: Partial<GenerateRequest>) =>
    generate(s.project, s.queue, { stage: 10, scope: 'all', shotIds: [shotId], ...request })
  const outcomes = async (request: Partial<GenerateRequest>) =>
    (await run(request)).map((o) => `${o.result} ${o.outcome}`)
  const edit = (name: string, input: unknown) => dispatch(s.project, name, input)
  const take = (kind: 'startFrame' | 'endFrame') => chosenTake(s.project.records, shotId, kind)
  return { ...s, s, shotId, run, outcomes, edit, take }
}

describe('stage 9', () => {
  test('writes what is missing, leaves what is fresh, writes anew what is stale', async () => {
    const { outcomes, edit, shotId, sample } = session()
    expect(await outcomes({ stage: 9 })).toEqual(['startPrompt made', 'endPrompt made', 'videoPrompt made'])
    expect(await outcomes({ stage: 9 })).toEqual(['startPrompt fresh', 'endPrompt fresh', 'videoPrompt fresh'])
    edit('assignment.set', { shotId, assetId: sample.alice.id, presence: 'throughout' })
    expect(await outcomes({ stage: 9, scope: 'stale' })).toEqual([
      'startPrompt made',
      'endPrompt fresh',
      'videoPrompt made',
    ])
  })

  test('never writes over the user’s words in a batch, and leaves missing ones alone when only stale ones are asked for', async () => {
    const { s, outcomes, edit, shotId } = session()
    edit('prompt.edit', { shotId, prompt: 'start', text: 'My words.' })
    edit('shot.update', { shotId, size: 'wide' })
    expect(await outcomes({ stage: 9, scope: 'stale' })).toEqual(['startPrompt skipped'])
    expect(await outcomes({ stage: 9 })).toEqual(['startPrompt skipped', 'endPrompt made', 'videoPrompt made'])
    expect(s.project.records.list('promptVersionsOf', `${shotId}/start`).map((v) => v.text)).toEqual([
      expect.stringContaining('My words.'),
    ])
  })

  test('is no undo step, and opens a scene that was never opened', async () => {
    const { s, run } = session()
    const scene = s.project.records.list('scenesInOrder').find((x) => x.set === 'CELLAR')!
    const [shot] = s.project.records.list('shotsOfScene', scene.id)
    await run({ stage: 9, shotIds: [shot!.id] })
    expect(s.project.records.list('assignmentsOfShot', shot!.id)).toHaveLength(1)
    expect(s.project.history().map((step) => step.command)).toEqual(['scene.open'])
  })
})

describe('stage 10', () => {
  test('sends today’s words where the writer’s kept ones are stale, and the user’s words as they are', async () => {
    const { run, edit, take, shotId } = session()
    await run({ stage: 9 })
    edit('shot.update', { shotId, text: 'Bob juggles three lemons.' })
    await run({ frames: ['start'] })
    expect(take('startFrame')!.prompt).toContain('juggles three lemons')
    edit('prompt.edit', { shotId, prompt: 'start', text: 'My words.' })
    edit('shot.update', { shotId, text: 'Bob juggles four lemons.' })
    await run({ frames: ['start'] })
    expect(take('startFrame')!.prompt).toContain('My words.')
    expect(take('startFrame')!.prompt).not.toContain('lemons')
  })

  test('makes both stills with their passes, prompt and the numbering that was sent', async () => {
    const { s, outcomes, take, shotId } = session()
    // The sample has a start take without passes; make everything anew.
    expect(await outcomes({ scope: 'chosen' })).toEqual(['startFrame made', 'endFrame made'])
    const made = take('endFrame')!
    expect(made).toMatchObject({
      shotId,
      kind: 'endFrame',
      generatorId: 'local',
      imported: false,
      madeAt: 1_700_000_000_000,
      profileRevision: 1,
    })
    expect(made.prompt).toContain('Image #1: Alice')
    expect(made.references.map((r) => [r.index, r.name, r.role])).toEqual([
      [1, 'Alice', 'identity'],
      [2, 'Bob', 'identity'],
      [3, 'Living Room', 'set'],
    ])
    const passes = s.project.records.list('passesOfTake', made.id)
    expect(passes.map((p) => p.index)).toEqual([1])
    expect(passes.at(-1)!.mediaId).toBe(made.mediaId)
    expect(s.project.media.has(s.project.records.must('media', made.mediaId))).toBe(true)
    expect(s.project.jobs.list().map((j) => j.state)).toEqual(['done', 'done'])
  })

  test('after an edit makes exactly what the edit stales', async () => {
    const { outcomes, edit, shotId, sample, context } = session()
    await outcomes({ scope: 'chosen' })
    expect(await outcomes({})).toEqual(['startFrame fresh', 'endFrame fresh'])
    edit('assignment.set', { shotId, assetId: sample.bob.id, presence: 'exits' })
    const before = context.generators.frames.length
    expect(await outcomes({ scope: 'stale' })).toEqual(['startFrame fresh', 'endFrame made'])
    expect(context.generators.frames).toHaveLength(before + 1)
    expect(await outcomes({ scope: 'stale' })).toEqual(['startFrame fresh', 'endFrame fresh'])
  })

  test('makes only what it is asked for: stale ones, one frame, some shots', async () => {
    const { s, outcomes, edit, shotId } = session()
    edit('shot.update', { shotId, size: 'wide' })
    expect(await outcomes({ scope: 'stale' })).toEqual(['startFrame made'])
    expect(await outcomes({ frames: ['end'] })).toEqual(['endFrame made'])
    expect(s.project.records.count('takes')).toBe(3)
    expect(await outcomes({ scope: 'stale', shotIds: undefined })).toEqual(['startFrame fresh', 'endFrame fresh'])
  })

  test('never replaces an approved take', async () => {
    const { outcomes, edit, take, shotId } = session()
    edit('take.lock', { takeId: take('startFrame')!.id, locked: true })
    edit('shot.update', { shotId, size: 'wide' })
    expect(await outcomes({})).toEqual(['startFrame skipped', 'endFrame made'])
    expect(await outcomes({ scope: 'chosen', frames: ['start'] })).toEqual(['startFrame skipped'])
  })

  test('keeps the passes before the first that changed, byte for byte', async () => {
    const { s, outcomes, edit, take, shotId, sample, context } = session()
    edit('assignment.set', { shotId, assetId: sample.letter.id, presence: 'throughout' })
    await outcomes({ scope: 'chosen', frames: ['end'] })
    const first = s.project.records.list('passesOfTake', take('endFrame')!.id)
    expect(first.map((p) => p.references.map((r) => r.name))).toEqual([
      ['Alice', 'Bob', 'Living Room'],
      ['pass 1', 'Letter'],
    ])
    edit('asset.update', { assetId: sample.letter.id, description: 'a wet letter' })
    await outcomes({ scope: 'stale', frames: ['end'] })
    expect(context.generators.frames.at(-1)!.passes.map((p) => p.index)).toEqual([2])
    const second = s.project.records.list('passesOfTake', take('endFrame')!.id)
    expect(second[0]).toMatchObject({ mediaId: first[0]!.mediaId, digest: first[0]!.digest })
    expect(second[1]!.mediaId).not.toBe(first[1]!.mediaId)
  })

  test('that was edited while it was made is stale at once, and tells what was sent', async () => {
    const { s, outcomes, take, shotId, sample, context } = session()
    const picture = s.project.records.must('looks', sample.alice.defaultLookId).mediaId
    context.generators.during = () => {
      context.generators.during = null
      dispatch(s.project, 'asset.update', { assetId: sample.alice.id, description: 'blonde woman' })
      dispatch(s.project, 'look.update', { lookId: sample.alice.defaultLookId, mediaId: null })
    }
    await outcomes({ frames: ['end'] })
    expect(freshnessOf(s.project.records, shotId, 'endFrame').status).toBe('stale')
    expect(take('endFrame')!.references.find((r) => r.name === 'Alice')!.mediaId).toBe(picture)
    expect(take('endFrame')!.prompt).toContain('red-haired woman')
  })

  test('of a plan that needs too many passes fails with the reason and makes nothing', async () => {
    const { s, run, edit, shotId, context } = session()
    for (let i = 0; i < 10; i++) {
      const { created } = edit('asset.create', { name: `Extra ${i}`, type: 'character' })
      edit('assignment.set', { shotId, assetId: created.assets![0], presence: 'throughout' })
    }
    const answers = await run({ generatorId: 'open', frames: ['end'] })
    expect(answers).toEqual([
      {
        shotId,
        result: 'endFrame',
        outcome: 'failed',
        detail: expect.stringMatching(/^Not made: the plan needs \d passes and 4 are allowed\. Left over: Extra/),
      },
    ])
    expect(context.generators.frames).toEqual([])
    expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toEqual([])
  })

  test('refuses an unknown generator or shot before it makes anything', async () => {
    const { run, context } = session()
    await expect(run({ generatorId: 'nobody' })).rejects.toThrow('There is no generator called nobody.')
    await expect(run({ shotIds: ['gone'] })).rejects.toThrow(Refusal)
    expect(context.generators.requests).toEqual([])
  })
})

test('stage 12 is skipped where nobody makes clips, and says why', async () => {
  const { run, shotId, outcomes } = session()
  await outcomes({ scope: 'chosen' })
  expect(await run({ stage: 12 })).toEqual([
    { shotId, result: 'video', outcome: 'skipped', detail: expect.stringContaining('none is set up for this project') },
  ])
})

describe('one still for two ends', () => {
  /** A scene of two shots with only Bob, who stands still, and no takes. */
  function still() {
    const x = session()
    const { project, sample } = x.s
    const sceneId = dispatch(project, 'scene.create', { heading: 'INT. HALL - DAY' }).created.scenes![0]!
    const [one, two] = [0, 1].map(
      () => dispatch(project, 'shot.create', { sceneId, text: 'Bob waits.', durationSeconds: 3 }).created.shots![0]!,
    ) as [string, string]
    for (const shotId of [one, two])
      dispatch(project, 'assignment.set', { shotId, assetId: sample.bob.id, presence: 'throughout' })
    const make = (request: Partial<GenerateRequest>) =>
      generate(project, x.s.queue, { stage: 10, scope: 'all', ...request })
    const media = (shotId: string, kind: 'startFrame' | 'endFrame') =>
      chosenTake(project.records, shotId, kind)?.mediaId
    const status = (shotId: string) =>
      (['startFrame', 'endFrame'] as const).map((r) => freshnessOf(project.records, shotId, r).status)
    const runs = () => project.jobs.list().length
    return { ...x, project, one, two, make, media, status, runs }
  }

  test('start and end that do not differ are made once, each with its own snapshot and passes', async () => {
    const { project, one, make, media, status, runs } = still()
    const outcomes = await make({ shotIds: [one] })
    expect(outcomes.map((o) => [o.result, o.outcome, o.detail])).toEqual([
      ['startFrame', 'made', ''],
      ['endFrame', 'made', 'the same still as the start frame'],
    ])
    expect(outcomes[1]!.sharedWith).toEqual({ shotId: one, frame: 'start' })
    expect([runs(), media(one, 'endFrame'), status(one)]).toEqual([1, media(one, 'startFrame'), ['fresh', 'fresh']])
    expect(project.records.count('takes')).toBe(3)
    const [start, end] = (['startFrame', 'endFrame'] as const).map((kind) =>
      project.records.list('passesOfTake', chosenTake(project.records, one, kind)!.id),
    )
    expect(end!.map((p) => [p.index, p.mediaId])).toEqual(start!.map((p) => [p.index, p.mediaId]))
    dispatch(project, 'shot.update', { shotId: one, endState: 'Bob has gone pale.' })
    expect(status(one)).toEqual(['fresh', 'stale'])
  })

  test('a fresh one lends its still at once; one that is asked for by itself is made again', async () => {
    const { one, make, media, runs } = still()
    await make({ shotIds: [one], frames: ['start'] })
    expect(await make({ shotIds: [one], frames: ['end'] })).toMatchObject([
      { result: 'endFrame', outcome: 'made', sharedWith: { shotId: one, frame: 'start' } },
    ])
    expect(runs()).toBe(1)
    expect(await make({ shotIds: [one], frames: ['end'], scope: 'chosen' })).toMatchObject([
      { outcome: 'made', detail: '' },
    ])
    expect([runs(), media(one, 'endFrame') !== undefined]).toEqual([2, true])
  })

  test('a shared seam is one still on both sides, also when only one side was asked for', async () => {
    const { project, one, two, make, media, status, runs } = still()
    dispatch(project, 'seam.set', { fromShotId: one, toShotId: two, shared: true })
    await make({ shotIds: [one], frames: ['end'] })
    expect([runs(), media(two, 'startFrame'), status(two)]).toEqual([1, media(one, 'endFrame'), ['fresh', 'missing']])
    const rest = await make({})
    expect(rest.filter((o) => [one, two].includes(o.shotId)).map((o) => o.outcome)).toEqual([
      'made',
      'fresh',
      'fresh',
      'made',
    ])
    expect(
      new Set([media(one, 'startFrame'), media(one, 'endFrame'), media(two, 'startFrame'), media(two, 'endFrame')])
        .size,
    ).toBe(1)
  })

  test('an approved side keeps its take', async () => {
    const { project, one, two, make, media } = still()
    await make({ shotIds: [two], frames: ['start'] })
    const kept = chosenTake(project.records, two, 'startFrame')!
    dispatch(project, 'take.lock', { takeId: kept.id, locked: true })
    dispatch(project, 'seam.set', { fromShotId: one, toShotId: two, shared: true })
    expect(media(one, 'endFrame')).toBe(kept.mediaId)
    dispatch(project, 'shot.update', { shotId: one, text: 'Bob waits, and waits.' })
    await make({ shotIds: [one], frames: ['end'], scope: 'chosen' })
    expect(chosenTake(project.records, two, 'startFrame')?.id).toBe(kept.id)
  })
})

test('redoing pass 2 of a stored frame leaves the bytes and the row of pass 1 untouched, and builds on it', async () => {
  const { s, run, edit, shotId, sample, take } = session()
  edit('assignment.set', { shotId, assetId: sample.letter.id, presence: 'throughout' })
  await run({ frames: ['end'] })
  const { records, media } = s.project
  const before = take('endFrame')!
  const passes = records.list('passesOfTake', before.id)
  expect(passes.length).toBeGreaterThan(1)
  const file = media.pathOf(records.must('media', passes[0]!.mediaId))
  const [bytes, { mtimeMs, ino }, row] = [readFileSync(file), statSync(file), JSON.stringify(passes[0])]
  const requests = s.context.generators.frames.length
  expect(await run({ frames: ['end'], scope: 'chosen', fromPass: 2 })).toMatchObject([{ outcome: 'made' }])
  expect(s.context.generators.frames.slice(requests).flatMap((r) => r.passes.map((p) => p.index))).toEqual(
    passes.slice(1).map((p) => p.index),
  )
  const after = take('endFrame')!
  expect(after.id).not.toBe(before.id)
  expect(records.list('passesOfTake', after.id)[0]!.mediaId).toBe(passes[0]!.mediaId)
  expect([
    readFileSync(file).equals(bytes),
    statSync(file).mtimeMs,
    statSync(file).ino,
    JSON.stringify(records.get('passes', passes[0]!.id)),
  ]).toEqual([true, mtimeMs, ino, row])
})

test('all stale stills of a hundred shots are remade with progress; cancelled in between, what is made stays, the rest stays stale', async () => {
  const { s, sample } = session()
  const { project, queue } = s
  const sceneId = dispatch(project, 'scene.create', { heading: 'INT. HALL - DAY' }).created.scenes![0]!
  const shotIds = Array.from(
    { length: 100 },
    (_, i) => dispatch(project, 'shot.create', { sceneId, text: `Bob waits, ${i}.` }).created.shots![0]!,
  )
  dispatch(project, 'assignment.setMany', {
    cells: shotIds.map((shotId) => ({ shotId, assetId: sample.bob.id, presence: 'enters' })),
  })
  const make = (scope: 'all' | 'stale') => generate(project, queue, { stage: 10, scope, shotIds })
  expect((await make('all')).filter((o) => o.outcome === 'made')).toHaveLength(200)
  const count = (status: string) =>
    shotIds
      .flatMap((id) => (['startFrame', 'endFrame'] as const).map((r) => freshnessOf(project.records, id, r).status))
      .filter((x) => x === status).length
  dispatch(project, 'asset.update', { assetId: sample.bob.id, description: 'bald man in a red coat' })
  dispatch(project, 'look.update', {
    lookId: project.records.must('assets', sample.bob.id).defaultLookId,
    description: 'bald man in a red coat',
  })
  // Bob enters, so he is in the end frames only.
  expect([count('fresh'), count('stale')]).toEqual([100, 100])
  let made = 0
  const stop = project.onChange((change) => {
    made += Object.keys(change.added.takes ?? {}).length
    if (made >= 30) queue.cancel()
  })
  s.told.length = 0
  const outcomes = await make('stale')
  stop()
  const done = outcomes.filter((o) => o.outcome === 'made').length
  expect(done).toBeGreaterThanOrEqual(30)
  expect(done).toBeLessThan(40)
  expect([count('fresh'), count('stale')]).toEqual([100 + done, 100 - done])
  expect(s.told.some((jobs) => jobs.length > 50 && jobs.some((j) => j.state === 'running'))).toBe(true)
  await make('stale')
  expect([count('fresh'), count('stale')]).toEqual([200, 0])
})

test('an end frame built on the start is made anew, from its first pass, when another start is chosen', async () => {
  const { s, run, edit, shotId, take } = session()
  edit('shot.update', { shotId, endFromStart: true })
  await run({ generatorId: 'open' })
  const { records } = s.project
  const passes = () => records.list('passesOfTake', take('endFrame')!.id)
  expect(passes()[0]).toMatchObject({
    references: [{ index: 1, name: 'start frame', role: 'base' }, {}, {}],
    inputs: { basePlate: take('startFrame')!.mediaId },
    prompt: expect.stringContaining('Image #1: start frame'),
  })
  const before = passes()[0]!.digest
  edit('shot.update', { shotId, startState: 'Bob stands.' })
  await run({ generatorId: 'open', frames: ['start'] })
  expect(freshnessOf(records, shotId, 'endFrame')).toMatchObject({
    status: 'stale',
    causes: ['The start frame changed.'],
  })
  await run({ generatorId: 'open', frames: ['end'] })
  expect(passes()[0]!.digest).not.toBe(before)
  expect(freshnessOf(records, shotId, 'endFrame').status).toBe('fresh')
})
