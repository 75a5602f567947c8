import { describe, expect, test } from 'vitest'
import { wordDiff } from './wordDiff'

const before = (parts: ReturnType<typeof wordDiff>) =>
  parts
    .filter((p) => p.kind !== 'added')
    .map((p) => p.text)
    .join('')
const after = (parts: ReturnType<typeof wordDiff>) =>
  parts
    .filter((p) => p.kind !== 'removed')
    .map((p) => p.text)
    .join('')

describe('the difference of two prompts', () => {
  test('names the words that go and come', () => {
    expect(wordDiff('Bob stands at left.', 'Bob stands at right.')).toEqual([
      { kind: 'same', text: 'Bob stands at ' },
      { kind: 'removed', text: 'left.' },
      { kind: 'added', text: 'right.' },
    ])
  })
  test('of equal texts is the text', () => {
    expect(wordDiff('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }])
  })
  test.each([
    ['', 'new words'],
    ['old words', ''],
    ['a b c d', 'd c b a'],
    ['one\n\ntwo', 'one\nthree\n\ntwo'],
    ['x y x y', 'y x'],
  ])('of %j and %j holds both whole', (a, b) => {
    const parts = wordDiff(a, b)
    expect([before(parts), after(parts)]).toEqual([a, b])
  })
  test('of very long texts goes line by line and holds both whole', () => {
    const lines = Array.from({ length: 900 }, (_, i) => `line ${i} of the prompt\n`)
    const a = lines.join('')
    const b = lines.with(450, 'another line\n').join('')
    const parts = wordDiff(a, b)
    expect([before(parts), after(parts)]).toEqual([a, b])
    expect(parts.filter((p) => p.kind !== 'same')).toEqual([
      { kind: 'removed', text: 'line 450 of the prompt\n' },
      { kind: 'added', text: 'another line\n' },
    ])
  })
})
