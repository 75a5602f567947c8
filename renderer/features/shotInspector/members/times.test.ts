import { describe, expect, test } from 'vitest'
import { edgeRefusal, parseDuration, parseNumber, percentText, plainNumber, secondsText } from './times'

describe('numbers a user types', () => {
  test.each([
    ['43 %', 43],
    ['43%', 43],
    ['1,5 s', 1.5],
    ['.5', 0.5],
    ['2.', 2],
    ['84 f', 84],
    ['3 frames', 3],
    [' 1.25 seconds ', 1.25],
    ['-1', -1],
  ])('%j is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })
  test.each(['', 'abc', '1:30', '1.2.3', '1e3', 's', '%'])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNull()
  })
  test('are shown with their unit and typed over without it', () => {
    expect([
      percentText(0.4286),
      secondsText(1.505),
      plainNumber(1.505, 1),
      plainNumber(2, 2),
      plainNumber(42.857, 2),
    ]).toEqual(['43 %', '1.5 s', '1.5', '2', '42.86'])
  })
})

describe('a duration', () => {
  test.each([
    ['3.5', 84],
    ['3.5 s', 84],
    ['84 f', 84],
    ['0.001', 1],
    ['1 frame', 1],
  ])('%j is %d frames at 24 fps', (text, frames) => {
    expect(parseDuration(text, 24)).toBe(frames)
  })
  test.each(['0', '-2', 'long', '', '0 f', '99999', '99999999 f'])('%j is refused', (text) => {
    expect(parseDuration(text, 24)).toBeNull()
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
    ['enter', null, enters, 'Not a time. Give a number, such as 1.5.'],
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
