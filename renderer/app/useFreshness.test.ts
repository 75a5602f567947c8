import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shotsInOrder } from '@shared/domain/lookup'
import { shotFreshness, shotStatuses } from '@shared/domain/results/freshness'
import { resultKinds } from '@shared/model/result'
import type { RecordStore } from '@shared/records/recordStore'
import { makeAllResults } from '@shared/testing/makeAllResults'
import { randomCommand } from '@shared/testing/randomCommands'
import { seededRandom } from '@shared/testing/seededRandom'
import { rebuilt } from '@shared/testing/rebuilt'
import { runCommand, tryCommand } from '@shared/testing/runCommand'
import { exampleProject } from '@shared/testing/exampleProject'
import { TestProject } from '@shared/testing/testProject'
import { useProject } from './projectStore'
import { hasStale, statusOf, workOutStatuses } from './useFreshness'

function sums(records: RecordStore) {
  const steps = workOutStatuses(records)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same by looking at every shot in a store without memory. */
function bruteForce(records: RecordStore) {
  const memoryless = rebuilt(records)
  const staleByScene: Record<string, number> = {}
  for (const { id, sceneId } of shotsInOrder(records))
    if (Object.values(shotFreshness(memoryless, id)).some((f) => f.status === 'stale'))
      staleByScene[sceneId] = (staleByScene[sceneId] ?? 0) + 1
  return { staleByScene, staleShots: Object.values(staleByScene).reduce((a, b) => a + b, 0) }
}

test('what the window shows after idle time is what a look at every shot finds, after any commands and previews', () => {
  let stale = 0
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const p = exampleProject()
      makeAllResults(p)
      const random = seededRandom(seed)
      for (let i = 0; i < 6; i++) {
        const { name, input } = randomCommand(p.store, random)
        if (random() < 0.3) tryCommand(p.store, p.newId, name, input)
        else runCommand(p.store, p.newId, name, input)
        const told = sums(p.store)
        expect(told, name).toEqual(bruteForce(p.store))
        const memoryless = rebuilt(p.store)
        for (const { id } of shotsInOrder(p.store))
          for (const result of resultKinds)
            expect(statusOf(p.store, id, result)).toMatchObject({
              status: shotFreshness(memoryless, id)[result].status,
            })
        stale += told.staleShots
      }
    }),
    { numRuns: 12 },
  )
  expect(stale).toBeGreaterThan(30)
})

test('painters get what was known before, until it is worked out anew', () => {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  p.take(shot, 'startFrame')
  sums(p.store)
  p.run((draft) => draft.update('shots', shot.id, { lens: '24 mm' }))
  expect(hasStale(p.store, shot.id)).toBe(false)
  expect(sums(p.store).staleShots).toBe(1)
  expect(hasStale(p.store, shot.id)).toBe(true)
})

test('a job stands over the status of its result', () => {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  p.take(shot, 'startFrame')
  const job = {
    id: 'j',
    shotId: shot.id,
    result: 'startFrame',
    progress: 0.5,
    error: null,
    waitUntil: null,
    generatorId: 'local',
    candidate: null,
    takeId: null,
    calls: 0,
    finishedAt: null,
  } as const
  const shown = (state: 'running' | 'failed' | 'done') => {
    useProject.setState({ jobs: [{ ...job, state }] })
    return statusOf(p.store, shot.id, 'startFrame')
  }
  expect(shown('running')).toEqual({ status: 'running', locked: false, progress: 0.5 })
  expect(shown('failed')).toMatchObject({ status: 'failed' })
  useProject.setState({ jobs: [] })
  expect(statusOf(p.store, shot.id, 'startFrame')).toMatchObject({ status: 'fresh', progress: 0 })
  expect(shotStatuses(p.store, shot.id).startFrame).toEqual({ status: 'fresh', locked: false })
})
