import { describe, expect, test } from 'vitest'
import { dispatch } from '../app/dispatch'
import { GeneratorError } from '../generators/contract'
import { sampleSession } from '../testing/testSession'

/** A promise and what settles it. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

function session() {
  const s = sampleSession()
  const [first, second] = s.sample.roomShots
  return { s, shotId: first!.id, otherId: second!.id, states: () => s.project.jobs.list().map((j) => `${j.result} ${j.state}`) }
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
    const outcomes = await Promise.all([s.queue.add(shotId, 'end', 'local'), s.queue.add(otherId, 'start', 'local'), s.queue.add(otherId, 'end', 'local')])
    expect(outcomes).toEqual([{ shotId, result: 'endFrame', outcome: 'made', detail: '' }, { shotId: otherId, result: 'startFrame', outcome: 'made', detail: '' }, { shotId: otherId, result: 'endFrame', outcome: 'made', detail: '' }])
    expect(most).toBe(1)
    expect(s.context.generators.frames.map((r) => r.id)).toEqual(s.project.jobs.list().map((j) => j.id))
    expect(states()).toEqual(['endFrame done', 'startFrame done', 'endFrame done'])
    expect(s.told.some((jobs) => jobs.some((j) => j.state === 'running'))).toBe(true)
    expect(s.queue.view()).toEqual([])
  })

  test('tries a generator that broke off twice more, then tells why it failed', async () => {
    const { s, shotId, states } = session()
    const broken = () => new GeneratorError('transient', 'It broke off.')
    s.context.generators.failures.push(broken(), broken())
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({ outcome: 'made' })
    s.context.generators.failures.push(broken(), broken(), broken())
    expect(await s.queue.add(shotId, 'start', 'local')).toMatchObject({ outcome: 'failed', detail: 'It broke off.' })
    expect(s.context.generators.frames).toHaveLength(6)
    expect(states()).toEqual(['endFrame done', 'startFrame failed'])
    expect(s.queue.view()).toMatchObject([{ shotId, result: 'startFrame', state: 'failed', error: 'It broke off.' }])
  })

  test.each(['config', 'refused', 'auth', 'quota', 'unknownOutcome'] as const)('does not try a %s failure again', async (errorClass) => {
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
    expect(s.queue.view()).toEqual([])
    expect(states().filter((state) => state.includes('failed'))).toEqual([])
  })

  test('cancels what waits and what runs, and makes nothing of it', async () => {
    const { s, shotId, otherId, states } = session()
    const { opened, open } = gate()
    s.context.generators.during = () => opened
    const outcomes = [s.queue.add(shotId, 'end', 'local'), s.queue.add(otherId, 'start', 'local'), s.queue.add(otherId, 'end', 'local')]
    const waiting = s.project.jobs.list(['queued'])
    s.queue.cancel([waiting[0]!.id])
    s.queue.cancel(s.project.jobs.list(['running']).map((j) => j.id))
    s.context.generators.during = null
    open()
    expect((await Promise.all(outcomes)).map((o) => [o.outcome, o.detail])).toEqual([['failed', 'Cancelled.'], ['failed', 'Cancelled.'], ['made', '']])
    expect(states()).toEqual(['endFrame cancelled', 'startFrame cancelled', 'endFrame done'])
    expect(s.project.records.list('takesMadeFor', `${shotId}/endFrame`)).toEqual([])
  })

  test('fails a job whose shot is gone meanwhile, and leaves no take', async () => {
    const { s, shotId } = session()
    s.context.generators.during = () => void dispatch(s.project, 'shot.delete', { shotId })
    expect(await s.queue.add(shotId, 'end', 'local')).toMatchObject({ outcome: 'failed', detail: 'The shot is no longer in the project.' })
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
