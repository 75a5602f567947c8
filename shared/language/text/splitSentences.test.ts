import { expect, test } from 'vitest'
import { splitSentences } from './splitSentences'

const split = (text: string) => splitSentences(text).map((piece) => piece.text)

test.each([
  ['He waits -- long... and longer. “Now!” She goes.', ['He waits -- long... and longer.', '“Now!”', 'She goes.']],
  ['Mr. Hale and J. Doe wait. Rain.', ['Mr. Hale and J. Doe wait.', 'Rain.']],
  ['“No!” he says. Silence…', ['“No!” he says.', 'Silence…']],
  ['One\n\nTwo', ['One', 'Two']],
  ['小红走进厨房。老王坐在桌边看报纸。', ['小红走进厨房。', '老王坐在桌边看报纸。']],
  [
    '田中さんが部屋に入る。花子は座っている！「はい。」',
    ['田中さんが部屋に入る。', '花子は座っている！', '「はい。」'],
  ],
  ['Bob 走。He waits.', ['Bob 走。', 'He waits.']],
])('%j is cut into %j', (text, sentences) => {
  expect(split(text)).toEqual(sentences)
})

test('pieces tell where they begin', () => {
  const text = ' A man. \n He waits. 王走。李坐。'
  for (const piece of splitSentences(text))
    expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
})
