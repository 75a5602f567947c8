import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveRows } from '../rules/moveRows'
import { NameIndex } from '../text/nameIndex'
import { clausesOf } from './clauses'
import { readText } from './readText'

const names = new NameIndex(['Otto', 'Mara', 'Rosa', '老王'], 'any')
const examples = moveRows.flatMap((row) => [row.example].flat())

test('sentences are read each by itself, wherever they stand in a text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...examples), { minLength: 1, maxLength: 6 }), (sentences) => {
      const kinds = (text: string) =>
        readText(text, names).flatMap((s) => s.moves.map((m) => [m.kind, m.who.names, m.place, m.side, m.phrase]))
      expect(kinds(sentences.join(' '))).toEqual(sentences.flatMap(kinds))
    }),
  )
})

test('whatever the text holds, what is read lies in it, in order', () => {
  const word = fc.constantFrom(
    'Otto',
    'Mara',
    'and',
    ',',
    'leaves',
    'in',
    'out',
    'the',
    'room',
    '.',
    '老王走。',
    '"',
    '…',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0
      for (const sentence of readText(text, names)) {
        expect(sentence.start).toBeGreaterThanOrEqual(last)
        expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
        for (const { text: word, start, end } of sentence.tokens) expect(text.slice(start, end)).toBe(word)
        for (const { at } of sentence.moves) expect(sentence.tokens.some((token) => token.start === at)).toBe(true)
        for (const clause of clausesOf(sentence)) expect(text.slice(clause.start, clause.end)).toBe(clause.text)
        last = sentence.end
      }
    }),
    { numRuns: 500 },
  )
})
