import { describe, expect, test } from 'vitest'
import { markText, presencePhrase, type Reading } from './readings'

const reading = (line: number, text: string, words = text): Reading => ({ line, text, words, type: 'character' })
const element = { text: 'The door opens. ALICE enters.\nBob waits.', line: 14, endLine: 15 }

describe('what was read is marked in the text', () => {
  test('only the words themselves', () => {
    expect(markText(element, [reading(14, 'ALICE enters.')]).map((s) => [s.text, s.readings.length])).toEqual([
      ['The door opens. ', 0],
      ['ALICE enters.', 1],
      ['\nBob waits.', 0],
    ])
  })

  test('words that run over a line break are found', () => {
    expect(markText(element, [reading(14, 'ALICE enters. Bob waits.')]).find((s) => s.readings.length)?.text).toBe(
      'ALICE enters.\nBob waits.',
    )
  })

  test('words that are not in the text mark their line', () => {
    expect(markText(element, [reading(15, '*Bob* waits.')]).find((s) => s.readings.length)?.text).toBe('Bob waits.')
  })

  test('overlapping readings are told together', () => {
    const stretches = markText(element, [reading(14, 'The door opens. ALICE enters.', 'a'), reading(14, 'ALICE', 'b')])
    expect(stretches.map((s) => s.readings.map((r) => r.words).join())).toEqual(['a', 'a,b', 'a', ''])
    expect(stretches.map((s) => s.text).join('')).toBe(element.text)
  })

  test('readings of other lines leave the text alone', () => {
    expect(markText(element, [reading(3, 'Bob')])).toEqual([{ text: element.text, readings: [] }])
  })
})

test('presence in words', () => {
  expect(presencePhrase({ presence: 'throughout', enterAt: 0, exitAt: 1 })).toBe('throughout')
  expect(presencePhrase({ presence: 'enters', enterAt: 0.35, exitAt: 1 })).toBe('enters at 35 %')
  expect(presencePhrase({ presence: 'exits', enterAt: 0, exitAt: 0.6 })).toBe('exits at 60 %')
  expect(presencePhrase({ presence: 'passes_through', enterAt: 0.2, exitAt: 0.8 })).toBe('passes through, 20 % to 80 %')
})
