// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tellScrolled, whenQuiet } from './quiet'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 1))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('one thing is done at a time, in their order, and what was given up never', () => {
  const done: string[] = []
  whenQuiet(() => done.push('old'))
  const giveUp = whenQuiet(() => done.push('gone'))
  whenQuiet(() => done.push('new'))
  giveUp()
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['old'])
  vi.advanceTimersByTime(10)
  expect(done).toEqual(['old', 'new'])
})

test('nothing is done while the board is scrolled', () => {
  const done: string[] = []
  whenQuiet(() => done.push('drawn'))
  for (let i = 0; i < 20; i++) {
    tellScrolled()
    vi.advanceTimersByTime(50)
  }
  expect(done).toEqual([])
  vi.advanceTimersByTime(500)
  expect(done).toEqual(['drawn'])
})
