import { expect, test } from 'vitest'
import { rulerSteps } from './ruler'

const at24 = { num: 24, den: 1 } as const

test.each([
  [0.05, { label: 2880, tick: 240 }],
  [0.4, { label: 240, tick: 24 }],
  [3, { label: 48, tick: 12 }],
  [10, { label: 10, tick: 1 }],
  [90, { label: 1, tick: 1 }],
])('at %d px a frame there is room for these marks', (pxPerFrame, steps) => {
  expect(rulerSteps(at24, pxPerFrame)).toEqual(steps)
})

test('small marks always divide the stretch between timecodes', () => {
  for (const fps of [
    at24,
    { num: 24000, den: 1001 } as const,
    { num: 25, den: 1 } as const,
    { num: 30000, den: 1001 } as const,
    { num: 60, den: 1 } as const,
  ])
    for (let px = 0.01; px < 60; px *= 1.3) {
      const { label, tick } = rulerSteps(fps, px)
      expect(label % tick).toBe(0)
    }
})
