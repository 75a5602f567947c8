import { expect, onTestFinished, test } from 'vitest'
import { openSession } from '../app/session'
import { dispatch } from '../commit/dispatch'
import { inProcessGenerators } from '../testing/inProcessGenerators'
import { testContext } from '../testing/fakeGenerators'
import { comfyWorkflow, fakeComfy } from '../testing/servers/comfyServer'
import { storedExample } from '../testing/testFolder'
import { afterMs } from '../commit/context'
import { generate } from './generate'

/** Six shots of nobody, one call each, at two machines with one workflow. */
async function pool() {
  const machines = [await fakeComfy(), await fakeComfy()] as const
  for (const machine of machines) machine.runsAtOnce = false
  const { folder, project } = storedExample()
  project.close()
  const context = { ...testContext(), generators: inProcessGenerators(), after: afterMs }
  let session = openSession(context, folder)
  onTestFinished(() => session.close())
  const run = (name: string, input: unknown) => dispatch(session.project, name, input)
  run('profile.create', {
    id: 'service',
    kind: 'comfyui',
    baseUrl: machines[0].url,
    moreServers: [machines[1].url],
    keyHeader: null,
    workflow: { file: 'w.json', text: JSON.stringify(comfyWorkflow) },
    timeoutSeconds: 8,
  })
  const sceneId = run('scene.create', { heading: 'INT. HALL - DAY' }).created.scenes![0]!
  const shotIds = Array.from(
    { length: 6 },
    (_, i) => run('shot.create', { sceneId, text: `Hall ${i + 1}, empty.` }).created.shots![0]!,
  )
  return {
    machines,
    shotIds,
    get project() {
      return session.project
    },
    get queue() {
      return session.queue
    },
    make: () =>
      generate(session.project, session.queue, {
        stage: 10,
        shotIds,
        frames: ['start'],
        scope: 'all',
        generatorId: 'service',
      }),
    restart() {
      session.close()
      context.generators.lose()
      session = openSession(context, folder)
    },
    states: () => session.project.jobs.list().map(({ state }) => state),
    sent: () => machines.map(({ queued }) => queued.length),
  }
}

test('machines with one workflow are one pool: each makes a job at a time, and every job is sent once', async () => {
  const p = await pool()
  const made = p.make()
  await expect.poll(p.sent, { timeout: 5000 }).toEqual([1, 1])
  expect(p.states().filter((state) => state === 'running')).toHaveLength(2)
  for (const machine of p.machines) {
    machine.runsAtOnce = true
    machine.finish()
  }
  expect((await made).map(({ outcome }) => outcome)).toEqual(Array(6).fill('made'))
  const [a, b] = p.sent() as [number, number]
  expect(a + b).toBe(6)
  expect(Math.min(a, b)).toBeGreaterThan(1)
}, 30_000)

test('a machine that dies with a job holds up no other; its own job waits for the user, is asked for where it was given to, and is not made twice', async () => {
  const p = await pool()
  const [good, dying] = p.machines
  const made = p.make()
  await expect.poll(p.sent, { timeout: 5000 }).toEqual([1, 1])
  await dying.stop()
  good.runsAtOnce = true
  good.finish()
  const outcomes = await made
  expect(outcomes.filter(({ outcome }) => outcome === 'made')).toHaveLength(5)
  expect(outcomes.find(({ outcome }) => outcome === 'failed')!.detail).toContain('asked for it first')
  expect(p.states().toSorted()).toEqual(['done', 'done', 'done', 'done', 'done', 'unknownOutcome'])
  expect(p.sent()).toEqual([5, 1])
  // It comes back with its queue, as ComfyUI behind a proxy or after a broken cable does.
  await dying.start()
  p.queue.retry(p.project.jobs.list(['unknownOutcome']).map(({ id }) => id))
  await expect.poll(() => p.states().filter((state) => state === 'running').length, { timeout: 5000 }).toBe(1)
  dying.finish()
  await expect.poll(p.states, { timeout: 10_000 }).toEqual(Array(6).fill('done'))
  expect(p.sent()).toEqual([5, 1])
}, 60_000)

test('a machine that is not there from the beginning is passed over: nothing was given to it, so another makes its jobs', async () => {
  const p = await pool()
  const [good, gone] = p.machines
  await gone.stop()
  good.runsAtOnce = true
  expect((await p.make()).map(({ outcome }) => outcome)).toEqual(Array(6).fill('made'))
  expect(p.sent()).toEqual([6, 0])
}, 60_000)

test('after a restart each job is asked for at the machine that has it', async () => {
  const p = await pool()
  void p.make()
  await expect.poll(p.sent, { timeout: 5000 }).toEqual([1, 1])
  p.restart()
  for (const machine of p.machines) {
    machine.runsAtOnce = true
    machine.finish()
  }
  await expect.poll(p.states, { timeout: 20_000 }).toEqual(Array(6).fill('done'))
  const [a, b] = p.sent() as [number, number]
  expect(a + b).toBe(6)
}, 30_000)
