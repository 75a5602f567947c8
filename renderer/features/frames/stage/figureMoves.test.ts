import { describe, expect, test } from 'vitest'
import { depthAtRank, depthBeyond, moved, scaled } from './figureMoves'

const alice = { x: 0.3, y: 0.9, scale: 0.6, flip: false, depth: 2 }
const frame = { width: 1920, height: 1080 }
const size = { width: 272, height: 648 }

describe('moving', () => {
  test('adds fractions of the frame', () => {
    expect(moved(alice, { x: 0.1, y: -0.2 })).toEqual({ x: 0.4, y: 0.7 })
  })

  test('locked, it keeps the axis that moved less', () => {
    expect(moved(alice, { x: 0.1, y: -0.05 }, true)).toEqual({ x: 0.4, y: 0.9 })
    expect(moved(alice, { x: 0.04, y: -0.05 }, true)).toEqual({ x: 0.3, y: 0.85 })
  })

  test('never leads where nobody finds the figure again', () => {
    expect(moved(alice, { x: -9, y: 9 })).toEqual({ x: -0.5, y: 2.5 })
  })
})

describe('scaling', () => {
  test('a corner dragged to double its distance from the feet doubles the figure, and the feet stay', () => {
    expect(scaled(alice, 'ne', size, frame, { x: 136, y: -648 }, 0)).toEqual({ x: 0.3, y: 0.9, scale: 1.2 })
  })

  test('the upper middle handle follows the pointer', () => {
    expect(scaled(alice, 'n', size, frame, { x: 500, y: 324 }, 0)).toEqual({ x: 0.3, y: 0.9, scale: 0.3 })
  })

  test('the lower middle handle keeps the head', () => {
    const at = scaled(alice, 's', size, frame, { x: 0, y: 54 }, 0)
    expect(at).toEqual({ x: 0.3, y: 0.95, scale: 0.65 })
    expect(at.y - at.scale).toBeCloseTo(alice.y - alice.scale, 10)
  })

  test('a figure never vanishes or turns over', () => {
    expect(scaled(alice, 'n', size, frame, { x: 0, y: 5000 }, 0).scale).toBe(0.03)
  })

  test('a tilted figure is scaled along its own axis', () => {
    const tilt = -0.11
    const along = { x: Math.sin(tilt) * 648, y: -Math.cos(tilt) * 648 }
    expect(scaled(alice, 'n', size, frame, along, tilt).scale).toBeCloseTo(1.2, 6)
  })
})

describe('depth', () => {
  const row = [
    { assetId: 'couch', depth: 0 },
    { assetId: 'bob', depth: 1 },
    { assetId: 'alice', depth: 2 },
  ]

  test('sending back passes exactly one', () => {
    expect(depthBeyond(row, 'alice', -1)).toBe(0.5)
    expect(depthBeyond(row, 'bob', -1)).toBe(-1)
  })

  test('bringing forward passes exactly one', () => {
    expect(depthBeyond(row, 'couch', 1)).toBe(1.5)
    expect(depthBeyond(row, 'bob', 1)).toBe(3)
  })

  test('nobody passes the end of the row', () => {
    expect(depthBeyond(row, 'couch', -1)).toBeNull()
    expect(depthBeyond(row, 'alice', 1)).toBeNull()
    expect(depthBeyond(row, 'nobody', 1)).toBeNull()
  })

  test('those of one depth are passed together', () => {
    const level = [
      { assetId: 'a', depth: 1 },
      { assetId: 'b', depth: 1 },
      { assetId: 'c', depth: 1 },
    ]
    expect(depthBeyond(level, 'c', -1)).toBe(0)
    expect(depthBeyond(level, 'a', 1)).toBe(2)
  })

  test('a rank is a place among the others', () => {
    expect(depthAtRank(row, 'alice', 0)).toBe(-1)
    expect(depthAtRank(row, 'alice', 1)).toBe(0.5)
    expect(depthAtRank(row, 'couch', 2)).toBe(3)
    expect(depthAtRank([{ assetId: 'x', depth: 4 }], 'x', 0)).toBe(0)
  })
})
