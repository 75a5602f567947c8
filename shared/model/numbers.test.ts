import { expect, test } from 'vitest'
import { clamp, roundTo } from './numbers'

test('a number is held between its bounds, and in the middle where they leave no room', () => {
  expect([clamp(0.2, 0.3, 0.7), clamp(0.5, 0.3, 0.7), clamp(0.9, 0.3, 0.7), clamp(0.9, 0.7, 0.3)]).toEqual([
    0.3, 0.5, 0.7, 0.5,
  ])
})

test('a rounded number is never minus zero', () => {
  expect([roundTo(1.23456, 4), roundTo(-0.04, 1), roundTo(0.1 + 0.2, 12)]).toEqual([1.2346, 0, 0.3])
  expect(Object.is(roundTo(-0.04, 1), 0)).toBe(true)
})
