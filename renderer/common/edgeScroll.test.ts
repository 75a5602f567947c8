// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EdgeScroll, rimSpeed } from './edgeScroll'

beforeEach(() => void vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** A list of 400 x 300 at the window's corner, with heads of 100 and 50. */
function list(upAndDown = false) {
  const element = document.createElement('div')
  Object.defineProperties(element, {
    clientWidth: { value: 400 },
    clientHeight: { value: 300 },
  })
  return { element, inset: { left: 100, top: 50 }, upAndDown }
}

test('held still at the rim it keeps scrolling, until it is let go', () => {
  const region = list()
  const edges = new EdgeScroll()
  edges.at({ x: 390, y: 150 }, region)
  vi.advanceTimersByTime(500)
  const after = region.element.scrollLeft
  expect(after).toBeGreaterThan(20)
  vi.advanceTimersByTime(500)
  expect(region.element.scrollLeft).toBeGreaterThan(after + 20)
  expect(region.element.scrollTop).toBe(0)
  edges.stop()
  const stopped = region.element.scrollLeft
  vi.advanceTimersByTime(500)
  expect(region.element.scrollLeft).toBe(stopped)
})

test('further out it goes faster, and in the middle not at all', () => {
  const scrolled = (y: number) => {
    const region = list()
    const edges = new EdgeScroll()
    edges.at({ x: 250, y }, region)
    vi.advanceTimersByTime(1000)
    edges.stop()
    return region.element.scrollTop
  }
  expect(scrolled(175)).toBe(0)
  expect(scrolled(275)).toBeGreaterThan(50)
  expect(scrolled(400)).toBeGreaterThan(4 * scrolled(275))
  expect(rimSpeed(1e6)).toBe(rimSpeed(200))
})

test('a list that scrolls up and down only stays where it is sideways', () => {
  const region = list(true)
  region.element.scrollLeft = 40
  const edges = new EdgeScroll()
  edges.at({ x: 20, y: 295 }, region)
  vi.advanceTimersByTime(500)
  edges.stop()
  expect(region.element.scrollLeft).toBe(40)
  expect(region.element.scrollTop).toBeGreaterThan(10)
})
