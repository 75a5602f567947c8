import { expect, test } from 'vitest'
import { createProfile } from '@shared/domain/passes/profileRules'
import { TestProject } from '@shared/testing/testProject'
import { costOfJob, costOfJobs } from './jobCosts'

test('jobs cost by their calls; what nobody knows, and another currency, is never added up', () => {
  const project = new TestProject()
  const price = (perCall: number, currency = 'EUR') => ({ perCall, perSecond: 0, currency, asOf: '2026-11-30' })
  project.run((draft) => createProfile(draft, { id: 'a', kind: 'openai-images', price: price(0.04) }))
  project.run((draft) => createProfile(draft, { id: 'b', kind: 'openai-images', price: price(1, 'USD') }))
  project.run((draft) => createProfile(draft, { id: 'c', kind: 'openai-images' }))
  const job = (generatorId: string, calls: number) => ({ generatorId, calls, result: 'startFrame', takeId: null })
  const { store } = project
  expect(costOfJob(store, job('a', 3))).toEqual({ sum: 0.12, currency: 'EUR' })
  expect(costOfJob(store, job('local', 3))).toBeNull()
  expect(costOfJobs(store, [job('a', 3), job('a', 1), job('local', 9)])!.sum).toBeCloseTo(0.16)
  expect(costOfJobs(store, [job('a', 3), job('b', 1)])).toBeNull()
  expect(costOfJobs(store, [job('a', 3), job('c', 1)])).toBeNull()
  expect(costOfJobs(store, [])).toBeNull()
})
