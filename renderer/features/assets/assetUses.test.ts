import { describe, expect, test } from 'vitest'
import type { Shot } from '@shared/model/shot'
import { shotRange } from './assetUses'
import { parseRank } from './parseRank'

const shots = ['1', '2', '3', '4A', '4B', '5'].map((number) => ({ id: number, number }) as Shot)
const pick = (...numbers: string[]) => shots.filter((s) => numbers.includes(s.number))

describe('shot numbers of a scene', () => {
  test.each([
    [['1', '2', '3'], '1–3'],
    [['1', '2'], '1, 2'],
    [['1', '3', '4A', '4B', '5'], '1, 3–5'],
    [['1', '2', '3', '4A', '4B', '5'], '1–5'],
    [[], ''],
  ])('%j read %j', (numbers, text) => {
    expect(shotRange(shots, pick(...numbers))).toBe(text)
  })
})

test.each([
  ['2', 2],
  ['1,5', 1.5],
  ['', null],
  [' ', null],
  ['x', undefined],
  ['-1', -1],
])('the rank %j is %s', (text, rank) => {
  expect(parseRank(text)).toBe(rank)
})
