import { describe, expect, test } from 'vitest'
import { parseFrameRate, wholeRate } from '@shared/domain/time/frameRates'
import { edgeRefusal, momentInPercent, momentInTime } from './times'

describe('a moment of a shot', () => {
  const film = { fps: wholeRate(24), dropFrame: false }
  test.each([
    ['35 %', 0.35],
    ['1,5', 0.015],
  ])('%j is %d of it', (text, at) => {
    expect(momentInPercent(text)).toEqual({ at })
  })
  test.each([
    ['1', 0.25],
    ['1,5 s', 0.375],
    ['12 f', 0.125],
    ['00:01:12', 0.375],
    ['0', 0],
  ])('%j from its start is %d of four seconds', (text, at) => {
    expect(momentInTime(text, 96, film)).toEqual({ at })
  })
  test('at an NTSC rate lies where its timecode says', () => {
    expect(momentInTime('00:02:00', 96, { ...film, fps: parseFrameRate('23.976')!.fps })).toEqual({ at: 0.5 })
  })
  test('that is none is refused with what to give', () => {
    expect(momentInPercent('1.5 s')).toEqual({ refused: 'Not a part of the shot. Give percent, such as 35 %.' })
    expect(momentInTime('soon', 96, film)).toEqual({
      refused: '“soon” is no time. Give 2.5 s, 60 f or 00:02:12.',
    })
  })
})

describe('an entrance or exit', () => {
  const enters = { enterAt: 0.4, exitAt: 1 }
  const exits = { enterAt: 0, exitAt: 0.6 }
  const passes = { enterAt: 0.25, exitAt: 0.75 }
  test('may stand anywhere between its other edge and the cut', () => {
    expect(edgeRefusal('enter', 0.9, enters, 3.5)).toBeNull()
    expect(edgeRefusal('exit', 0.1, exits, 3.5)).toBeNull()
    expect(edgeRefusal('enter', 0.7, passes, 4)).toBeNull()
    expect(edgeRefusal('exit', 0.3, passes, 4)).toBeNull()
  })
  test.each([
    ['enter', 0, enters, 'Not an entrance: the shot starts at 0 s. For that, choose Through.'],
    ['enter', 0, passes, 'Not an entrance: the shot starts at 0 s. For that, choose Exits.'],
    ['enter', 2.5, enters, 'The shot ends at 4.0 s. Give an earlier time.'],
    ['enter', 0.8, passes, 'It leaves at 3.0 s. Give an earlier time.'],
    ['exit', 1, exits, 'Not an exit: the shot ends at 4.0 s. For that, choose Through.'],
    ['exit', 1.2, passes, 'Not an exit: the shot ends at 4.0 s. For that, choose Enters.'],
    ['exit', 0, exits, 'The shot starts at 0 s. Give a later time.'],
    ['exit', 0.25, passes, 'It enters at 1.0 s. Give a later time.'],
  ] as const)('%s at %s of %j is refused with the way out', (edge, at, now, sentence) => {
    expect(edgeRefusal(edge, at, now, 4)).toBe(sentence)
  })
})
