import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PageFlush } from './pageFlush'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('waits for the page, asks it once at a time, and can be asked again', async () => {
  const ask = vi.fn<() => void>()
  const flush = new PageFlush(ask)
  const done = vi.fn<() => void>()
  void flush.run().then(done)
  void flush.run().then(done)
  await vi.advanceTimersByTimeAsync(1000)
  expect([ask.mock.calls.length, done.mock.calls.length]).toEqual([1, 0])
  flush.answered()
  await vi.advanceTimersByTimeAsync(0)
  expect(done).toHaveBeenCalledTimes(2)
  void flush.run().then(done)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('does not wait for ever for a page that hangs', async () => {
  const done = vi.fn<() => void>()
  void new PageFlush(() => {}).run().then(done)
  await vi.advanceTimersByTimeAsync(2000)
  expect(done).toHaveBeenCalledOnce()
})
