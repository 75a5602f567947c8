import { describe, expect, test } from 'vitest'
import { dispatch } from '../commit/dispatch'
import { openSession } from '../app/session'
import { GeneratorError } from '../generators/generatorContract'
import { testSession } from '../testing/testSession'
import type { JobQueue } from './queue'

/** All but what was done and stands. */
const told = (queue: JobQueue) => queue.view().filter(({ state, error }) => state !== 'done' || error !== null)

/** A promise and what settles it. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

function session() {
  const s = testSession()
  const [first, second] = s.sample.roomShots
  return {
    s,
    shotId: first!.id,
    otherId: second!.id,
    states: () => s.project.jobs.list().map((j) => `${j.result} ${j.state}`),
  }
}

describe('the queue', () => {
  test('runs one job at a time, in the order they came, and tells of each change', async () => {
    const { s, shotId, otherId, states } = session()
    let running = 0
    let most = 0
    s.context.generators.during = async () => {
      most = Math.max(most, ++running)
      await Promise.resolve()
      running--
    }
    const outcomes = await Promise.all([
      s.queue.add(shotId, 'end', 'local'),
      s.queue.add(otherId, 'start', 'local'),
      s.queue.add(otherId, 'end', 'local'),
    ])
    expect(outcomes).toEqual([
      { shotId, result: 'endFrame', outcome: 'made', detail: '' },
      { shotId: otherId, result: 'startFrame', outcome: 'made', detail: '' },
      { shotId: otherId, result: 'endFrame', outcome: 'made', detail: '' },
    ])
    expect(most).toBe(1)
    expect(s.context.generators.frames.map((r) => r.id)).toEqual(s.project.jobs.list().map((j) => j.id))
    expect(states()).toEqual(['endFrame done', 'startFrame done', 'endFrame done'])
    expect(s.told.some((jobs) => jobs.some((j) => j.state === 'running'))).toBe(true)
    expect(told(s.queue)).toEqual([])
  })

  test('tries a generator that broke off twice more, then tells why it failed', async () => {
    const { s, shotId, states } = session()
    const broken = () => new GeneratorError('transient', 'It broke off.')
    s.context.generators.failures.push(broken(), broken())
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({ outcome: 'made' })
    s.context.generators.failures.push(broken(), broken(), broken())
    expect(await s.queue.add(shotId, 'start', 'local')).toMatchObject({ outcome: 'failed', detail: 'It broke off.' })
    expect(s.context.generators.frames).toHaveLength(6)
    expect(s.context.waits).toEqual([500, 1000, 500, 1000])
    expect(states()).toEqual(['endFrame done', 'startFrame failed'])
    expect(told(s.queue)).toMatchObject([{ shotId, result: 'startFrame', state: 'failed', error: 'It broke off.' }])
  })

  test.each(['config', 'refused', 'auth'] as const)('does not try a %s failure again', async (errorClass) => {
    const { s, shotId } = session()
    s.context.generators.failures.push(new GeneratorError(errorClass, 'No.'))
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({ outcome: 'failed', detail: 'No.' })
    expect(s.context.generators.frames).toHaveLength(1)
  })

  test('goes on with the next job after a failure, and a later success makes the failure moot', async () => {
    const { s, shotId, otherId, states } = session()
    s.context.generators.failures.push(new GeneratorError('config', 'No.'))
    const outcomes = await Promise.all([s.queue.add(shotId, 'end', 'local'), s.queue.add(otherId, 'end', 'local')])
    expect(outcomes.map((o) => o.outcome)).toEqual(['failed', 'made'])
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({ outcome: 'made' })
    expect(told(s.queue)).toEqual([])
    expect(states().filter((state) => state.includes('failed'))).toEqual([])
  })

  test('cancels what waits and what runs, and makes nothing of it', async () => {
    const { s, shotId, otherId, states } = session()
    const { opened, open } = gate()
    s.context.generators.during = () => opened
    const outcomes = [
      s.queue.add(shotId, 'end', 'local'),
      s.queue.add(otherId, 'start', 'local'),
      s.queue.add(otherId, 'end', 'local'),
    ]
    const waiting = s.project.jobs.list(['queued'])
    s.queue.cancel([waiting[0]!.id])
    s.queue.cancel(s.project.jobs.list(['running']).map((j) => j.id))
    s.context.generators.during = null
    open()
    expect((await Promise.all(outcomes)).map((o) => [o.outcome, o.detail])).toEqual([
      ['failed', 'Cancelled.'],
      ['failed', 'Cancelled.'],
      ['made', ''],
    ])
    expect(states()).toEqual(['endFrame cancelled', 'startFrame cancelled', 'endFrame done'])
    expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toEqual([])
  })

  test('fails a job whose shot is gone meanwhile, and leaves no take', async () => {
    const { s, shotId } = session()
    s.context.generators.during = () => void dispatch(s.project, 'shot.delete', { shotId })
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({
      outcome: 'failed',
      detail: 'The shot is no longer in the project.',
    })
    expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toEqual([])
    s.project.undo()
    expect(s.project.records.get('shots', shotId)).toBeDefined()
  })

  test('goes on after a restart: queued jobs and the one that ran when it ended', async () => {
    const { s, shotId, otherId } = session()
    const { opened, open } = gate()
    const began = gate()
    s.context.generators.during = () => {
      began.open()
      return opened
    }
    void s.queue.add(shotId, 'end', 'local')
    void s.queue.add(otherId, 'end', 'local')
    await began.opened
    expect(s.project.jobs.list().map((j) => j.state)).toEqual(['running', 'queued'])
    s.context.generators.during = null
    const made = new Promise<void>((resolve) => {
      const { project } = s.restart()
      project.onChange(() => {
        if (project.jobs.list(['done']).length === 2) resolve()
      })
    })
    await made
    expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toHaveLength(1)
    expect(s.project.records.list('takesMadeFor', `${otherId}/endFrame`)).toHaveLength(1)
    // The old run ends into a closed project and changes nothing.
    open()
    await Promise.resolve()
    expect(s.project.records.count('takes')).toBe(3)
  })
})

describe('how a job failed', () => {
  test('too fast: it waits as long as the generator says, else ever longer, and tells until when', async () => {
    const { s, shotId } = session()
    s.context.generators.failures.push(
      new GeneratorError('rate', 'Too many requests.', 7000),
      new GeneratorError('rate', 'Too many requests.'),
    )
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({ outcome: 'made' })
    expect(s.context.waits).toEqual([7000, 4000])
    expect(s.told.flat().find((j) => j.waitUntil !== null)).toMatchObject({
      state: 'queued',
      waitUntil: 1_700_000_007_000,
      error: 'Too many requests.',
    })
  })

  test('a spent quota: the other jobs of that generator wait until the user goes on', async () => {
    const { s, shotId, otherId, states } = session()
    s.context.generators.failures.push(new GeneratorError('quota', 'The account has no credit left.'))
    const first = s.queue.add(shotId, 'end', 'local')
    const second = s.queue.add(otherId, 'end', 'local')
    expect(await first).toMatchObject({ outcome: 'failed' })
    // Who waits for the others is told; a batch without a window would never end.
    expect(await second).toMatchObject({ outcome: 'failed', detail: 'Waits: The account has no credit left.' })
    expect(states()).toEqual(['endFrame failed', 'endFrame queued'])
    expect(told(s.queue).map((j) => j.error)).toEqual([
      'The account has no credit left.',
      'The account has no credit left.',
    ])
    s.queue.retry(s.project.jobs.list(['failed']).map((j) => j.id))
    await expect.poll(states).toEqual(['endFrame done', 'endFrame done'])
  })

  test('too fast: the generator rests, so the jobs behind it do not use up their tries', async () => {
    const { s, shotId, otherId } = session()
    s.context.generators.failures.push(new GeneratorError('rate', 'Too many requests.', 7000))
    const both = [s.queue.add(shotId, 'end', 'local'), s.queue.add(otherId, 'end', 'local')]
    expect((await Promise.all(both)).map((o) => o.outcome)).toEqual(['made', 'made'])
    expect(s.context.waits).toEqual([7000])
    expect(s.project.jobs.list().map((j) => j.attempts)).toEqual([2, 1])
  })

  test('a full disk: who waits is told, the queue lives on, and goes on when there is room', async () => {
    const { s, shotId, otherId, states } = session()
    const { jobs } = s.project
    const set = jobs.set.bind(jobs)
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    s.context.generators.during = () => {
      s.context.generators.during = null
      jobs.set = () => {
        throw full
      }
    }
    const both = [s.queue.add(shotId, 'end', 'local'), s.queue.add(otherId, 'end', 'local')]
    const detail = 'Not saved: the disk is full. Free some space on it. Nothing was half-written.'
    expect((await Promise.all(both)).map((o) => [o.outcome, o.detail])).toEqual([
      ['failed', detail],
      ['failed', detail],
    ])
    expect(told(s.queue).map((j) => j.state)).toEqual(['failed', 'queued'])
    expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toEqual([])
    jobs.set = set
    s.queue.retry(jobs.list().map((j) => j.id))
    await expect.poll(states).toEqual(['endFrame done', 'endFrame done'])
    expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toHaveLength(1)
  })

  test('an unknown outcome: it is never sent again unasked; the user tries again, or forgets it', async () => {
    const { s, shotId, states } = session()
    s.context.generators.failures.push(new GeneratorError('unknownOutcome', 'The answer was lost.'))
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({
      outcome: 'failed',
      detail: 'The answer was lost.',
    })
    expect(told(s.queue)).toMatchObject([{ state: 'unknownOutcome', error: 'The answer was lost.' }])
    s.restart()
    expect(states()).toEqual(['endFrame unknownOutcome'])
    expect(s.context.generators.frames).toHaveLength(1)
    const [job] = s.project.jobs.list()
    s.queue.retry([job!.id])
    await expect.poll(states).toEqual(['endFrame done'])
    s.context.generators.failures.push(new GeneratorError('unknownOutcome', 'The answer was lost.'))
    await s.queue.add(shotId, 'start', 'local')
    s.queue.forget(s.project.jobs.list(['unknownOutcome']).map((j) => j.id))
    expect(told(s.queue)).toEqual([])
  })
})

test('a still that a batch asks for twice is made once, also after a restart', async () => {
  const { s, shotId, otherId, states } = session()
  s.context.generators.during = () => new Promise(() => {})
  const ask = () => [
    s.queue.add(shotId, 'end', 'local', { ifStale: true }),
    s.queue.add(otherId, 'end', 'local', { ifStale: true }),
  ]
  void ask()
  void ask()
  // The one that runs may be of yesterday's inputs, so it is asked for once more and only made when it is not fresh by then.
  expect(states()).toEqual(['endFrame running', 'endFrame queued', 'endFrame queued'])
  s.context.generators.during = null
  s.restart()
  await Promise.all(ask())
  await expect.poll(() => s.project.jobs.list(['queued', 'running'])).toEqual([])
  expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toHaveLength(1)
  expect(s.project.records.list('takesMadeFor', `${otherId}/endFrame`)).toHaveLength(1)
})

test('closing tells who waits', async () => {
  const { s, shotId } = session()
  s.context.generators.during = () => new Promise(() => {})
  const outcome = s.queue.add(shotId, 'end', 'local')
  s.queue.close()
  expect(await outcome).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('closed') })
})

test('greater priority goes first, and a waiting job can be made the next one', async () => {
  const { s, shotId, otherId } = session()
  const { opened, open } = gate()
  s.context.generators.during = () => opened
  const third = s.sample.roomShots[2]!.id
  const all = [
    s.queue.add(shotId, 'start', 'local'),
    s.queue.add(shotId, 'end', 'local'),
    s.queue.add(otherId, 'end', 'local'),
    s.queue.add(third, 'end', 'local', { priority: 5 }),
  ]
  s.queue.makeNext(s.project.jobs.list(['queued']).find((j) => j.shotId === otherId)!.id)
  s.context.generators.during = null
  open()
  await Promise.all(all)
  const made = s.context.generators.frames.map((r) => s.project.jobs.list().find((j) => j.id === r.id)!)
  expect(made.map((j) => j.shotId)).toEqual([shotId, otherId, third, shotId])
})

test('after a restart a job at a provider is of unknown outcome, a wait goes on, and a visit for something else runs nothing', async () => {
  const { s, shotId, otherId, states } = session()
  s.context.generators.during = () => new Promise(() => {})
  dispatch(s.project, 'profile.create', { kind: 'openai-images', id: 'paid', model: 'm', keyHeader: null })
  void s.queue.add(shotId, 'end', 'paid')
  void s.queue.add(otherId, 'end', 'local')
  expect(states()).toEqual(['endFrame running', 'endFrame running'])
  s.context.generators.during = null
  s.close()
  const visit = openSession(s.context, s.folder, undefined, false)
  expect(visit.project.jobs.list().map((j) => [j.state, j.attempts])).toEqual([
    ['running', 1],
    ['running', 1],
  ])
  visit.close()
  s.restart()
  await expect.poll(states).toEqual(['endFrame unknownOutcome', 'endFrame done'])
})
