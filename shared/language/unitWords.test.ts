import { expect, test } from 'vitest'
import {
  bytesText,
  counted,
  lengthText,
  percentRange,
  percentText,
  plainNumber,
  plural,
  secondsBeside,
  secondsText,
  turnStale,
  upperFirst,
} from './unitWords'

test('times are told in tenths, and finer where that tells two apart', () => {
  expect([secondsText(1.404), secondsText(3), secondsText(1.505)]).toEqual(['1.4 s', '3.0 s', '1.5 s'])
  expect([secondsBeside(0.46, 0.5), secondsBeside(0.3, 0.5), secondsBeside(1.5004, 1.5001)]).toEqual([
    '0.46 s',
    '0.3 s',
    '1.500 s',
  ])
  expect([lengthText(93.6), lengthText(599.4), lengthText(600), lengthText(754)]).toEqual([
    '94 s',
    '599 s',
    '10 min',
    '13 min',
  ])
})

test('parts, sizes and numbers', () => {
  expect([percentText(0.4286), percentRange(0.124, 0.349)]).toEqual(['43 %', '12–35 %'])
  expect([bytesText(1), bytesText(7_400_000), bytesText(1_240_000_000)]).toEqual(['1 kB', '7 MB', '1.2 GB'])
  expect([plainNumber(1.505, 1), plainNumber(2, 2), plainNumber(42.857, 2)]).toEqual(['1.5', '2', '42.86'])
})

test('one is told apart from many', () => {
  expect([counted(0, 'shot'), counted(1, 'shot'), counted(1200, 'shot'), counted(2, 'pass', 'passes')]).toEqual([
    '0 shots',
    '1 shot',
    '1,200 shots',
    '2 passes',
  ])
  expect([plural(1, 'result'), plural(0, 'result')]).toEqual(['result', 'results'])
  expect([turnStale(0), turnStale(1), turnStale(2), turnStale(1, 'shot'), upperFirst(turnStale(0))]).toEqual([
    'nothing turns stale',
    '1 result turns stale',
    '2 results turn stale',
    '1 shot turns stale',
    'Nothing turns stale',
  ])
})
