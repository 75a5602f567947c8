import { describe, expect, test } from 'vitest'
import { readNumber, readPercent } from './readNumber'

describe('a number that was typed', () => {
  test.each([
    ['2.5', 2.5],
    ['2,5', 2.5],
    [' 12 ', 12],
    ['-1', -1],
    ['+3', 3],
    ['.5', 0.5],
    [',5', 0.5],
    ['2.', 2],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })
  test.each(['', ' ', 'abc', '1:30', '1.2.3', '1.234,5', '1e3', '0x10', 'Infinity', '.', '5 s', '%'])(
    '%j is none',
    (text) => {
      expect(readNumber(text)).toBeNull()
    },
  )
})

describe('a percentage that was typed', () => {
  test.each([
    ['26', 0.26],
    ['26 %', 0.26],
    ['26,5%', 0.265],
    ['-5 %', -0.05],
  ])('%j is %d', (text, value) => {
    expect(readPercent(text)).toBeCloseTo(value, 12)
  })
  test.each(['', 'half', '26 s', '%', '1 2 %'])('%j is none', (text) => {
    expect(readPercent(text)).toBeNull()
  })
})
