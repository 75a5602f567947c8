import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manifestToken, mention, renderMentions, tokenise, type MentionBook } from './mentions'

const book: MentionBook = new Map([
  ['a', { name: 'Alice', anchor: 'the red-haired woman from Image #1', index: 1 }],
  ['s', { name: 'John Smith', anchor: 'the man from Image #2', index: 2 }],
  ['j', { name: 'John', anchor: 'the boy', index: null }],
  ['t', { name: 'Tea $& set', anchor: 'the prop from Image #10', index: 10 }],
])
const manifest =
  'REFERENCE IMAGES (attached alongside this prompt):\nImage #1: Alice (character) — costs $$ and $& more'
const render = (text: string, with_ = manifest) =>
  renderMentions(text, book, with_, (id) => (id === 'gone' ? 'Zed' : 'somebody'))

describe('mentions', () => {
  test('become the name with its anchor, the bare name, the image and the list', () => {
    expect(render('{{asset:a}} and {{name:s}}, {{image:a}}, {{image:j}}.')).toBe(
      'Alice (the red-haired woman from Image #1) and John Smith, Image #1, no image.',
    )
    expect(render(`${manifestToken}\n\nNight.`)).toBe(`${manifest}\n\nNight.`)
  })

  test('of somebody who is not in the frame are the name alone', () => {
    expect(render('{{asset:gone}} {{asset:never}}')).toBe('Zed somebody')
  })

  test('without references leave no hole where the list was', () => {
    expect(render(`${manifestToken}\n\nNight.`, '')).toBe('Night.')
  })

  test('come back from the words they became', () => {
    const part = fc.oneof(
      fc.constantFrom(...[...book.keys()].map(mention)),
      fc.constantFrom('{{name:a}}', '{{name:s}}', '{{name:j}}'),
      fc.constantFrom('{{image:a}}', '{{image:s}}', '{{image:t}}'),
      fc.constantFrom(' walks in', '. The rain', ', $& and $1', '\n', ' (quietly)'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.boolean(), (parts, withList) => {
        const text = (withList ? `${manifestToken}\n\n` : '') + parts.join(' ')
        expect(tokenise(render(text), book, manifest)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test('come back as bare names where the user wrote no anchor, whole words only', () => {
    expect(tokenise("Alice's hand. Alices, John Smithson, John Smith; JOHN.", book, '')).toBe(
      "{{name:a}}'s hand. Alices, {{name:j}} Smithson, {{name:s}}; JOHN.",
    )
    const plain: MentionBook = new Map([
      ['k', { name: 'Image', anchor: '', index: null }],
      ['l', { name: 'Twin', anchor: '', index: null }],
      ['m', { name: 'Twin', anchor: '', index: null }],
    ])
    expect(tokenise('{{image:k}} Image Twin', plain, '')).toBe('{{image:k}} {{asset:k}} Twin')
  })

  test('of image 1 and image 10 are told apart', () => {
    expect(tokenise('Image #1, Image #10, Image #100', book, '')).toBe('{{image:a}}, {{image:t}}, Image #100')
  })
})
