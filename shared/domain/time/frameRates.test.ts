import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameRateSchema, ntscBases, type FrameRate } from '../../model/frameRate'
import { anyRate } from '../../testing/anyRate'
import { canDropFrames, countedRate, parseFrameRate, rateNumber, rateText, timingText, wholeRate } from './frameRates'

const ntsc = (base: number): FrameRate => ({ num: base * 1000, den: 1001 })

describe('a frame rate', () => {
  test.each([
    [24, wholeRate(24)],
    ['24', wholeRate(24)],
    ['24.0', wholeRate(24)],
    [' 25 fps ', wholeRate(25)],
    ['48/2', wholeRate(24)],
    [{ num: 50, den: 2 }, wholeRate(25)],
    [23.976, ntsc(24)],
    [24_000 / 1001, ntsc(24)],
    ['23.976', ntsc(24)],
    ['23,976', ntsc(24)],
    ['23.98', ntsc(24)],
    ['23.97', ntsc(24)],
    ['23.976023976', ntsc(24)],
    ['24000/1001', ntsc(24)],
    ['24000 / 1001', ntsc(24)],
    [{ num: 48_000, den: 2002 }, ntsc(24)],
    [29.97, ntsc(30)],
    ['47.95', ntsc(48)],
    ['47.952', ntsc(48)],
    ['59.94 fps', ntsc(60)],
    ['119.88', ntsc(120)],
  ])('%j is read exactly', (input, fps) => {
    expect(parseFrameRate(input)).toEqual({ fps })
  })

  test.each([
    ['29.97 drop frame', ntsc(30), true],
    ['29.97 (drop frame)', ntsc(30), true],
    ['29.97 fps drop frame', ntsc(30), true],
    ['30000/1001 DF', ntsc(30), true],
    ['59.94 drop', ntsc(60), true],
    ['29.97 non-drop', ntsc(30), false],
    ['29.97 NDF', ntsc(30), false],
    ['24 non-drop frame', wholeRate(24), false],
  ])('%j says how its timecode counts', (input, fps, dropFrame) => {
    expect(parseFrameRate(input)).toEqual({ fps, dropFrame })
  })

  test.each([
    0,
    -24,
    241,
    24.5,
    Number.NaN,
    Infinity,
    1e300,
    '',
    'film',
    '23.9',
    '29.9',
    '24.001',
    '1e1',
    '0x18',
    '24 drop frame',
    '23.976 df',
    '24 monkeys',
    '25000/1001',
    '24/0',
    '0/1',
    '1/24',
    '24000/1001/2',
    { num: 24.5, den: 1 },
    { num: 24, den: -1 },
    { num: 24_000, den: 1002 },
  ])('%j is none', (input) => {
    expect(parseFrameRate(input)).toBeNull()
  })

  test('every one is read back from its words, its number and its fraction, and fits the schema', () => {
    fc.assert(
      fc.property(anyRate, (fps) => {
        expect(frameRateSchema.parse(fps)).toEqual(fps)
        for (const form of [rateText(fps), rateNumber(fps), fps.num / fps.den, `${fps.num}/${fps.den}`, fps])
          expect(parseFrameRate(form)).toEqual({ fps })
      }),
    )
  })

  test('is told as people write it', () => {
    expect([24, 23.976, 29.97, 47.952, 59.94, 119.88].map((n) => rateText(parseFrameRate(n)!.fps))).toEqual([
      '24',
      '23.976',
      '29.97',
      '47.952',
      '59.94',
      '119.88',
    ])
    expect(timingText({ fps: ntsc(30), dropFrame: true })).toBe('29.97 fps drop frame')
    expect(timingText({ fps: wholeRate(24), dropFrame: false })).toBe('24 fps')
  })

  test('drops frames only at 29.97, 59.94 and 119.88', () => {
    expect(ntscBases.filter((base) => canDropFrames(ntsc(base)))).toEqual([30, 60, 120])
    expect([24, 30, 60].some((fps) => canDropFrames(wholeRate(fps)))).toBe(false)
    expect(ntscBases.map((base) => countedRate(ntsc(base)))).toEqual([...ntscBases])
  })
})
