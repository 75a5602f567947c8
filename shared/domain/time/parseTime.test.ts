import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Timing } from '../../model/frameRate'
import { anyTiming } from '../../testing/anyRate'
import { parseFrameRate, wholeRate } from './frameRates'
import { parseDuration, parseTime } from './parseTime'
import { formatShortTimecode, formatTimecode } from './timecode'

const film: Timing = { fps: wholeRate(24), dropFrame: false }
const ntsc: Timing = { fps: parseFrameRate('23.976')!.fps, dropFrame: false }
const drop: Timing = { fps: parseFrameRate('29.97')!.fps, dropFrame: true }

describe('a time that was typed', () => {
  test.each([
    ['2.5', 60],
    ['2,5', 60],
    ['2.5 s', 60],
    ['2.5s', 60],
    ['2,5 sec', 60],
    ['2.5 seconds', 60],
    ['500 ms', 12],
    ['60 f', 60],
    ['60f', 60],
    ['60 frames', 60],
    ['1 frame', 1],
    ['2 s 12 f', 60],
    ['2 min', 2880],
    ['2m', 2880],
    ['1 min 30 s', 2160],
    ['1m30s', 2160],
    ['1′30″', 2160],
    ['1 h', 86_400],
    ['1:30', 2160],
    ['0:02.5', 60],
    ['0:02,5', 60],
    ['00:06:12', 156],
    ['00:00:06:12', 156],
    ['01:00:00:00', 86_400],
    ['-1', -24],
    ['0', 0],
  ])('%j is %d frames at 24', (text, frames) => {
    expect(parseTime(text, film)).toEqual({ frames })
  })

  test('is counted at the project’s rate', () => {
    expect(parseTime('3.086', ntsc)).toEqual({ frames: (3.086 * 24_000) / 1001 })
    expect(parseTime('00:01:00:00', ntsc)).toEqual({ frames: 1440 })
    expect(parseTime('00:01:00;02', drop)).toEqual({ frames: 1800 })
    expect(parseTime('00:01:00:02', drop)).toEqual({ frames: 1800 })
  })

  test.each([
    ['abc', '“abc” is no time. Give 2.5 s, 60 f or 00:02:12.'],
    ['', 'Give 2.5 s, 60 f or 00:02:12.'],
    ['1.234,5', '“1.234,5” is no time. Give 2.5 s, 60 f or 00:02:12.'],
    ['1e3', '“1e3” is no time. Give 2.5 s, 60 f or 00:02:12.'],
    ['5 apples', '“5 apples” is no time. Give 2.5 s, 60 f or 00:02:12.'],
    ['5 s and', '“5 s and” is no time. Give 2.5 s, 60 f or 00:02:12.'],
    ['1:75', 'A minute has 60 seconds: after the colon stands less than 60.'],
    ['00:06:24', 'A second has 24 frames at 24 fps: the last part goes from 00 to 23.'],
    ['00:01:00;00', 'Timecode with “;” drops frames, and 24 fps has none to drop. Write 00:01:00:00.'],
  ])('%j is refused with its reason', (text, refused) => {
    expect(parseTime(text, film)).toEqual({ refused })
  })

  test('a label that drop frame skips is refused', () => {
    expect(parseTime('00:01:00;00', drop)).toEqual({
      refused: 'Drop-frame timecode has no frame 01:00;00: the minute starts with ;02.',
    })
  })
})

describe('a duration that was typed', () => {
  test.each([
    ['3.5', 84],
    ['84 f', 84],
    ['0.001', 1],
    ['0.4 f', 1],
    ['1:30', 2160],
    ['00:06:12', 156],
    ['10 h', 864_000],
    ['10000000 f', 10_000_000],
  ])('%j is %d frames at 24', (text, frames) => {
    expect(parseDuration(text, film)).toEqual({ frames })
  })

  test.each([
    ['0', 'A shot lasts at least one frame. Give more than 0 s.'],
    ['0 f', 'A shot lasts at least one frame. Give more than 0 s.'],
    ['00:00:00', 'A shot lasts at least one frame. Give more than 0 s.'],
    ['-2', 'A shot lasts at least one frame. Give more than 0 s.'],
    ['99999', 'A shot lasts at most ten hours. Give a shorter time.'],
    ['99999999 f', 'A shot lasts at most ten hours. Give a shorter time.'],
    ['1'.repeat(400), 'A shot lasts at most ten hours. Give a shorter time.'],
    ['long', '“long” is no time. Give 2.5 s, 60 f or 00:02:12.'],
  ])('%j is refused with its reason', (text, refused) => {
    expect(parseDuration(text, film)).toEqual({ refused })
  })

  test('written as frames or timecode is itself at any rate', () => {
    fc.assert(
      fc.property(anyTiming, fc.integer({ min: 1, max: 800_000 }), (timing, frames) => {
        expect(parseDuration(`${frames} f`, timing)).toEqual({ frames })
        if ((frames * timing.fps.den) / timing.fps.num <= 36_000)
          for (const format of [formatTimecode, formatShortTimecode])
            expect(parseDuration(format(frames, timing), timing)).toEqual({ frames })
      }),
    )
  })

  test('of any text is whole frames or a sentence, never a fault', () => {
    const bits = fc.array(fc.constantFrom('1', '0', '9', '.', ',', ':', ';', ' ', 's', 'f', 'm', '-', 'x'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(anyTiming, bits, (timing, signs) => {
        const read = parseDuration(signs.join(''), timing)
        if ('refused' in read) expect(read.refused).toMatch(/^[“A-Z].*\.$/)
        else expect(Number.isInteger(read.frames) && read.frames >= 1).toBe(true)
      }),
    )
  })
})
