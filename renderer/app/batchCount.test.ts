import { expect, test } from 'vitest'
import { BatchCount } from './batchCount'

test('a batch counts what is over, what is added meanwhile, and begins anew when the queue is empty', () => {
  const batch = new BatchCount()
  const jobs = (states: Record<string, 'queued' | 'running' | 'failed'>) =>
    batch.count(Object.entries(states).map(([id, state]) => ({ id, state })))
  expect(jobs({ a: 'running', b: 'queued', c: 'queued' })).toEqual({ total: 3, done: 0 })
  expect(jobs({ b: 'failed', c: 'running' })).toEqual({ total: 3, done: 2 })
  expect(jobs({ b: 'failed', c: 'running', d: 'queued' })).toEqual({ total: 4, done: 2 })
  expect(jobs({ b: 'failed' })).toEqual({ total: 0, done: 0 })
  expect(jobs({ e: 'queued' })).toEqual({ total: 1, done: 0 })
})
