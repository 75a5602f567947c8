import { describe, expect, test } from 'vitest'
import {
  frameToView,
  handleAt,
  handleFromFeet,
  handles,
  keptInSight,
  panBy,
  turned,
  viewScale,
  viewToFraction,
  viewToFrame,
  zoomAt,
  type StageView,
} from './frameGeometry'

const view: StageView = {
  host: { width: 796, height: 460 },
  frame: { width: 1920, height: 1080 },
  zoom: 1,
  pan: { x: 0, y: 0 },
}

describe('the stage', () => {
  test('fits the frame in with a margin of 14 px', () => {
    expect(viewScale(view)).toBeCloseTo(0.4, 10)
    expect(frameToView(view, { x: 0, y: 0 })).toEqual({ x: 14, y: 14 })
    expect(frameToView(view, { x: 1920, y: 1080 })).toEqual({ x: 782, y: 446 })
  })

  test('converts there and back', () => {
    const zoomed = { ...view, zoom: 2.5, pan: { x: -40, y: 33 } }
    const there = frameToView(zoomed, { x: 321, y: 654 })
    const back = viewToFrame(zoomed, there)
    expect(back.x).toBeCloseTo(321, 8)
    expect(back.y).toBeCloseTo(654, 8)
  })

  test('a distance on the screen is the same share of the frame wherever the frame lies', () => {
    expect(viewToFraction(view, { x: 76.8, y: 43.2 }).x).toBeCloseTo(0.1, 10)
    expect(viewToFraction({ ...view, pan: { x: 90, y: 9 } }, { x: 76.8, y: 43.2 }).y).toBeCloseTo(0.1, 10)
  })

  test('zooming keeps what is under the pointer', () => {
    const pointer = { x: 300, y: 200 }
    const before = viewToFrame(view, pointer)
    const after = viewToFrame(zoomAt(view, 3, pointer), pointer)
    expect(after.x).toBeCloseTo(before.x, 6)
    expect(after.y).toBeCloseTo(before.y, 6)
  })

  test('zoom has bounds, and a frame that fits stays in the middle', () => {
    expect(zoomAt(view, 1000, { x: 0, y: 0 }).zoom).toBe(8)
    const small = zoomAt(view, 0.001, { x: 0, y: 0 })
    expect(small.zoom).toBe(0.25)
    expect(small.pan.x).toBeCloseTo(0, 10)
    expect(keptInSight({ ...view, zoom: 0.5, pan: { x: 50, y: 50 } }).pan).toEqual({ x: 0, y: 0 })
  })

  test('a zoomed frame cannot be pushed out of sight', () => {
    const pushed = panBy({ ...view, zoom: 2 }, { x: 1e6, y: -1e6 })
    expect(frameToView(pushed, { x: 0, y: 0 }).x).toBeCloseTo(14, 6)
    expect(frameToView(pushed, { x: 1920, y: 1080 }).y).toBeCloseTo(446, 6)
  })
})

describe('handles', () => {
  const size = { width: 100, height: 240 }

  test('stand around the figure, whose feet are the origin', () => {
    expect(handleFromFeet('nw', size)).toEqual({ x: -50, y: -240 })
    expect(handleFromFeet('e', size)).toEqual({ x: 50, y: -120 })
    expect(handleFromFeet('s', size)).toEqual({ x: 0, y: 0 })
  })

  test('each is found at its place, none away from all', () => {
    for (const handle of handles) expect(handleAt(handleFromFeet(handle, size), size, 6)).toBe(handle)
    expect(handleAt({ x: 0, y: -60 }, size, 6)).toBeNull()
  })

  test('the nearest wins when a figure is small', () => {
    expect(handleAt({ x: -4, y: -9 }, { width: 10, height: 10 }, 8)).toBe('nw')
  })

  test('turning back undoes turning', () => {
    const at = turned(turned({ x: 3, y: 7 }, -0.11), 0.11)
    expect(at.x).toBeCloseTo(3, 10)
    expect(at.y).toBeCloseTo(7, 10)
  })
})
