import { expect, test } from 'vitest'
import { cameraArrows } from './cameraArrows'
import { markInks } from './marks'

const size = { width: 1920, height: 1080 }
const whole = { x: 0, y: 0, width: 1 }

/** The red lines, each from where to where. */
const lines = (...[first, last]: [first: typeof whole, last: typeof whole]) =>
  cameraArrows({ first, last }, size).flatMap((op) => (op.op === 'path' && op.stroke === markInks.red ? [op.path] : []))

test('a pan goes from middle to middle, and both framings are there', () => {
  const paths = lines({ x: 0, y: 0.1, width: 0.6 }, { x: 0.4, y: 0.1, width: 0.6 })
  expect(paths[0]).toHaveLength(5)
  const long = paths.slice(1).filter(([from, to]) => from?.[0] === 'M' && to?.[0] === 'L' && to[1] - from[1] === 768)
  expect(long).toHaveLength(1)
})

test('a push goes from corner to corner', () => {
  const paths = lines(whole, { x: 0.25, y: 0.25, width: 0.5 })
  // Four arrows of a line and its barbs.
  expect(paths.filter((path) => path.length === 3)).toHaveLength(4)
})

test('all of it lies in the picture', () => {
  for (const path of lines(whole, whole))
    for (const step of path) {
      if (step[0] !== 'M' && step[0] !== 'L') continue
      expect(step[1]).toBeGreaterThanOrEqual(0)
      expect(step[1]).toBeLessThanOrEqual(1920)
      expect(step[2]).toBeGreaterThanOrEqual(0)
      expect(step[2]).toBeLessThanOrEqual(1080)
    }
})
