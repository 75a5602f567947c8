import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Timing } from '../../model/frameRate'
import { anyTiming } from '../../testing/anyRate'
import { parseFrameRate } from './frameRates'
import { formatShortTimecode, formatTimecode, parseTimecode } from './timecode'

const timing = (rate: string): Timing => ({ dropFrame: false, ...parseFrameRate(rate)! })
const film = timing('24')
const drop = timing('29.97 drop frame')
const drop60 = timing('59.94 drop frame')

describe('timecode', () => {
  test.each([
    ['24', 0, '00:00:00:00'],
    ['24', 23, '00:00:00:23'],
    ['24', 24, '00:00:01:00'],
    ['24', 86_399, '00:59:59:23'],
    ['24', 86_400, '01:00:00:00'],
    ['25', 1_499, '00:00:59:24'],
    ['23.976', 1_440, '00:01:00:00'],
    ['29.97', 1_800, '00:01:00:00'],
    ['29.97', 107_892, '00:59:56:12'],
    ['29.97 drop frame', 1_798, '00:00:59;28'],
    ['29.97 drop frame', 1_799, '00:00:59;29'],
    ['29.97 drop frame', 1_800, '00:01:00;02'],
    ['29.97 drop frame', 1_801, '00:01:00;03'],
    ['29.97 drop frame', 3_597, '00:01:59;29'],
    ['29.97 drop frame', 3_598, '00:02:00;02'],
    ['29.97 drop frame', 17_981, '00:09:59;29'],
    ['29.97 drop frame', 17_982, '00:10:00;00'],
    ['29.97 drop frame', 17_983, '00:10:00;01'],
    ['29.97 drop frame', 19_782, '00:11:00;02'],
    ['29.97 drop frame', 107_892, '01:00:00;00'],
    ['29.97 drop frame', 2_589_408, '24:00:00;00'],
    ['59.94 drop frame', 3_599, '00:00:59;59'],
    ['59.94 drop frame', 3_600, '00:01:00;04'],
    ['59.94 drop frame', 35_964, '00:10:00;00'],
    ['119.88 drop frame', 7_199, '00:00:59;119'],
    ['119.88 drop frame', 7_200, '00:01:00;008'],
    ['119.88 drop frame', 71_928, '00:10:00;000'],
    ['1', 61, '00:01:01:00'],
    ['120', 119, '00:00:00:119'],
  ])('at %s frame %d is %s, and is read back', (rate, frame, label) => {
    expect(formatTimecode(frame, timing(rate))).toBe(label)
    expect(parseTimecode(label, timing(rate))).toEqual({ frame })
  })

  test('of any frame is read back, in full and short, and later frames have later labels', () => {
    const frames = fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 20_000 }))
    fc.assert(
      fc.property(anyTiming, frames, (how, frame) => {
        for (const format of [formatTimecode, formatShortTimecode])
          expect(parseTimecode(format(frame, how), how)).toEqual({ frame })
        const numbers = (label: string) => label.split(/[:;]/).map(Number)
        const [now, next] = [frame, frame + 1].map((f) => numbers(formatTimecode(f, how)))
        const differs = now!.findIndex((part, i) => part !== next![i])
        expect(next![differs]).toBeGreaterThan(now![differs]!)
      }),
    )
  })

  test('drop frame keeps up with the clock to two frames', () => {
    fc.assert(
      fc.property(fc.constantFrom(drop, drop60), fc.integer({ min: 0, max: 2_000_000 }), (how, frame) => {
        const [hours, minutes, seconds, frames] = formatTimecode(frame, how).split(/[:;]/).map(Number)
        const base = how === drop ? 30 : 60
        const label = (hours! * 60 + minutes!) * 60 + seconds! + frames! / base
        const clock = (frame * how.fps.den) / how.fps.num
        // What ten minutes leave over adds up to 86 ms a day.
        expect(Math.abs(label - clock)).toBeLessThan(0.07 + 1e-6 * clock)
      }),
    )
  })

  test('is short in the window', () => {
    expect(formatShortTimecode(156, film)).toBe('00:06:12')
    expect(formatShortTimecode(1_800, drop)).toBe('01:00;02')
    expect(formatShortTimecode(90_000, film)).toBe('1:02:30:00')
  })

  test.each([
    ['00:06:12', film, 156],
    ['0:6:12', film, 156],
    [' 1:02:30:00 ', film, 90_000],
    ['00:01:00;02', timing('29.97'), 1_800],
    ['00:01:00:02', drop, 1_800],
    ['00:01:00:00', timing('29.97'), 1_800],
  ] as const)('%j is read as frames', (text, how, frame) => {
    expect(parseTimecode(text, how)).toEqual({ frame })
  })

  test.each([
    ['soon', film, '“soon” is no timecode. Give hours, minutes, seconds and frames, such as 00:00:06:12.'],
    ['12:10', film, '“12:10” is no timecode. Give hours, minutes, seconds and frames, such as 00:00:06:12.'],
    ['00:06:24', film, 'A second has 24 frames at 24 fps: the last part goes from 00 to 23.'],
    ['00:06:24', timing('23.976'), 'A second has 24 frames at 23.976 fps: the last part goes from 00 to 23.'],
    ['00:61:00:00', film, 'A timecode has minutes and seconds from 00 to 59.'],
    ['00:60:00', film, 'A timecode has minutes and seconds from 00 to 59.'],
    ['00:01:00;02', film, 'Timecode with “;” drops frames, and 24 fps has none to drop. Write 00:01:00:02.'],
    ['00:01:00;01', drop, 'Drop-frame timecode has no frame 01:00;01: the minute starts with ;02.'],
    ['00:19:00;03', drop60, 'Drop-frame timecode has no frame 19:00;03: the minute starts with ;04.'],
  ] as const)('%j is refused with its reason', (text, how, refused) => {
    expect(parseTimecode(text, how)).toEqual({ refused })
  })
})
